"""Public holidays of one country are had without those of all others, and are the very same days."""

import json
import subprocess
import sys

COUNTRIES = (
    "GB-ENG",
    "GB",
    "DE",
    "DE-BY",
    "FR",
    "ES",
    "US-CA",
    "CA-QC",
    "CH-ZH",
    "AT",
    "IE",
    "HK",
    "PL",
    "AR",
    "ZZ",
    "US-ZZ",
)
OURS = """
import json, sys
from classify.workdays import _holidays
found = {each: sorted(map(str, _holidays(each, 2026))) for each in sys.argv[1:]}
read = [each for each in sys.modules if each.startswith("holidays.countries.")]
print(json.dumps([found, len(read)]))
"""
PLAIN = """
import holidays, json, sys
def days(country):
    code, _, part = country.partition("-")
    for each in (part or {"GB": "ENG"}.get(code), None):
        try:
            return sorted(str(day) for day in holidays.country_holidays(code, subdiv=each, years=2026))
        except NotImplementedError:
            continue
    return []
print(json.dumps({each: days(each) for each in sys.argv[1:]}))
"""


def said(program: str) -> object:
    done = subprocess.run([sys.executable, "-c", program, *COUNTRIES], capture_output=True, text=True, check=True)
    return json.loads(done.stdout)


def test_they_are_the_days_the_package_tells_and_few_countries_are_read_in() -> None:
    found, read = said(OURS)  # type: ignore[misc]

    assert found == said(PLAIN)
    assert len(found["GB-ENG"]) > 5
    assert read < 40
