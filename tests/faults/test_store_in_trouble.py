"""The disk fails in the middle of a person's week: a sentence, and when it is well again nothing is lost or doubled."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from unittest import mock

import pytest

from store.errors import HeardbackError
from store.vocabulary import DraftState
from tests.faults.cells import fill
from tests.faults.grounds import Grounds
from tests.faults.sam import Sam, wrong_in_the_end
from tests.faults.selection import Seen
from tests.faults.troubles import Full, Held, NoLonger, ReadOnly, Trouble, small_disk
from tests.faults.victim import live
from tests.servers.phaseproxy import Fault, PhaseProxy, Strike
from tests.servers.phases import Phase

NAMES = {
    "full": "the disk is full",
    "read-only": "the disk is read-only",
    "held": "another process holds the store",
    "no longer": "no file may grow",
}
MOMENTS: dict[str, tuple[str, Phase, int]] = {
    "before the first round": ("imap", Phase.GREETING, 1),
    "while mail is fetched": ("imap", Phase.FETCH, 1),
    "while a draft is put into Drafts": ("imap", Phase.TEXT, 1),
    "while its copy is replaced": ("imap", Phase.STORE, 1),
    "before a mail is sent": ("smtp", Phase.EHLO, 1),
    "after a mail was sent": ("smtp", Phase.DOT, 1),
    "while it is put into Sent": ("imap", Phase.TEXT, 3),
    "after the digest was sent": ("smtp", Phase.DOT, 2),
}


@pytest.fixture
def sam(grounds: Grounds, tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Sam]:
    """A person whose store lies on a small disk where the trouble wants that."""
    with ExitStack() as stack:
        stack.enter_context(mock.patch("store.opening.BUSY_SECONDS", 0.2))
        folder = None
        if request.node.callspec.params["kind"] in ("full", "read-only"):
            folder = stack.enter_context(small_disk(tmp_path / "disk"))
            if folder is None:
                pytest.skip("no right to mount a small disk")
        yield stack.enter_context(Sam(grounds, folder=folder))


@pytest.mark.parametrize("kind", NAMES)
@pytest.mark.parametrize("moment", MOMENTS)
@pytest.mark.parametrize("restarted", [False, True], ids=["goes on", "restarted"])
def test_trouble_with_the_store_loses_and_doubles_nothing(
    sam: Sam, seen: Seen, kind: str, moment: str, restarted: bool
) -> None:
    fill(sam)
    flags = sam.flags_in("INBOX")
    trouble = _trouble(kind, sam)
    line, phase, nth = MOMENTS[moment]
    proxy: PhaseProxy = getattr(sam, line)
    proxy.struck = trouble.begin
    proxy.arm(Strike(phase, Fault.EVENT, nth))
    try:
        said = _sentence_of(lambda: live(sam.house, sam.clock))
        assert proxy.fired
    finally:
        trouble.end()
    proxy.struck = lambda: None
    if restarted:
        sam.restart()
    live(sam.house, sam.clock)
    sam.clean_rounds()

    assert wrong_in_the_end(sam, flags) == []
    (draft,) = sam.drafts()
    # The process that knew what had become of it is gone.
    assert draft.state in ((DraftState.SENT, DraftState.UNKNOWN) if restarted else (DraftState.SENT,))
    assert len(sam.digests()) == 1
    seen(f"{NAMES[kind]}; {'started again' if restarted else 'it goes on'}", moment, said, draft.state)


def _trouble(kind: str, sam: Sam) -> Trouble:
    match kind:
        case "full":
            return Full(sam.folder)
        case "read-only":
            return ReadOnly(sam.folder, sam.house.database.close)
        case "held":
            return Held(sam.folder)
        case _:
            return NoLonger(sam.folder)


def _sentence_of(work: Callable[[], None]) -> str:
    """Whatever the disk does, the program says it in words, if it has to."""
    try:
        work()
    except HeardbackError as error:
        return str(error)
    return ""
