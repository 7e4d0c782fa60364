"""The MIME tree of a well-formed mail, cut out in one piece each instead of line by line.

The standard library reads a mail line by line, for it may be fed in pieces and must name every defect. A mail without a
defect gives the same tree by looking for its boundaries alone. Whatever is not plainly such a mail gets None here, and
is then read by the library; ``preamble`` and ``epilogue``, which nobody reads, are not kept.
"""

import re
from email.message import Message as Tree
from email.policy import Compat32
from functools import lru_cache

MOST_DEPTH = 20
_FIELD = re.compile(r"([!-9;-~]++):([^\n]*\n(?:[ \t][^\n]*\n)*)")
_LONG = 2_000
"""Fields up to this length are within the bounds that the policy sets, unless they have many parameters."""
_MANY_PARAMETERS = 40
_LONGEST_REMEMBERED = 200
_PLAIN_MULTIPART = re.compile(r' (multipart/[a-z]{1,20});\s*boundary="([ !#-\[\]-~]{1,100})"')
"""A Content-Type of which reading the one parameter takes no rule of RFC 2045 §5.1, RFC 2047 or RFC 2231."""


def quick_tree(raw: bytes, policy: Compat32) -> Tree | None:
    """The tree that ``email.message_from_bytes`` gives, or None where finding out is left to it."""
    if raw.count(b"\r") != raw.count(b"\r\n"):
        return None  # alone it ends a line, too
    return _entity(raw.decode("ascii", "surrogateescape"), policy, 0, is_part=False)


def _entity(text: str, policy: Compat32, depth: int, *, is_part: bool) -> Tree | None:
    """A header, the empty line, a body. The last line end of a part belongs to the boundary below it."""
    tree = Tree(policy)
    begin, told = _read_header(text, tree, policy)
    if begin < 0:
        return None
    plainly = _PLAIN_MULTIPART.fullmatch(told)
    kind = plainly[1] if plainly else _kind_told(told) if len(told) <= _LONGEST_REMEMBERED else tree.get_content_type()
    if kind.startswith("message/") or kind == "multipart/digest":
        return None
    if kind.startswith("multipart/"):
        boundary = plainly[2].rstrip() if plainly else tree.get_boundary()
        whole = depth < MOST_DEPTH and _attach_parts(text[begin:], boundary, tree, policy, depth)
        return tree if whole else None
    end = len(text)
    if is_part and text.endswith("\n") and end > begin:
        end -= 2 if text.endswith("\r\n") and end - begin > 1 else 1
    tree.set_payload(text[begin:end])
    return tree


@lru_cache(maxsize=256)
def _kind_told(told: str) -> str:
    """The type that a Content-Type field tells; "" is none, and a blank stands before any other."""
    tree = Tree()
    if told:
        tree.set_raw("Content-Type", told[1:])
    return tree.get_content_type()


def _read_header(text: str, tree: Tree, policy: Compat32) -> tuple[int, str]:
    """Adds the header fields to ``tree``; returns where the body begins, -1 where a line is no field.

    Beside it stands the first Content-Type behind a blank, to tell an empty field from none.
    """
    told = ""
    if text.startswith(("\n", "\r\n")):
        return text.find("\n") + 1, told
    end = _end_of_header(text)
    if not end:
        return -1, told
    at = 0
    # Matched at its place and not searched for: a long line that is no field would be gone through from each character.
    while at < end and (field := _FIELD.match(text, at, end)):
        at = field.end()
        name, value = field.groups()
        if len(value) > _LONG or value.count(";") > _MANY_PARAMETERS:
            name, value = policy.header_source_parse([field.group()])
        else:
            value = value.lstrip(" \t").rstrip("\r\n")
        tree.set_raw(name, value)
        if not told and len(name) == len("content-type") and name.lower() == "content-type":
            told = f" {value}"
    return text.find("\n", at) + 1 if at == end else -1, told


def _end_of_header(text: str) -> int:
    """Where the empty line behind a header begins, whichever line ends it has; 0 where there is none."""
    first = text.find("\n")
    if text[first - 1 : first] == "\r":
        end = text.find("\n\r\n")
        other = text.find("\n\n", 0, end + 1) if end >= 0 else text.find("\n\n")
    else:
        end = text.find("\n\n")
        other = text.find("\n\r\n", 0, end + 2) if end >= 0 else text.find("\n\r\n")
    return (other if other >= 0 else end) + 1


def _attach_parts(body: str, boundary: str | None, tree: Tree, policy: Compat32, depth: int) -> bool:
    """Adds the parts of a multipart that opens, parts and closes as RFC 2046 §5.1.1 has it; False for any other."""
    if not boundary or str(tree.get("Content-Transfer-Encoding", "8bit")).lower() not in ("7bit", "8bit", "binary"):
        return False
    parts = _between(body, f"--{boundary}")
    if not parts:
        return False
    for text in parts:
        part = _entity(text, policy, depth + 1, is_part=True)
        if part is None:
            return False
        tree.attach(part)
    return True


def _between(body: str, mark: str) -> list[str]:
    """What stands between the lines of ``mark``; nothing where a part is empty or the closing line is missing."""
    parts: list[str] = []
    begin = -1
    at = 0 if body.startswith(mark) else body.find(f"\n{mark}") + 1
    while at > 0 or body.startswith(mark, at):
        end = body.find("\n", at) + 1 or len(body)
        rest = body[at + len(mark) : end].rstrip("\r\n").rstrip(" \t")
        if rest in ("", "--"):
            if begin >= 0:
                parts.append(body[begin:at])
            if rest or at == begin:
                return parts if at > begin >= 0 else []
            begin = end
        # A line that only begins like the mark is text; the search goes on from its end.
        at = body.find(f"\n{mark}", end - 1) + 1
        if not at:
            return []
    return []
