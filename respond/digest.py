"""The weekly digest in words: what is owed first, one calm line on rejections, one small step at the end.

Rules of ``domain.md`` §6.4. It is read on bad days too: it counts only what there is, compares with nobody, keeps no
score, names what was not about the person, and grows softer after weeks of no and in a long search.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from respond.actionwords import action_words
from respond.digestfacts import DigestFacts, LookThrough, ServiceReport
from respond.digestowed import by_urgency
from respond.digestpicture import Picture
from respond.digestsections import sections_of
from respond.digestshape import Line, Section
from respond.digeststep import is_hard, is_long, opening_of, step_of
from respond.digestwords import capital, counted, day_words, moment_words, place_words
from respond.language import language

__all__ = ["Digest", "DigestFacts", "Line", "Section", "digest_of"]

STALE = timedelta(days=2)
"""A mailbox that was not read for so long is told about, although no error was."""
_OWN_PAGE = re.compile(r"http://127\.0\.0\.1:[1-9]\d{0,4}/")


@dataclass(frozen=True, slots=True)
class Digest:
    """A week in words, ready for any template. ``alarms`` come before everything: the rest rests on the mailbox.

    ``preview`` is what a list of mails shows beside the subject. ``page`` is the address all paths of sections and
    lines follow after, or empty: then nothing is a link.
    """

    subject: str
    week: str
    preview: str
    opening: str
    alarms: tuple[str, ...]
    sections: tuple[Section, ...]
    step: str
    support: tuple[str, ...]
    service: tuple[str, ...]
    page: str

    @property
    def picture(self) -> Picture | None:
        """What is drawn in it, if anything."""
        return next((each.picture for each in self.sections if each.picture is not None), None)


def digest_of(facts: DigestFacts) -> Digest:
    """The digest of one week."""
    week = _week(facts.start, facts.end)
    alarms = tuple(_alarms(facts))
    opening = opening_of(facts, blind=bool(alarms))
    return Digest(
        subject=f"Your week, {week}" + (": a mailbox needs you" if alarms else ""),
        week=week,
        preview=_preview(facts, opening, alarms),
        opening=opening,
        alarms=alarms,
        sections=sections_of(facts),
        step=step_of(facts),
        support=facts.support if is_long(facts) or is_hard(facts) else (),
        service=tuple(_service(facts.service, muted=facts.muted_counts)),
        page=facts.page if _OWN_PAGE.fullmatch(facts.page) else "",
    )


def _preview(facts: DigestFacts, opening: str, alarms: tuple[str, ...]) -> str:
    """What is most worth knowing without opening the mail: what is wrong, else what is first, else how the week was."""
    if alarms:
        return alarms[0]
    if facts.owed and facts.rest is None:
        first = by_urgency(facts.owed, facts.end)[0]
        return f"First: {action_words(first.next_action, first.who)}, {place_words(first.company, first.role)}."
    return opening


def _alarms(facts: DigestFacts) -> Iterator[str]:
    for account in facts.service.accounts:
        since = f" It was last read on {moment_words(account.last_success)}." if account.last_success else ""
        if account.problem:
            yield (
                f"heardback cannot read the mailbox “{account.name}”: {account.problem.rstrip('.')}.{since} "
                "Until this is mended, an answer may lie there unseen."
            )
        elif account.last_success and facts.service.rounds and account.last_success.date() < facts.end - STALE:
            yield (f"The mailbox “{account.name}” was not reached lately.{since} To see why: heardback doctor")
    if not facts.service.rounds:
        yield "heardback did not run this week, so this digest may miss mail. Start it with: heardback run"


def _service(report: ServiceReport, *, muted: bool) -> Iterator[str]:
    """That it ran and since when, when each mailbox was last read, and what could not be read."""
    if report.rounds:
        often = "regularly" if muted else counted(report.rounds, ("once", "times"), muted=False)
        since = f" since {day_words(report.since, report.since)}" if report.since else ""
        yield f"heardback looked for mail {often}{since}."
    for account in report.accounts:
        if account.problem:
            continue
        if account.last_success is not None:
            yield f"Mailbox “{account.name}” was last read on {moment_words(account.last_success)}."
        else:
            yield f"Mailbox “{account.name}” has not been read yet."
    if report.look is not None:
        yield from _looked_through(report.look, muted=muted)
    if report.unreadable:
        set_aside = counted(report.unreadable, ("one mail", "mails"), muted=muted)
        yield f"Set aside unharmed, because it could not be read: {set_aside}. To see why: heardback doctor"


def _looked_through(look: LookThrough, *, muted: bool) -> Iterator[str]:
    """That nothing is lost in silence: how much of the job mail in all folders was in the store."""
    day, total = day_words(look.day, look.day), look.stored + look.missed
    if not total:
        yield f"heardback looked through all folders on {day}; there was no job mail in them."
    elif not look.missed:
        what = "all job mail" if muted else f"all {total} job mails" if total > 1 else "the one job mail"
        yield f"heardback looked through all folders on {day}: {what} in them had been taken in."
    else:
        share = "most" if muted else f"{look.stored} of {total}"
        yield f"heardback looked through all folders on {day}: of the job mail in them, {share} had been taken in."
    if look.doubtful:
        mails = counted(look.doubtful, ("One mail", "mails"), muted=muted)
        yield f"{capital(mails)} taken for ordinary may be job mail after all: Health names them."
    for account, folder in look.gone:
        yield f"The folder “{folder}” of {account} is to be read and is not there any more: heardback doctor says more."


def _week(start: date, end: date) -> str:
    months = language("en").months
    first = str(start.day) if start.month == end.month else f"{start.day} {months[start.month - 1]}"
    return f"{first} to {end.day} {months[end.month - 1]} {end.year}"
