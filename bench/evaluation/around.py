"""What is read around the tag, each against its own written set: reason, company, role, scam signs, days and times.

Everything is read as the program reads it once the tag is right, so that a wrong tag is not counted twice.
"""

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from bench.evaluation import aroundsets
from bench.evaluation.aroundsets import Written
from bench.evaluation.targets import Row
from classify.corpus import Row as Mail
from classify.corpus import message_of
from classify.employer import company_and_agency
from classify.folding import folded
from classify.jobtalk import is_about_jobs
from classify.names import company_key, same_role
from classify.reading import ENOUGH_SIGNS, Reader
from classify.scams import scam_signs
from classify.tagger import Tagger
from store.records import Address, CalendarEvent, Message, Reading, Verdict
from store.vocabulary import MESSAGE_TAGS, Direction, RejectionReason, Tag

SETS = Path(__file__).parents[2] / "tests" / "classify" / "sets"
TIMES = ("promise", "due", "interview")
_ZONES = {"en": "Europe/London", "de": "Europe/Berlin", "fr": "Europe/Paris", "es": "Europe/Madrid"}
"""Where the person of each language's set lives."""
_SHORTEST_NAME = 4
_NOT_STATED = RejectionReason.NOT_STATED.value


class Origin(StrEnum):
    """Where a case is from."""

    CORPUS = "corpus"
    WRITTEN = "written"
    HELD = "held"


@dataclass(frozen=True, slots=True)
class Case:
    """One mail: what a reader can tell of one thing (empty: nothing), and what was said.

    ``origin`` is the corpus, a set written for this or that third of it whose mistakes nobody looked at.
    """

    what: str
    language: str
    expected: frozenset[str]
    said: frozenset[str]
    origin: Origin = Origin.CORPUS


@dataclass(frozen=True, slots=True)
class Tally:
    """Things said, those of them that are right, those to be said; and mails with nothing to say, silent in some."""

    right: int
    said: int
    expected: int
    negatives: int
    false_alarms: int

    @classmethod
    def of(cls, cases: Iterable[Case]) -> "Tally":
        """The cases counted."""
        listed = list(cases)
        negatives = [case for case in listed if not case.expected]
        return cls(
            right=sum(len(case.said & case.expected) for case in listed),
            said=sum(len(case.said) for case in listed),
            expected=sum(len(case.expected) for case in listed),
            negatives=len(negatives),
            false_alarms=sum(bool(case.said) for case in negatives),
        )

    @property
    def precision(self) -> float:
        """The share of what was said that is right."""
        return self.right / self.said if self.said else 0.0

    @property
    def recall(self) -> float:
        """The share of what is there that was said."""
        return self.right / self.expected if self.expected else 0.0


def cases(mails: Sequence[Mail]) -> Iterator[Case]:
    """All cases: from the fields of the corpus, and from the sets written for reasons, employers, scams and times."""
    for mail in mails:
        yield from _of_corpus(mail)
    for written in aroundsets.read(SETS):
        origin = Origin.HELD if written.held else Origin.WRITTEN
        for case in _of_written(written):
            yield replace(case, origin=origin)
    for path in sorted(SETS.glob("times.*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            yield _of_times(json.loads(line))


def _of_written(written: Written) -> Iterator[Case]:
    """A mail of the sets, read for the one thing that its set is about."""
    mail, message = written.mail, written.message
    if written.about == "scams":
        yield Case("scam", mail.language, _one("scam" * written.is_scam), _one("scam" * _is_warned(message, mail)))
        return
    reading = _read(message, mail.tag, mail.language)
    if written.about == "employers":
        yield from _names(mail, reading)
        agency, said = company_key(written.agency), company_key(reading.agency)
        yield Case("agency", mail.language, _one(agency), _one(said))
    elif mail.reason is not None and reading.rejection_reason is not None:
        yield Case("reason", mail.language, _stated(mail.reason), _stated(reading.rejection_reason))


def _is_warned(message: Message, mail: Mail) -> bool:
    company, _ = company_and_agency(message, message.text, direction=Direction.RECEIVED, language=mail.language)
    return len(scam_signs(message, message.text, company=company)) >= ENOUGH_SIGNS


def _of_corpus(mail: Mail) -> Iterator[Case]:
    message = message_of(mail)
    is_scam = "scam" in mail.kind.split()
    if is_about_jobs(folded(f"{message.subject}\n{message.text}", "en")):  # other swindles are not looked for
        yield Case("scam", mail.language, _one("scam" * is_scam), _one("scam" * _is_warned(message, mail)))
    if mail.tag is Tag.OTHER:
        return  # whose job it is about is nobody's question there
    reading = _read(message, mail.tag, mail.language)
    yield from _names(mail, reading)
    if mail.reason is not None and reading.rejection_reason is not None:
        yield Case("reason", mail.language, _stated(mail.reason), _stated(reading.rejection_reason))


def _names(mail: Mail, reading: Reading) -> Iterator[Case]:
    """Company and role to the letter, then with a shortened form of the same name counted as right."""
    company, role = company_key(mail.company), _plain(mail.role)
    said, title = company_key(reading.company), _plain(reading.role)
    yield Case("company", mail.language, _one(company), _one(said))
    named = next((key for key in (said, company_key(reading.agency)) if _is_same_house(key, company)), "")
    yield Case("company_like", mail.language, _one(company), _one(company if named else said))
    yield Case("role", mail.language, _one(role), _one(title))
    yield Case("role_like", mail.language, _one(role), _one(role if same_role(role, title) else title))


def _is_same_house(one: str, other: str) -> bool:
    """Whether one key begins or ends the other: "Veltoria" for "Veltoria Shared Services"."""
    shorter, longer = sorted((one, other), key=len)
    return len(shorter) >= _SHORTEST_NAME and (longer.startswith(shorter) or longer.endswith(shorter))


def _of_times(fields: dict[str, Any]) -> Case:
    what, language = fields["what"], fields["lang"]
    reading = _read(_message(fields), Tag(fields["tag"]), language)
    if what == "interview":
        expected = frozenset(_instant(datetime.fromisoformat(each)) for each in fields["expected"])
        starts = (interview.start for interview in reading.interviews)
        return Case(what, language, expected, frozenset(_instant(start) for start in starts if start is not None))
    day = reading.due if what == "due" else reading.promise.due if reading.promise else None
    return Case(what, language, _one(fields["expected"] or ""), _one(day.isoformat() if day else ""))


def _read(message: Message, tag: Tag, language: str) -> Reading:
    shares = tuple(float(each is tag) for each in MESSAGE_TAGS)
    verdict = Verdict(tag, shares, False, ("The tag is given.",), "given", language=language)
    reader = Reader(Tagger.from_rules(), frozenset(), ZoneInfo(_ZONES.get(language, "UTC")))
    return reader.read_as(message, verdict, direction=Direction.RECEIVED)


def _message(fields: dict[str, Any]) -> Message:
    mail = Mail(fields["id"], Tag(fields["tag"]), fields["subject"], "Kim Marlow <kim@calder.example>", fields["text"])
    sent = datetime.fromisoformat(fields["sent"])
    calendar = (_event(fields["calendar"]),) if fields.get("calendar") else ()
    return replace(message_of(mail), date=sent, calendar=calendar)


def _event(fields: dict[str, str]) -> CalendarEvent:
    start, end = datetime.fromisoformat(fields["start"]), datetime.fromisoformat(fields["end"])
    nobody = Address("", "")
    return CalendarEvent("uid-1", fields["method"], "", start, end, fields["zone"], False, "", nobody, 0, "")


def _instant(moment: datetime) -> str:
    return moment.astimezone(ZoneInfo("UTC")).isoformat()


def _one(value: str) -> frozenset[str]:
    return frozenset((value,)) if value else frozenset()


def _stated(reason: RejectionReason) -> frozenset[str]:
    """A stated reason; that none is stated is nothing said."""
    return _one("" if reason is RejectionReason.NOT_STATED else reason.value)


def _plain(role: str) -> str:
    """A title without letter case, accents and the blanks and dashes people write differently."""
    return " ".join(folded(role, "en").replace("-", " ").split())


NAMES = {
    "reason": "rejection reason, where one is stated",
    "company": "company, to the letter",
    "company_like": "company, a shortened form or the agency counted",
    "agency": "agency, to the letter",
    "role": "role, to the letter",
    "role_like": "role, a shortened form counted",
    "scam": "scam warning (two signs or more)",
    "promise": "promised day",
    "due": "day the work is due",
    "interview": "interview times",
}
"""What each set measures, in the order of the table."""


def table(found: Sequence[Case]) -> list[Row]:
    """Precision and recall of each thing read in the sets written for it, overall, on the held part, by language."""
    written = [case for case in found if case.origin is not Origin.CORPUS or case.what in TIMES]
    languages = sorted({case.language for case in written})
    rows: list[Row] = [("", "mails", "precision", "recall", "false alarms", "held part", *languages)]
    for what, name in NAMES.items():
        here = [case for case in written if case.what == what]
        held = [case for case in here if case.origin is Origin.HELD]
        kept = f"{_both(held)} ({len(held)})" if held else "–"
        rows.append((name, *_figures(here), kept, *_by_language(here, languages)))
    return rows


def corpus_table(found: Sequence[Case]) -> list[Row]:
    """The same on what the corpus notes for each mail: much of it is told in no word of the mail, only in its notes."""
    noted = [case for case in found if case.origin is Origin.CORPUS and case.what not in TIMES]
    languages = sorted({case.language for case in noted})
    rows: list[Row] = [("", "mails", "precision", "recall", "false alarms", *languages)]
    for what, name in NAMES.items():
        here = [case for case in noted if case.what == what]
        if here:
            rows.append((name, *_figures(here), *_by_language(here, languages)))
    return rows


def _figures(here: Sequence[Case]) -> tuple[str, ...]:
    tally = Tally.of(here)
    alarms = f"{tally.false_alarms} of {tally.negatives}"
    return str(len(here)), f"{tally.precision:.3f}", f"{tally.recall:.3f}", alarms


def _by_language(here: Sequence[Case], languages: Sequence[str]) -> tuple[str, ...]:
    return tuple(_both([case for case in here if case.language == each]) for each in languages)


def _both(here: Sequence[Case]) -> str:
    tally = Tally.of(here)
    return f"{tally.precision:.2f} / {tally.recall:.2f}" if here else "–"


def reasons(found: Sequence[Case]) -> list[Row]:
    """Precision and recall of each rejection reason, sets and corpus; ``not_stated`` is where nothing was said."""
    here = [case for case in found if case.what == "reason"]
    rows: list[Row] = [("reason", "written", "precision", "recall")]
    for reason in RejectionReason:
        name = reason.value
        said = [(case.said or {_NOT_STATED}) == {name} for case in here]
        there = [(case.expected or {_NOT_STATED}) == {name} for case in here]
        right = sum(one and other for one, other in zip(said, there, strict=True))
        rows.append((name, str(sum(there)), _share(right, sum(said)), _share(right, sum(there))))
    return rows


def _share(part: int, whole: int) -> str:
    return f"{part / whole:.2f}" if whole else "–"
