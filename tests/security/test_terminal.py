"""Words of strangers on a terminal: nothing in them is obeyed, and nothing reads as what it is not."""

import ast
import json
from pathlib import Path

import pytest

from heardback.printing import as_json, as_json_line, harmless, say, show_text, table
from heardback.web.cleaning import cleaned
from ingest.parse import parse
from store.records import Message

ROOT = Path(__file__).resolve().parents[2]
EVIL = {
    "a colour": "\x1b[31mred",
    "a title": "\x1b]0;gone\x07",
    "the clipboard": "\x1b]52;c;cm0gLXJm\x07",
    "a link": "\x1b]8;;http://evil.example\x1b\\Acme\x1b]8;;\x1b\\",
    "one-octet CSI": "\x9b31mred",
    "a cleared line": "all is well\rrefused",
    "backspaces": "pay\x08\x08\x08buy",
    "a right-to-left override": "invoice\u202efdp.exe",
    "isolates": "\u2066a\u2069",
    "hidden tags": "a\u2028b\u2029c",
}


@pytest.mark.parametrize("words", EVIL.values(), ids=EVIL)
def test_no_command_lets_it_through(words: str, capsys: pytest.CaptureFixture[str]) -> None:
    say(words)
    show_text(words)
    table("Mail", ("Subject",), [(words,)])
    as_json([{"subject": words}])
    as_json_line({"subject": words})

    seen = "".join(capsys.readouterr())
    assert harmless(seen) == seen
    assert all(sign == "\n" or sign.isprintable() or sign == "\t" for sign in seen)


@pytest.mark.parametrize("words", [*EVIL.values(), "half \ud800 a character"])
def test_json_still_means_the_same(words: str, capsys: pytest.CaptureFixture[str]) -> None:
    as_json([{"subject": words}])

    assert json.loads(capsys.readouterr().out) == [{"subject": words}]


def test_ordinary_words_of_any_script_stay_as_they_are() -> None:
    words = "Größe, naïve — 応募 مرحبا שלום 👩‍💻 e\u0301\tend\n"

    assert harmless(words) == words


def test_commands_print_through_the_one_door() -> None:
    """Files of other formats are written as they are; all else goes through ``heardback.printing``."""
    made_elsewhere = {
        ("calendar.py", "made"),
        ("contacts.py", "text.encode('utf-8')"),
        ("installing.py", "installing.content_for(wanted).decode()"),
    }
    calls = set()
    for file in (ROOT / "heardback" / "commands").glob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and ast.unparse(node.func) in ("typer.echo", "print", "sys.stdout.write"):
                calls.add((file.name, ast.unparse(node.args[0])))

    assert calls <= made_elsewhere


@pytest.mark.parametrize("words", EVIL.values(), ids=EVIL)
def test_a_mail_brings_no_controls_into_the_store(words: str) -> None:
    head = f"From: a@b.example\r\nDate: Mon, 3 Mar 2025 10:00:00 +0100\r\nSubject: {words}\r\n"
    raw = f"{head}Content-Type: text/plain; charset=utf-8\r\n\r\nHello é {words}".encode("utf-8", "replace")

    message = parse(raw, source="x")

    assert isinstance(message, Message)
    assert not any(0x80 <= ord(sign) < 0xA0 or ord(sign) in (0x1B, 0x202E) for sign in message.subject + message.text)


def test_the_page_shows_none_of_it_either() -> None:
    assert "\u202e" not in cleaned("<p>invoice&#x202e;fdp.exe \u202e</p>")
