"""HTML mail as the text a reader sees: the only door to selectolax."""

import re
from collections.abc import Callable

from selectolax.lexbor import LexborHTMLParser, LexborNode

from ingest.htmlbounds import nests_too_deeply, without_piled_formatting

MAX_HTML = 4_000_000
MAX_TEXT = 400_000
MAX_NODES = 150_000
MAX_URL = 1_500

_UNSEEN_TAGS = ["script", "style", "head", "title", "template", "noscript", "object", "svg", "map", "select"]
_BLOCKS = frozenset(
    ("address", "article", "aside", "body", "caption", "center", "dd", "div", "dl", "dt", "fieldset", "figcaption",
     "figure", "footer", "form", "header", "hr", "li", "main", "nav", "ol", "section", "table", "tbody", "tfoot",
     "thead", "tr", "ul")
)  # fmt: skip
_PARAGRAPHS = frozenset(("blockquote", "h1", "h2", "h3", "h4", "h5", "h6", "p", "pre"))
_CELLS = frozenset(("td", "th"))
_QUOTE_CLASSES = re.compile(r"\b(?:gmail_quote|yahoo_quoted|protonmail_quote|zmail_extra|gmx_quote|tutanota_quote)\b")
_DIVIDER_IDS = frozenset(("divRplyFwdMsg", "x_divRplyFwdMsg", "mail-editor-reference-message-container"))
_ORIGINAL = "-----Original Message-----"
_FORWARDED = re.compile(r"^[-\s]{0,20}(?:forwarded message|weitergeleitete|message transf|mensaje reenviado)", re.I)

_TAG = re.compile(r"<[^<>]{0,4000}>")
_SPACE = re.compile(r"[ \t\r\n\f]+")
_HIDDEN = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|(?<![\w-])opacity\s*:\s*0?\.?0*(?=\s*(?:[;!]|$))", re.I
)
_MSO_HIDDEN = re.compile(r"mso-hide\s*:\s*all", re.I)
_NO_SIZE = re.compile(r"(?<![\w-])font-size\s*:\s*0(?:\.0+)?(?:px|pt|em|rem|%)?\s*(?:[;!]|$)", re.I)
_SOME_SIZE = re.compile(r"(?<![\w-])font(?:-size)?\s*:[^;]*?(?:[1-9]|small|medium|large)", re.I)
_NO_HEIGHT = re.compile(r"(?<![\w-])(?:max-)?(?:height|width)\s*:\s*0(?:\.0+)?(?:px|pt|em|%)?\s*(?:[;!]|$)", re.I)
_CUT_OFF = re.compile(r"overflow(?:-y)?\s*:\s*hidden", re.I)
_KEEPS_LINES = re.compile(r"white-space\s*:\s*(?:pre|break-spaces)", re.I)
_INDENT_ONLY = re.compile(r"border(?:-left)?\s*:\s*(?:none|0)", re.I)
_SUSPECT = re.compile(r"display|visibility|opacity|mso-hide|height\s*:\s*0|width\s*:\s*0", re.I)


def html_to_text(html: str) -> str:
    """The visible text of an HTML mail, a line for each block, quoted history as ``> `` lines.

    What a reader cannot see (scripts, preview text, zero-size blocks, images) is left out; ``text <target>`` stands for
    a link whose text is not its address.
    """
    html = html[:MAX_HTML]
    if nests_too_deeply(html):  # stripped of its tags instead
        return "\n".join(filter(None, map(str.strip, _TAG.sub("\n", html).split("\n"))))[:MAX_TEXT]
    parser = LexborHTMLParser(without_piled_formatting(html))
    parser.strip_tags(_UNSEEN_TAGS, recursive=True)
    body = parser.body
    if body is None:
        return ""
    _drop_hidden(body)
    page = _Page()
    _walk(body, page)
    return page.text()


def _drop_hidden(body: LexborNode) -> None:
    for node in body.css("[hidden]"):
        node.decompose()
    for node in body.css("[style]"):
        style = node.attributes.get("style") or ""
        if _SUSPECT.search(style) and _is_hidden(node, style):
            node.decompose()


def _is_hidden(node: LexborNode, style: str) -> bool:
    """Whether a reader never sees this node; ``mso-hide`` hides from Outlook alone, so a button under it is kept."""
    if _HIDDEN.search(style):
        return True
    if _MSO_HIDDEN.search(style):
        return node.tag != "a" and node.css_first("a[href]") is None
    return bool(_CUT_OFF.search(style) and _NO_HEIGHT.search(style))


class _Page:
    """Lines as they grow: pieces of the present line, a prefix for quotes, one blank line at most between two."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self.pieces: list[str] = []
        self.depth = 0
        self.keeps_lines = False
        self.sizeless = False
        self.size = 0
        self._space = False
        self._blank = False
        self._last_depth = 0

    def write(self, text: str) -> None:
        if self.sizeless or not text:
            return
        if self.keeps_lines:
            first, *rest = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
            self.pieces.append(first)
            for line in rest:
                self.end_line(keep_empty=True)
                self.pieces.append(line)
            return
        words = _SPACE.sub(" ", text)
        if words == " ":
            self._space = bool(self.pieces)
            return
        if self._space or (words[0] == " " and self.pieces):
            self.pieces.append(" ")
        self._space = words[-1] == " "
        self.pieces.append(words.strip(" "))

    def end_line(self, *, keep_empty: bool = False) -> None:
        self._space = False
        line = "".join(self.pieces) if self.pieces else ""
        self.pieces.clear()
        if not line.strip():
            self._blank = self._blank or (keep_empty and bool(self.lines))
            return
        prefix = "> " * min(self.depth, 5)
        if self._blank:
            self.lines.append(("> " * min(self.depth, self._last_depth, 5)).rstrip())
            self._blank = False
        self._last_depth = self.depth
        self.lines.append(prefix + line.rstrip())
        self.size += len(line)

    def end_paragraph(self) -> None:
        self.end_line()
        self._blank = bool(self.lines)

    def end_cell(self) -> None:
        if self.pieces and self.pieces[-1] != "  ":
            self.pieces.append("  ")
            self._space = False

    def after_link(self) -> None:
        self._space = False

    def text(self) -> str:
        self.end_line()
        return "\n".join(self.lines)[:MAX_TEXT]


def _walk(root: LexborNode, page: _Page) -> None:
    """Depth first without recursion: a hostile page nests deeper than the interpreter can follow."""
    stack: list[LexborNode | Callable[[], None]] = [root]
    steps = 0
    while stack and steps < MAX_NODES and page.size < MAX_TEXT:
        steps += 1
        step = stack.pop()
        if not isinstance(step, LexborNode):
            step()
            continue
        if sibling := step.next if step.mem_id != root.mem_id else None:
            stack.append(sibling)
        if step.is_text_node:
            page.write(step.text_content or "")
        elif step.is_element_node:
            leave = _enter(step, page)
            if leave is not None:
                stack.append(leave)
            if child := step.first_child:
                stack.append(child)


def _enter(node: LexborNode, page: _Page) -> Callable[[], None] | None:
    """Writes what stands before a node's content; returns what is to be done behind it."""
    tag = node.tag or ""
    if tag == "br":
        page.end_line(keep_empty=True)
        return None
    if tag == "a":
        return _enter_link(node, page)
    block, paragraph, cell = tag in _BLOCKS, tag in _PARAGRAPHS, tag in _CELLS
    if not (block or paragraph or cell or tag in ("span", "font")):
        return None
    return _enter_box(node, tag, page, page.end_paragraph if paragraph else page.end_line if block else None)


def _enter_box(node: LexborNode, tag: str, page: _Page, end: Callable[[], None] | None) -> Callable[[], None] | None:
    """A block, cell or styled stretch; ``end`` closes its last line and is None for what stands within a line."""
    attributes = node.attributes
    style = attributes.get("style") or ""
    keeps = tag == "pre" or bool("white-space" in style and _KEEPS_LINES.search(style))
    sizeless = _sizeless(style, page.sizeless)
    if end is None and not keeps and sizeless == page.sizeless:
        return page.end_cell if tag in _CELLS else None
    quotes = end is not None and _is_quote(node, tag, attributes, page)
    if end:
        end()
    if attributes.get("id") in _DIVIDER_IDS:
        page.write(_ORIGINAL)
        page.end_line()
    if tag == "li":
        page.write("- ")
    before = page.depth, page.keeps_lines, page.sizeless
    page.depth, page.keeps_lines, page.sizeless = page.depth + quotes, page.keeps_lines or keeps, sizeless

    def leave() -> None:
        if end:
            end()
        elif tag in _CELLS:
            page.end_cell()
        page.depth, page.keeps_lines, page.sizeless = before

    return leave


def _sizeless(style: str, inherited: bool) -> bool:
    """Whether text has no size here: a box without one may still hold boxes that set it again (a layout trick)."""
    if "font" not in style.lower():
        return inherited
    if _NO_SIZE.search(style):
        return True
    return inherited and not _SOME_SIZE.search(style)


def _is_quote(node: LexborNode, tag: str, attributes: dict[str, str | None], page: _Page) -> bool:
    """Quoted history; not a mere indent, and not a forwarded mail, which is what the sender wanted read."""
    if tag == "blockquote":
        return not _INDENT_ONLY.search(attributes.get("style") or "")
    if page.depth or not _QUOTE_CLASSES.search(attributes.get("class") or ""):
        return False
    return not _FORWARDED.match(node.text(separator=" ", strip=True)[:80])


def _enter_link(node: LexborNode, page: _Page) -> Callable[[], None] | None:
    target = (node.attributes.get("href") or "").strip()
    if not target.lower().startswith(("http://", "https://")) or len(target) > MAX_URL:
        return None
    start = len(page.lines), len(page.pieces)

    def leave() -> None:
        if (len(page.lines), len(page.pieces)) == start:
            return  # an image alone
        shown = page.pieces[start[1] :] if len(page.lines) == start[0] else [*page.lines[start[0] :], *page.pieces]
        if not _same_address("".join(shown), target):
            page.pieces.append(f" <{_SPACE.sub('', target)}>")
            page.after_link()

    return leave


def _same_address(shown: str, target: str) -> bool:
    return _bare(shown) == _bare(target)


def _bare(address: str) -> str:
    return address.strip().lower().removeprefix("https://").removeprefix("http://").removeprefix("www.").rstrip("/")
