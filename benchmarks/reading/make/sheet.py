"""A page of print: every word with its place, in points from the top left, line by line as it is read."""

from __future__ import annotations

from dataclasses import dataclass, field

from benchmarks.reading.make.faces import Face

A4 = (595.0, 842.0)
BOOK = (420.0, 595.0)
"""Half of A4: a page of a book, two of which fill a scanner's glass."""


@dataclass(frozen=True, slots=True)
class Type:
    """A face at a size in points."""

    face: Face
    size: float
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Word:
    """A word on paper: `x` its left end, `y` its base line."""

    x: float
    y: float
    text: str
    type: Type


@dataclass(slots=True)
class Sheet:
    """One page; `lines` stand in reading order, `rules` are (x0, x1, y)."""

    size: tuple[float, float]
    lines: list[tuple[Word, ...]] = field(default_factory=list[tuple[Word, ...]])
    rules: list[tuple[float, float, float]] = field(default_factory=list[tuple[float, float, float]])

    @property
    def text(self) -> str:
        """What is printed, a line for a line."""
        return "\n".join(" ".join(word.text for word in line) for line in self.lines)
