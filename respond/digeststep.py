"""The digest's first sentence and its one small step at the end: what kind of week it was, and what to do next.

After a good week a small step against resting on it, after an empty one a break and one contact, after about ten weeks
and after weeks of no a softer word (``domain.md`` §6.4). Nothing is asked that would not be done in an evening.
"""

from respond.actionwords import action_words
from respond.digestfacts import AtRest, DigestFacts
from respond.digestowed import by_urgency
from respond.digestwords import day_words, person_words
from store.vocabulary import Tag

LONG_SEARCH_WEEKS = 10
"""From here on wellbeing tends to fall in a long search (177 people over 20 weeks, ``domain.md`` §6.4)."""
HARD_WEEKS = 3
"""Weeks in a row that brought rejections and no invitation, after which the digest is softer too (own choice)."""


def is_long(facts: DigestFacts) -> bool:
    """Whether the search has gone on for so long that it weighs on most people."""
    return facts.weeks_searching >= LONG_SEARCH_WEEKS


def is_hard(facts: DigestFacts) -> bool:
    """Whether the last weeks brought mostly a no."""
    return facts.weeks_of_no >= HARD_WEEKS


def opening_of(facts: DigestFacts, *, blind: bool) -> str:
    """The first sentence. In a ``blind`` week not all mail could be read: nothing is said of what is not there."""
    owed = bool(facts.owed)
    if facts.rest is not None and not blind:
        return _at_rest(facts.rest, owed=owed)
    if facts.began is not None:
        return _first_week(facts, blind=blind)
    if blind and not owed:
        return "Here is your week, as far as heardback could read it."
    if _is_quiet(facts):
        return _quiet(facts)
    if is_hard(facts):
        return (
            "The answers of these weeks were mostly a no, and that wears on anyone. It says more about how many apply "
            "than about you. Here is the week in short; nothing in it has to be done all at once."
        )
    if is_long(facts):
        return (
            "This search has been going on for a while, and that is tiring for anyone. Here is the week in short; "
            "nothing in it has to be done all at once."
        )
    if owed:
        return "Here is your week. What waits for you comes first."
    if facts.done.total:
        return "Here is your week. Nothing is waiting for you right now."
    return "Here is what reached you this week. Nothing is waiting for you right now."


def step_of(facts: DigestFacts) -> str:
    """One small next step."""
    if facts.rest is not None and not facts.owed:
        return _step_at_rest(facts.rest)
    contact = facts.people[0] if facts.people else None
    someone = person_words(contact.name, contact.company) if contact else "someone you like talking to"
    if not facts.done.total and not facts.owed and not facts.interviews:
        return _step_after_nothing(facts, someone)
    if facts.owed:
        first = by_urgency(facts.owed, facts.end)[0]
        verb = action_words(first.next_action, first.who)
        place = first.company or first.role
        return f"{verb}, for {place}. The rest can wait until that is done." if place else f"{verb}."
    praise = "It was a good week, and one small thing keeps it going. " if _is_good(facts) else ""
    return praise + _step_onward(facts, someone if contact else "")


def _first_week(facts: DigestFacts, *, blind: bool) -> str:
    assert facts.began is not None
    day = day_words(facts.began, facts.end)
    words = f"heardback began on {day}, so this is its first week with you: here is what it has seen so far."
    if facts.owed:
        return f"{words} What waits for you comes first."
    return words if blind else f"{words} Nothing is waiting for you right now."


def _quiet(facts: DigestFacts) -> str:
    if is_long(facts) or is_hard(facts):
        return (
            "A quiet week. After this many weeks that can weigh a good deal, and resting is part of keeping going. "
            "Nothing is waiting for you here."
        )
    return "A quiet week. Nothing is waiting for you here, and a pause does a search no harm."


def _at_rest(rest: AtRest, *, owed: bool) -> str:
    if rest.is_over:
        return "You have found a job. Congratulations; this is what is left to do, and little of it is urgent."
    if owed:
        return "Your search is paused. Here is only what others ask of you."
    return "Your search is paused, and nothing is waiting for you here. Rest well."


def _is_quiet(facts: DigestFacts) -> bool:
    """Nothing done, nothing come, nothing owed or ahead."""
    came = sum(count for _, count in facts.came)
    return not (facts.done.total or came or facts.owed or facts.interviews or facts.rejections or facts.drafts)


def _is_good(facts: DigestFacts) -> bool:
    """A talk was held or offered: after such a week it is easy to rest on it (the coasting of ``domain.md`` §6.4)."""
    came = {tag for tag, count in facts.came if count}
    return not is_hard(facts) and bool(facts.done.conversations or came & {Tag.INVITATION, Tag.OFFER})


def _step_after_nothing(facts: DigestFacts, someone: str) -> str:
    if facts.began is not None:
        return f"Let it run for a few days. If you like, write two lines to {someone} meanwhile."
    return f"Take a real break, at least a day without looking. Then write two lines to {someone}."


def _step_onward(facts: DigestFacts, someone: str) -> str:
    if facts.interviews:
        first_talk = min(facts.interviews, key=lambda one: one.at)
        return f"Write down two questions you want to ask at {first_talk.company or 'your next conversation'}."
    if facts.drafts:
        one = facts.drafts[0]
        return f"Read the draft to {one.to or one.about}, and change one sentence so that it sounds like you."
    if someone:
        return f"Write two lines to {someone}."
    return "Choose one place you would like to work at, and find one person there to talk to."


def _step_at_rest(rest: AtRest) -> str:
    if rest.thanks:
        first = rest.thanks[0]
        return f"Write two lines of thanks to {person_words(first.name, first.company)}."
    if rest.withdrawals:
        return f"Tell {rest.withdrawals[0].company or 'those still open'} kindly that you have found a job."
    return "Enjoy it." if rest.is_over else "Do something that has nothing to do with applying."
