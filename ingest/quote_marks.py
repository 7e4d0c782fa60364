"""Where a mail's new words end and the history begins: the marks that mail programs put there, in four languages.

Every test looks at a bounded stretch of a bounded number of lines, so that none depends on the length of the mail.
"""

import re
from collections.abc import Sequence

MAX_LINE = 400
"""A line longer than this is a paragraph, never a mark."""
_ATTRIBUTION_LINES = 4
_HEADER_LINES = 9

_OPENS = re.compile(r"[*_ ]{0,3}(?:on|am|le|el|il|em|op|den|a|dne|w dniu|de)\b", re.IGNORECASE)
_CLOSES = re.compile(
    r"(?:wrote|schrieb(?: [^:]{1,150})?|a écrit|escribió|ha scritto|escreveu|schreef(?: [^:]{1,150})?|skrev"
    r"|writes) ?:"
    r"[*_ ]{0,3}$",
    re.IGNORECASE,
)
_NAMED_FIRST = re.compile(
    r"[^>]{1,120}[>)\]]? (?:wrote|schrieb|a écrit|escribió)(?: (?:on|am|le|el) .{4,80})? ?:$", re.IGNORECASE
)
_OLD_GMAIL = re.compile(r"\d{4}-\d{2}-\d{2} \d{1,2}:\d{2} (?:GMT|UTC)[+-]\d{1,2}:\d{2} .{1,150}<[^>]{3,100}>:$")
_DIGIT = re.compile(r"\d")
_SIGNS = "-_=*>"

_DASHED = re.compile(
    r"[-_* >]{2,40}(?:original message|original appointment|ursprüngliche nachricht|originalnachricht|"
    r"ursprünglicher termin|message d'origine|message original|mensaje original|messaggio originale|"
    r"mensagem original|oorspronkelijk bericht|reply message|antwort nachricht)[-_* ]{2,40}$",
    re.IGNORECASE,
)
_FORWARD = re.compile(
    r"(?:[-_* ]{0,40}(?:forwarded message|weitergeleitete nachricht|message transféré|mensaje reenviado|"
    r"messaggio inoltrato|mensagem encaminhada|doorgestuurd bericht)[-_* ]{2,40}|"
    r"(?:begin forwarded message|anfang der weitergeleiteten (?:nachricht|e-mail)|début du message (?:réexpédié"
    r"|transféré)"
    r"|inicio del mensaje reenviado) ?:)$",
    re.IGNORECASE,
)
_RULE = re.compile(r"[-_=]{10,200}$")

_FIELD = re.compile(
    r"[*_> ]{0,4}(?:(?P<sender>from|von|de|expéditeur|remitente|da)"
    r"|(?P<date>sent|date|gesendet|datum|envoyé|enviado(?: el)?|fecha|data|inviato)"
    r"|(?P<to>to|an|à|para|cc|cci|bcc|kopie|destinataire|a|reply-to|antwort an)"
    r"|(?P<subject>subject|betreff|objet|asunto|oggetto|assunto))[*_]{0,2} ?:",
    re.IGNORECASE,
)


def is_quoted(line: str) -> bool:
    """A line that carries the quote sign, also behind a space."""
    return line.startswith((">", " >", "  >"))


def attribution(lines: Sequence[str], at: int) -> int:
    """How many lines from ``at`` on form "On …, … wrote:" (it may be folded over four); 0 when they do not."""
    line = lines[at]
    if len(line) > MAX_LINE or not line.strip():
        return 0
    stripped = line.strip()
    if stripped.endswith(":") and (_OLD_GMAIL.match(stripped) or (_NAMED_FIRST.match(stripped) and "@" in stripped)):
        return 1
    if not _OPENS.match(line):
        return 0
    joined = ""
    for count, part in enumerate(lines[at : at + _ATTRIBUTION_LINES], 1):
        joined = f"{joined} {part.strip()}".strip()
        if len(joined) > MAX_LINE or not part.strip():
            return 0
        if joined.endswith((":", ":*", ":_")) and _CLOSES.search(joined[-200:]):
            return count if _DIGIT.search(joined) or "@" in joined else 0
    return 0


def has_sign(line: str) -> bool:
    """Whether a filled line begins or ends as each of the marks below does, or may name a field: most lines do not."""
    stripped = line.strip()
    return ":" in line or stripped[0] in _SIGNS or stripped[-1] in _SIGNS


def is_original_mark(line: str) -> bool:
    """ "-----Original Message-----" and its like."""
    return 8 < len(line) < 120 and bool(_DASHED.match(line.strip()))


def is_forward_mark(line: str) -> bool:
    """ "---------- Forwarded message ---------" and its like; also behind quote signs."""
    return 8 < len(line) < 120 and bool(_FORWARD.match(line.strip(" >*")))


def is_rule(line: str) -> bool:
    """A line drawn across the page, which Outlook puts above its header block."""
    return 9 < len(line) < 220 and bool(_RULE.match(line.strip()))


def header_block(lines: Sequence[str], at: int, *, needed: int = 3) -> int:
    """How many lines from ``at`` on form a From/Sent/To/Subject block; 0 when they do not.

    ``needed`` of the four kinds must be there; without a mark above, three with the sender among them. Long recipient
    lists may be folded.
    """
    if field_kind(lines[at]) in ("", "to"):
        return 0
    kinds: set[str] = set()
    end = 0
    for offset, line in enumerate(lines[at : at + _HEADER_LINES]):
        if not line.strip(" >"):
            if offset > end:
                break
            continue
        if kind := field_kind(line):
            kinds.add(kind)
            end = offset + 1
        elif offset > end + 2:
            break
    return end if len(kinds) >= needed and (needed < 3 or "sender" in kinds) else 0


def field_kind(line: str) -> str:
    """Which header field a line shows: "sender", "date", "to", "subject", or an empty string."""
    found = _FIELD.match(line[:60])
    return (found.lastgroup or "") if found else ""
