"""Decides whether a reply is to be written, and writes it: pure, from facts alone (``domain.md`` §2).

First every reason against it, in order; then the recipient; then the slots; then a wording. A wording of the person's
own comes before ours, and one that cannot be filled in never stops a reply.
"""

import re

from respond.answered import mail_answered
from respond.appointments import Offer, offer_of
from respond.filling import slots_for
from respond.historyslots import spoke_with_someone
from respond.language import FALLBACK, Language, has_language, language
from respond.objections import SCAM, is_suspect, objection
from respond.recipients import NoRecipient, Recipient, recipient_for
from respond.register import Tone, is_informal, name_of, own_greeting, tells_apart, tone_of
from respond.sentences import plain_sentences
from respond.situation import Composed, Person, Refused, Situation, received_newest_first
from respond.slots import Origin, Slots, in_one_line, mail_origin, today_of
from respond.wordings import BrokenWording, choose, render, wordings_of
from store.noted import Fact
from store.records import StoredMessage
from store.vocabulary import Direction, DraftKind

__all__ = ["Composed", "Person", "Refused", "Situation", "compose"]

_REPLY_MARKS = re.compile(
    r"^(\s*(\[ext(ern(al|e)?)?\]|(re|aw|antw|antwort|sv|vs|r|rif|res|odp|ynt|yan|atb|απ|отв|ответ|відп|回复|回覆|答复|返信|"
    r"답장|회신)\s*(\[\d+\]|\(\d+\)|\^\d+)?\s*[:：]))+\s*",
    re.IGNORECASE,
)
"""What programs put before the subject of an answer, in whatever language, and gateways before that."""
_ABOUT_TIMES = frozenset({DraftKind.INVITATION_REPLY, DraftKind.OTHER_TIMES, DraftKind.DECLINE_INVITATION})


def compose(situation: Situation) -> Composed | Refused:
    """The reply that is due or asked for, or why none is written."""
    reason = objection(situation)
    if reason:
        return Refused(reason)
    asked = mail_answered(situation)
    recipient = _recipient(situation, asked)
    if isinstance(recipient, NoRecipient):
        return Refused(_without_recipient(situation, recipient))
    if is_suspect(situation, recipient.address, recipient.answers):
        return Refused(SCAM)
    offer = offer_of(asked, situation.now) if situation.kind in _ABOUT_TIMES else Offer()
    reason = _against_offer(situation, offer)
    if reason:
        return Refused(reason)
    return _written(situation, recipient, offer, asked)


def _recipient(situation: Situation, asked: StoredMessage | None) -> Recipient | NoRecipient:
    """Whom it goes to: the one it is for, in the thread with them; else whoever is to be answered."""
    if situation.to is None:
        return recipient_for(situation.kind, situation.messages, situation.person.addresses, asked)
    theirs = (one for one in received_newest_first(situation) if one.message.sender.address == situation.to.address)
    return Recipient(situation.to, next(theirs, None), "It goes to the person who helped.")


def _written(situation: Situation, recipient: Recipient, offer: Offer, asked: StoredMessage | None) -> Composed:
    spoken = _spoken(recipient, situation)
    words = language(spoken if _has_words(spoken, situation) else FALLBACK)
    tone = _tone(situation, recipient, words)
    slots = slots_for(situation, recipient, offer, words, asked=asked, informal=tone is Tone.FIRST)
    wording, paragraphs = _paragraphs(situation, words, slots)
    body = _letter(situation, recipient, tone, words, slots, paragraphs)
    why = [recipient.why, *slots.why]
    if words.code != spoken:
        why.append("Their mail is in a language heardback has no wordings for yet, so this is in English.")
    in_reply_to, references = _threading(recipient.answers)
    return Composed(
        to=recipient.address,
        subject=_subject(situation, recipient.answers, words),
        body=body,
        in_reply_to=in_reply_to,
        references=references,
        language=words.code,
        facts=tuple(slots.facts),
        gaps=tuple(dict.fromkeys(gap for gap in slots.gaps if gap in body)),
        why=tuple(dict.fromkeys(reason for reason in why if reason)),
        wording=wording,
    )


def _has_words(spoken: str, situation: Situation) -> bool:
    if not has_language(spoken):
        return False
    return bool(wordings_of(spoken, situation.kind) or situation.own.of(spoken, situation.kind))


def _paragraphs(situation: Situation, words: Language, slots: Slots) -> tuple[str, str]:
    """The wording that is taken, and what it says: the person's own where they have one that works, else ours."""
    kind = situation.kind
    for wordings in (situation.own.of(words.code, kind), wordings_of(words.code, kind)):
        rendered: dict[str, str] = {}
        for wording in wordings:
            try:
                rendered[wording] = render(wording, slots.values, situation.own)
            except BrokenWording as error:
                slots.why.append(f"Your wording {wording} was left out: {error}.")
        told = {wording: text for wording, text in rendered.items() if text}
        if told:
            chosen = _chosen(situation, told, slots)
            return chosen, told[chosen]
    raise LookupError(f"no wording for {kind} in {words.code}")


def _chosen(situation: Situation, rendered: dict[str, str], slots: Slots) -> str:
    """One this employer has not had yet, and if there is none, one whose sentences it has not read."""
    sentences = {wording: plain_sentences(text, slots.facts, slots.gaps) for wording, text in rendered.items()}
    return choose(
        tuple(rendered),
        situation.used_wordings,
        f"{situation.application.id}/{situation.ordinal}",
        lambda wording: len(sentences[wording] & situation.used_sentences),
    )


def _against_offer(situation: Situation, offer: Offer) -> str:
    if situation.kind is DraftKind.DECLINE_INVITATION:
        return ""
    if offer.link_only:
        return "They ask you to book a time through their link; a mail would not book it."
    if offer.past and not offer.starts and situation.state.interview_at is None:
        return "The time they offered is over."
    return ""


def _without_recipient(situation: Situation, found: NoRecipient) -> str:
    if situation.kind is DraftKind.STAY_CONNECTED and not found.suspicious and not spoke_with_someone(situation):
        return f"Nobody of theirs had contact with you: file it, and take what it teaches. {found.reason}"
    return found.reason


def _letter(
    situation: Situation, recipient: Recipient, tone: Tone | None, words: Language, slots: Slots, paragraphs: str
) -> str:
    """Greeting, paragraphs, closing, signature."""
    company = in_one_line(situation.application.company)
    name = name_of(recipient.address, company)
    own, mail = _own_greeting(situation, recipient, words, informal=tone is Tone.FIRST)
    if own:
        greeting = own
        slots.facts.append(Fact("greeting", own, "how you wrote to them before", mail))
    elif name is not None and tone is not None:
        greeting = words.word(f"greeting.{tone}", first=name.first, full=name.full)
        slots.note("greeting", name.full, _naming(situation, recipient))
    elif company and not situation.application.agency:
        greeting = words.word("greeting.team", company=company)
    else:
        greeting = words.word("greeting.nobody")
    closing = words.word("closing.first" if tone is Tone.FIRST else "closing.formal")
    return f"{greeting}\n\n{paragraphs}\n\n{closing}\n{_signature(situation.person, words, slots)}\n"


def _naming(situation: Situation, recipient: Recipient) -> Origin:
    """The mail whose address gives the name."""
    if recipient.answers is None:
        return Origin("the name in their address")
    mail = mail_origin(recipient.answers, today_of(situation))
    return Origin(f"the name in their address, {mail.words}", mail.message)


def _own_greeting(
    situation: Situation, recipient: Recipient, words: Language, *, informal: bool
) -> tuple[str, int | None]:
    """How the person greeted this recipient themselves, in their newest mail to them; empty if they never did."""
    own = [
        one
        for one in situation.messages
        if one.direction is Direction.SENT and recipient.address.address in {each.address for each in one.message.to}
    ]
    for stored in sorted(own, key=lambda one: one.message.date, reverse=True):
        first = next((line.strip() for line in stored.message.text.splitlines() if line.strip()), "")
        greeting = own_greeting(first, words.code, informal=informal and tells_apart(words.code))
        if greeting:
            return greeting, stored.id
    return "", None


def _signature(person: Person, words: Language, slots: Slots) -> str:
    name = " ".join(person.name.split())
    if not name:
        name = words.word("gap.name")
        slots.gaps.append(name)
    own = "\n".join(line.rstrip() for line in person.signature.strip().splitlines())
    if not own:
        return name
    return own if name in own else f"{name}\n{own}"


def _tone(situation: Situation, recipient: Recipient, words: Language) -> Tone | None:
    """The register the recipient uses, by the newest of their mails that shows one; full name while none is known."""
    name = name_of(recipient.address, situation.application.company)
    if name is None:
        return None
    theirs = [one for one in received_newest_first(situation) if _is_by(one, recipient)]
    if tells_apart(words.code):
        heard = (is_informal(one.message, name, situation.person.name, words.code) for one in theirs)
        return Tone.FIRST if next((one for one in heard if one is not None), False) else Tone.FULL
    return tone_of(theirs[0].message, name, situation.person.name) if theirs else Tone.FULL


def _is_by(stored: StoredMessage, recipient: Recipient) -> bool:
    return stored == recipient.answers or stored.message.sender.address == recipient.address.address


def _spoken(recipient: Recipient, situation: Situation) -> str:
    """The language of the mail that is answered, else of the newest one received."""
    received = received_newest_first(situation)
    mail = recipient.answers or (received[0] if received else None)
    return mail.reading.verdict.language if mail is not None and mail.reading.verdict.language else FALLBACK


def _subject(situation: Situation, answers: StoredMessage | None, words: Language) -> str:
    """The thread's own subject with one "Re:", else a new one that says what it is about."""
    if answers is not None:
        bare = _REPLY_MARKS.sub("", _clean_line(answers.message.subject))
        if bare:
            return f"Re: {bare}"
    role = in_one_line(situation.application.role)
    return words.subject(situation.kind, role, _clean_line(situation.person.name))


def _threading(answers: StoredMessage | None) -> tuple[str, tuple[str, ...]]:
    """In-Reply-To and References of an answer (RFC 5322 §3.6.4).

    References are the parent's, else the parent's In-Reply-To when that names exactly one mail, and then the parent.
    """
    if answers is None or not answers.message.message_id:
        return "", ()
    parent = answers.message
    before = parent.references or (parent.in_reply_to if len(parent.in_reply_to) == 1 else ())
    chain = tuple(dict.fromkeys(one for one in before if one != parent.message_id))
    return parent.message_id, (*chain, parent.message_id)


def _clean_line(text: str) -> str:
    return " ".join("".join(char if char.isprintable() else " " for char in text).split())
