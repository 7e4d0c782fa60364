"""What the person knows they did, and how the world must look by that."""

import sqlite3
from collections import Counter
from dataclasses import dataclass, field
from email import message_from_bytes, policy

from store.database import FILE_NAME
from store.vocabulary import DraftState
from tests.faults.sam import Sam, wrong_with_store


@dataclass
class Model:
    """``flags`` by Message-ID of delivered mail; ``marks`` are those of texts the person wrote and did not throw away.

    ``approved`` holds the words of each approval that stands; ``touched`` are drafts that were changed in the mail
    program since, ``theirs`` ever, so that their copies are the person's own; ``by_hand`` those they sent from there,
    and ``deleted`` those whose copy they took out.
    """

    flags: dict[str, frozenset[str]] = field(default_factory=dict)
    marks: set[str] = field(default_factory=set)
    approved: dict[str, str] = field(default_factory=dict)
    touched: set[str] = field(default_factory=set)
    theirs: set[str] = field(default_factory=set)
    by_hand: set[str] = field(default_factory=set)
    deleted: set[str] = field(default_factory=set)
    seen_sent: dict[str, str] = field(default_factory=dict)
    made: int = 0

    def new_mark(self) -> str:
        """A mark nothing else has."""
        self.made += 1
        return f"mark-{self.made:04d}-made"

    def release(self, text: str) -> None:
        """The person threw this text away."""
        self.marks -= {mark for mark in self.marks if mark in text}

    def sent(self, sam: Sam) -> list[tuple[str, str]]:
        """Message-ID and words of what went out to others."""
        parsed = [message_from_bytes(each.raw, policy=policy.default) for each in sam.sent()]
        return [(str(each["Message-ID"]), " ".join(each.get_content().split())) for each in parsed]  # type: ignore[attr-defined]


def wrong_now(sam: Sam, model: Model) -> list[str]:
    """What must never be, whatever has just failed."""
    return [
        *_wrong_with_inbox(sam, model),
        *_wrong_with_sent(sam, model),
        *_lost_words(sam, model),
        *_below_the_watermark(sam),
        *wrong_with_store(sam),
        *(f"stored {times} times" for times in sam.stored_ids().values() if times > 1),
    ]


def wrong_at_last(sam: Sam, model: Model) -> list[str]:
    """What must not be once all faults are over."""
    found, stored = wrong_now(sam, model), sam.stored_ids()
    found += [f"lost: {each}" for each in model.flags if stored[each] != 1]
    lying, copies = sam.ids_in("Drafts"), sam.ids_in("Sent")
    went = Counter(each for each, _ in model.sent(sam))
    by_hand = _answered_by_hand(sam, model)
    found += [f"{times} copies of {each} in Drafts" for each, times in lying.items() if times > 1]
    found += [f"{times} copies of {each} in Sent" for each, times in copies.items() if times > 1]
    for draft in sam.drafts():
        name, state = draft.message_id, draft.state
        if state is DraftState.SENDING:
            found.append(f"draft {draft.id} is left half sent")
        if state in (DraftState.PROPOSED, DraftState.EDITED, DraftState.FAILED) and went[name]:
            found.append(f"draft {draft.id} is {state} and was sent")
        if state.is_open and lying[name] != 1 and name not in model.deleted:
            found.append(f"draft {draft.id} is {state} and lies {lying[name]} times in Drafts")
        answered_by_hand = copies[name] == went[name] == 0 and (draft.in_reply_to, draft.to.address) in by_hand
        if state is DraftState.SENT and copies[name] != 1 and not answered_by_hand:
            found.append(f"draft {draft.id} is sent and lies {copies[name]} times in Sent")
        if state is DraftState.SENT and went[name] and lying[name] and name not in model.theirs:
            found.append(f"draft {draft.id} was sent and still lies in Drafts")
    return found


def _answered_by_hand(sam: Sam, model: Model) -> set[tuple[str, str]]:
    """What the person answered from their mail program, and to whom: perhaps with another text than heardback's own."""
    answers = (each for each in sam.mails_in("Sent") if str(each["Message-ID"]) in model.by_hand)
    return {(str(each["In-Reply-To"]), str(each["To"].addresses[0].addr_spec)) for each in answers}


def _wrong_with_inbox(sam: Sam, model: Model) -> list[str]:
    session = sam.observer()
    session.select("INBOX", readonly=True)
    lines = session.fetch("1:*", "(FLAGS BODY.PEEK[HEADER.FIELDS (MESSAGE-ID FROM SUBJECT)])")[1] if model.flags else []
    found, there, digests = [], Counter[str](), Counter[str]()
    for line in lines:
        if not isinstance(line, tuple):
            continue
        head = message_from_bytes(line[1], policy=policy.default)
        if sam.me in str(head["From"]):
            digests[str(head["Subject"])] += 1
            continue
        name = str(head["Message-ID"])
        there[name] += 1
        flags = line[0].split(b"FLAGS (")[1].split(b")")[0].decode().split()
        expected = model.flags.get(name, frozenset())
        if set(flags) - {"\\Recent"} != expected:
            found.append(f"flags of {name} are {flags}, not {sorted(expected)}")
    found += [f"{name} lies {there[name]} times in INBOX" for name in model.flags if there[name] != 1]
    return [*found, *(f"{times} times {digest}" for digest, times in digests.items() if times > 1)]


def _wrong_with_sent(sam: Sam, model: Model) -> list[str]:
    """Nothing goes out twice, unapproved, in other words than approved, or after the person did it themselves."""
    found, sent = [], model.sent(sam)
    found += [
        f"{name} was sent {times} times" for name, times in Counter(each for each, _ in sent).items() if times > 1
    ]
    for name, words in sent:
        if name in model.seen_sent:
            continue
        model.seen_sent[name] = words
        if model.approved.get(name) != words:
            found.append(f"{name} was sent as {words!r}, and {model.approved.get(name)!r} was approved")
        if name in model.touched:
            found.append(f"{name} was sent though it had been changed in the mail program")
        if name in model.by_hand:
            found.append(f"{name} was sent though it had been sent by hand")
    return found


def _lost_words(sam: Sam, model: Model) -> list[str]:
    if not model.marks:
        return []
    texts = [draft.body for draft in sam.drafts()]
    texts += [str(each.get_content()) for folder in ("Drafts", "Sent") for each in sam.mails_in(folder)]
    whole = "\n".join([*texts, *(words for _, words in model.sent(sam))])
    return [f"the text with {mark} is nowhere" for mark in sorted(model.marks) if mark not in whole]


def _below_the_watermark(sam: Sam) -> list[str]:
    """Mails that lie in a watched folder and count as read, but are not in the store."""
    found = []
    with sqlite3.connect(sam.folder / FILE_NAME) as connection:
        marks = connection.execute("SELECT folder, uidvalidity, up, down FROM folders").fetchall()
        held = set(connection.execute("SELECT folder, uidvalidity, uid FROM locations"))
    for folder, uidvalidity, up, down in marks:
        session = sam.observer()
        session.select(folder, readonly=True)
        if int(session.response("UIDVALIDITY")[1][0] or 0) != uidvalidity:  # type: ignore[arg-type]
            continue
        uids = [int(uid) for uid in session.uid("SEARCH", "ALL")[1][0].split()]
        found += [
            f"{folder} {uid} is counted as read and not stored"
            for uid in uids
            if down <= uid <= up and (folder, uidvalidity, uid) not in held
        ]
    return found
