"""One run at a time: a lock on the folder that the system takes back when its holder dies."""

from __future__ import annotations

import fcntl
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

from archive.files import writable
from models.errors import ArchiveBusy


@contextmanager
def folder_lock(folder: Path) -> Generator[None]:
    """Hold the archive's folder for writing; ArchiveBusy where another does."""
    with writable(folder):
        opened = (folder / "archive.lock").open("a")
    with opened as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            message = "Another run writes to this archive: wait until it is done, or give another --archive."
            raise ArchiveBusy(message) from error
        yield
