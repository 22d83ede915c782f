"""Record files: written beside and renamed, so that no reader ever meets half of one."""

from __future__ import annotations

import os
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

from models.errors import ArchiveError
from models.record import Record
from models.source import path_text


@contextmanager
def writable(folder: Path) -> Generator[None]:
    """Tell what the system says against writing to the archive as ArchiveError."""
    try:
        yield
    except OSError as error:
        message = (
            f"The archive {path_text(folder)} can't be written ({error.strerror}): mend that and run again."
        )
        raise ArchiveError(message) from error


def record_path(folder: Path, record_id: str) -> Path:
    """Where the record with this id lies: by its first two digits, so that no folder grows too large."""
    return folder / "records" / record_id[:2] / f"{record_id}.json"


def record_json(record: Record) -> str:
    """The record as the file holds it."""
    return record.model_dump_json(indent=2) + "\n"


def write(folder: Path, record: Record) -> None:
    """Put the record's file in place, on the disk and not only in its cache."""
    path = record_path(folder, record.id)
    path.parent.mkdir(parents=True, exist_ok=True)
    put_file(path, record_json(record))


def put_file(path: Path, text: str) -> None:
    """Put a file in place whole, on the disk and not only in its cache."""
    beside = path.with_name(f".{path.name}.part")
    with beside.open("w", encoding="utf-8", newline="\n") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    beside.replace(path)
    _sync_folder(path.parent)


def remove(folder: Path, record_id: str) -> None:
    """Take away the file of a record that is no more."""
    record_path(folder, record_id).unlink(missing_ok=True)


def _sync_folder(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
