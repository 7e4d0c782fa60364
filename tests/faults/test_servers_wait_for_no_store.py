"""Nobody is kept from the store by a mail server that takes its time: none is asked in the middle of a writing."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from sqlalchemy import Connection

from store import database
from tests.faults.cells import fill
from tests.faults.grounds import Grounds
from tests.faults.sam import Sam
from tests.faults.victim import WRITES, live
from tests.servers.phaseproxy import Fault, PhaseProxy
from tests.servers.phases import Phase


def test_no_server_is_asked_while_the_store_is_being_written(grounds: Grounds, monkeypatch: pytest.MonkeyPatch) -> None:
    me, writing, asked, seen = threading.get_ident(), set[int](), list[Phase](), set[Phase]()
    works, reaches = database._committed, PhaseProxy.reach

    @contextmanager
    def noted(connection: Connection, begin: str) -> Iterator[Connection]:
        with works(connection, begin) as begun:
            if begin == WRITES:
                writing.add(threading.get_ident())
            try:
                yield begun
            finally:
                writing.discard(threading.get_ident())

    def reach(proxy: PhaseProxy, phase: Phase) -> Fault | None:
        seen.add(phase)
        if me in writing:
            asked.append(phase)
        return reaches(proxy, phase)

    monkeypatch.setattr(database, "_committed", noted)
    monkeypatch.setattr(PhaseProxy, "reach", reach)
    with Sam(grounds) as sam:
        fill(sam)
        live(sam.house, sam.clock)

    assert asked == []
    assert {Phase.FETCH, Phase.TEXT, Phase.STORE, Phase.DOT} <= seen
