"""No mail of ours looks like spam: Debian's SpamAssassin, local rules alone, gives each less than one point.

What counts against a mail is added up; what speaks for it (a trusted way, a known sender) is left out, because nobody
can rely on it.
"""

import mailbox
import os
import re
import shutil
import subprocess
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from email import message_from_bytes
from email.utils import format_datetime

import pytest
from jinja2 import Environment
from jinja2.meta import find_undeclared_variables

from respond.digest import digest_of
from respond.digestmail import digest_mail
from respond.draftmail import mail_of
from respond.language import TEMPLATES, language
from respond.wordings import SUFFIX, render, wordings_of
from store.records import Address
from store.vocabulary import DraftKind
from tests.respond.builders import PERSON, a_draft
from tests.respond.test_digest_tone import WEEKS
from tests.respond.tongues import TONGUES, Tongue

PROGRAM = shutil.which("spamassassin")
MOST = 1.0
NOW = datetime.now(UTC).replace(microsecond=0)
"""The present, because a date far off counts as a sign of spam."""


@dataclass(frozen=True, slots=True)
class Score:
    """What was found in one mail: the points against it, by rule."""

    name: str
    rules: tuple[tuple[str, float], ...]

    @property
    def points(self) -> float:
        """All that counts against it."""
        return sum(points for _, points in self.rules if points > 0)

    def __str__(self) -> str:
        return f"{self.points:4.1f}  {self.name}  {', '.join(rule for rule, _ in self.rules)}"


@pytest.fixture(scope="session")
def judge(tmp_path_factory: pytest.TempPathFactory) -> Callable[[Mapping[str, bytes]], list[Score]]:
    """Scores mails, all in one run of the program."""
    if PROGRAM is None:
        if os.environ.get("CI") == "true":
            pytest.fail("SpamAssassin is missing: apt-get install spamassassin")
        pytest.skip("SpamAssassin is not installed (apt-get install spamassassin)")
    home = tmp_path_factory.mktemp("spamassassin")

    def score(mails: Mapping[str, bytes]) -> list[Score]:
        box = mailbox.mbox(home / "mails")
        box.clear()
        for raw in mails.values():
            box.add(delivered(raw))
        box.flush()
        # Nothing is asked of the network (-L), nothing is learnt, and no rule is of this machine alone.
        settings = ("use_bayes 0", "use_auto_whitelist 0", "dns_available no", "add_header all Tests _TESTSSCORES(,)_")
        done = subprocess.run(
            [PROGRAM, "-L", "-x", "--mbox", *(f"--cf={each}" for each in settings)],
            stdin=(home / "mails").open("rb"),
            capture_output=True,
            env={"PATH": os.environ["PATH"], "HOME": str(home), "LC_ALL": "C"},
            timeout=110,
            check=True,
        )
        (home / "judged").write_bytes(done.stdout)
        # They come back in another order.
        found = {str(each["Message-ID"]): _rules(each) for each in mailbox.mbox(home / "judged")}
        return [Score(name, found[_message_id(raw)]) for name, raw in mails.items()]

    return score


def delivered(raw: bytes) -> bytes:
    """The mail with what servers add on its way from home through a provider to another one.

    The addresses are of a network that exists: those set apart for examples count as forged.
    """
    date = format_datetime(NOW + timedelta(seconds=2))
    way = (
        "Return-Path: <alex@morgan.example>\r\n"
        "Received: from mail.morgan.example (mail.morgan.example [93.184.216.25])\r\n"
        f"\tby mx.northwind.example (Postfix) with ESMTPS id 4F2A19C0\r\n\tfor <someone@northwind.example>; {date}\r\n"
        "Received: from [192.168.1.23] (dip-93-184-217-7.isp.example [93.184.217.7])\r\n"
        f"\tby mail.morgan.example (Postfix) with ESMTPSA id 9B1C27D3; {date}\r\n"
    )
    return way.encode("ascii") + raw


def _message_id(raw: bytes) -> str:
    return str(message_from_bytes(raw)["Message-ID"])


def _rules(mail: mailbox.mboxMessage) -> tuple[tuple[str, float], ...]:
    assert "X-Spam-Tests" in mail, "SpamAssassin said nothing of a mail"
    found = re.findall(r"([A-Z][A-Z0-9_]+)=(-?[\d.]+)", str(mail["X-Spam-Tests"]))
    return tuple((rule, float(points)) for rule, points in found)


def letter(tongue: Tongue, wording: str, number: int) -> bytes:
    """A draft of that wording as it leaves, with plausible facts."""
    words = language(tongue.code)
    greeting, closing = words.word("greeting.nobody"), words.word("closing.formal")
    body = f"{greeting}\n\n{render(wording, _slots(tongue, wording))}\n\n{closing}\nAlex Morgan\n"
    draft = replace(
        a_draft(),
        to=Address("Dana Whitfield", "dana.whitfield@northwind.example"),
        subject=f"Re: {tongue.roles[1]}",
        body=body,
        message_id=f"<{number:032x}@morgan.example>",
        language=tongue.code,
    )
    return mail_of(draft, now=NOW)


def one_wording(tongue: Tongue, kind: DraftKind) -> str:
    """One wording of that kind, another one from language to language and from kind to kind."""
    wordings = wordings_of(tongue.code, kind)
    return wordings[(TONGUES.index(tongue) + tuple(DraftKind).index(kind)) % len(wordings)]


def _slots(tongue: Tongue, wording: str) -> dict[str, object]:
    """Something for every slot of a wording: a day, a text, or yes."""
    words = language(tongue.code)
    known: dict[str, object] = {
        "role": tongue.roles[1],
        "house": tongue.houses[0],
        "when": tongue.when,
        "place": tongue.places[1],
        "zone": tongue.zone,
        "reference": "REQ-20418",
        "about": "other",
        "informal": False,
        "choices_gap": "",
        "windows": tongue.when,
        "items": ({"label": "CV", "gap": tongue.days[1]},),
        "documents": "",
        "looking_for": "",
        "taken": False,
        **{f"{each}_gap": words.word(f"gap.{each}") for each in ("times", "moment", "day", "news")},
    }
    source = (TEMPLATES / f"{wording}{SUFFIX}").read_text(encoding="utf-8")
    asked = find_undeclared_variables(Environment(autoescape=True).parse(source))
    return {each: known.get(each, tongue.days[1] if each.endswith(("_on", "_by")) else True) for each in asked}


def test_the_digest_of_every_week_passes(judge: Callable[[Mapping[str, bytes]], list[Score]]) -> None:
    mails = {
        f"digest of a week: {name}": digest_mail(
            digest_of(facts), PERSON, message_id=f"<{number:032x}@morgan.example>", now=NOW
        )
        for number, (name, facts) in enumerate(WEEKS.items())
    }

    scores = judge(mails)
    print(*scores, sep="\n")
    assert [str(each) for each in scores if each.points >= MOST] == []


def test_a_draft_of_every_kind_in_every_language_passes(judge: Callable[[Mapping[str, bytes]], list[Score]]) -> None:
    chosen = [(tongue, one_wording(tongue, kind)) for tongue in TONGUES for kind in DraftKind]
    assert len(chosen) == len(TONGUES) * len(DraftKind)
    mails = {wording: letter(tongue, wording, number) for number, (tongue, wording) in enumerate(chosen)}

    scores = judge(mails)
    print(*sorted(scores, key=lambda each: -each.points), sep="\n")
    assert [str(each) for each in scores if each.points >= MOST] == []


def test_it_would_notice_spam(judge: Callable[[Mapping[str, bytes]], list[Score]]) -> None:
    draft = replace(
        a_draft(),
        subject="URGENT!!! CLAIM YOUR $10,000,000 NOW",
        body="Dear friend, I am the widow of a banker with 10,000,000 United States dollars. Buy cheap viagra now!!!\n",
    )

    (score,) = judge({"spam": mail_of(draft, now=NOW)})
    assert score.points > MOST
