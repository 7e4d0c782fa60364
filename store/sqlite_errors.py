"""What SQLite refuses, as our own errors: one sentence that says what to do."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy.exc import DBAPIError

from store.codec import DamagedRecord
from store.errors import HeardbackError, PassingError, UserError


@contextmanager
def in_words(path: Path) -> Iterator[None]:
    """Turns what SQLite, or a record of the store at ``path``, refuses within the block into a sentence."""
    try:
        yield
    except DBAPIError as error:
        raise _sentence(path, str(error.orig)) from error
    except sqlite3.Error as error:
        raise _sentence(path, str(error)) from error
    except (DamagedRecord, UnicodeDecodeError) as error:  # also of SQLite's own words on a schema that is damaged
        raise _sentence(path, "malformed") from error


def _sentence(path: Path, cause: str) -> HeardbackError:
    lowered = cause.lower()
    if "full" in lowered:
        return UserError(f"The disk holding {path} is full: free some space; nothing that was stored is lost.")
    if "readonly" in lowered or "read-only" in lowered or "unable to open" in lowered:
        return UserError(f"The store {path} cannot be written: make the file and its folder writable for you.")
    if any(words in lowered for words in ("malformed", "not a database", "could not decode")):
        return UserError(
            f"The store {path} is damaged: move it aside and run 'heardback poll' to read the mailbox anew, "
            "or put a backup in its place."
        )
    if "i/o error" in lowered:
        return UserError(
            f"The disk holding {path} refuses to read or write: see whether it is full, was taken out, or is failing, "
            "and put a backup in the store's place if it stays so."
        )
    if "locked" in lowered or "busy" in lowered:
        return PassingError(f"The store {path} is in use by another heardback; this is tried again.")
    return HeardbackError(
        f"The store {path} refused ({cause}): run 'heardback doctor'; put a backup in its place if it stays so."
    )
