"""Whether a machine wrote a mail or a person did (``domain.md`` §4.1, §4.3)."""

import re

from classify.employer_names import is_persons_name
from classify.pieces import Guarded, in_small_letters
from ingest.senders import is_no_reply
from store.records import Message
from store.vocabulary import SenderKind

_SAYS_SO = Guarded(
    r"\b(?:do not|don't|please do not|cannot|can ?not|can't) (?:directly )?(?:reply|respond) to this|this (?:is an? "
    r")?(?:automated|automatic|auto-generated|"
    r"automatically generated|system[- ]generated)|(?:automated|automatic) (?:message|e-?mail|notification|note|"
    r"response|reply|acknowledg\w+)|"
    r"(?:mailbox|inbox|address) is (?:not|un)\s?-?monitored|unmonitored|replies (?:to this|are not|will not)|"
    r"automatisch (?:erstellt|generiert|versandt|versendet|erzeugt)|nicht auf diese (?:e-?mail|nachricht)|bitte "
    r"antworten sie nicht|"
    r"(?:message|e-?mail|courriel) (?:généré |envoyé )?automatique|ne pas répondre|générée? automatiquement|"
    r"mensaje automático|correo automático|no (?:responda|respondas|conteste) a este|generado automáticamente|"
    r"respuesta automática",
    re.IGNORECASE,
)
_BULK = frozenset(("bulk", "list", "junk", "auto_reply"))
_MACHINES = frozenset((SenderKind.SCHEDULER, SenderKind.TEST_PLATFORM))
_PERSONS_RELAY = re.compile(r"hit-reply|inmail|messag(?:e|ing)-")


def is_automatic(message: Message, text: str) -> bool:
    """Whether a machine wrote ``message``; a person on a relay is a person."""
    marks = message.marks
    if marks.auto_submitted.lower() not in ("", "no") or marks.auto_reply or message.sender_kind in _MACHINES:
        return True
    if _has_own_relay(message):
        return False
    said = _says_so(f"{text[:4000]}\n{message.footer[:1000]}")
    writer = message.sender.name.partition(" via ")[0].partition(" from ")[0].partition(" at ")[0]
    named = is_persons_name(writer, message.sender.local)
    if is_no_reply(message.sender):
        return not (named and not said)
    if message.sender_kind is SenderKind.JOB_BOARD:
        return not (named or _PERSONS_RELAY.search(message.sender.local))
    if said or marks.precedence.lower() in _BULK:
        return True
    return message.sender_kind is SenderKind.TRACKING_SYSTEM and not named


def _says_so(text: str) -> bool:
    return _SAYS_SO.search(text, in_small_letters(text)) is not None


def _has_own_relay(message: Message) -> bool:
    """Whether answers go to an address made for this person: ``candidate-8f31@…`` (``domain.md`` §4.3)."""
    return any(
        each.address != message.sender.address and not is_no_reply(each) and re.search(r"\d|[+]", each.local)
        for each in message.reply_to
    )
