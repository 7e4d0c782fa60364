"""Any weeks of a person with a real mailbox and a real way out, while lines, servers, the disk and the program fail.

A model of what was delivered, written, approved and sent stands beside; after every step the two are compared. Every
edit of the person's adds a mark of its own to the text, so that a text that is lost is seen by its mark.
"""

from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from datetime import timedelta
from email import message_from_bytes, policy
from email.message import EmailMessage
from unittest import mock

from sqlalchemy import Connection

from heardback.redrafting import rewrite
from heardback.weekly import due_week
from ingest.imap import open_mailbox
from respond.approvable import APPROVABLE
from respond.draftsteps import CHANGEABLE
from store import database
from store.errors import HeardbackError, UserError
from store.noted import Draft
from store.vocabulary import DraftState
from tests.faults.cells import hurried
from tests.faults.grounds import Grounds
from tests.faults.sam import Sam
from tests.faults.troubles import Held
from tests.faults.victim import WRITES
from tests.faults.weekmodel import Model, wrong_at_last, wrong_now
from tests.journey.watched import rejection
from tests.journey.world import mail
from tests.servers.dovecot import PASSWORD
from tests.servers.phaseproxy import Fault, Strike
from tests.servers.phases import Phase

PATIENCE = 1.0
__all__ = ["Killed", "Weeks"]


class Killed(BaseException):
    """The process ends here."""


@dataclass
class Weeks:
    """The person, their heardback and the model; each method is something that happens."""

    grounds: Grounds
    model: Model = field(default_factory=Model)
    tally: Counter[str] = field(default_factory=Counter)
    dies_at: tuple[int, bool] | None = None
    is_held: bool = False

    def __post_init__(self) -> None:
        self._hurried = hurried()
        self._hurried.__enter__()
        self._impatient = mock.patch("store.opening.BUSY_SECONDS", 0.1)
        self._impatient.__enter__()
        self.sam = Sam(self.grounds, patience=PATIENCE)
        self.sam.__enter__()

    def end(self) -> None:
        self.sam.__exit__()
        self._impatient.__exit__(None, None, None)
        self._hurried.__exit__(None, None, None)

    # What goes wrong next

    def strike(self, strike: Strike, out: bool) -> None:
        """The next work is struck there, if it comes to it."""
        (self.sam.smtp if out else self.sam.imap).arm(strike)

    def hold(self, phase: Phase, nth: int, out: bool) -> None:
        """Another process takes the store when the next work comes to that phase, and holds it to the work's end."""
        proxy = self.sam.smtp if out else self.sam.imap
        # At once or not at all: having waited, it would hold the store beyond the work.
        held = Held(self.sam.folder, patience=0)

        def begin() -> None:
            if not self.is_held:
                with suppress(Exception):  # the store was being written just then
                    held.begin()
                    self.is_held = True

        proxy.struck = begin
        proxy.arm(Strike(phase, Fault.EVENT, nth))
        self._let_go = held.end

    def die(self, number: int, after: bool) -> None:
        """The program dies at a commit of the next work, and is started again."""
        self.dies_at = (number, after)

    # What heardback does

    def poll(self) -> None:
        self._work(lambda: self.sam.house.rounds.run_once(retry_stopped=True))

    def send(self) -> None:
        self.sam.later(minutes=2)
        self._work(lambda: self.sam.house.posting.send_due())

    def digest(self) -> None:
        house, now = self.sam.house, self.sam.clock.now()
        digest = house.settings.digest
        due = due_week(now + timedelta(days=7), digest.day, digest.at, house.zone)
        self.sam.clock.at = max(now, due + timedelta(hours=1))
        self._work(lambda: self.sam.house.digest_posting.digest_if_due())

    def restart(self) -> None:
        self._work(lambda: None)
        self._start_again()

    def _work(self, work: Callable[[], object]) -> None:
        try:
            with self._dying():
                work()
        except HeardbackError:
            self.tally["works that ended in a sentence"] += 1
        except Killed:
            self.tally["deaths at a commit"] += 1
            self._end_trouble()
            self._start_again()
        finally:
            self._end_trouble()
            self.sam.calm()
            self.dies_at = None

    def _end_trouble(self) -> None:
        self.tally["faults that struck"] += self.sam.imap.fired + self.sam.smtp.fired
        self.sam.imap.fired = self.sam.smtp.fired = 0
        self.sam.imap.struck = self.sam.smtp.struck = lambda: None
        if self.is_held:
            self._let_go()
            self.is_held = False
            self.tally["times the store was held"] += 1

    def _start_again(self) -> None:
        self.sam.house.close()
        self.sam.house = self.sam.new_house()
        with suppress(HeardbackError):
            self.sam.house.posting.recover()

    @contextmanager
    def _dying(self) -> Iterator[None]:
        if self.dies_at is None:
            yield
            return
        number, dies_after = self.dies_at
        works, seen = database._committed, Counter[str]()

        @contextmanager
        def dying(connection: Connection, begin: str) -> Iterator[Connection]:
            with works(connection, begin) as begun:
                yield begun
                seen[begin] += 1
                if seen[WRITES] == number and begin == WRITES and not dies_after:
                    raise Killed
            if seen[WRITES] == number and begin == WRITES and dies_after:
                raise Killed

        with mock.patch.object(database, "_committed", dying):
            yield

    # What the person does

    def arrives(self, number: int, is_ordinary: bool) -> None:
        sam = self.sam
        if is_ordinary:
            made = mail("Pat <pat@garden.example>", sam.me, f"Rota {number}", "Your turn.\n\nPat\n", sam.clock.now())
        else:
            made = message_from_bytes(rejection(sam.me, number, sam.clock.now()), policy=policy.default)  # type: ignore[assignment]
        sam.deliver(made)
        self.model.flags[str(made["Message-ID"])] = frozenset()

    def edits(self, which: int) -> None:
        """In the terminal or on the page."""
        draft = self._pick(which, DraftState.PROPOSED, DraftState.EDITED)
        if draft is not None:
            mark = self.model.new_mark()
            with suppress(UserError):
                rewrite(self.sam.house, draft.id, subject=draft.subject, body=f"{draft.body}\n{mark}\n")
                self.model.marks.add(mark)

    def edits_there(self, which: int) -> None:
        """In the mail program, which saves the whole anew."""
        found = self._pick_there(which)
        if found is None:
            return
        uid, made = found
        mark = self.model.new_mark()
        text = made.get_content()
        made.set_content(f"{text}\n{mark}\n", charset="utf-8", cte="quoted-printable")
        session = self.sam.observer()
        session.append("Drafts", "(\\Draft \\Seen)", None, made.as_bytes(policy=policy.SMTP))
        self._expunge("Drafts", uid)
        self.model.marks.add(mark)
        self.model.touched.add(str(made["Message-ID"]))
        self.model.theirs.add(str(made["Message-ID"]))

    def deletes_there(self, which: int) -> None:
        found = self._pick_there(which)
        if found is not None:
            uid, made = found
            self.model.release(made.get_content())
            self.model.deleted.add(str(made["Message-ID"]))
            self._expunge("Drafts", uid)

    def sends_by_hand(self, which: int) -> None:
        found = self._pick_there(which)
        if found is not None:
            uid, made = found
            at = self.sam.clock.now().strftime('"%d-%b-%Y %H:%M:%S +0000"')
            self.sam.observer().append("Sent", "(\\Seen)", at, made.as_bytes(policy=policy.SMTP))
            self._expunge("Drafts", uid)
            self.model.by_hand.add(str(made["Message-ID"]))

    def approves(self, which: int) -> None:
        draft = self._pick(which, *APPROVABLE)
        if draft is not None:
            with suppress(UserError):
                self.sam.house.outbox.approve(draft.id)
                self.model.approved[draft.message_id] = _words(draft.body)
                self.model.touched.discard(draft.message_id)
                # What lies there otherwise was not what was approved.
                self.model.touched |= self._lying_otherwise(draft)

    def takes_back(self, which: int) -> None:
        draft = self._pick(which, DraftState.APPROVED, DraftState.FAILED)
        if draft is not None:
            with suppress(UserError):
                self.sam.house.outbox.withdraw_approval(draft.id)
                self.model.approved.pop(draft.message_id, None)

    def discards(self, which: int) -> None:
        draft = self._pick(which, *CHANGEABLE)
        if draft is not None:
            with suppress(UserError):
                self.sam.house.outbox.discard(draft.id)
                self.model.approved.pop(draft.message_id, None)
                self.model.release(draft.body)

    def marks_mail(self, which: int, flag: str) -> None:
        ids = sorted(self.model.flags)
        if ids:
            chosen = ids[which % len(ids)]
            session = self.sam.observer()
            session.select("INBOX")
            found = session.uid("SEARCH", f'HEADER Message-ID "{chosen}"')[1][0].split()
            session.uid("STORE", found[0].decode(), "+FLAGS.SILENT", f"({flag})")
            self.model.flags[chosen] |= {flag}

    def passes(self, hours: int) -> None:
        self.sam.later(hours=hours)

    def numbers_anew(self, dice: int) -> None:
        """Now and then only: it takes more than a second."""
        if not dice:
            self.sam.server.forget_uids(self.sam.me)

    # What is seen

    def wrong(self) -> list[str]:
        self.tally["steps"] += 1
        return wrong_now(self.sam, self.model)

    def wrong_in_the_end(self) -> list[str]:
        for _ in range(2):
            self.sam.clean_rounds()
        self.tally["lives"] += 1
        self.tally["mails delivered"] += len(self.model.flags)
        self.tally["mails sent"] += len(self.model.sent(self.sam))
        self.tally["drafts"] += len(self.sam.drafts())
        self.tally["texts written by the person"] += self.model.made
        return wrong_at_last(self.sam, self.model)

    def _pick(self, which: int, *states: DraftState) -> Draft | None:
        found = [draft for draft in self.sam.drafts() if draft.state in states]
        return found[which % len(found)] if found else None

    def _pick_there(self, which: int) -> tuple[int, EmailMessage] | None:
        """A draft in the mail program that was not sent already."""
        session = self.sam.observer()
        session.select("Drafts", readonly=True)
        uids = [int(uid) for uid in session.uid("SEARCH", "UNDELETED")[1][0].split()]
        gone = self.model.by_hand | {each for each, _ in self.model.sent(self.sam)}
        settled = {draft.message_id for draft in self.sam.drafts() if draft.state not in CHANGEABLE}
        found = []
        for uid in uids:
            lines = session.uid("FETCH", str(uid), "(BODY.PEEK[])")[1]
            made = message_from_bytes(lines[0][1], policy=policy.default)
            if str(made["Message-ID"]) not in gone | settled:
                found.append((uid, made))
        return found[which % len(found)] if found else None  # type: ignore[return-value]

    def _expunge(self, folder: str, uid: int) -> None:
        session = self.sam.observer()
        session.select(folder)
        session.uid("STORE", str(uid), "+FLAGS.SILENT", "(\\Deleted)")
        session.uid("EXPUNGE", str(uid))

    def _lying_otherwise(self, draft: Draft) -> set[str]:
        """The draft's own name, where the newest copy in Drafts holds a mark that the approved text does not."""
        lying = [each for each in self.sam.mails_in("Drafts") if str(each["Message-ID"]) == draft.message_id]
        marks = {mark for mark in self.model.marks if lying and mark in lying[-1].get_content()}
        return {draft.message_id} if any(mark not in draft.body for mark in marks) else set()

    def reachable(self) -> bool:
        """Whether the mailbox answers past all faults."""
        with suppress(HeardbackError), open_mailbox(self.sam.account, PASSWORD):
            return True
        return False


def _words(body: str) -> str:
    return " ".join(body.split())
