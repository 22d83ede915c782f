"""Where unpacked files are put: by their digest, so that no name out of an archive meets the file system."""

from __future__ import annotations

import hashlib
import os
import tempfile
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO

from models.errors import ArchiveError
from models.source import path_text, unpacked_path

_CHUNK = 1 << 18


@dataclass(slots=True)
class Shelf:
    """A folder of unpacked files, and one beside it for those that are not whole yet.

    `most` is how many bytes a file may have, `made` are those that were new.
    """

    folder: Path
    incoming: Path
    most: int
    made: list[Path] = field(default_factory=list[Path])

    def put(self, stream: IO[bytes], count: Callable[[int], None]) -> Path | None:
        """The file with the stream's bytes, counted as they come; None where one file may not have so many.

        What reading raises goes through; `ArchiveError` where the folder can't be written.
        """
        with _Writing(self.incoming) as (file, beside):
            digest, size = hashlib.sha256(), 0
            while chunk := stream.read(_CHUNK):
                size += len(chunk)
                count(len(chunk))
                if size > self.most:
                    return None
                digest.update(chunk)
                _write(file, chunk, self.incoming)
            return self._place(beside, file, digest.hexdigest())

    def clear(self) -> None:
        """Take away what was new."""
        for path in self.made:
            path.unlink(missing_ok=True)

    def _place(self, beside: Path, file: IO[bytes], sha256: str) -> Path:
        path = unpacked_path(self.folder, sha256)
        try:
            file.flush()
            os.fsync(file.fileno())
            if not path.exists():
                path.parent.mkdir(parents=True, exist_ok=True)
                beside.replace(path)
                self.made.append(path)
        except OSError as error:
            raise _unwritable(self.folder, error) from error
        return path


class _Writing:
    """A new file in the folder for what is not whole yet; gone again unless it was put in its place."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def __enter__(self) -> tuple[IO[bytes], Path]:
        """Make the file."""
        try:
            handle, name = tempfile.mkstemp(dir=self._folder)
        except OSError as error:
            raise _unwritable(self._folder, error) from error
        self._path = Path(name)
        self._file = os.fdopen(handle, "wb")
        return self._file, self._path

    def __exit__(self, *_: object) -> None:
        """Take away what was not put in its place."""
        self._file.close()
        self._path.unlink(missing_ok=True)


def _write(file: IO[bytes], chunk: bytes, folder: Path) -> None:
    try:
        file.write(chunk)
    except OSError as error:
        raise _unwritable(folder, error) from error


def _unwritable(folder: Path, error: OSError) -> ArchiveError:
    return ArchiveError(
        f"The archive's {path_text(folder)} can't be written ({error.strerror}): mend that and run again."
    )
