"""Pale print that lies apart from the page's own: a stamp, or a line in another ink."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from statistics import median

from ingest.ocr.tesseract import Reading
from ingest.prepare.sheet import Sheet
from ingest.prepare.skew import level
from models.geometry import Box
from models.page import Word
from models.swedish.lexicon import Lexicon

_SURE = 0.6
_LEAST_WORDS = 2
_LEAST_SIDE = 0.4
"""Of the usual height of what is printed: what is lower, or is of no height that print has, is dirt."""
_LEVEL = 0.4
"""Degrees: what stands as straight as the page was printed with it."""


def read_pale(
    sheet: Sheet,
    printed: Sequence[Word],
    size: tuple[int, int],
    read: Callable[[Sheet], Reading],
    lexicon: Lexicon,
) -> tuple[tuple[Word, ...], str]:
    """The words in pale ink that belong to the page, and the text of a stamp; boxes on the page as given.

    What lies crooked, or over words that were `printed`, was put there later: it is told, and kept apart.
    `size` is the width and height of the page as given; `read` reads one sheet.
    """
    straight = level(sheet)
    reading = read(straight)
    width, height = size
    least = _LEAST_SIDE * median([_low(word.box) for word in printed if word.box] or [0.0])
    words = tuple(
        replace(word, box=straight.place(word.box, width, height))
        for word in reading.words
        if word.box and _low(word.box) >= least and _says(word, lexicon)
    )
    if len(words) < _LEAST_WORDS:
        return (), ""
    crooked = min(straight.rotation % 90, 90 - straight.rotation % 90) > _LEVEL
    if crooked or _overlap(words, printed):
        return (), " ".join(word.text for word in words)
    return words, ""


def _low(box: Box) -> float:
    """The shorter side of a word's box: how high its letters are, whichever way the page is turned."""
    return min(box.width, box.height)


def _says(word: Word, lexicon: Lexicon) -> bool:
    text = word.text.strip(".,:;()-–")
    known = len(text) > 2 and lexicon.knows(text)
    return (word.confidence or 0.0) >= _SURE and (known or any(map(str.isdigit, text)))


def _overlap(words: Sequence[Word], printed: Sequence[Word]) -> bool:
    boxes = [word.box for word in printed if word.box]
    return any(_meet(word.box, box) for word in words if word.box for box in boxes)


def _meet(one: Box, other: Box) -> bool:
    across = min(one.x1, other.x1) - max(one.x0, other.x0)
    down = min(one.y1, other.y1) - max(one.y0, other.y0)
    return across > 0 and down > 0.3 * min(one.height, other.height)
