"""``applications --csv``: no cell is a formula to a spreadsheet."""

import csv
import io

import pytest

from heardback.printing import as_csv

STARTS = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", " =1", "＝1", "＋1", "－1", "＠1"]


@pytest.mark.parametrize("text", STARTS)
def test_no_text_begins_a_formula(text: str, capsys: pytest.CaptureFixture[str]) -> None:
    as_csv([{"company": text, "role": f'Clerk", {text}'}], ("company", "role"))

    _, row = csv.reader(io.StringIO(capsys.readouterr().out, newline=""))
    # What a terminal would obey is taken out, and what makes a formula text stays.
    assert row[0] == f"'{text}".replace("\r", "")
    assert row[1] == f'Clerk", {text}'.replace("\r", "")


def test_numbers_stay_numbers(capsys: pytest.CaptureFixture[str]) -> None:
    as_csv([{"chance": -0.5, "count": 3, "none": None}], ("chance", "count", "none"))

    assert capsys.readouterr().out.splitlines()[1] == "-0.5,3,"
