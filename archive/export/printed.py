"""The repaired text on paper: what each word says, where it is printed, and what was read there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from models.geometry import Box, hull
from models.page import Page

HYPHENS = "-\u00ad¬"
"""What is printed, and read, where a word is cut at a line's end."""


class Half(StrEnum):
    """Which half of a word that is cut at a line's end stands here."""

    FIRST = "first"
    SECOND = "second"


@dataclass(frozen=True, slots=True)
class Cut:
    """That a word is cut at a line's end: the whole word, and the hyphen printed after its first half."""

    whole: str
    half: Half
    hyphen: str = ""
    hyphen_box: Box | None = None


@dataclass(frozen=True, slots=True)
class Printed:
    """A word of the repaired text where it is printed, or the part of it that stands on one line.

    `gap` is the white space before it in the repaired text. `read` is what was read there, with `read_gap`
    before it: empty for a word that was split off the one before. `word` is the number on the page (from 1)
    of the first word as read that it comes from and `share` (from 1) tells those apart that come from one.
    `start` is where that word stands in the file's text as read. `box` is in the page's unit, and the
    lowest of the confidences counts. `hidden` says that blocks stand for a personal number.
    """

    text: str
    gap: str
    read: str
    read_gap: str
    word: int
    share: int
    start: int
    box: Box | None = None
    confidence: float | None = None
    cut: Cut | None = None
    hidden: bool = False

    @property
    def is_repaired(self) -> bool:
        """Whether something else was read here; a hyphen at a line's end doesn't count."""
        read = self.read.rstrip(HYPHENS) if self.cut and self.cut.hyphen else self.read
        return bool(read) and read != self.text


Line = tuple[Printed, ...]
Block = tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class PrintedPage:
    """A page with its blocks of lines of words; `end` and `read_end` stand after the last of them."""

    page: Page
    blocks: tuple[Block, ...]
    end: str = ""
    read_end: str = ""

    @property
    def words(self) -> Iterator[Printed]:
        """Every word, in reading order."""
        return (word for block in self.blocks for line in block for word in line)

    @property
    def text(self) -> str:
        """The page's share of the repaired text."""
        return "".join(word.gap + word.text for word in self.words) + self.end

    @property
    def read(self) -> str:
        """The page's share of the text as read."""
        return "".join(word.read_gap + word.read for word in self.words) + self.read_end


def box_of(words: Iterable[Printed]) -> Box | None:
    """The smallest box around `words`, None where none of them has one."""
    boxes = [word.box for word in words if word.box]
    return hull(boxes) if boxes else None


def within(page: PrintedPage, start: int, end: int) -> PrintedPage:
    """The page with only the words that come from this stretch of the file's text as read."""
    blocks = (
        tuple(line for line in lines if line)
        for lines in (
            [tuple(word for word in line if start <= word.start < end) for line in block]
            for block in page.blocks
        )
    )
    return PrintedPage(page.page, tuple(block for block in blocks if block), page.end, page.read_end)
