"""One cell of the fault matrix: a person's week in which one thing goes wrong once, and what became of it.

The week: mail is read and answered by a draft, the draft is changed here and its copy replaced, it is waited for news,
the draft is approved and sent, and the digest goes out; the next one is put into the inbox for want of a way to send.
"""

from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from enum import StrEnum
from unittest import mock

from heardback.redrafting import rewrite
from heardback.weekly import due_week
from ingest.bell import Bell
from store.errors import HeardbackError
from store.vocabulary import DraftState
from tests.faults.grounds import Grounds, Way
from tests.faults.sam import Sam, wrong_in_the_end
from tests.journey.world import mail
from tests.servers.phaseproxy import Fault, PhaseProxy, Strike
from tests.servers.phases import Phase

IMAP_PHASES = (
    Phase.GREETING,
    Phase.CAPABILITY,
    Phase.LOGIN,
    Phase.LIST,
    Phase.EXAMINE,
    Phase.SELECT,
    Phase.SEARCH,
    Phase.FETCH,
    Phase.APPEND,
    Phase.TEXT,
    Phase.STORE,
    Phase.EXPUNGE,
    Phase.IDLE,
    Phase.LOGOUT,
)
SMTP_PHASES = (
    Phase.GREETING,
    Phase.EHLO,
    Phase.AUTH,
    Phase.MAIL,
    Phase.RCPT,
    Phase.DATA,
    Phase.TEXT,
    Phase.DOT,
    Phase.QUIT,
)


class Line(StrEnum):
    """On which conversation it strikes; the ways out are named as in ``grounds``."""

    IMAP = "imap"
    SMTP = "smtp"
    STARTTLS = "starttls"
    SUBMISSION = "submission"


PHASES = {
    Line.IMAP: IMAP_PHASES,
    Line.SMTP: SMTP_PHASES,
    Line.STARTTLS: (Phase.GREETING, Phase.EHLO, Phase.STARTTLS),
    Line.SUBMISSION: SMTP_PHASES,
}
PATIENT = 10.0
IMPATIENT = 0.8
"""Seconds to wait for an answer where none will come."""
HOLLOW_IMAP = (Phase.CAPABILITY, Phase.LIST, Phase.EXAMINE, Phase.SELECT, Phase.SEARCH, Phase.FETCH, Phase.STORE)
IN_THE_TEXT = (Fault.FIN, Fault.RST, Fault.HALF, Fault.SILENT, Fault.TRICKLE)
"""What may befall the text of a mail on its way out; the others befall the answer, which belongs to the dot."""
WORDLESS = frozenset({Fault.SILENT, Fault.NO_ANSWER})


@dataclass(frozen=True, slots=True)
class Cell:
    """Where a fault strikes: on the way in, or on the one out."""

    line: Line
    phase: Phase
    fault: Fault
    nth: int = 1

    @property
    def name(self) -> str:
        return f"{self.line} {self.phase} {self.nth}: {self.fault}"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What was seen of it.

    ``step`` is the one in which the fault struck, empty where the week never came to it; ``said`` what the person was
    told then; ``rests`` whether the account then waits for the person; ``state`` the draft's right after it and
    ``last`` in the end; ``wrong`` what must not be.
    """

    cell: Cell
    step: str = ""
    said: str = ""
    kind: str = ""
    state: str = ""
    last: str = ""
    rests: bool = False
    wrong: tuple[str, ...] = ()


def run(cell: Cell, grounds: Grounds) -> Outcome:
    """Lives through the week with this fault."""
    return _live(cell, grounds).outcome


def counted(line: Line, grounds: Grounds) -> Counter[Phase]:
    """How often each phase is come to in a week without a fault."""
    return _live(Cell(line, Phase.OTHER, Fault.NO, 0), grounds).counts


def cells(line: Line) -> Iterator[Cell]:
    """Every phase of a line with every fault that may strike there, the first time that it is come to."""
    for phase in PHASES[line]:
        yield from (Cell(line, phase, fault) for fault in Fault if _makes_sense(line, phase, fault))


def _makes_sense(line: Line, phase: Phase, fault: Fault) -> bool:
    """Whether it can happen there, and is not the same as another cell."""
    match fault:
        case Fault.EVENT:
            return False
        case Fault.HOLLOW:  # only where an answer has more than its last line
            return phase in (HOLLOW_IMAP if line is Line.IMAP else (Phase.EHLO,))
        case Fault.NO | Fault.BAD | Fault.OVERQUOTA | Fault.UNAVAILABLE | Fault.INUSE | Fault.LIMIT:
            # An IMAP server greets or says BYE; an SMTP server answers nothing in the middle of the text.
            return phase is not (Phase.GREETING if line is Line.IMAP else Phase.TEXT)
        case _:
            return line is Line.IMAP or phase is not Phase.TEXT or fault in IN_THE_TEXT


def _live(cell: Cell, grounds: Grounds) -> "_Week":
    patience = IMPATIENT if cell.fault in WORDLESS else PATIENT
    way = Way.SINK if cell.line is Line.IMAP else Way(cell.line)
    with Sam(grounds, way, patience=patience) as sam, hurried():
        week = _Week(sam, cell)
        week.proxy.arm(Strike(cell.phase, cell.fault, cell.nth))
        week.live()
        return week


@dataclass
class _Week:
    sam: Sam
    cell: Cell
    outcome: Outcome = field(init=False)
    counts: Counter[Phase] = field(default_factory=Counter)
    approved: bool = False
    wrong: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.outcome = Outcome(self.cell)

    @property
    def proxy(self) -> PhaseProxy:
        return self.sam.imap if self.cell.line is Line.IMAP else self.sam.smtp

    def live(self) -> None:
        """From the first round to the second digest, and clean rounds in the end."""
        sam = self.sam
        fill(sam)
        flags = sam.flags_in("INBOX")
        for step in (self._round, self._change, self._wait, self._send, self._copy, self._digest, self._place):
            self._take(step)
        self.counts = Counter(self.proxy.counts)
        sam.clean_rounds()
        draft = next(iter(sam.drafts()), None)
        wrong = [*self.wrong, *wrong_in_the_end(sam, flags), *self._wrong_with_digests()]
        self.outcome = replace(self.outcome, last=draft.state if draft else "none", wrong=tuple(wrong))

    def _take(self, step: Callable[[], str]) -> None:
        before, kind = self.proxy.fired, ""
        try:
            said = step()
        except HeardbackError as error:
            said, kind = str(error), type(error).__name__
        if self.sam.sent() and not self.approved:
            self.wrong.append(f"sent without an approval: {step.__name__}")
        if self.proxy.fired > before:
            draft = next(iter(self.sam.drafts()), None)
            name = step.__name__.strip("_")
            self.outcome = replace(
                self.outcome,
                step=name,
                said=said,
                kind=kind,
                state=draft.state if draft else "none",
                rests=self._is_stopped(),
            )
            self.sam.clean_rounds()
            with_again = self._digest if step == self._digest else self._place if step == self._place else None
            if with_again is not None and kind:
                with_again()

    def _is_stopped(self) -> bool:
        with self.sam.house.database.reading() as transaction:
            health = transaction.folders.health_of(self.sam.account.name)
        return health is not None and health.stopped

    def _round(self) -> str:
        return " ".join(self.sam.house.rounds.run_once(retry_stopped=True).failures.values())

    def _change(self) -> str:
        """The draft is changed here, so that its copy is replaced."""
        for draft in self.sam.drafts():
            if draft.state.is_open:
                rewrite(self.sam.house, draft.id, subject=draft.subject, body=f"{draft.body}\nP.S. All the best!\n")
        return self._round()

    def _wait(self) -> str:
        bell = Bell()
        try:
            with self.sam.house.rounds.mailbox(self.sam.account) as mailbox:
                if mailbox.can_push:
                    mailbox.wait_for_news("INBOX", bell, 0.05)
        finally:
            bell.close()
        return ""

    def _send(self) -> str:
        for draft in self.sam.drafts():
            if draft.state.is_open:
                self.sam.approve(draft.id)
                self.approved = True
        return self._copy()

    def _copy(self) -> str:
        sendings = self.sam.house.posting.send_due()
        notes, self.sam.house.notes[:] = list(self.sam.house.notes), []
        return " ".join([*(each.sentence for each in sendings if each.state is not DraftState.SENT), *notes])

    def _digest(self) -> str:
        self._to_the_next_digest()
        return self.sam.house.digest_posting.digest_if_due() or ""

    def _place(self) -> str:
        """Without a way to send, the digest is put into the inbox."""
        self._to_the_next_digest()
        self.sam.sends = False
        self.sam.house.close()
        self.sam.house = self.sam.new_house()
        return self.sam.house.digest_posting.digest_if_due() or ""

    def _to_the_next_digest(self) -> None:
        house, now = self.sam.house, self.sam.clock.now()
        last = due_week(now, house.settings.digest.day, house.settings.digest.at, house.zone)
        self.sam.clock.at = max(now, self._digest_at(last))

    def _digest_at(self, last: datetime) -> datetime:
        """The Monday after, an hour late; the same one again where its digest did not go out."""
        with self.sam.house.database.reading() as transaction:
            done = {each.week_of for each in transaction.digests.all()}
        due = last if last.date() not in done and last > self._watched_since() else last + timedelta(days=7)
        return due + timedelta(hours=1)

    def _watched_since(self) -> datetime:
        with self.sam.house.database.reading() as transaction:
            since = transaction.digests.watched_since()
        return since or self.sam.clock.now()

    def _wrong_with_digests(self) -> list[str]:
        """Two weeks, two digests; the one whose answer was lost may be missing and is then not sent again."""
        came = Counter(str(each["Subject"]) for each in self.sam.digests())
        found = [f"{times} times the digest {subject}" for subject, times in came.items() if times > 1]
        with self.sam.house.database.reading() as transaction:
            states = [each.state for each in transaction.digests.all()]
        if not set(states) <= {"sent", "placed", "unknown"} or len(states) != 2:
            found.append(f"digests are left {states}")
        if len(came) < sum(state != "unknown" for state in states):
            found.append(f"{len(came)} digests came: {states}")
        return found


def fill(sam: Sam) -> None:
    """A rejection by a person, which is answered by a draft, and ordinary mail, one of it read and one marked."""
    at = sam.clock.now() - timedelta(hours=2)
    rejection = mail(
        "Kim Alder <kim.alder@calder-trust.example>",
        sam.me,
        "Your application as Museum Coordinator",
        "Dear Sam,\n\nThank you for coming to talk to us about the Museum Coordinator role at Calder Trust. We have "
        "decided to go with another candidate.\n\nBest wishes,\nKim Alder\nCalder Trust\n",
        at,
    )
    club = mail("Pat <pat@garden.example>", sam.me, "Seeds", "Hello Sam,\n\nthe seeds are here.\n\nPat\n", at)
    rota = mail("Pat <pat@garden.example>", sam.me, "Rota", "Hello Sam,\n\nyour turn on Sunday.\n\nPat\n", at)
    sam.deliver(club, flags="(\\Seen)")
    sam.deliver(rejection)
    sam.deliver(rota, flags="(\\Flagged)")


@contextmanager
def hurried() -> Iterator[None]:
    """Takes less patience where a server is silent."""
    with (
        mock.patch("ingest.imap.session.GOODBYE_SECONDS", IMPATIENT),
        mock.patch("ingest.imap.session.ANSWER_SECONDS", IMPATIENT),
        mock.patch("ingest.imap.watching.ANSWER_SECONDS", IMPATIENT),
        mock.patch("ingest.imap.watching.SETTLE_SECONDS", 0.02),
        mock.patch("respond.smtp.connecting._GOODBYE_SECONDS", IMPATIENT),
    ):
        yield
