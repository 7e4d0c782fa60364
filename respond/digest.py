"""The weekly digest in words: what is owed first, one calm line on rejections, one small step at the end.

Rules of ``domain.md`` §6.4. It is read on bad days too: it counts only what there is, compares with nobody, keeps no
score, names what was not about the person, and grows softer after about ten weeks.
"""

from dataclasses import dataclass
from datetime import date

from respond.digestfacts import AtRest, DigestFacts
from respond.digestsections import Line, Section, by_urgency, moment_words, person_words, sections_of
from respond.digestwords import action_words, counted, opening_at_rest, opening_words
from respond.language import language

__all__ = ["Digest", "DigestFacts", "Line", "Section", "digest_of"]

LONG_SEARCH_WEEKS = 10
"""From here on wellbeing tends to fall in a long search (177 people over 20 weeks, ``domain.md`` §6.4)."""


@dataclass(frozen=True, slots=True)
class Digest:
    """A week in words, ready for any template. ``alarms`` come before everything: the rest rests on the mailbox."""

    subject: str
    week: str
    opening: str
    alarms: tuple[str, ...]
    sections: tuple[Section, ...]
    step: str
    support: tuple[str, ...]
    service: tuple[str, ...]
    page: str


def digest_of(facts: DigestFacts) -> Digest:
    """The digest of one week."""
    week = _week(facts.start, facts.end)
    alarms = _alarms(facts)
    return Digest(
        subject=f"Your week, {week}" + (": a mailbox needs you" if alarms else ""),
        week=week,
        opening=_opening(facts, blind=bool(alarms)),
        alarms=alarms,
        sections=sections_of(facts),
        step=_step(facts),
        support=facts.support if _is_long(facts) else (),
        service=_service(facts),
        page=facts.page if _is_own_page(facts.page) else "",
    )


def _opening(facts: DigestFacts, *, blind: bool) -> str:
    if facts.rest is not None and not blind:
        return opening_at_rest(is_over=facts.rest.is_over, owed=bool(facts.owed))
    return opening_words(
        blind=blind,
        quiet=_is_quiet(facts),
        long=_is_long(facts),
        owed=bool(facts.owed),
        active=facts.done.total > 0,
    )


def _is_quiet(facts: DigestFacts) -> bool:
    """Nothing done, nothing come, nothing owed or ahead."""
    came = sum(count for _, count in facts.came)
    return not (facts.done.total or came or facts.owed or facts.interviews or facts.rejections or facts.drafts)


def _is_long(facts: DigestFacts) -> bool:
    return facts.weeks_searching >= LONG_SEARCH_WEEKS


def _is_own_page(address: str) -> bool:
    return address.startswith(("http://127.0.0.1:", "http://127.0.0.1/"))


def _alarms(facts: DigestFacts) -> tuple[str, ...]:
    alarms = []
    for account in facts.service.accounts:
        if account.problem:
            since = f" It was last read on {moment_words(account.last_success)}." if account.last_success else ""
            alarms.append(
                f"heardback cannot read the mailbox “{account.name}”: {account.problem.rstrip('.')}.{since} "
                "Until this is mended, an answer may lie there unseen."
            )
    if not facts.service.rounds:
        alarms.append("heardback did not run this week, so this digest may miss mail. Start it with: heardback run")
    return tuple(alarms)


def _step(facts: DigestFacts) -> str:
    """One small next step; after an empty week a break and one contact, after a good one something to go on with."""
    if facts.rest is not None and not facts.owed:
        return _step_at_rest(facts.rest)
    contact = facts.people[0] if facts.people else None
    someone = person_words(contact.name, contact.company) if contact else "someone you like talking to"
    if not facts.done.total and not facts.owed and not facts.interviews:
        return f"Take a real break, at least a day without looking. Then write two lines to {someone}."
    if facts.owed:
        first = by_urgency(facts.owed)[0]
        verb = action_words(first.next_action)
        return f"{verb}, for {first.company or first.role}. The rest can wait until that is done."
    if facts.interviews:
        first_talk = min(facts.interviews, key=lambda one: one.at)
        return f"Write down two questions you want to ask at {first_talk.company or 'your next conversation'}."
    if facts.drafts:
        one = facts.drafts[0]
        return f"Read the draft to {one.to or one.about}, and change one sentence so that it sounds like you."
    if contact:
        return f"Write two lines to {someone}."
    return "Choose one place you would like to work at, and find one person there to talk to."


def _step_at_rest(rest: AtRest) -> str:
    if rest.thanks:
        first = rest.thanks[0]
        return f"Write two lines of thanks to {person_words(first.name, first.company)}."
    if rest.withdrawals:
        return f"Tell {rest.withdrawals[0].company or 'those still open'} kindly that you have found a job."
    return "Enjoy it." if rest.is_over else "Do something that has nothing to do with applying."


def _service(facts: DigestFacts) -> tuple[str, ...]:
    """That it ran, when each mailbox was last read, and what could not be read."""
    lines = []
    if facts.service.rounds:
        lines.append(f"heardback looked for mail {counted(facts.service.rounds, ('once', 'times'), muted=False)}.")
    lines.extend(
        f"Mailbox “{account.name}” was last read on {moment_words(account.last_success)}."
        for account in facts.service.accounts
        if account.last_success is not None and not account.problem
    )
    if facts.service.unreadable:
        set_aside = counted(facts.service.unreadable, ("one mail", "mails"), muted=False)
        lines.append(f"Set aside unharmed, because it could not be read: {set_aside}.")
    return tuple(lines)


def _week(start: date, end: date) -> str:
    months = language("en").months
    first = str(start.day) if start.month == end.month else f"{start.day} {months[start.month - 1]}"
    return f"{first} to {end.day} {months[end.month - 1]} {end.year}"
