"""Example situations of every kind of reply, in every language and at every stage: to show what is written, and to try
a person's own wordings on. Invented throughout (``exampleworld``)."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from classify.state import ApplicationState, History
from classify.workdays import Workdays
from ingest.senders import sender_kind
from respond.exampleworld import WORLDS, World
from respond.freetime import Diary, FreeTime, Weekly
from respond.ownwordings import OwnWordings
from respond.situation import Person, Situation
from store.records import (
    Address,
    Application,
    Event,
    Interview,
    Message,
    Promise,
    Reading,
    StoredMessage,
    Verdict,
)
from store.vocabulary import (
    MESSAGE_TAGS,
    Direction,
    DraftKind,
    EventKind,
    NextAction,
    RejectionReason,
    Stage,
    Status,
    Tag,
)

NOW = datetime(2026, 3, 3, 9, 30, tzinfo=UTC)
PERSON = Person("Alex Morgan", "alex@morgan.example")
FREE = FreeTime((Weekly(1, time(9), time(12)), Weekly(3, time(14), time(17))))
_TALK = NOW - timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Example:
    """One case of a kind: the stage it belongs to, what is particular to it, and the situation."""

    kind: DraftKind
    language: str
    stage: str
    case: str
    situation: Situation


def examples(language: str, *, informal: bool = False, own: OwnWordings | None = None) -> tuple[Example, ...]:
    """Every case in one language; ``informal`` lets them write by first names and with du, tu or tú."""
    cast = _Cast(WORLDS[language], informal=informal)
    found = [each for make in _CASES for each in make(cast)]
    if own is None:
        return tuple(found)
    return tuple(replace(each, situation=replace(each.situation, own=own)) for each in found)


class _Cast:
    """One world, and how its mails and situations are put together."""

    def __init__(self, world: World, *, informal: bool) -> None:
        self.world, self._informal = world, informal
        self.zone = ZoneInfo(world.zone)

    def mail(
        self, number: int, what: str, tag: Tag, days_ago: float, *, sender: Address | None = None, **reading: Any
    ) -> StoredMessage:
        """A mail of theirs."""
        world, who = self.world, sender or self.world.writer
        text = world.frames[self._informal].format(world.says[what])
        text = text.replace(world.writer.name, who.name) if sender else text
        text = text.replace(world.writer.name.split()[0], who.name.split()[0]) if sender else text
        read = Reading(_verdict(tag, world.language), company=world.company, role=world.role)
        message = Message(
            identity=f"example-{number}",
            message_id=f"<{number}@{who.domain}>",
            in_reply_to=(),
            references=(),
            sender=who,
            reply_to=(),
            to=(Address(PERSON.name, PERSON.address),),
            cc=(),
            subject=world.approach if tag is Tag.OUTREACH else world.subject,
            date=NOW - timedelta(days=days_ago),
            text=text,
            sender_kind=sender_kind(who),
        )
        read = replace(read, **reading)
        return StoredMessage(number, message, Direction.RECEIVED, "home", read, application_id=1)

    def example(
        self,
        kind: DraftKind,
        stage: str,
        case: str,
        *mails: StoredMessage,
        status: Status = Status.SILENT,
        at: Stage = Stage.APPLIED,
        past: History | None = None,
        **fields: Any,
    ) -> Example:
        """One case."""
        world = self.world
        situation = Situation(
            kind=kind,
            application=Application(1, world.company, world.role),
            state=_state(status, replace(past or _past(), stage=at)),
            messages=mails,
            person=replace(PERSON, timezone=world.zone),
            now=NOW,
        )
        situation = replace(situation, **fields)
        return Example(kind, world.language, stage, case, situation)

    def at_two(self, days: int) -> datetime:
        """Two in the afternoon, so many days from now."""
        return datetime.combine(NOW.astimezone(self.zone).date() + timedelta(days=days), time(14), self.zone)

    @property
    def diary(self) -> Diary:
        """A week with two free windows."""
        return Diary(FREE, (), Workdays(self.world.country, self.zone, None))


def _applied(cast: _Cast) -> Iterator[Example]:
    word = cast.mail(2, "word", Tag.OTHER, 14)
    receipt = cast.mail(1, "receipt", Tag.ACKNOWLEDGEMENT, 20)
    sent = Event(1, EventKind.APPLIED, NOW - timedelta(days=20))
    kind = DraftKind.FOLLOW_UP_APPLICATION
    yield cast.example(kind, "applied", "confirmed", word, receipt, past=_past(applied=sent))
    yield cast.example(kind, "applied", "not confirmed", word, past=_past(applied=sent))
    chase = Event(1, EventKind.CHASED, NOW - timedelta(days=14))
    kind = DraftKind.FINAL_FOLLOW_UP
    yield cast.example(kind, "applied", "after one follow-up", word, receipt, past=_past(applied=sent, chases=(chase,)))


def _talked(cast: _Cast) -> Iterator[Example]:
    held = cast.mail(3, "invitation", Tag.INVITATION, 12, interviews=(Interview(_TALK, None, "interviewing"),))
    at = Stage.INTERVIEWING
    talk = _past(last_interview=_TALK)
    yield cast.example(DraftKind.FOLLOW_UP_INTERVIEW, "interviewing", "after a talk", held, past=talk, at=at)
    due = date(2026, 2, 27)
    promised = cast.mail(4, "word", Tag.OTHER, 6, promise=Promise(due, "We will decide by then."))
    late = replace(talk, promise=due, promise_sentence="We will decide by then.")
    yield cast.example(
        DraftKind.FOLLOW_UP_INTERVIEW, "interviewing", "a promised day has passed", held, promised, past=late, at=at
    )
    handed_in = Event(1, EventKind.SUBMITTED, NOW - timedelta(days=9))
    task = cast.mail(5, "task", Tag.ASSESSMENT, 12)
    yield cast.example(
        DraftKind.FOLLOW_UP_INTERVIEW,
        "screening",
        "after a task",
        task,
        past=_past(clock=handed_in),
        at=Stage.SCREENING,
    )
    chase = Event(1, EventKind.CHASED, NOW - timedelta(days=8))
    chased = replace(talk, chases=(chase,))
    yield cast.example(DraftKind.FINAL_FOLLOW_UP, "interviewing", "after one follow-up", held, past=chased, at=at)
    today = replace(talk, last_interview=NOW - timedelta(hours=20))
    yield cast.example(DraftKind.THANK_YOU, "interviewing", "nothing promised", held, past=today, at=at)
    ahead = replace(today, promise=date(2026, 3, 13), promise_sentence="We will decide by then.")
    yield cast.example(DraftKind.THANK_YOU, "interviewing", "an answer is promised", held, past=ahead, at=at)


def _invited(cast: _Cast) -> Iterator[Example]:
    at = Stage.INTERVIEWING
    mine: dict[str, Any] = {"status": Status.WAITING_ON_ME, "at": at}
    one, two, three = (cast.at_two(days) for days in (7, 8, 9))
    fixed = cast.mail(6, "invitation", Tag.INVITATION, 0.2, interviews=(_slot(one),), wants="confirmation")
    several = cast.mail(7, "invitation", Tag.INVITATION, 0.2, interviews=(_slot(one), _slot(two)), wants="times")
    mixed = cast.mail(7, "invitation", Tag.INVITATION, 0.2, interviews=(_slot(two), _slot(three)), wants="times")
    open_one = cast.mail(8, "times", Tag.INVITATION, 0.2, wants="times")
    kind = DraftKind.INVITATION_REPLY
    for mail, case, diary in (
        (fixed, "one time is proposed", Diary()),
        (several, "several times are proposed", Diary()),
        (mixed, "several, one of them in a free window", cast.diary),
        (open_one, "they ask for times", Diary()),
        (open_one, "they ask for times, free windows are known", cast.diary),
    ):
        yield cast.example(kind, "interviewing", case, mail, past=_turn(EventKind.INVITED, mail), diary=diary, **mine)
    kind = DraftKind.OTHER_TIMES
    turn = _turn(EventKind.BOOKED, fixed)
    yield cast.example(kind, "interviewing", "no free windows are known", fixed, past=turn, asked=True, **mine)
    yield cast.example(
        kind, "interviewing", "free windows are known", fixed, past=turn, asked=True, diary=cast.diary, **mine
    )
    kind = DraftKind.DECLINE_INVITATION
    yield cast.example(kind, "interviewing", "one time is proposed", fixed, past=turn, asked=True, **mine)
    turn = _turn(EventKind.INVITED, open_one)
    yield cast.example(kind, "interviewing", "they ask for times", open_one, past=turn, asked=True, **mine)


def _asked(cast: _Cast) -> Iterator[Example]:
    mine: dict[str, Any] = {"status": Status.WAITING_ON_ME}
    due = date(2026, 3, 9)
    task = cast.mail(9, "task", Tag.ASSESSMENT, 1, due=due)
    for mail, asked, case in (
        (task, False, "a day is named"),
        (cast.mail(9, "task", Tag.ASSESSMENT, 1), False, "no day is named"),
        (task, True, "more time is asked for"),
    ):
        turn = _turn(EventKind.ASSESSMENT, mail)
        yield cast.example(
            DraftKind.ASSESSMENT_REPLY, "screening", case, mail, past=turn, asked=asked, at=Stage.SCREENING, **mine
        )
    for what, case in (("request", "pay and notice"), ("papers", "papers")):
        mail = cast.mail(10, what, Tag.OTHER, 1, wants="information")
        turn = _turn(EventKind.REQUEST, mail)
        yield cast.example(DraftKind.INFORMATION_REPLY, "applied", case, mail, past=turn, **mine)
    for answer_by, case in ((date(2026, 3, 10), "a day is named"), (None, "no day is named")):
        mail = cast.mail(11, "offer", Tag.OFFER, 0.5, due=answer_by)
        turn = _turn(EventKind.OFFERED, mail)
        yield cast.example(DraftKind.OFFER_REPLY, "offer", case, mail, past=turn, status=Status.OFFER, at=Stage.OFFER)


def _ended(cast: _Cast) -> Iterator[Example]:
    kind, talk = DraftKind.STAY_CONNECTED, _past(last_interview=_TALK)
    for reason, past, case in (
        (RejectionReason.NOT_STATED, talk, "after a talk"),
        (RejectionReason.NOT_STATED, _past(), "before any talk"),
        (RejectionReason.ROLE_FROZEN, talk, "the role is frozen"),
        (RejectionReason.ROLE_CANCELLED, talk, "the role is cancelled"),
        (RejectionReason.INTERNAL_CANDIDATE, talk, "somebody from inside"),
        (RejectionReason.ROLE_FILLED, talk, "the role is filled"),
    ):
        mail = cast.mail(12, "rejection", Tag.REJECTION, 0.5)
        refused = Event(1, EventKind.REJECTED, mail.message.date, message_id=mail.id)
        history = replace(past, rejection=refused, rejection_reason=reason)
        yield cast.example(kind, "closed", case, mail, past=history, status=Status.REJECTED, at=Stage.CLOSED)
    for reason, case in (
        (RejectionReason.ROLE_FROZEN, "the role was frozen"),
        (RejectionReason.OTHER_CANDIDATE, "another reason"),
    ):
        mail = cast.mail(13, "rejection", Tag.REJECTION, 45)
        refused = Event(1, EventKind.REJECTED, mail.message.date, message_id=mail.id)
        history = _past(last_interview=NOW - timedelta(days=60), rejection=refused, rejection_reason=reason)
        history = replace(history, answered_rejection=True)
        yield cast.example(
            DraftKind.RECONNECT, "closed", case, mail, past=history, status=Status.REJECTED, at=Stage.CLOSED
        )
    word = cast.mail(14, "word", Tag.OTHER, 9)
    kind, waiting = DraftKind.WITHDRAWAL, Status.WAITING_ON_THEM
    yield cast.example(kind, "applied", "before any talk", word, status=waiting, asked=True)
    yield cast.example(kind, "interviewing", "after a talk", word, past=talk, status=waiting, at=Stage.INTERVIEWING)
    yield cast.example(
        kind, "interviewing", "another job is taken", word, past=talk, status=waiting, at=Stage.INTERVIEWING, taken=True
    )
    kind, writer = DraftKind.HIRED_THANKS, cast.world.writer
    closed: dict[str, Any] = {"status": Status.REJECTED, "at": Stage.CLOSED, "taken": True, "to": writer}
    yield cast.example(kind, "closed", "after a talk", word, past=talk, **closed)
    yield cast.example(kind, "closed", "without a talk", word, **closed)


def _approached(cast: _Cast) -> Iterator[Example]:
    agent = cast.world.agent
    short = cast.mail(15, "approach", Tag.OUTREACH, 0.5, sender=agent, agency="", company="")
    call = cast.mail(16, "approach_call", Tag.OUTREACH, 0.5, sender=agent, agency="", company="")
    application = Application(1, "", cast.world.role)
    waiting: dict[str, Any] = {"status": Status.WAITING_ON_THEM, "application": application}
    kind = DraftKind.OUTREACH_INTERESTED
    yield cast.example(kind, "approach", "little is told", short, **waiting)
    yield cast.example(kind, "approach", "they ask for a call and a CV", call, diary=cast.diary, **waiting)
    kind = DraftKind.OUTREACH_LATER
    yield cast.example(kind, "approach", "nothing is said of wishes", short, asked=True, **waiting)
    wish = cast.world.looking_for
    yield cast.example(kind, "approach", "a wish is known", short, asked=True, looking_for=wish, **waiting)


_CASES = (_applied, _talked, _invited, _asked, _ended, _approached)


def _slot(start: datetime) -> Interview:
    return Interview(start, None, "interviewing", place="https://meet.example/room")


def _past(**fields: Any) -> History:
    return replace(History(Stage.APPLIED, None, None, None, "A2", None), **fields)


def _turn(kind: EventKind, mail: StoredMessage) -> History:
    """Their mail has made it the person's turn."""
    event = Event(1, kind, mail.message.date, message_id=mail.id)
    return _past(my_turn=event, offer=event if kind is EventKind.OFFERED else None)


def _state(status: Status, history: History) -> ApplicationState:
    return ApplicationState(
        stage=history.stage,
        status=status,
        tag=None,
        ghosted=False,
        silent_since=None,
        deadline=None,
        deadline_rests_on="",
        chance=None,
        follow_ups_sent=len(history.chases),
        next_action=NextAction.NONE,
        why="",
        rejection_reason=history.rejection_reason,
        interview_at=None,
        trigger=history.my_turn,
        ordinal=1,
        history=history,
    )


def _verdict(tag: Tag, language: str) -> Verdict:
    return Verdict(tag, tuple(float(one is tag) for one in MESSAGE_TAGS), False, (), "example", language=language)
