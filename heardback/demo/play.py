"""Plays the story: an embedded mail server, the real pipeline, and a clock that runs ten weeks in under a minute."""

import os
import tempfile
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

from heardback.demo import story
from heardback.demo.server import DemoServer
from heardback.files import write_private
from heardback.progress import bar
from heardback.settings import AccountSettings, DigestSettings, PersonSettings, Settings
from heardback.weekly import rendered
from heardback.wiring import House
from ingest.accounts import Security
from respond.standings import standings
from store.clock import SetClock
from store.noted import Draft
from store.vocabulary import DraftKind, DraftState, Status

PASSWORD_ENV = "HEARDBACK_DEMO_PASSWORD"  # noqa: S105 - the name of a variable  # nosec B105
PASSWORD = "demo"  # noqa: S105 - of a server that lives in this process, on loopback, for a minute  # nosec B105
ROUNDS_A_DAY = (8, 13, 19)
"""The hours, in UTC, at which the sped-up service looks."""
SHOWN = (DraftKind.STAY_CONNECTED, DraftKind.FOLLOW_UP_INTERVIEW, DraftKind.INVITATION_REPLY)
"""The kinds of draft a newcomer should see first."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What the ten weeks came to."""

    person: str
    end: datetime
    messages: int
    tags: dict[str, int]
    applications: int
    silent: tuple[tuple[str, str, str, date | None], ...]
    drafts: int
    unreadable: int
    digest: Path
    config: Path
    shown: tuple[Draft, ...]

    def figures(self) -> dict[str, Any]:
        """The summary other programs read (``design.md`` §4)."""
        return {
            "messages": self.messages,
            "tags": self.tags,
            "applications": self.applications,
            "silent": len(self.silent),
            "drafts": self.drafts,
            "unreadable": self.unreadable,
            "digest": str(self.digest),
        }


def temporary_data() -> Path:
    """A folder of its own for one demo; it stays, so that one can look around in it."""
    return Path(tempfile.mkdtemp(prefix="heardback-demo-"))


def play(data: Path, *, until: datetime | None = None) -> Outcome:
    """Runs the story up to its end, or up to the week of ``until``, in a store in ``data``."""
    shift = _weeks_between(story.END, until) if until else timedelta(0)
    mails = sorted(story.story(shift), key=lambda mail: mail.at)
    clock = SetClock(story.START + shift)
    end = story.END + shift
    with DemoServer({story.PERSON_ADDRESS: PASSWORD}) as server:
        for folder in ("Sent", "Drafts"):
            server.fill(story.PERSON_ADDRESS, folder, ())
        os.environ[PASSWORD_ENV] = PASSWORD
        house = House(_settings(server.port), data, clock)
        try:
            _live(house, server, mails, clock, end)
            house.keep_chances()
            return _outcome(house, data, end)
        finally:
            house.close()


def house_after(data: Path, end: datetime) -> House:
    """The house of a demo that has been played, its clock standing at the story's end and its mail server gone."""
    return House(_settings(0), data, SetClock(end))


def _live(house: House, server: DemoServer, mails: list[story.StoryMail], clock: SetClock, end: datetime) -> None:
    moments = _moments(clock.at, end)
    progress, task = bar("Ten weeks", len(moments))
    waiting = list(mails)
    with progress:
        for moment in moments:
            arrived = [mail for mail in waiting if mail.at <= moment]
            waiting = waiting[len(arrived) :]
            for mail in arrived:
                server.fill(story.PERSON_ADDRESS, mail.folder, [(mail.raw, mail.at)])
            clock.at = moment
            house.rounds.run_once()
            house.digest_posting.digest_if_due()
            progress.advance(task)  # type: ignore[arg-type]


def _moments(start: datetime, end: datetime) -> list[datetime]:
    day = start.replace(hour=0, minute=0, second=0, microsecond=0)
    moments: list[datetime] = []
    while day <= end:
        moments += [moment for hour in ROUNDS_A_DAY if start <= (moment := day.replace(hour=hour)) < end]
        day += timedelta(days=1)
    return [*moments, end]


def _settings(port: int) -> Settings:
    account = AccountSettings(
        address=story.PERSON_ADDRESS,
        imap_host="127.0.0.1",
        imap_port=port,
        imap_security=Security.PLAIN,
        password_env=PASSWORD_ENV,
    )
    person = PersonSettings(
        name=story.PERSON_NAME,
        address=story.PERSON_ADDRESS,
        other_addresses=(story.OTHER_ADDRESS,),
        country="GB",
        timezone="Europe/London",
    )
    return Settings(person=person, accounts={"demo": account}, digest=DigestSettings())


def _outcome(house: House, data: Path, end: datetime) -> Outcome:
    with house.database.reading() as transaction:
        found = standings(transaction, house.outlook)
        stored, aside = transaction.mail.counts()
        tags = transaction.mail.tag_counts(end)
        drafts = transaction.drafts.in_state(DraftState.PROPOSED, DraftState.EDITED)
    silent = [each for each in found if each.state.status is Status.SILENT]
    _, html = rendered(house)
    digest = data / "digest.html"
    write_private(digest, html.encode("utf-8"))
    return Outcome(
        person=story.PERSON_NAME,
        end=end,
        messages=stored,
        tags={tag.value: count for tag, count in sorted(tags.items())},
        applications=len(found),
        silent=tuple(
            (
                each.application.company or each.application.agency,
                each.application.role,
                each.state.stage,
                each.state.silent_since,
            )
            for each in sorted(silent, key=lambda each: each.state.silent_since or date.max)
        ),
        drafts=len(drafts),
        unreadable=aside,
        digest=digest,
        config=_config_beside(data),
        shown=_shown(drafts),
    )


def _config_beside(data: Path) -> Path:
    """A config that says who the person is, so that commands on this store speak of their days and hours."""
    config = data / "config.toml"
    person = _settings(0).person
    lines = (
        "[person]",
        f'name = "{person.name}"',
        f'address = "{person.address}"',
        f'other_addresses = ["{story.OTHER_ADDRESS}"]',
        f'country = "{person.country}"',
        f'timezone = "{person.timezone}"',
        "",
    )
    write_private(config, "\n".join(lines).encode())
    return config


def _shown(drafts: tuple[Draft, ...]) -> tuple[Draft, ...]:
    """Three drafts of different kinds, those that are ready to go first, the newest of each."""
    ready_first = sorted(drafts, key=lambda draft: (any(gap in draft.body for gap in draft.gaps), -draft.id))
    chosen: dict[DraftKind, Draft] = {}
    for kind in (*SHOWN, *DraftKind):
        for draft in ready_first:
            if draft.kind is kind:
                chosen.setdefault(kind, draft)
    by_readiness = sorted(chosen.values(), key=ready_first.index)
    wanted = [draft for kind in SHOWN for draft in by_readiness if draft.kind is kind]
    return tuple([*wanted, *(draft for draft in by_readiness if draft not in wanted)][:3])


def _weeks_between(start: datetime, end: datetime) -> timedelta:
    """Whole weeks, so that every mail keeps its weekday."""
    return timedelta(weeks=(end - start).days // 7)
