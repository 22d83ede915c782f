"""What a run tells while it goes on, so that whoever shows it only draws."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from models.vocabulary import Status


@dataclass(frozen=True, slots=True)
class Planned:
    """How many inputs there are."""

    inputs: int


@dataclass(frozen=True, slots=True)
class FileOpened:
    """A file is to be read: how many pages it has, and how many of them were read by an earlier run."""

    path: Path
    pages: int
    read_before: int


@dataclass(frozen=True, slots=True)
class PageRead:
    """A page was read, or `fault` says why not."""

    path: Path
    number: int
    fault: str | None = None


@dataclass(frozen=True, slots=True)
class InputDone:
    """An input's records are in the archive; `before` where they were already."""

    path: Path
    sha256: str
    status: Status
    before: bool = False


@dataclass(frozen=True, slots=True)
class InputFailed:
    """An input came to nothing: `error` is the class name of the cause, `message` its sentence.

    `before` where it failed on the same bytes in an earlier run and was not tried again.
    """

    path: Path
    error: str
    message: str
    before: bool = False


Event = Planned | FileOpened | PageRead | InputDone | InputFailed
