"""A week in which one thing goes wrong once, on real servers; all cells by ``make torture`` (docs/torture.md)."""

import pytest

from store.vocabulary import DraftState
from tests.faults.cells import Cell, Line, run
from tests.faults.grounds import Grounds
from tests.servers.dovecot import PASSWORD
from tests.servers.phaseproxy import Fault
from tests.servers.phases import Phase

PASSES = (DraftState.SENT,)
MAY_BE = (DraftState.UNKNOWN,)
FAILS = (DraftState.FAILED,)
QUICK = {
    Cell(Line.IMAP, Phase.GREETING, Fault.BYE): PASSES,
    Cell(Line.IMAP, Phase.CAPABILITY, Fault.UNAVAILABLE): PASSES,
    Cell(Line.IMAP, Phase.LOGIN, Fault.FIN): PASSES,
    Cell(Line.IMAP, Phase.LOGIN, Fault.LONG): PASSES,
    Cell(Line.IMAP, Phase.LIST, Fault.HOLLOW): PASSES,
    Cell(Line.IMAP, Phase.EXAMINE, Fault.RST): PASSES,
    Cell(Line.IMAP, Phase.SEARCH, Fault.HALF): PASSES,
    Cell(Line.IMAP, Phase.FETCH, Fault.HALF): PASSES,
    Cell(Line.IMAP, Phase.FETCH, Fault.GARBLED): PASSES,
    Cell(Line.IMAP, Phase.FETCH, Fault.SILENT): PASSES,
    Cell(Line.IMAP, Phase.APPEND, Fault.OVERQUOTA): PASSES,
    Cell(Line.IMAP, Phase.APPEND, Fault.LIMIT): PASSES,
    Cell(Line.IMAP, Phase.TEXT, Fault.HALF): PASSES,
    Cell(Line.IMAP, Phase.TEXT, Fault.LOST): PASSES,
    Cell(Line.IMAP, Phase.TEXT, Fault.LOST, 2): PASSES,
    Cell(Line.IMAP, Phase.TEXT, Fault.LOST, 3): PASSES,
    Cell(Line.IMAP, Phase.TEXT, Fault.LOST, 4): PASSES,
    Cell(Line.IMAP, Phase.TEXT, Fault.NO): PASSES,
    Cell(Line.IMAP, Phase.SELECT, Fault.LOST): PASSES,
    Cell(Line.IMAP, Phase.SELECT, Fault.HOLLOW): PASSES,
    Cell(Line.IMAP, Phase.STORE, Fault.FIN): PASSES,
    Cell(Line.IMAP, Phase.STORE, Fault.NO): PASSES,
    Cell(Line.IMAP, Phase.STORE, Fault.LOST_RST, 2): PASSES,
    Cell(Line.IMAP, Phase.EXPUNGE, Fault.FIN): PASSES,
    Cell(Line.IMAP, Phase.EXPUNGE, Fault.FIN, 2): PASSES,
    Cell(Line.IMAP, Phase.IDLE, Fault.BYE): PASSES,
    Cell(Line.IMAP, Phase.LOGOUT, Fault.NO_ANSWER): PASSES,
    Cell(Line.SMTP, Phase.GREETING, Fault.LONG): PASSES,
    Cell(Line.SMTP, Phase.EHLO, Fault.UNAVAILABLE): PASSES,
    Cell(Line.SMTP, Phase.AUTH, Fault.GARBAGE): PASSES,
    Cell(Line.SMTP, Phase.RCPT, Fault.INUSE): PASSES,
    Cell(Line.SMTP, Phase.RCPT, Fault.NO): FAILS,
    Cell(Line.SMTP, Phase.DATA, Fault.HALF): PASSES,
    Cell(Line.SMTP, Phase.TEXT, Fault.HALF): MAY_BE,
    Cell(Line.SMTP, Phase.DOT, Fault.LOST): MAY_BE,
    Cell(Line.SMTP, Phase.DOT, Fault.LOST, 2): PASSES,
    Cell(Line.SMTP, Phase.DOT, Fault.OVERQUOTA): FAILS,
    Cell(Line.SMTP, Phase.QUIT, Fault.SILENT): PASSES,
    Cell(Line.STARTTLS, Phase.STARTTLS, Fault.HALF): PASSES,
    Cell(Line.SUBMISSION, Phase.MAIL, Fault.BYE): PASSES,
    Cell(Line.SUBMISSION, Phase.DOT, Fault.LOST): MAY_BE,
}
"""With what becomes of the draft in the end."""


@pytest.mark.parametrize("cell", QUICK, ids=lambda cell: cell.name)
def test_nothing_is_lost_or_doubled_and_clean_rounds_make_it_good(grounds: Grounds, cell: Cell) -> None:
    outcome = run(cell, grounds)

    assert outcome.step, "the week never came to it"
    assert outcome.wrong == ()
    assert outcome.last in QUICK[cell]
    assert PASSWORD not in outcome.said
    assert outcome.said in ("", outcome.said.rstrip().removesuffix(".") + ".")
