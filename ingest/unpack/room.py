"""How much may be unpacked, and what is: the values that every kind of archive has in common."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import IO

from models.errors import InputError, InputTooLarge

SMALL = 10_000_000
"""So many bytes may come out of however few."""


@dataclass(frozen=True, slots=True)
class Part:
    """A file in an archive or e-mail: its name there, and its bytes or why it can't be had.

    `refused` is the kind of error, and the sentence without the name that it begins with.
    """

    name: str
    open: Callable[[], IO[bytes]] | None = None
    refused: tuple[type[InputError], str] | None = None


@dataclass(slots=True)
class Room:
    """What may still be unpacked out of one input that was given; `depth` of archives in archives."""

    files: int
    bytes: int
    depth: int

    def take_file(self, name: str) -> None:
        """Count one more file out of the archive `name`; `InputTooLarge` where that is one too many."""
        if self.depth <= 0:
            raise InputTooLarge(f"{name} lies too deep in other archives (max_depth); unpack those by hand.")
        self.files -= 1
        if self.files < 0:
            raise InputTooLarge(f"{name} holds more files than the limit (max_members); pack fewer in one.")

    def take(self, count: int, name: str) -> None:
        """Count bytes that came out of the archive `name`; `InputTooLarge` where they are too many."""
        self.bytes -= count
        if self.bytes < 0:
            raise InputTooLarge(
                f"{name} unpacks to more bytes than the limit (max_unpacked_bytes); pack less in one."
            )
