"""The seam of a program that reads pages."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from benchmarks.reading.meter import Bill
from benchmarks.reading.page import BenchPage


@dataclass(frozen=True, slots=True)
class Reading:
    """What a program read, by the page's name, and what it took; a page without a text was not read."""

    texts: Mapping[str, str]
    bill: Bill
    repaired: Mapping[str, str] = field(default_factory=dict[str, str])
    """The same texts after the program's own repair of words, where it has one."""


class Program(Protocol):
    """Whatever reads pages."""

    @property
    def name(self) -> str:
        """What it is called in tables."""
        ...

    def version(self) -> str:
        """Which program it is, and which release."""
        ...

    def read(self, pages: Sequence[BenchPage], jobs: int, work: Path) -> Reading:
        """Read all pages, so many at a time; `work` is an empty folder for files on the way."""
        ...
