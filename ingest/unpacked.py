"""What comes of unpacking, apart from what does it, which loads every library that opens archives."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from ingest.files import Found
from models.errors import InputError


@dataclass(frozen=True, slots=True)
class Folders:
    """Where unpacked files lie, and where they are while they are not whole: both on one disk."""

    unpacked: Path
    incoming: Path


@dataclass(frozen=True, slots=True)
class Members:
    """The files that lay in an archive or e-mail; those that could not be had have their error.

    `size` is how many bytes were unpacked. `error` stands where the archive breaks off after these.
    """

    found: tuple[Found, ...]
    size: int = 0
    error: InputError | None = None
