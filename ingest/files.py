"""Mail in files: .eml, mbox, Maildir, directories of them, .jsonl rows, and standard input."""

import io
import os
import sys
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import BinaryIO, cast

from ingest.guarded import parse
from ingest.mbox import is_from_line, split_mbox
from ingest.repair import MAX_RAW
from ingest.rows import UNDATED, read_row
from store.errors import UserError
from store.records import Message, Unreadable

Mail = tuple[str, Message | Unreadable]
"""Where a mail came from, for the person to find it again, and the mail."""

_SNIFFED = 4_096
_MAILDIR_FOLDERS = ("cur", "new")
_IN_DIRECTORIES = frozenset((".eml", ".mbox", ".mbx", ".mbs", ".jsonl", ".ndjson", ".emlx", ""))
"""Endings read in a directory; without an ending only what looks like mail."""


def read_mails(path: str, stdin: BinaryIO | None = None) -> Iterator[Mail]:
    """The mails at ``path`` ("-" is standard input) in a fixed order, each with its source: "a.eml", "mails.mbox:3".

    Streams: at no time more than one mail is held. What cannot be read comes as ``Unreadable``.

    Raises:
        UserError: when the path does not exist or may not be read.
    """
    if path == "-":
        return _from_stream(_peekable(stdin if stdin is not None else sys.stdin.buffer), "-", UNDATED)
    place = Path(path)
    if not place.exists():
        raise UserError(f"{path} does not exist; give the path of a mail file, an mbox, a Maildir or a directory.")
    if not os.access(place, os.R_OK):
        raise UserError(f"{path} may not be read; give yourself read permission for it.")
    return _from_directory(place) if place.is_dir() else _from_file(place)


def _from_directory(directory: Path) -> Iterator[Mail]:
    """All mail below a directory, folders and files in the order of their names, links to directories not followed."""
    for folder, subfolders, names in os.walk(directory):
        here = Path(folder)
        subfolders[:] = sorted(name for name in subfolders if name != "tmp" or not _is_maildir(here))
        in_maildir = here.name in _MAILDIR_FOLDERS and _is_maildir(here.parent)
        for name in sorted(names):
            file = here / name
            if not file.is_file() or name.startswith(".") or (_is_maildir(here) and not file.suffix):
                continue
            if in_maildir:
                yield from _single(file)
            elif file.suffix.lower() in _IN_DIRECTORIES and (file.suffix or _looks_like_mail(file)):
                yield from _from_file(file)


def _is_maildir(folder: Path) -> bool:
    return any((folder / name).is_dir() for name in _MAILDIR_FOLDERS)


def _looks_like_mail(file: Path) -> bool:
    """Whether a file without an ending begins like an mbox or with a header field."""
    try:
        with file.open("rb") as stream:
            line = stream.readline(_SNIFFED)
    except OSError:
        return False
    name, colon, _ = line.partition(b":")
    return is_from_line(line) or bool(colon and name and name.replace(b"-", b"").isalnum() and b"\x00" not in line)


def _from_file(file: Path) -> Iterator[Mail]:
    try:
        with file.open("rb") as stream:
            yield from _from_stream(stream, str(file), _changed(file))
    except OSError as error:
        yield str(file), Unreadable(b"", f"The file could not be read ({error.strerror or error}).", str(file))


def _single(file: Path) -> Iterator[Mail]:
    """A file that holds one mail by its place, whatever it begins with."""
    try:
        raw = file.read_bytes()
    except OSError as error:
        yield str(file), Unreadable(b"", f"The file could not be read ({error.strerror or error}).", str(file))
        return
    yield str(file), parse(raw, source=str(file), undated=_changed(file))


def _from_stream(stream: io.BufferedReader, source: str, undated: datetime) -> Iterator[Mail]:
    """One mail, an mbox or rows, by the first bytes; rows also by the file's ending."""
    start = stream.peek(_SNIFFED)[:_SNIFFED].removeprefix(b"\xef\xbb\xbf").lstrip()
    if source.endswith((".jsonl", ".ndjson")) or start.startswith(b"{"):
        yield from _rows(stream, source)
    elif start.startswith(b"From ") and _is_mbox(start, source):
        yield from _mbox(stream, source, undated)
    else:
        raw = stream.read(MAX_RAW)
        if source.endswith(".emlx"):
            raw = _emlx(raw)
        yield source, parse(raw, source=source, undated=undated)


def _is_mbox(start: bytes, source: str) -> bool:
    """A lone mail may also begin with a "From " line; a file's ending decides where there is one."""
    return not source.lower().endswith((".eml", ".emlx")) and b"\n" in start


def _mbox(stream: BinaryIO, source: str, undated: datetime) -> Iterator[Mail]:
    for number, (raw, date) in enumerate(split_mbox(stream), 1):
        place = f"{source}:{number}"
        yield place, parse(raw, source=place, undated=date or undated)


def _rows(stream: Iterable[bytes], source: str) -> Iterator[Mail]:
    for number, line in enumerate(stream, 1):
        line = line.removeprefix(b"\xef\xbb\xbf")
        if line.strip():
            yield read_row(line, f"{source}:{number}")


def _emlx(raw: bytes) -> bytes:
    """Apple Mail's form: the mail's length on the first line, a property list behind it."""
    length, _, rest = raw.partition(b"\n")
    return rest[: int(length)] if length.strip().isdigit() else raw


def _changed(file: Path) -> datetime:
    """When the file was last changed: the date of a mail in it that has none of its own."""
    return datetime.fromtimestamp(file.stat().st_mtime, UTC)


def _peekable(stream: BinaryIO) -> io.BufferedReader:
    if isinstance(stream, io.BufferedReader):
        return stream
    return io.BufferedReader(cast("io.RawIOBase", stream))
