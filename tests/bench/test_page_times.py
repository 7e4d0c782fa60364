"""The measuring of pages itself, on a small store."""

from contextlib import closing
from pathlib import Path

from bench import pages


def test_every_page_answers_and_is_timed(tmp_path: Path) -> None:
    with closing(pages._house(tmp_path)) as house:
        pages._build(house, 40)
        timed = list(pages.timings(house, times=3))

    assert len(timed) >= 16
    for each in timed:
        assert len(each.processor) == 3
        assert len(each.cells) == len(pages.HEADING)
