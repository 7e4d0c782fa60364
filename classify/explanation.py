"""Why a tag was given, in short sentences for people."""

from collections.abc import Sequence

import numpy as np

from classify.features import PIECE, Features
from classify.model import LanguageModel, Vector, Weighed, sentence_log_probabilities
from store.vocabulary import MESSAGE_TAGS, Tag

_LONGEST_QUOTE = 220
_LEAST_PULL = 0.05
_TERMS = 3
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


def deciding_sentence(model: LanguageModel, features: Features, tag: Tag) -> str:
    """The sentence that speaks most for ``tag``; empty where none speaks for it more than for nothing.

    In ordinary mail only a sentence with a cue can be told of.
    """
    places = list(range(len(features.parts)))
    if tag is Tag.OTHER:
        places = sorted({hit.sentence for hit in features.hits})
    if not places:
        return ""
    column = MESSAGE_TAGS.index(tag)
    pulls = sentence_log_probabilities(model.sentence, [features.parts[place] for place in places])
    best = int(pulls[:, column].argmax())
    if tag is Tag.OTHER and pulls[best].argmax() != column:
        return ""
    return features.sentences[places[best]].text


def telling_terms(model: LanguageModel, item: Weighed, tag: Tag, rival: Tag) -> tuple[str, ...]:
    """The strongest terms for ``tag`` against ``rival``, in words for people, strongest first."""
    found: list[str] = []
    for name, pull in model.mail.pulls(item, MESSAGE_TAGS.index(tag), MESSAGE_TAGS.index(rival)):
        words = _words_of(name)
        if pull < _LEAST_PULL or len(found) == _TERMS:
            break
        if words and words not in found:
            found.append(words)
    return tuple(found)


def reasons_of(
    model: LanguageModel, features: Features, item: Weighed, probabilities: Vector, needed: float
) -> tuple[tuple[str, ...], str]:
    """Why the likeliest tag was given and what speaks for the next one, and the sentence that decided."""
    order: Sequence[int] = np.argsort(-probabilities, kind="stable").tolist()
    tag, rival = MESSAGE_TAGS[order[0]], MESSAGE_TAGS[order[1]]
    sentence = deciding_sentence(model, features, tag)
    terms = telling_terms(model, item, tag, rival)
    sure = float(probabilities[order[0]])
    reasons = [f"It says: {quoted(sentence)}"] if sentence else ["Nothing in it says how an application stands."]
    if terms:
        reasons.append(f"For {tag.value} speaks: {'; '.join(terms)}.")
    against = telling_terms(model, item, rival, tag)
    spoken = f"; for it speaks: {'; '.join(against)}" if against else ""
    reasons.append(f"Next likeliest is {rival.value} with {probabilities[order[1]]:.0%}{spoken}.")
    if sure < needed:
        reasons.append(f"It is {sure:.0%} sure; {tag.value} needs {needed:.0%}.")
    return tuple(reasons), sentence


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
