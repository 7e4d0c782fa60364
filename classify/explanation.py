"""Why a tag was given, in short sentences for people."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from classify.features import PIECE, Features
from classify.model import LanguageModel, Vector, Weighed, sentence_log_probabilities
from store.vocabulary import MESSAGE_TAGS, Tag

_LONGEST_QUOTE = 220
_LEAST_PULL = 0.05
_TERMS = 3
_COLUMNS = {tag: column for column, tag in enumerate(MESSAGE_TAGS)}
_FAMILY_WORDS = {
    "decision": "words of a decision against",
    "other_candidate": "another candidate is mentioned",
    "role_closed": "the role is filled, closed or on hold",
    "keep_on_file": "the documents are kept on file",
    "apology": "a word of regret",
    "good_luck": "good wishes for the search",
    "receipt": "an application was received",
    "thanks": "thanks for applying",
    "thanks_for_time": "thanks for your time",
    "will_review": "the application is being reviewed",
    "answers_few": "not everybody gets an answer",
    "scheduling": "a time is being arranged",
    "invite": "an invitation to talk",
    "interview": "an interview is mentioned",
    "time_slot": "a day and time",
    "booking": "an appointment is confirmed",
    "reschedule": "an appointment is moved",
    "assessment": "a test or task",
    "test_terms": "terms of a test",
    "offer": "words of an offer",
    "pay_and_start": "pay or start date",
    "profile_seen": "your profile was seen",
    "open_to": "are you open to something new",
    "job_pitch": "a role is offered for interest",
    "job_sheet": "a job description",
    "put_forward": "you are asked to put yourself forward",
    "incomplete": "something is incomplete",
    "account": "an account or code",
    "job_alert": "a list of jobs or a notice of one",
    "survey": "a survey",
    "promotion": "promotion or newsletter",
    "trade": "an order, bill or booking",
    "other_world": "an application that is not for a job",
    "withdrawal": "a withdrawal",
    "own_words": "words of an applicant",
    "employed": "matters of people already employed",
    "away": "an absence",
    "scam": "signs of a scam",
}
_FACT_WORDS = {
    "job terms:0": "no word of applying or hiring",
    "sender:job_board": "sent by a job board",
    "sender:tracking_system": "sent by an applicant tracking system",
    "sender:scheduler": "sent by a scheduling service",
    "sender:test_platform": "sent by a test platform",
    "sender:freemail": "sent from a free mail address",
    "form:unsubscribe": "has an unsubscribe link",
    "form:list": "sent to a list",
    "form:answer": "answers a mail of yours",
    "calendar:request": "has a calendar invitation",
    "calendar:cancel": "cancels a calendar event",
}


def quoted(sentence: str) -> str:
    """The sentence in quotation marks, shortened where it is long."""
    short = sentence if len(sentence) <= _LONGEST_QUOTE else sentence[:_LONGEST_QUOTE].rsplit(" ", 1)[0] + " …"
    return f"“{short}”"


@dataclass(frozen=True, slots=True)
class Reasons:
    """Why a tag was given, in sentences for people, and the sentence of the mail that decided ("" where none did)."""

    told: tuple[str, ...]
    deciding: str


def deciding_sentence(model: LanguageModel, features: Features, tag: Tag) -> str:
    """The sentence that speaks most for ``tag``; empty where none speaks for it more than for nothing."""
    return deciding_sentences(model, (features,), (tag,))[0]


def deciding_sentences(model: LanguageModel, mails: Sequence[Features], tags: Sequence[Tag]) -> list[str]:
    """The same for several mails, all their sentences reckoned at once.

    In ordinary mail only a sentence with a cue can be told of.
    """
    places = [_eligible(features, tag) for features, tag in zip(mails, tags, strict=True)]
    parts = [features.parts[place] for features, each in zip(mails, places, strict=True) for place in each]
    pulls = sentence_log_probabilities(model.sentence, parts)
    found: list[str] = []
    at = 0
    for features, tag, each in zip(mails, tags, places, strict=True):
        own = pulls[at : at + len(each)]
        at += len(each)
        column = _COLUMNS[tag]
        best = int(own[:, column].argmax()) if each else -1
        none_speaks = best < 0 or (tag is Tag.OTHER and own[best].argmax() != column)
        found.append("" if none_speaks else features.sentences[each[best]].text)
    return found


def _eligible(features: Features, tag: Tag) -> Sequence[int]:
    """Which sentences may have decided."""
    if tag is Tag.OTHER:
        return sorted({hit.sentence for hit in features.hits})
    return range(len(features.parts))


def _telling(names: Iterable[str]) -> list[str]:
    """The first of these terms in words for people, without those that tell them nothing."""
    found: list[str] = []
    for words in filter(None, map(_words_of, names)):
        if words not in found:
            found.append(words)
            if len(found) == _TERMS:
                break
    return found


def reasons_of(
    model: LanguageModel,
    mails: Sequence[Features],
    items: Sequence[Weighed],
    probabilities: Vector,
    needed: Mapping[Tag, float],
) -> list[Reasons]:
    """Why the likeliest tag of each mail was given and what speaks for the next one; ``probabilities`` are (mails ×
    tags), ``needed`` is the certainty below which a tag is doubtful."""
    orders: list[list[int]] = (-probabilities).argsort(axis=-1, kind="stable").tolist()
    first, second = [order[0] for order in orders], [order[1] for order in orders]
    sentences = deciding_sentences(model, mails, [MESSAGE_TAGS[tag] for tag in first])
    gains = model.mail.gains(items, first, second)
    ahead, behind = (model.mail.strongest(items, each, _LEAST_PULL) for each in (gains, -gains))
    return [
        Reasons(tuple(_told(sentence, tags, shares, (_telling(speaking), _telling(against)), needed)), sentence)
        for sentence, tags, shares, speaking, against in zip(
            sentences, zip(first, second, strict=True), probabilities.tolist(), ahead, behind, strict=True
        )
    ]


def _told(
    sentence: str,
    tags: tuple[int, int],
    shares: Sequence[float],
    terms: tuple[Sequence[str], Sequence[str]],
    needed: Mapping[Tag, float],
) -> Iterator[str]:
    """``tags`` are the columns of the likeliest tag and of the next one, ``terms`` what speaks for each."""
    tag, rival = (MESSAGE_TAGS[column] for column in tags)
    sure, next_sure = (shares[column] for column in tags)
    speaking, against = terms
    yield f"It says: {quoted(sentence)}" if sentence else "Nothing in it says how an application stands."
    if speaking:
        yield f"For {tag.value} speaks: {'; '.join(speaking)}."
    spoken = f"; for it speaks: {'; '.join(against)}" if against else ""
    yield f"Next likeliest is {rival.value} with {next_sure:.0%}{spoken}."
    if sure < needed[tag]:
        yield f"It is {sure:.0%} sure; {tag.value} needs {needed[tag]:.0%}."


@lru_cache(maxsize=2_048)
def _words_of(name: str) -> str:
    """A term or fact in words for people; empty where it would tell them nothing."""
    if name.startswith(PIECE):
        return ""
    group, _, rest = name.partition(":")
    if group in ("cue", "count", "early"):
        return _FAMILY_WORDS.get(rest, "")
    if group == "subject" and rest:
        words = _FAMILY_WORDS.get(rest, "")
        return f"in the subject, {words}" if words else ""
    if name in _FACT_WORDS:
        return _FACT_WORDS[name]
    return "" if rest or len(name) < 5 else quoted(name)
