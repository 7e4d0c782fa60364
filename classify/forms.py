"""Rules of form, asked before the model: what a message is by who sent it and how, whatever its words say.

Lists and bulk mail are no rule (a rejection may carry an unsubscribe link, ``domain.md`` §3.3 no. 18): only facts for
the model.
"""

import re
from dataclasses import dataclass

from store.records import Message
from store.vocabulary import Tag

OWN_MAIL = "own mail"
AUTOMATIC_REPLY = "automatic reply"


@dataclass(frozen=True, slots=True)
class Finding:
    """A tag that the form alone gives, its finer kind, and the reason for people."""

    tag: Tag
    kind: str
    reason: str


_AWAY_SUBJECT = re.compile(
    r"\b(?:out of (?:the )?office|ooo\b|away from (?:the office|my desk)|on (?:annual |parental |maternity )?leave"
    r"|abwesenheits\w*|nicht im (?:buero|büro)|(?:réponse|reponse) automatique d'absence|absence du bureau"
    r"|absent du bureau|message d'absence|fuera de (?:la )?oficina|ausente de la oficina|mensaje de ausencia)\b",
    re.IGNORECASE,
)
_AUTOMATIC_SUBJECT = re.compile(
    r"^\s*(?:automatic reply|auto(?:matic)?[- ]?(?:reply|response)|automatische antwort|(?:réponse|reponse) "
    r"automatique"
    r"|respuesta automática|respuesta automatica)\b",
    re.IGNORECASE,
)
_AWAY_BODY = re.compile(
    r"\b(?:out of (?:the )?office|(?:away|on leave|on holiday|on vacation|on annual leave|travelling) (?:\w+ "
    r"){0,3}(?:until"
    r"|till|from|through|with)|(?:back|return(?:ing)?) (?:\w+ ){0,3}on|limited access to|while i(?:'m| am) away"
    r"|nicht im (?:büro|buero)|abwesend|im urlaub|wieder (?:erreichbar|für sie da|im büro)|kein(?:en)? zugriff auf"
    r"|absente? (?:du bureau|jusqu)|de retour le|en congés?|fuera de la oficina|de vacaciones|de regreso el"
    r"|ausente hasta|volveré el)\b",
    re.IGNORECASE,
)


def finding_of(message: Message, own_addresses: frozenset[str]) -> Finding | None:
    """What the form alone says of ``message``, or None when its words must be read."""
    if message.sender.address and message.sender.address in own_addresses:
        return Finding(Tag.OTHER, OWN_MAIL, "You sent this mail yourself.")
    if is_away_notice(message):
        return Finding(Tag.OTHER, AUTOMATIC_REPLY, "It is an automatic out-of-office answer.")
    return None


def is_away_notice(message: Message) -> bool:
    """Whether this is an out-of-office answer (RFC 3834 marks, or its usual subject, and words of absence).

    An automatic answer that confirms an application is no absence: receipts are sent the same way.
    """
    if _AWAY_SUBJECT.search(message.subject):
        return True
    marked = message.marks.auto_submitted.lower().startswith("auto-replied") or bool(message.marks.auto_reply)
    if marked or _AUTOMATIC_SUBJECT.search(message.subject):
        return _AWAY_BODY.search(message.text[:2000]) is not None
    return False
