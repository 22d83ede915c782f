"""What reading gives: pages of words."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from statistics import fmean

from models.finding import Finding
from models.geometry import Box


class Origin(StrEnum):
    """Where the words of a page come from."""

    OCR = "ocr"
    TEXT_LAYER = "text layer"
    TEXT = "text"


class Unit(StrEnum):
    """The unit of a page's size and boxes: pixels of its image, or points of 1/72 inch."""

    PIXEL = "px"
    POINT = "pt"


@dataclass(frozen=True, slots=True)
class Engine:
    """A program that recognised words, with the version that did."""

    name: str
    version: str

    def __str__(self) -> str:
        """Name and version as they stand in a record."""
        return f"{self.name} {self.version}"


@dataclass(frozen=True, slots=True)
class Word:
    """A run of characters without space, with the white space that stands before it on the page.

    `gap` holds the layout: one blank within a phrase, several where a column begins, line feeds between
    lines and an empty line between blocks. The page as read is all gaps and texts in order. `box` is in the
    unit of the page as given (before any deskewing), None in plain text; `confidence` is 0 to 1, None where
    nothing was recognised.
    """

    text: str
    gap: str = " "
    box: Box | None = None
    confidence: float | None = None


@dataclass(frozen=True, slots=True)
class Page:
    """A page as read; one that could not be read has no words and a finding of severity error.

    `number` counts from 1; `width` and `height` are in `unit`, all None for plain text; `rotation` is what
    the image was turned by, clockwise in degrees, so that it could be read; `steps` name what else was done
    to it.
    """

    number: int
    words: tuple[Word, ...]
    origin: Origin
    width: float | None = None
    height: float | None = None
    unit: Unit | None = None
    dpi: int | None = None
    engine: Engine | None = None
    rotation: float = 0.0
    steps: tuple[str, ...] = ()
    findings: tuple[Finding, ...] = ()

    @property
    def text(self) -> str:
        """The page exactly as read."""
        return "".join(word.gap + word.text for word in self.words)

    @property
    def confidence(self) -> float | None:
        """The mean confidence of the words that have one."""
        known = [word.confidence for word in self.words if word.confidence is not None]
        return round(fmean(known), 4) if known else None

    @property
    def sheet(self) -> Sheet:
        """The page without its words."""
        return Sheet(
            self.number,
            self.origin,
            self.width,
            self.height,
            self.unit,
            self.dpi,
            self.engine,
            self.confidence,
            self.rotation,
            self.findings,
        )


@dataclass(frozen=True, slots=True)
class Sheet:
    """What is known of a page besides its words, which fill the memory where there are many pages."""

    number: int
    origin: Origin
    width: float | None = None
    height: float | None = None
    unit: Unit | None = None
    dpi: int | None = None
    engine: Engine | None = None
    confidence: float | None = None
    rotation: float = 0.0
    findings: tuple[Finding, ...] = ()
