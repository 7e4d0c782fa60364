"""What this computer already tells about its person: a name, a time zone, a country. Guesses, to be confirmed."""

import importlib.resources
import os
import pwd
import re
from collections.abc import Mapping

_REGION = re.compile(r"[a-z]{2,3}_([A-Z]{2})\b")
_LANGUAGE_SETTINGS = ("LC_ALL", "LC_TIME", "LANG")


def guessed_name() -> str:
    """The full name of whoever is signed in to this computer, if it was ever entered."""
    try:
        entered = pwd.getpwuid(os.getuid()).pw_gecos.partition(",")[0].strip()
    except KeyError:
        return ""
    return entered if " " in entered else ""


def guessed_zone() -> str:
    """This computer's time zone, or nothing where it has none worth keeping."""
    from tzlocal import get_localzone_name

    try:
        name = get_localzone_name()
    except (LookupError, OSError, ValueError):
        return ""
    return name if name and "/" in name and not name.startswith("Etc/") else ""


def guessed_country(zone: str, environment: Mapping[str, str]) -> str:
    """The country a time zone lies in, else the region of the language settings."""
    if country := _countries().get(zone):
        return country
    for key in _LANGUAGE_SETTINGS:
        if found := _REGION.match(environment.get(key, "")):
            return found[1]
    return ""


def _countries() -> dict[str, str]:
    """Time zone to country, from the table of the zone database."""
    table = importlib.resources.files("tzdata") / "zoneinfo" / "zone.tab"
    rows = (line.split("\t") for line in table.read_text(encoding="utf-8").splitlines() if not line.startswith("#"))
    return {row[2]: row[0] for row in rows if len(row) > 2}
