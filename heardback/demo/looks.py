"""How the words of the story's mails look: wrapped plain text, and HTML in the manners of those who send it."""

import html
import re
import textwrap

WIDTH = 74
"""Columns at which the mail programs of the story wrap."""

_BOLD = re.compile(r"\*\*?([^*\n]+)\*\*?")
_LINK = re.compile(r"\[([^\]\n]+)\]\((https?://[^)\s]+)\)")
_SHEETS = {
    "plain": '<div style="font-family:sans-serif">{body}</div>',
    "outlook": '<div class="WordSection1" style="font-family:Calibri,sans-serif;font-size:11pt">{body}</div>',
    "ats": (
        '<table role="presentation" width="100%" bgcolor="#f4f5f7"><tr><td align="center">'
        '<table role="presentation" width="600" bgcolor="#ffffff"><tr><td style="padding:24px">'
        '<h2>{name}</h2></td></tr><tr><td style="padding:0 24px 24px">{body}</td></tr></table>'
        "</td></tr></table>"
    ),
    "board": (
        '<table role="presentation" width="512" align="center"><tr><td>{body}</td></tr>'
        '<tr><td style="font-size:11px;color:#666">This email was intended for Robin Ellery.</td></tr></table>'
    ),
    "shop": (
        '<div style="display:none;max-height:0">{name}</div><center><table width="560"><tr><td bgcolor="#20434f" '
        'style="color:#fff;padding:16px">{name}</td></tr><tr><td style="padding:16px">{body}</td></tr></table></center>'
    ),
}


def as_plain(words: str) -> str:
    """The words as a mail program sends them without markup."""
    bare = _LINK.sub(r"\1: \2", _BOLD.sub(r"\1", words))
    return "\n".join(_wrapped(line) for line in bare.splitlines()) + "\n"


def as_html(words: str, look: str, name: str) -> str:
    """The words as HTML; ``look`` is one of "plain", "outlook", "ats", "board", "shop", ``name`` the sender's."""
    paragraphs = [_marked_up(each) for each in words.split("\n\n")]
    tag = '<p class="MsoNormal">' if look == "outlook" else "<p>"
    body = "\n".join(f"{tag}{each}</p>" for each in paragraphs)
    sheet = _SHEETS[look or "plain"].format(body=body, name=html.escape(name))
    return f'<!DOCTYPE html>\n<html><head><meta charset="utf-8"><title></title></head>\n<body>{sheet}</body></html>\n'


def quoted(words: str, sender: str, when: str, style: str) -> str:
    """What a reply carries of the mail it answers; ``style`` is "outlook" or empty."""
    if style == "outlook":
        return f"\n-----Original Message-----\nFrom: {sender}\nSent: {when}\n\n{as_plain(words)}"
    lines = "".join(f"> {line}".rstrip() + "\n" for line in as_plain(words).splitlines())
    return f"\nOn {when}, {sender} wrote:\n{lines}"


def _wrapped(line: str) -> str:
    return textwrap.fill(line, WIDTH, break_long_words=False, break_on_hyphens=False) if line.strip() else ""


def _marked_up(paragraph: str) -> str:
    text = html.escape(paragraph, quote=False)
    text = _LINK.sub(r'<a href="\2">\1</a>', _BOLD.sub(r"<b>\1</b>", text))
    return text.replace("\n", "<br>\n")
