"""The words of a page's sheets are put where they stand on paper, those of a spread half after half."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ingest.layout import lay_out
from ingest.prepare.sheet import Sheet
from models.geometry import Box
from models.page import Word

Size = tuple[int, int]
"""Width and height of the page as given, in pixels."""


def on_paper(sheet: Sheet, words: Sequence[Word], size: Size) -> Iterator[Word]:
    """The words where they stand on the page as given; those of a second sheet begin a block of their own."""
    for word in _begun(sheet, words):
        yield replace(word, box=sheet.place(word.box, *size) if word.box else None)


def with_more(
    sheets: Sequence[Sheet], halves: Sequence[Sequence[Word]], more: Sequence[Word], size: Size
) -> tuple[Word, ...]:
    """The words of each half laid out with those of `more` that stand on it; of a single page, with all.

    All boxes are those of the page as given. Laid out together, lines would be read across the gutter.
    """
    placed: list[Word] = []
    ends = [_right_end(sheet, size) for sheet in sheets[:-1]]
    for n, (sheet, half) in enumerate(zip(sheets, halves, strict=True)):
        own = [word for word in more if word.box and sum(word.box.x0 >= end for end in ends) == n]
        placed += _begun(sheet, lay_out((*half, *own))) if own else half
    return tuple(placed)


def _begun(sheet: Sheet, words: Sequence[Word]) -> Iterator[Word]:
    for n, word in enumerate(words):
        yield replace(word, gap="\n\n" + word.gap) if n == 0 and sheet.is_later else word


def _right_end(sheet: Sheet, size: Size) -> float:
    height, width = sheet.pixels.shape
    return sheet.place(Box(0, 0, width, height), *size).x1
