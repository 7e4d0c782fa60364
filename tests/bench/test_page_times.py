"""The measuring of pages itself, on a small store."""

from contextlib import closing
from pathlib import Path

from bench import pages
from bench.stores import build, house_on


def test_every_page_answers_and_is_timed(tmp_path: Path) -> None:
    build(tmp_path, 400)
    with closing(house_on(tmp_path)) as house:
        timed = list(pages.timings(house, times=3))

    assert len([each for each in timed if not each.is_file]) >= 15
    for each in timed:
        assert len(each.seconds) == 3
        assert 0 < min(each.seconds) <= each.p95 <= max(each.seconds)
