"""A store with its schema and nothing else, made once in a process: to copy one takes far less than to make one."""

import atexit
import shutil
import tempfile
from functools import cache
from pathlib import Path

from store.database import FILE_NAME, Database


@cache
def empty_store() -> Path:
    """The file; it is gone when the process ends."""
    folder = Path(tempfile.mkdtemp(prefix="heardback-empty-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    Database.open(folder).close()
    return folder / FILE_NAME
