"""The look through all folders over lines that break: it goes on where it stopped, and counts nothing twice."""

from dataclasses import replace
from datetime import timedelta

import pytest

from heardback import lookthrough
from heardback.canary import Canary
from tests.journey.overlooked import invitation, outcome, receipt
from tests.journey.world import World
from tests.servers.proxy import FaultProxy

DAY = timedelta(days=1)


def test_cut_lines_cost_a_batch_and_no_more(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    now = world.clock.now()
    world.deliver(receipt(world, now - 3 * DAY))
    for days in range(1, 9):
        world.deliver(invitation(world, now - days * DAY), "Junk")
    monkeypatch.setattr(lookthrough, "BATCH", 2)
    with world.house() as house, FaultProxy(world.box.plain_port) as proxy:
        house.rounds.run_once()
        account = replace(house.accounts[0], imap=world.box.through(proxy.port).imap)
        tries, troubles = 0, []
        proxy.cut_after = 2_500
        while outcome(house)[0] is None and tries < 30:
            tries += 1
            proxy.cut_after += 700
            troubles += Canary(house).look([account]).values()
        result, found = outcome(house)

    assert tries > 2
    assert troubles
    assert result is not None
    assert (result.stored, result.missed, len(found)) == (1, 8, 8)
    assert len({each.identity for each in found}) == 8
