"""Which job a mail is about: "for the R position", "application for R at X", "R – application" (``domain.md`` §4.4).

Precision before recall: a phrase must hold a title's noun and must not be a sentence; else nothing is said.
"""

import re
from collections.abc import Iterator

from classify.employer_names import is_persons_name
from classify.folding import folded
from classify.names import same_role
from classify.pieces import Guarded, in_small_letters
from classify.rolepatterns import (
    AT_AN_EMPLOYER,
    CAPITALISED,
    IN_BODY,
    IN_SUBJECT,
    JOINTS,
    LABELLED,
    STRONG,
    STRONG_GERMAN,
)
from classify.roletitles import capitalised_title, ends_in_noun, is_no_job, title_of
from classify.titles import title_words
from store.records import Message
from store.vocabulary import SenderKind

_READ = 5_000
_PREFIX = re.compile(r"^\s*(?:(?:re|fwd?|aw|wg|tr|rv|antw|sv)\s*:\s*)+", re.IGNORECASE)
_BOTH_GENDERS = re.compile(
    r"[:*_·•/.-](?:(?:(?<=[^\W\d_]{3}[:*_·•])|(?<=[^\W\d_]{3}/)-)(?=(?:in|innen|e|ne|se|le|trice|rice|euse|ère|ive)s?\b)|"
    r"(?<=[^\W\d_]{3}[ntréfl][.-])(?=(?:e|ne|trice|euse)s?\b))"
)
"""It begins with its signs, as these are found at once."""
_LEVEL = re.compile(r" (?:I{1,3}|IV|V|\d)$")


def role_of(message: Message, text: str, language: str, company: str = "") -> str:
    """The job's title as the mail gives it, or "" when it gives none for sure; ``company``'s name is no part of it."""
    whole = _slashed(" ".join(message.subject.split())[:300])
    subject = _PREFIX.sub("", whole)
    body = _slashed(text[:_READ])
    if subject != whole and message.in_reply_to and (named := _another(subject, body, language)):
        return _as_written(without_employer(named, company), text)
    found = _found(message, subject, body, language, company)
    return _as_written(without_employer(found, company), f"{message.subject}\n{text}")


def _slashed(text: str) -> str:
    """Both genders in one word with a slash between them: "Verkäufer:in" would else end at the colon."""
    return _BOTH_GENDERS.sub("/", text)


def _as_written(role: str, text: str) -> str:
    """The title with the sign between its genders that the mail itself uses."""
    spelt = (role.replace("/", sign) for sign in (":", "*", "·", ".", "-", "/-"))
    return next((each for each in spelt if "/" in role and each in text), role)


def without_employer(role: str, company: str) -> str:
    """The title without the employer beside it: "Production Coordinator, Lantern Theatre"."""
    if not company or company.split()[0] not in role:
        return role
    name = re.escape(company)
    # German declines a name: "bei den Stadtwerken Auental".
    declined = r"\s+".join(rf"{re.escape(word)}(?:e?n|s)?" for word in company.split())
    behind = rf"(?:\s*[,–—|@/-]|\s+(?:at|with|in|{JOINTS}))\s*(?:the )?{declined}(?!\w).*$"
    bare = re.sub(behind, "", role)
    alone = re.sub(rf"^(?:the )?{name}['’s]*[\s:–—|-]+(?=\w)", "", bare)
    return bare or role if is_no_job(alone) else alone or role


def _another(subject: str, body: str, language: str) -> str:
    """The role an answer names in its own words where its subject, kept from the conversation, names another one."""
    kept = next(filter(None, (title_of(phrase, language) for phrase in _phrases(subject, "", language))), "")
    if not kept or folded(kept, language) in folded(body, language):
        return ""
    named = next(filter(None, (title_of(phrase, language) for phrase in _phrases("", body, language))), "")
    return "" if not named or same_role(kept, named) else named


def _found(message: Message, subject: str, body: str, language: str, company: str) -> str:
    for phrase in _phrases(subject, body, language):
        if role := title_of(phrase, language):
            return role
    return (_beside(company, body, language) if message.sender_kind is SenderKind.JOB_BOARD else "") or (
        _whole(subject, language)
        or _on_a_line(message, body, language)
        or _strong(subject, body, (*STRONG, *(STRONG_GERMAN if language == "de" else ())))
        or _capitalised(body, language)
    )


def _phrases(subject: str, text: str, language: str) -> Iterator[str]:
    """Phrases that may hold the title, the surest places first."""
    of_subject, of_text = (subject, in_small_letters(subject)), (text, in_small_letters(text))
    for pattern in LABELLED.get(language, LABELLED["en"]):
        yield from (match["role"] for match in pattern.finditer(*of_text))
    for pattern in IN_SUBJECT.get(language, IN_SUBJECT["en"]):
        yield from (match["role"] for match in pattern.finditer(*of_subject))
    for pattern in IN_BODY.get(language, IN_BODY["en"]):
        for where in (of_subject, of_text):
            yield from (match["role"] for match in pattern.finditer(*where))


def _strong(subject: str, text: str, patterns: tuple[Guarded, ...]) -> str:
    """A capitalised phrase where only a title can stand, though none of its words is known."""
    places = [(where, in_small_letters(where)) for where in (subject, text)]
    for pattern in patterns:
        for place in places:
            for match in pattern.finditer(*place):
                if role := capitalised_title(match["role"]):
                    return role
    return ""


def _capitalised(text: str, language: str) -> str:
    """A capitalised run that ends in a title's noun: "the examination for Legal Process Clerk"."""
    for match in CAPITALISED.get(language, CAPITALISED["en"]).finditer(text):
        role = title_of(match["role"], language)
        many = len(role.split()) > 1 or language == "de"
        if role and many and ends_in_noun(role, language) and not is_persons_name(role):
            return role
    return ""


def _on_a_line(message: Message, text: str, language: str) -> str:
    """The title alone on a line near the top, as job boards and forms have it; the sign-off is left out."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    depth = 8 if message.sender_kind is SenderKind.JOB_BOARD else 4
    for line in lines[: min(depth, len(lines) - 3)]:
        if role := _whole(line, language) if " " in line else "":
            return role
    return ""


def _beside(company: str, text: str, language: str) -> str:
    """What a job board's receipt has right before the employer: "Studio Assistant. Cobalt Lane Studios, Wexcombe"."""
    if not company:
        return ""
    for match in re.finditer(rf"(?m)^(?P<role>[^\n.]{{3,80}}?)\s*(?:[.,·|–-]\s*|\n\s*){re.escape(company)}\b", text):
        if role := title_of(match["role"], language):
            return role
    return ""


def _whole(line: str, language: str) -> str:
    """The line itself, or a part of it, where that is nothing but a title: "Asset Manager, Logistics"."""
    if "?" in line or "!" in line or len(line) > 110:
        return ""
    for part in re.split(r"\s[–—|·/-]\s|\s*[|·:]\s*", line):
        role = title_of(part, language)
        begins = language in ("fr", "es") and title_words(role, language)[:1] == [0]
        plain = role[:1].isupper() and (language in ("en", "de") or bool(title_words(role, "en")))
        is_first = (begins or plain) and part.strip().startswith(role[:1])
        stands_alone = is_first and ends_in_noun(_LEVEL.sub("", role), language)
        at_one = language in AT_AN_EMPLOYER and AT_AN_EMPLOYER[language].search(part) is not None
        is_whole = len(role.split()) > 1 or len(line.split()) == 1 or at_one
        if role and stands_alone and is_whole and not part.strip().endswith("rs") and not is_persons_name(role):
            return role
    return ""
