"""Mails broken at random: whether each is read or set aside, how long the slowest takes, and how much memory.

``python -m bench.brokenmails 10000`` also reads the shared odd messages where they lie beside the project. Bases are
our own written mails; each is cut, repeated, stuffed and mislabelled as the seed says, so that any figure can be had
again. Ends with 1 where a mail stops the run, takes over ``MOST_SECONDS``, or the reading process over ``MOST_MB``.
"""

import argparse
import os
import random
import resource
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from bench.mailmix import mails
from ingest.guarded import Guarded
from store.records import Message, Unreadable

MOST_SECONDS = 2.0
MOST_MB = 200
BASES = 120
UNDATED = datetime(2000, 1, 1, tzinfo=UTC)
ROOT = Path(__file__).resolve().parents[1]
_PLACES = 3
_STUFFING: tuple[bytes, ...] = (
    b"\r\n", b"\r\n\r\n", b"\n", b"\r", b"\x00", b"\xff\xfe", b"\x1b[31m", b"\x1b$B", b"+AGE-", b" ", b"\t", b'"', b"(",
    b"<", b">", b"<div>", b"<b>", b"<table>", b"</p>", b"<a href=x ", b"<!--", b"<![CDATA[", b"<style>", b"&#0;", b";",
    b"a=b;", b",", b"a@b.example, ", b"=?utf-8?q?=C3?=", b"=?utf-8?b?", b"=?gb2312?B?6UY=?=", b"=", b"=3D", b"=\r\n",
    b"--", b"\r\n--b\r\n", b"> ", b"On a a a ", b"On Mon, a@b.example wrote:\r\n", b"-- \r\n", b"regards\r\n", b"[[",
    b"\xe2\x80\xae", b"\xf0\x9f\x98\x80", b"e\xcc\x81", b"BEGIN:VEVENT\r\n", b"RRULE:FREQ=SECONDLY\r\n", b"2026-03-02 ",
)  # fmt: skip
_FIELDS: tuple[bytes, ...] = (
    b"Content-Type: multipart/mixed; boundary=b\r\n", b"Content-Type: multipart/alternative\r\n",
    b"Content-Type: message/rfc822\r\n", b"Content-Type: text/html; charset=utf-7\r\n",
    b"Content-Type: text/calendar\r\n", b"Content-Type: text/plain; charset=iso-2022-jp\r\n",
    b"Content-Type: text/plain; charset=no-such\r\n", b"Content-Type: application/octet-stream; name*0*=x''\r\n",
    b"Content-Transfer-Encoding: base64\r\n", b"Content-Transfer-Encoding: uuencode\r\n",
    b"Content-Transfer-Encoding: quoted-printable\r\n", b"From: \xff\xfe,,,<>\r\n", b"Date: Thu, 99 Foo 0000 99:99\r\n",
    b"Date: Mon, 1 Jan 0001 00:00:00 -2359\r\n", b"Subject: =?utf-16?b?/w==?=\r\n", b"References: <<<<a@b> <c@d>\r\n",
    b"Message-ID: <\r\n x@y>\r\n",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a run showed; ``slowest`` in seconds of processor time, ``megabytes`` the peak of the larger process."""

    read: int
    set_aside: int
    slowest: float
    slowest_source: str
    megabytes: float
    crashes: tuple[str, ...]


def broken_mails(count: int, seed: int = 5) -> Iterator[tuple[str, bytes]]:
    """``count`` mails with a name each; the same for the same seed."""
    bases = [raw for raw, _ in mails(BASES, seed=seed)]
    for number in range(count):
        chance = random.Random(f"{seed}/{number}")
        yield f"broken-{seed}-{number}", broken(chance.choice(bases), chance)


def broken(raw: bytes, chance: random.Random) -> bytes:
    """One mail broken in one to four ways."""
    for _ in range(chance.randint(1, 4)):
        raw = chance.choice(_WAYS)(raw, chance)
    return raw


def _cut(raw: bytes, chance: random.Random) -> bytes:
    start = chance.randrange(len(raw) + 1)
    return raw[:start] + raw[start + chance.randrange(1, 400) :]


def _ended(raw: bytes, chance: random.Random) -> bytes:
    return raw[: chance.randrange(len(raw) + 1)]


def _noised(raw: bytes, chance: random.Random) -> bytes:
    out = bytearray(raw)
    for _ in range(chance.randint(1, 30) if out else 0):
        out[chance.randrange(len(out))] = chance.randrange(256)
    return bytes(out)


def _repeated(raw: bytes, chance: random.Random) -> bytes:
    start = chance.randrange(len(raw) + 1)
    piece = raw[start : start + chance.randint(1, 60)]
    return raw[:start] + piece * chance.choice((2, 30, 3_000, 20_000)) + raw[start:]


def _stuffed(raw: bytes, chance: random.Random) -> bytes:
    piece = b"".join(chance.choices(_STUFFING, k=chance.randint(1, _PLACES)))
    at = chance.randrange(len(raw) + 1)
    return raw[:at] + piece * chance.choice((1, 3, 200, 5_000, 60_000)) + raw[at:]


def _mislabelled(raw: bytes, chance: random.Random) -> bytes:
    fields = b"".join(chance.choices(_FIELDS, k=chance.randint(1, 3)))
    return fields + raw if chance.random() < 0.6 else raw.replace(b"\r\n\r\n", b"\r\n" + fields + b"\r\n", 1)


def _enclosed(raw: bytes, chance: random.Random) -> bytes:
    head, _, _ = raw.partition(b"\r\n\r\n")
    depth = chance.choice((1, 3, 40, 1_500))
    return head + b"\r\n" + b"Content-Type: message/rfc822\r\n\r\n" * depth + raw


def _in_parts(raw: bytes, chance: random.Random) -> bytes:
    head, _, body = raw.partition(b"\r\n\r\n")
    part = b"--b\r\nContent-Type: text/%s\r\n\r\n" % chance.choice((b"plain", b"html", b"calendar"))
    parts = (part + body[:200] + b"\r\n") * chance.choice((1, 5, 250, 4_000))
    return head + b"\r\nContent-Type: multipart/%s; boundary=b\r\n\r\n" % chance.choice((b"mixed", b"x")) + parts


def _as_page(raw: bytes, chance: random.Random) -> bytes:
    head, _, _ = raw.partition(b"\r\n\r\n")
    tags = (b"<div>", b"<b>", b"<p><b>", b"<table><tr><td>", b"<a href=http://x.example/>x", b"<span style='x:y'>x")
    page = chance.choice(tags) * chance.choice((40, 480, 3_000, 40_000))
    return head + b"\r\nContent-Type: text/html\r\n\r\n" + page


_WAYS: Sequence[Callable[[bytes, random.Random], bytes]] = (
    _cut, _ended, _noised, _repeated, _stuffed, _stuffed, _mislabelled, _mislabelled, _enclosed, _in_parts, _as_page,
)  # fmt: skip


def shared_mails() -> Iterator[tuple[str, bytes]]:
    """The odd messages kept beside the project; none on most machines."""
    folder = Path(os.environ.get("HEARDBACK_SHARED", ROOT.parent / "shared")) / "mime"
    for file in sorted(folder.rglob("*")):
        if file.is_file():
            yield file.name, file.read_bytes()


def _used(reader: int | None) -> float:
    """Processor seconds of this process and of the one that reads suspicious mail: a busy machine changes neither."""
    own = time.process_time()
    if reader is None:
        return own
    fields = Path(f"/proc/{reader}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
    return own + (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def measured(named: Iterable[tuple[str, bytes]]) -> Outcome:
    """Reads them all as heardback does."""
    read = aside = 0
    slowest, source, crashes = 0.0, "", []
    with Guarded() as guarded:
        for name, raw in named:
            begin = _used(guarded.pid)
            try:
                result = guarded.parse(raw, source=name, undated=UNDATED)
            except Exception as error:  # noqa: BLE001 - what must not happen is what is counted here
                crashes.append(f"{name}: {type(error).__name__}")
                continue
            took = _used(guarded.pid) - begin
            if took > slowest:
                slowest, source = took, name
            match result:
                case Message():
                    read += 1
                case Unreadable():
                    aside += 1
        own = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    children = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    return Outcome(read, aside, slowest, source, max(own, children) / 1024, tuple(crashes))


def main() -> int:
    """Prints the figures; the exit code says whether they hold."""
    asked = argparse.ArgumentParser(prog="python -m bench.brokenmails", description=__doc__)
    asked.add_argument("count", type=int, nargs="?", default=1_000)
    asked.add_argument("--seed", type=int, default=5)
    options = asked.parse_args()
    holds = True
    for title, named in (
        ("shared odd messages", shared_mails()),
        (f"{options.count} broken mails, seed {options.seed}", broken_mails(options.count, options.seed)),
    ):
        found = measured(named)
        print(
            f"{title}: {found.read} read, {found.set_aside} set aside, slowest {found.slowest:.2f} s of processor time "
            f"({found.slowest_source or 'none'}), peak {found.megabytes:.0f} MB, {len(found.crashes)} crashes"
        )
        for crash in found.crashes[:20]:
            print(f"  {crash}")
        holds = holds and not found.crashes and found.slowest <= MOST_SECONDS and found.megabytes <= MOST_MB
    return 0 if holds else 1


if __name__ == "__main__":
    sys.exit(main())
