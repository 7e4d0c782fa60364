"""Everything heardback knows, in a folder or one zip file that other programs can read."""

import io
import json
import os
import shutil
import tempfile
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from heardback.files import make_private_folder, write_private
from heardback.people import people_known, person_row
from heardback.sheets import plain
from heardback.views import application_row, timeline_rows
from respond.agenda import agenda
from respond.calendarfile import calendar_file
from respond.mailcopy import mail_copy
from respond.standings import Outlook, standings
from respond.vcard import vcards
from store.database import Transaction
from store.errors import UserError

if TYPE_CHECKING:
    from heardback.wiring import House

_README = """What heardback knows, as of {now}.

tables/*.jsonl     every table of the store, one JSON object a line; times are UTC, bytes are base64
mails/*.eml        every mail whose text is kept, rebuilt from what was read; attachments are only named. To read them
                   into a fresh store: heardback --data NEW import mails --me YOUR@ADDRESS
unreadable/*.eml   mails that could not be read, byte for byte
applications.json  where every application stood, with its timeline, as 'heardback applications --json' shows it
people.json        the people met, as 'heardback contacts --json' shows them
people.vcf         the same as vCards 4.0, for an address book
calendar.ics       interviews, dues and days to write, for a calendar program

Not in here: the config and passwords, which heardback never stores, and models fitted to your corrections, which
'heardback train' makes anew from the corrections in tables/corrections.jsonl.
"""


def export_to(house: "House", target: Path) -> int:
    """Writes everything to a folder that does not exist yet, or to a ``.zip``; returns how many files there are.

    Raises ``UserError`` where the place is taken or cannot be written.
    """
    if target.suffix.lower() == ".zip":
        return _to_zip(house, target)
    if target.exists() and (not target.is_dir() or any(target.iterdir())):
        raise UserError(f"{target} is there already: name a new folder, or a file that ends in .zip.")
    return _to_folder(house, target)


def _to_folder(house: "House", target: Path) -> int:
    try:
        make_private_folder(target.parent)
        aside = Path(tempfile.mkdtemp(dir=target.parent, prefix=f".{target.name}."))
        try:
            count = 0
            for name, content in _everything(house):
                (aside / name).parent.mkdir(mode=0o700, exist_ok=True)
                write_private(aside / name, content)
                count += 1
            if target.exists():
                target.rmdir()
            aside.rename(target)
        except BaseException:
            shutil.rmtree(aside, ignore_errors=True)
            raise
    except OSError as error:
        raise UserError(f"{target} cannot be written ({error.strerror}): name another place.") from error
    return count


def _to_zip(house: "House", target: Path) -> int:
    try:
        descriptor, aside = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
        try:
            with os.fdopen(descriptor, "wb") as file, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
                count = 0
                for name, content in _everything(house):
                    entry = zipfile.ZipInfo(name, date_time=house.clock.now().timetuple()[:6])
                    entry.external_attr = 0o600 << 16
                    entry.compress_type = zipfile.ZIP_DEFLATED
                    archive.writestr(entry, content)
                    count += 1
            Path(aside).replace(target)
        except BaseException:
            Path(aside).unlink(missing_ok=True)
            raise
    except OSError as error:
        raise UserError(f"{target} cannot be written ({error.strerror}): name another place.") from error
    return count


def _everything(house: "House") -> Iterator[tuple[str, bytes]]:
    """Name and content of each file, from one consistent look at the store."""
    now = house.clock.now()
    with house.database.reading() as transaction:
        yield "README.txt", _README.format(now=now.isoformat(timespec="seconds")).encode()
        for name in transaction.tables.names():
            yield f"tables/{name}.jsonl", _lines(transaction, name)
        for stored in transaction.mail.with_text():
            yield f"mails/{stored.id:06}.eml", mail_copy(stored.message)
        for number, raw in transaction.tables.set_aside():
            yield f"unreadable/{number:06}.eml", raw
        yield from _views(transaction, house.outlook)


def _views(transaction: Transaction, outlook: Outlook) -> Iterator[tuple[str, bytes]]:
    found = standings(transaction, outlook)
    known = people_known(transaction, found, outlook)
    people = [each.person for each in known]
    today = outlook.now.astimezone(outlook.zone).date()
    yield "applications.json", _json([application_row(each) | {"timeline": timeline_rows(each)} for each in found])
    yield "people.json", _json([person_row(each, today) for each in known])
    yield "people.vcf", vcards(people, outlook.now).encode()
    yield "calendar.ics", calendar_file(agenda(found, people, outlook, places=True), "heardback")


def _lines(transaction: Transaction, name: str) -> bytes:
    text = io.StringIO()
    for row in transaction.tables.rows(name):
        text.write(json.dumps(row, ensure_ascii=False) + "\n")
    return text.getvalue().encode()


def _json(rows: object) -> bytes:
    return (json.dumps(rows, ensure_ascii=False, indent=2, default=plain) + "\n").encode()
