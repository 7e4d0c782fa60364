"""Files for the person's eyes alone, written aside and then put in place, so that none is ever there in half."""

import os
import tempfile
from pathlib import Path

from store.errors import UserError


def write_private(path: Path, content: bytes) -> None:
    """Writes a file that only its owner can read. Raises ``UserError`` where that cannot be done."""
    try:
        descriptor, aside = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
        try:
            with os.fdopen(descriptor, "wb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            Path(aside).replace(path)
        except BaseException:
            Path(aside).unlink(missing_ok=True)
            raise
    except OSError as error:
        raise UserError(f"{path} cannot be written ({error.strerror}): name another place.") from error


def make_private_folder(path: Path) -> None:
    """Makes a folder, and those above it that are missing, for their owner alone. Raises ``UserError`` as above."""
    missing = [each for each in (path, *path.parents) if not each.exists()]
    try:
        for each in reversed(missing):
            each.mkdir(mode=0o700, exist_ok=True)
    except OSError as error:
        raise UserError(f"{path} cannot be made ({error.strerror}): name another place.") from error
