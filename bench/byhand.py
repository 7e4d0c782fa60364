"""What a reader without any of heardback has to do: fetch the same parts with imaplib, parse them with mail-parser.

As favourable as it can be: it is told beforehand which sections each mail needs, is handed the small messages made of
them ready to be parsed, stores nothing, and two processes, which are running already, share the mails.
"""

import imaplib
import multiprocessing
import re
import time
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from multiprocessing.connection import Connection
from typing import Any

import mailparser
from imapclient import IMAPClient

from bench.mailserver import PASSWORD_ENV, Mailbox
from ingest.accounts import Account, PasswordSource, Security, Server
from ingest.imap import open_mailbox
from ingest.imap_answers import read_outline
from tests.servers.dovecot import PASSWORD

BATCH = 500
PROCESSES = 2
OUTLINE = ("UID", "RFC822.SIZE", "INTERNALDATE", "BODYSTRUCTURE", "BODY.PEEK[HEADER]")
_UID = re.compile(rb"UID (\d+)")


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of the mails beforehand, by UID: the sections to fetch, and the small message made of them."""

    sections: Mapping[int, tuple[str, ...]]
    raw: Mapping[int, bytes]


def known_of(mailbox: Mailbox) -> Known:
    """What heardback fetches and parses of each mail; asked for beforehand and not counted."""
    sections: dict[int, tuple[str, ...]] = {}
    with IMAPClient("127.0.0.1", mailbox.server.imap_port, ssl=False) as client:
        client.login(mailbox.user, PASSWORD)
        client.select_folder("INBOX", readonly=True)
        uids = client.search("ALL")
        for start in range(0, len(uids), BATCH):
            answers = client.fetch(uids[start : start + BATCH], OUTLINE)
            sections |= {uid: read_outline(answer).sections for uid, answer in answers.items()}
    server = Server("127.0.0.1", mailbox.server.imap_port, Security.PLAIN)
    account = Account("home", mailbox.user, mailbox.user, server, PasswordSource(environment=PASSWORD_ENV))
    with open_mailbox(account, PASSWORD) as opened:
        opened.examine("INBOX")
        raw = {fetched.uid: fetched.raw for fetched in opened.fetch(uids)}
    return Known(sections, raw)


def seconds(mailbox: Mailbox, known: Known, *, parsing: bool) -> float:
    """How long the processes take over all mails; without ``parsing`` they only fetch."""
    uids = sorted(known.sections)
    context = multiprocessing.get_context("fork")
    ready = context.Barrier(PROCESSES + 1)
    workers, answers = [], []
    for number in range(PROCESSES):
        share = uids[len(uids) * number // PROCESSES : len(uids) * (number + 1) // PROCESSES]
        answer, told = context.Pipe(duplex=False)
        port = mailbox.server.imap_port
        work = context.Process(target=_work, args=(port, mailbox.user, share, known, parsing, ready, told), daemon=True)
        work.start()
        told.close()
        workers.append(work)
        answers.append(answer)
    ready.wait()
    start = time.perf_counter()
    done = sum(answer.recv() for answer in answers)
    took = time.perf_counter() - start
    for worker in workers:
        worker.join()
    if done != len(uids):
        raise RuntimeError(f"by hand, {done} of {len(uids)} mails were fetched")
    return took


def _work(port: int, user: str, uids: Sequence[int], known: Known, parsing: bool, ready: Any, told: Connection) -> None:
    ready.wait()
    done = 0
    with imaplib.IMAP4("127.0.0.1", port) as session:
        session.login(user, PASSWORD)
        session.select("INBOX", readonly=True)
        for start in range(0, len(uids), BATCH):
            batch = uids[start : start + BATCH]
            done += len(_fetched(session, batch, f"({' '.join(OUTLINE)})"))
            groups: dict[tuple[str, ...], list[int]] = defaultdict(list)
            for uid in batch:
                groups[known.sections[uid]].append(uid)
            for wanted, members in groups.items():
                if wanted:
                    _fetched(session, members, f"(UID {' '.join(f'BODY.PEEK[{section}]' for section in wanted)})")
            for uid in batch if parsing else ():
                _read(known.raw[uid])
    told.send(done)


def _fetched(session: imaplib.IMAP4, uids: Sequence[int], items: str) -> dict[int, bytes]:
    _, answer = session.uid("FETCH", ",".join(map(str, uids)), items)
    found: dict[int, bytes] = {}
    uid = 0
    for piece in answer:
        if isinstance(piece, tuple):
            if match := _UID.search(piece[0]):
                uid = int(match[1])
            found[uid] = found.get(uid, b"") + piece[1]
    return found


def _read(raw: bytes) -> None:
    mail = mailparser.parse_from_bytes(raw)
    _ = (mail.from_, mail.to, mail.subject, mail.date, mail.message_id, mail.text_plain, mail.text_html)
