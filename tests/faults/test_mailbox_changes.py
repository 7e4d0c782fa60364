"""What happens on the server beside a fault of the line: folders go, mails go, numbers change, the server restarts."""

from collections.abc import Callable, Iterator
from email.message import EmailMessage

import pytest

from heardback.rounds import RoundReport
from store.errors import FolderMissing, HeardbackError
from store.vocabulary import DraftState
from tests.faults.cells import fill, hurried
from tests.faults.grounds import Grounds
from tests.faults.sam import Sam, wrong_in_the_end
from tests.faults.selection import Seen, some
from tests.faults.victim import live
from tests.journey.world import mail
from tests.servers.phaseproxy import Fault, PhaseProxy, Strike
from tests.servers.phases import Phase


@pytest.fixture
def sam(grounds: Grounds) -> Iterator[Sam]:
    """A person with unread mail."""
    with Sam(grounds) as person, hurried():
        fill(person)
        yield person


def letter(sam: Sam, subject: str) -> EmailMessage:
    """An ordinary mail of now."""
    return mail("Pat <pat@garden.example>", sam.me, subject, "Hello Sam,\n\nsee you.\n\nPat\n", sam.clock.now())


def told(report: RoundReport) -> str:
    """What a round told the person."""
    return " ".join(report.failures.values())


def when(proxy: PhaseProxy, phase: Phase, happens: Callable[[], object], nth: int = 1) -> None:
    """Something happens right before a command goes on to the server."""
    proxy.struck = lambda: (happens(), None)[1]
    proxy.arm(Strike(phase, Fault.EVENT, nth))


@pytest.mark.parametrize("nth", [1, 2])
def test_a_mail_that_is_expunged_while_it_is_fetched_is_simply_gone(sam: Sam, seen: Seen, nth: int) -> None:
    gone = str(sam.mails_in("INBOX")[1]["Message-ID"])
    when(sam.imap, Phase.FETCH, lambda: sam.server.expunge(sam.me, "INBOX", [2]), nth)
    report = sam.house.rounds.run_once()
    del sam.delivered[gone]
    flags = sam.flags_in("INBOX")
    sam.clean_rounds()

    assert sam.imap.fired == 0  # calm since
    assert report.failures == {}
    with sam.house.database.reading() as transaction:
        assert transaction.mail.counts()[1] == 0
    assert wrong_in_the_end(sam, flags) == []
    seen("a mail is expunged between search and fetch", f"fetch {nth}", told(report))


def test_a_mail_that_the_server_keeps_back_is_told_and_taken_in_later(sam: Sam, seen: Seen) -> None:
    sam.house.rounds.run_once()
    sam.deliver(letter(sam, "Kept back"))
    flags = sam.flags_in("INBOX")
    sam.imap.arm(Strike(Phase.FETCH, Fault.NO, lasting=True))
    report = sam.house.rounds.run_once()
    assert report.taken.unreadable == 1
    with sam.house.database.reading() as transaction:
        reason = transaction.mail.set_aside_list()[0][1]
    assert reason == "the mail server would not hand it out"
    sam.clean_rounds()
    sam.later(hours=1)
    sam.clean_rounds()

    assert wrong_in_the_end(sam, flags) == []
    seen("the server keeps a mail back", "fetch", f"Set aside: {reason}.", sam.drafts()[0].state)


def test_two_mails_that_are_kept_back_are_two(sam: Sam, seen: Seen) -> None:
    sam.house.rounds.run_once()
    for subject in ("One", "Two"):
        sam.deliver(letter(sam, subject))
        sam.imap.arm(Strike(Phase.FETCH, Fault.HOLLOW, lasting=True))
        assert sam.house.rounds.run_once().taken.unreadable == 1
    sam.later(hours=2)
    sam.clean_rounds()

    assert wrong_in_the_end(sam, ()) == []
    seen("the server keeps two mails back", "fetch", "Set aside, each by itself.", sam.drafts()[0].state)


def test_a_search_that_finds_nothing_where_there_is_mail_is_not_believed(sam: Sam, seen: Seen) -> None:
    sam.imap.arm(Strike(Phase.SEARCH, Fault.HOLLOW))
    report = sam.house.rounds.run_once()

    assert "answered unintelligibly" in report.failures["home"]
    sam.clean_rounds()
    assert wrong_in_the_end(sam, ()) == []
    seen("a search finds nothing where there is mail", "search", told(report), sam.drafts()[0].state)


@pytest.mark.parametrize("phase", [Phase.SEARCH, Phase.FETCH, Phase.TEXT])
def test_numbers_that_change_in_the_middle_lose_and_double_nothing(sam: Sam, seen: Seen, phase: Phase) -> None:
    flags = [line.split(b"FLAGS")[1] for line in sam.flags_in("INBOX")]
    when(sam.imap, phase, lambda: sam.server.forget_uids(sam.me))
    report = sam.house.rounds.run_once()
    sam.imap.struck = lambda: None
    sam.clean_rounds()

    assert wrong_in_the_end(sam, ()) == []
    assert [line.split(b"FLAGS")[1] for line in sam.flags_in("INBOX")] == flags
    seen("the numbers change (UIDVALIDITY)", phase, told(report), sam.drafts()[0].state)


def test_a_folder_that_is_renamed_is_told_and_keeps_nothing_else_from_being_read(sam: Sam, seen: Seen) -> None:
    sam.observer().create("Jobs")
    sam.folders = ("Jobs", "INBOX")
    sam.deliver(letter(sam, "In Jobs"), folder="Jobs")
    sam.restart()
    assert sam.house.rounds.run_once().failures == {}
    sam.observer().rename("Jobs", "Work")
    sam.deliver(letter(sam, "Meanwhile"))
    report = sam.house.rounds.run_once()

    assert isinstance(report.causes["home"], FolderMissing)
    assert "“Jobs”" in report.failures["home"]
    assert "“Work”" in report.failures["home"]
    assert sam.stored_ids().keys() == sam.delivered.keys(), "the mail in the inbox was read all the same"
    (draft,) = sam.drafts()
    assert sam.ids_in("Drafts")[draft.message_id] == 1, "and its draft put into Drafts"
    sam.observer().rename("Work", "Jobs")
    sam.clean_rounds()
    assert wrong_in_the_end(sam, ()) == []
    seen("a watched folder is renamed", "between rounds", told(report), sam.drafts()[0].state)


def test_a_drafts_folder_that_goes_away_is_told_and_comes_back(sam: Sam, seen: Seen) -> None:
    when(sam.imap, Phase.APPEND, lambda: sam.observer().delete("Drafts"))
    report = sam.house.rounds.run_once()
    sam.imap.struck = lambda: None
    assert report.failures
    sam.observer().create("Drafts")
    sam.clean_rounds()

    assert wrong_in_the_end(sam, ()) == []
    seen("the Drafts folder goes away", "append", told(report), sam.drafts()[0].state)


def test_a_sent_folder_that_goes_away_holds_up_no_mail(sam: Sam, seen: Seen) -> None:
    sam.house.rounds.run_once()
    (draft,) = sam.drafts()
    sam.approve(draft.id)
    when(sam.smtp, Phase.DOT, lambda: sam.observer().delete("Sent"))
    sam.house.posting.send_due()
    sam.smtp.struck = lambda: None
    assert sam.drafts()[0].state is DraftState.SENT
    sam.observer().create("Sent")
    sam.clean_rounds()

    assert len(sam.sent()) == 1
    assert sam.ids_in("Drafts") == {}
    seen("the Sent folder goes away", "after the dot", " ".join(sam.house.notes), sam.drafts()[0].state)


RESTARTS = [
    (line, phase)
    for line, phases in {
        "imap": (Phase.LOGIN, Phase.EXAMINE, Phase.SEARCH, Phase.FETCH, Phase.APPEND, Phase.TEXT, Phase.STORE),
        "smtp": (Phase.MAIL, Phase.DOT),
    }.items()
    for phase in phases
]


@pytest.mark.parametrize(("line", "phase"), some(RESTARTS, 4, 3))
def test_a_server_that_restarts_in_the_middle_is_found_again(sam: Sam, seen: Seen, line: str, phase: Phase) -> None:
    flags = sam.flags_in("INBOX")
    proxy: PhaseProxy = getattr(sam, line)
    when(proxy, phase, sam.server.stop)
    said = ""
    try:
        live(sam.house, sam.clock)
    except HeardbackError as error:
        said = str(error)
    with sam.house.database.reading() as transaction:
        said = next((each.problem for each in transaction.folders.health() if each.problem), said)
    assert proxy.fired == 1
    proxy.struck = lambda: None
    sam.calm()
    sam.server.start()
    live(sam.house, sam.clock)
    sam.clean_rounds()

    assert wrong_in_the_end(sam, flags) == []
    assert len(sam.sent()) == 1
    seen("the server restarts", f"{line} {phase}", said, sam.drafts()[0].state)
