"""Letters that stand alone, as that of a party behind a name: only their height tells s from S."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from statistics import median

from ingest.ocr.ink import Ink, Mark, inside, marks
from ingest.rows import Line, lines_of
from models.geometry import Box
from models.page import Word

_LONE = re.compile(r"([(\[]?)([COSUVWXZ])([cosuvwxz]?)([)\],.;:]{0,2})$")
_WORD = re.compile(r"[^\W\d_]{3,}[.,:;]?$")
_LOW = frozenset("acemnorsuvxz")
_SMALL = 1.15
"""Of the height of letters like n: a small letter is no higher; a capital is by three tenths or more."""
_ALIKE = 0.15
"""Lines whose heights differ by no larger a share are set in type of one size."""
_WIDEST = 1.4
"""Of its height: what is wider is more than one letter."""


def is_lone(word: Word) -> bool:
    """Whether the word is a capital whose small letter has the same shape, or was read as both."""
    found = _LONE.match(word.text)
    return found is not None and found[3] in {"", found[2].lower()}


def with_lone_letters(words: Sequence[Word], dark: Ink) -> list[Word]:
    """`words`, those letters that stand alone as high as they are printed, and each of them once."""
    told: dict[Word, Word] = {}
    lines = lines_of(words)
    for n, line in enumerate(lines):
        lone = [(word, box) for word, box in line.words if is_lone(word)]
        if lone:
            near = (line, *lines[max(0, n - 1) : n], *lines[n + 1 : n + 2])
            of_its_size = (one for one in near if _alike(one.box.height, line.box.height))
            usual = next((found for one in of_its_size if (found := _usual(one, dark))), None)
            told |= {word: _told(word, box, usual, dark) for word, box in lone}
    return [told.get(word, word) for word in words]


def _alike(one: float, other: float) -> bool:
    return abs(one - other) <= _ALIKE * other


def _usual(line: Line, dark: Ink) -> float | None:
    """How high letters like n are on this line, by the words that have mostly such, whose letters part."""
    words = [(word.text, inside(box, dark)) for word, box in line.words if _is_mostly_low(word.text)]
    seen = [(text, [mark for mark in marks(ink) if _is_one(mark)]) for text, ink in words]
    heights = [median(mark.height for mark in each) for text, each in seen if 2 * len(each) > len(text)]
    return median(heights) if heights else None


def _is_one(mark: Mark) -> bool:
    """Whether the mark is of one letter, and not of several that touch."""
    return mark.width <= _WIDEST * mark.height


def _is_mostly_low(text: str) -> bool:
    return bool(_WORD.match(text)) and 2 * sum(map(_LOW.__contains__, text)) > len(text)


def _told(word: Word, box: Box, usual: float | None, dark: Ink) -> Word:
    found = _LONE.match(word.text)
    every = marks(inside(box, dark))
    if found is None or len(every) != len(found[1]) + 1 + len(found[4]):
        return word
    mark = every[len(found[1])]
    if not _is_one(mark):
        return word
    is_small = usual is not None and mark.height <= _SMALL * usual
    letter = found[2].lower() if is_small else found[2]
    return replace(word, text=found[1] + letter + found[4])
