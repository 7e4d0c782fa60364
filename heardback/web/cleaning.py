"""The one door to nh3: HTML of strangers into HTML that can be looked at and does nothing.

What is allowed is listed; everything else goes. Nothing that is left loads anything: pictures become a box with their
words, styles keep plain colours, sizes and spacing. Links say where they lead where their text does not.
"""

import re
from collections.abc import Iterator, Mapping
from html import escape, unescape
from urllib.parse import urlsplit

import nh3

from ingest.htmlbounds import nests_too_deeply, without_piled_formatting

LONGEST = 512 * 1024
"""Characters of HTML that are cleaned; longer mail is shown as text."""
MOST_ATTRIBUTES = 20_000
"""Equal signs in a mail; a tag with attributes by the ten thousand takes any parser long."""
LONGEST_STYLE = 2000

_TAGS = frozenset(
    ("a", "abbr", "address", "b", "bdi", "big", "blockquote", "br", "caption", "center", "cite", "code", "col",
     "colgroup", "dd", "del", "details", "div", "dl", "dt", "em", "figcaption", "figure", "font", "footer", "h1", "h2",
     "h3", "h4", "h5", "h6", "header", "hr", "i", "img", "ins", "kbd", "li", "ol", "p", "pre", "q", "s", "section",
     "small", "span", "strike", "strong", "sub", "summary", "sup", "table", "tbody", "td", "tfoot", "th", "thead", "tr",
     "tt", "u", "ul")
)  # fmt: skip
_GONE_WITH_CONTENT = frozenset(
    ("applet", "audio", "canvas", "embed", "frame", "frameset", "head", "iframe", "math", "noembed", "noframes",
     "noscript", "object", "script", "select", "style", "svg", "template", "textarea", "title", "video", "xmp")
)  # fmt: skip
_ATTRIBUTES: Mapping[str, frozenset[str]] = {
    "*": frozenset(("align", "bgcolor", "dir", "lang", "style", "valign", "width")),
    "a": frozenset(("href", "target")),
    "col": frozenset(("span",)),
    "colgroup": frozenset(("span",)),
    "font": frozenset(("color", "face", "size")),
    "img": frozenset(("alt", "height")),
    "ol": frozenset(("start", "type")),
    "table": frozenset(("border", "cellpadding", "cellspacing")),
    "td": frozenset(("colspan", "height", "rowspan")),
    "th": frozenset(("colspan", "height", "rowspan")),
}
_SIDES = ("", "-top", "-right", "-bottom", "-left")
_PROPERTIES = frozenset(
    ("background-color", "border-collapse", "border-radius", "border-spacing", "color", "direction", "display",
     "font-family", "font-size", "font-style", "font-variant", "font-weight", "height", "letter-spacing", "line-height",
     "list-style-type", "max-width", "min-width", "table-layout", "text-align", "text-decoration", "text-indent",
     "text-transform", "vertical-align", "visibility", "white-space", "width", "word-break", "word-wrap")
) | {f"{name}{side}" for name in ("border", "margin", "padding") for side in _SIDES}  # fmt: skip
_SHORTHANDS = {"background": "background-color"}
_SAFE_VALUE = re.compile(r"[\w\s#.,%'\"()!-]*")
_FUNCTION = re.compile(r"([\w-]*)\s*\(")
_SAFE_FUNCTIONS = frozenset(("rgb", "rgba", "hsl", "hsla"))
_NEGATIVE = re.compile(r"-\s*\d")
_COLOUR = re.compile(r"#[0-9a-f]{3,8}|[a-z]{3,20}|(?:rgb|hsl)a?\([\d\s.,%]{1,40}\)", re.I)

_TAG = re.compile(r'<(/?)([a-z0-9]+)((?: [^\s=<>"]+="[^"]*")*)>')
"""A tag as nh3 writes it: lower case, attributes in double quotes, no other ``<`` anywhere."""
_ATTRIBUTE = re.compile(r' ([^\s=<>"]+)="([^"]*)"')
_OVERRIDES = re.compile("[\u202d\u202e]")
"""Signs that turn the letters behind them round, so that a name reads as another; honest script needs none."""
_DIGITS = re.compile(r"\s*(\d{1,5})")
_SMALLEST_PICTURE = 3
"""Pixels; what is smaller is there to count who looked."""


def cleaned(html: str) -> str:
    """The mail's HTML made harmless; empty where it is too large or too deep to be shown in its own shape."""
    if len(html) > LONGEST or html.count("=") > MOST_ATTRIBUTES or nests_too_deeply(html):
        return ""
    clean = nh3.clean(
        without_piled_formatting(html),
        tags=set(_TAGS),
        clean_content_tags=set(_GONE_WITH_CONTENT),
        attributes={tag: set(names) for tag, names in _ATTRIBUTES.items()},
        attribute_filter=_allowed,
        strip_comments=True,
        link_rel="noreferrer noopener",
        url_schemes={"http", "https", "mailto"},
        url_relative="deny",
        set_tag_attribute_values={"a": {"target": "_blank"}},
    )
    return "".join(_shown(_OVERRIDES.sub("", clean)))


def host_of(address: str) -> str:
    """The host a link really leads to, or the addressee of a ``mailto:``; empty where it cannot be told."""
    try:
        parts = urlsplit(address.strip())
        if parts.scheme.lower() == "mailto":
            return parts.path[:200]
        return (parts.hostname or "").encode("idna").decode("ascii")
    except (ValueError, UnicodeError):
        return "an address that cannot be read"


def safe_style(style: str) -> str:
    """The declarations that colour and space text and load nothing."""
    kept: list[str] = []
    for declaration in style[:LONGEST_STYLE].split(";"):
        name, _, value = declaration.partition(":")
        name, value = name.strip().lower(), value.strip()
        if name in _SHORTHANDS:
            colour = _COLOUR.fullmatch(value.split(" url", 1)[0].strip())
            name, value = _SHORTHANDS[name], colour[0] if colour else ""
        if name in _PROPERTIES and value and _is_safe_value(name, value):
            kept.append(f"{name}:{value}")
    return ";".join(kept)


def _is_safe_value(name: str, value: str) -> bool:
    if not _SAFE_VALUE.fullmatch(value) or not {each.lower() for each in _FUNCTION.findall(value)} <= _SAFE_FUNCTIONS:
        return False
    return not (name.startswith("margin") and _NEGATIVE.search(value))


def _allowed(tag: str, name: str, value: str) -> str | None:
    """The value of an attribute that was let through by its name, or None."""
    if name == "style":
        return safe_style(value) or None
    if name in ("bgcolor", "color"):
        return value if _COLOUR.fullmatch(value.strip()) else None
    if name == "href":
        return value if len(value) <= 4000 else None
    return value if len(value) <= 300 else None


def _shown(clean: str) -> Iterator[str]:
    """What nh3 left, with pictures as boxes and the target of each link behind it."""
    place = 0
    links: list[tuple[str, list[str]]] = []
    for found in _TAG.finditer(clean):
        text = clean[place : found.start()]
        place = found.end()
        for _, heard in links:
            heard.append(text)
        yield text
        closing, tag, attributes = found.groups()
        if tag == "img":
            yield _picture(dict(_ATTRIBUTE.findall(attributes)))
            continue
        if tag == "a" and not closing:
            links.append((unescape(dict(_ATTRIBUTE.findall(attributes)).get("href", "")), []))
        yield found[0]
        if tag == "a" and closing and links:
            address, heard = links.pop()
            yield _whereto(address, unescape("".join(heard)))
    yield clean[place:]


def _picture(attributes: Mapping[str, str]) -> str:
    """A box with the picture's words; nothing for what is too small to be seen or has no say."""
    sizes = [_DIGITS.match(attributes.get(name, "")) for name in ("width", "height")]
    words = unescape(attributes.get("alt", "")).strip()
    if any(size and int(size[1]) < _SMALLEST_PICTURE for size in sizes) or ("alt" in attributes and not words):
        return ""
    return f'<span class="picture">{escape(words[:200]) or "picture"}</span>'


def _whereto(address: str, text: str) -> str:
    host = host_of(address) if address else ""
    if not host or _names(text, host):
        return ""
    return f' <span class="whereto">({escape(host)})</span>'


def _names(text: str, host: str) -> bool:
    """Whether the words of a link are the host it leads to, and name no other."""
    bare = text.strip().lower().removeprefix("mailto:").removeprefix("https://").removeprefix("http://")
    told = re.split(r"[/?#\s]", bare, maxsplit=1)[0].removeprefix("www.")
    return told == host.lower().removeprefix("www.")
