"""In which country, and region where it matters, an employer sits: whose public holidays are kept (rule H).

Only what a mail says plainly counts: where the job is, a postal line, a telephone number, the last label of the
employer's own domain. Nothing is guessed from the language, and a region is only ever made of a country, never lost.
"""

from dataclasses import dataclass
from enum import IntEnum

from classify.countrytables import (
    BY_ADDRESS,
    BY_AREA_CODE,
    BY_CALLING_CODE,
    CALLING,
    CITIES,
    COUNTRIES,
    LABEL,
    POSTCODE_AND_TOWN,
    PROVINCE,
    PROVINCE_ALONE,
    REGIONS,
)
from ingest.senders import is_freemail, platform_of
from store.records import Address, Message
from store.vocabulary import Direction

_READ = 6_000


class Sign(IntEnum):
    """What tells of a country, the weakest first."""

    NONE = 0
    ADDRESS = 1
    TELEPHONE = 2
    POSTAL_LINE = 3
    WORKPLACE = 4
    BY_HAND = 5


@dataclass(frozen=True, slots=True)
class Place:
    """A country as ISO 3166-1, with a subdivision of ISO 3166-2 where known ("CA-ON"), and what tells so."""

    code: str = ""
    sign: Sign = Sign.NONE

    @property
    def country(self) -> str:
        """The country alone."""
        return self.code.partition("-")[0]


def place_of(message: Message, direction: Direction) -> Place:
    """Where the other side of a mail sits, by the strongest sign in it."""
    if direction is Direction.SENT:
        other = next(iter(message.to), Address("", ""))
        return _of_address(other)
    found = [
        _of_workplace(message.text[:_READ]),
        _of_postal_line(_closing(message)),
        _of_telephone(_closing(message)),
        _of_address(message.sender),
    ]
    best = max(found, key=lambda place: place.sign)
    return next((settled(best, place) for place in found if place is not best and _refines(best, place)), best)


def settled(held: Place, told: Place) -> Place:
    """What is known after another mail: the stronger sign, and its region where both agree on the country."""
    if not told.code or (held.sign is Sign.BY_HAND and held.code):
        return held
    if _refines(held, told):
        return Place(told.code, held.sign)
    if _refines(told, held):
        return Place(held.code, max(held.sign, told.sign))
    return told if told.sign > held.sign else held


def with_region(employer: str, person: str) -> str:
    """Whose holidays count: the employer's country, else the person's; theirs with its region where it is the same."""
    if not employer or person.partition("-")[0] == employer:
        return person
    return employer


def _refines(rough: Place, fine: Place) -> bool:
    return "-" in fine.code and rough.code == fine.country


def _closing(message: Message) -> str:
    """Where people write who and where they are: signature, footer and the last lines."""
    return "\n".join((*message.text[:_READ].splitlines()[-8:], message.signature[:1500], message.footer[:1500]))


def _of_workplace(text: str) -> Place:
    for found in LABEL.finditer(text):
        named = found["place"]
        if "remote" in named.casefold() and "," not in named and "(" not in named:
            continue
        if code := _named_in(named):
            return Place(code, Sign.WORKPLACE)
    return Place()


def _named_in(line: str) -> str:
    """The place a line names, its smallest part first; the country named beside it must fit."""
    if province := PROVINCE_ALONE.search(line):
        return f"CA-{province['province']}"
    parts = [part.strip(" .\t()").casefold() for part in line.replace("(", ",").replace("/", ",").split(",")]
    country = next((COUNTRIES[part] for part in reversed(parts) if part in COUNTRIES), "")
    for table in (REGIONS, CITIES):
        code = next((table[part] for part in parts if part in table), "")
        if code and (not country or code.partition("-")[0] == country.partition("-")[0]):
            return code
    return country


def _of_postal_line(text: str) -> Place:
    if found := PROVINCE.search(text):
        return Place(f"CA-{found['province']}", Sign.POSTAL_LINE)
    for found in POSTCODE_AND_TOWN.finditer(text):
        if code := CITIES.get(found["town"].strip().casefold()):
            return Place(code, Sign.POSTAL_LINE)
    for line in text.splitlines():
        # "… Street 4, Leeds, United Kingdom": a country that ends a line of an address.
        *before, last = line.split(",")
        if before and len(line) < 120 and any(sign.isdigit() for sign in line):
            code = COUNTRIES.get(last.strip(" .\t").casefold(), "")
            if code:
                return Place(_named_in(line) or code, Sign.POSTAL_LINE)
    return Place()


def _of_telephone(text: str) -> Place:
    for found in CALLING.finditer(text):
        digits = "".join(sign for sign in found["digits"] if sign.isdigit())
        if digits[0] == "1":
            if code := BY_AREA_CODE.get(digits[1:4]):
                return Place(code, Sign.TELEPHONE)
            continue
        for length in (2, 3):
            if code := BY_CALLING_CODE.get(digits[:length]):
                return Place(code, Sign.TELEPHONE)
    return Place()


def _of_address(address: Address) -> Place:
    if not address.domain or platform_of(address) or is_freemail(address.domain):
        return Place()
    code = BY_ADDRESS.get(address.domain.rpartition(".")[2], "")
    return Place(code, Sign.ADDRESS) if code else Place()
