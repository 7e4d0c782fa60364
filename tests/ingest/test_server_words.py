"""A mail server's words reach the person as the server said them."""

import pytest

from ingest.imap_errors import cleaned


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("LIST command error: BAD [b'what is that']", "LIST command error: BAD what is that"),
        ('UID command error: BAD [b"that\'s wrong"]', "UID command error: BAD that's wrong"),
        (
            "b'no such key'\n\nThis error may have been caused by a syntax error in the criteria:\n\"UID 1:*\"\nPlease "
            "refer to the documentation for more information about search",
            "no such key",
        ),
        ("append failed: [OVERQUOTA] no room left", "append failed: [OVERQUOTA] no room left"),
        ("the bulb's broken, said bob'", "the bulb's broken, said bob'"),
        ("NO sam@home.example is not welcome", "NO … is not welcome"),
    ],
)
def test_without_what_python_and_its_libraries_put_around_them(words: str, shown: str) -> None:
    assert cleaned(words) == shown
