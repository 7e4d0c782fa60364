"""Checks a reply against what is known of good manners and of this house's own promises (``domain.md`` §2).

Pure. What heardback composes never has a fault (tests hold that); a person's own templates are told of theirs; what a
person writes by hand is theirs.
"""

import re
from collections.abc import Callable, Iterator

from ingest.senders import is_no_reply
from respond.humans import is_list, is_relay, why_unreachable
from respond.language import LONGEST_SUBJECT
from respond.mannerwords import MANNERS, Manners
from respond.objections import is_suspect
from respond.sentences import bare, paragraphs_of
from respond.situation import Composed, Situation
from store.records import StoredMessage
from store.vocabulary import DraftKind

LONGEST = {
    DraftKind.FOLLOW_UP_APPLICATION: 110,
    DraftKind.FOLLOW_UP_INTERVIEW: 100,
    DraftKind.FINAL_FOLLOW_UP: 80,
    DraftKind.STAY_CONNECTED: 120,
    DraftKind.INVITATION_REPLY: 150,
    DraftKind.OTHER_TIMES: 90,
    DraftKind.DECLINE_INVITATION: 70,
    DraftKind.THANK_YOU: 150,
    DraftKind.WITHDRAWAL: 80,
    DraftKind.ASSESSMENT_REPLY: 80,
    DraftKind.OUTREACH_INTERESTED: 100,
    DraftKind.OUTREACH_LATER: 80,
    DraftKind.OFFER_REPLY: 80,
    DraftKind.INFORMATION_REPLY: 90,
    DraftKind.RECONNECT: 80,
    DraftKind.HIRED_THANKS: 80,
}
"""Words of the paragraphs at most (``domain.md`` §2.3); a gap counts as one."""
_WIDER = {"fr": 1.05, "es": 1.05}
"""The ranges are counted for English; these two say the same in a few more words."""
_QUESTIONS = {DraftKind.OUTREACH_INTERESTED: 4}
"""How many questions a kind may ask; all others ask one at most. An approach is answered with a few (R11)."""
_WORD = re.compile(r"\w[^\s]*")
_GAP = re.compile(r"\[[^\[\]]*\]")
_SHOUTING = re.compile(r"[!?]{2,}|!.*!", re.DOTALL)
_NUMBER = re.compile(r"\d[\d.,:/]*")
_CAPITALISED = re.compile(r"[^\W\d_][\w'’-]{2,}")


def faults(composed: Composed, situation: Situation) -> tuple[str, ...]:
    """What speaks against a reply, a sentence each; empty for one that can stand."""
    return tuple(fault for check in _CHECKS for fault in check(composed, situation))


def _too_long(composed: Composed, situation: Situation) -> Iterator[str]:
    paragraphs = _GAP.sub("[]x", paragraphs_of(_unsigned(composed, situation)))
    words = len(_WORD.findall(paragraphs))
    most = round(LONGEST[situation.kind] * _WIDER.get(composed.language, 1.0))
    if words > most:
        yield f"It has {words} words; {most} are the most for this kind."


def _unwelcome(composed: Composed, situation: Situation) -> Iterator[str]:
    text = _own_words(composed, situation)
    for pattern, reason in _manners(composed).unwelcome:
        found = pattern.search(text)
        if found:
            yield f"“{found[0].strip()}” is better left out: {reason}."


def _shouting(composed: Composed, situation: Situation) -> Iterator[str]:
    if _SHOUTING.search(_own_words(composed, situation)):
        yield "It calls out more than once; one mark at the end of a sentence is enough."


def _thanks_again(composed: Composed, situation: Situation) -> Iterator[str]:
    times = len(_manners(composed).thanks.findall(_own_words(composed, situation)))
    if times > 1:
        yield f"It says thanks {times} times; once is enough."


def _several_asks(composed: Composed, situation: Situation) -> Iterator[str]:
    questions = _own_words(composed, situation).count("?")
    most = _QUESTIONS.get(situation.kind, 1)
    if questions > most:
        yield f"It asks {questions} things; {'one is' if most == 1 else f'{most} are'} the most for this kind."


def _invented(composed: Composed, situation: Situation) -> Iterator[str]:
    """A number, a day or a name that no fact gives."""
    text = _own_words(composed, situation)
    for found in dict.fromkeys((*_NUMBER.findall(text), *(each[0] for each in _manners(composed).days.finditer(text)))):
        yield f"“{found}” stands in it, and no fact gives it."
    told = {word for fact in composed.facts for word in _CAPITALISED.findall(fact.value)}
    for name in sorted((_names(situation) - told) & set(_CAPITALISED.findall(text))):
        yield f"The name “{name}” stands in it, and no fact gives it."


def _names(situation: Situation) -> set[str]:
    """The parts of the names of people in this conversation, but for the person's own."""
    people = {
        part
        for stored in situation.messages
        for address in (stored.message.sender, *stored.message.to, *stored.message.cc)
        for part in _CAPITALISED.findall(address.name)
        if part[0].isupper()
    }
    return people - set(_CAPITALISED.findall(situation.person.name)) - _house_words(situation)


def _house_words(situation: Situation) -> set[str]:
    """Words of mailbox names that are no person's: the employer's own, and those of offices."""
    application = situation.application
    words = set(_CAPITALISED.findall(f"{application.company} {application.agency} {application.role}"))
    return words | {"Team", "Hiring", "Talent", "Careers", "Recruiting", "Jobs", "The"}


def _addressees(composed: Composed, _situation: Situation) -> Iterator[str]:
    address = composed.to.address
    if address.count("@") != 1 or any(mark in address for mark in " ,;<>"):
        yield "It goes to several at once; one recipient reads it as meant for them."


def _long_subject(composed: Composed, _situation: Situation) -> Iterator[str]:
    # An answer keeps the subject of its thread, however long.
    if not composed.in_reply_to and len(composed.subject) > LONGEST_SUBJECT:
        yield f"Its subject has {len(composed.subject)} characters; lists of mail cut it off after {LONGEST_SUBJECT}."


def _nobody_reads(composed: Composed, situation: Situation) -> Iterator[str]:
    refusal = why_unreachable(composed.to) or ("A no-reply address." if is_no_reply(composed.to) else "")
    if refusal:
        yield f"It goes where nobody reads it: {refusal[0].lower()}{refusal[1:]}"
    answered = _answered(composed, situation)
    if answered is None:
        return
    message = answered.message
    if is_list(message) and not is_relay(composed.to):
        yield "It answers a mail that went to a list."
    is_automatic = message.marks.auto_reply or message.marks.auto_submitted.lower().startswith("auto-replied")
    if is_automatic and composed.to.address == message.sender.address:
        yield "It answers an automatic reply."


def _scam(composed: Composed, situation: Situation) -> Iterator[str]:
    if is_suspect(situation, composed.to, _answered(composed, situation)):
        yield "It answers a mail with signs of a scam."


def _gendered(composed: Composed, _situation: Situation) -> Iterator[str]:
    # How the person greeted them before is a fact, and theirs.
    text = bare(composed.body, composed.facts, composed.gaps)
    found = _manners(composed).gendered.search(text)
    if found:
        yield f"“{found[0].strip()}” tells a gender; the full name stands for it."


def _answered(composed: Composed, situation: Situation) -> StoredMessage | None:
    ids = (one for one in situation.messages if one.message.message_id == composed.in_reply_to)
    return next(ids, None) if composed.in_reply_to else None


def _own_words(composed: Composed, situation: Situation) -> str:
    """The paragraphs without facts and gaps: what the wording itself says."""
    return bare(paragraphs_of(_unsigned(composed, situation)), composed.facts, composed.gaps)


def _unsigned(composed: Composed, situation: Situation) -> str:
    """The body without the person's own signature, which may have paragraphs of its own."""
    signature = "\n".join(line.rstrip() for line in situation.person.signature.strip().splitlines())
    return composed.body.rstrip("\n").removesuffix(signature)


def _manners(composed: Composed) -> Manners:
    return MANNERS[composed.language]


_CHECKS: tuple[Callable[[Composed, Situation], Iterator[str]], ...] = (
    _too_long,
    _unwelcome,
    _shouting,
    _thanks_again,
    _several_asks,
    _invented,
    _addressees,
    _long_subject,
    _nobody_reads,
    _scam,
    _gendered,
)
