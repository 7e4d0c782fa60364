"""Whether a whole mail shows by its octets that no part of it is a file, so that its outline need not be asked for.

A server's BODYSTRUCTURE costs more to read than most mails are long. In doubt the answer is no: the outline then tells.
"""

_SHOWN = (
    b"text/",
    b"multipart/alternative",
    b"multipart/mixed",
    b"multipart/related",
    b"multipart/report",
    b"multipart/signed",
)
"""Types of parts that are read, or hold others; those in a multipart/digest are messages without saying so."""


def holds_no_file(raw: bytes) -> bool:
    """Whether every part is a text, and none is meant to be kept as a file (RFC 2045 §5, RFC 2183 §2).

    Any mention of the two fields counts, wherever it stands.
    """
    if raw.startswith(b"\r\n") or b"\r\n\r\n" not in raw:
        return False  # without a header, or without an end to it
    return not any(map(_tells_of_a_file, raw.lower().split(b"content-")[1:]))


def _tells_of_a_file(after: bytes) -> bool:
    """Whether what follows ``Content-`` in lower case is, or may be, of a file."""
    name, colon, value = after[:100].partition(b":")
    match name.rstrip() if colon else b"":
        case b"type":
            return not value.lstrip().startswith(_SHOWN)
        case b"disposition":
            return not value.lstrip().startswith(b"inline")
        case _:
            return False
