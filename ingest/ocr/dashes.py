"""How long a dash is: an en dash reads as a hyphen, and only the image tells the two apart."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from statistics import median

import numpy as np

from ingest.ocr.ink import Ink, inside, runs
from models.page import Word

_HYPHEN = re.compile(r"\(?\d{4}-\d\d-\d\d\W*$|[^\W\d_]+-(?:[a-zåäö]+\W*)?$")
"""What stands in a day's date, between the parts of a word and at a line's end is a hyphen."""
_DASH = re.compile(r"-$|\(?[\d.:]*\d-\d[\d.:]*[).,;]*$|[\d.]*\d:-[).,;]*$|[a-zåäö]{3,}-[a-zåäö]{3,}[).,;]*$")
"""Between two numbers, behind an amount of whole kronor, between two words ("måndag–fredag"), and between
blanks, an en dash may have been read as a hyphen."""
_LONGER = 1.35
"""An en dash is so much longer than a hyphen."""
_OF_A_FIGURE = 0.7
"""Where there is no hyphen to compare with: it takes at least this share of the room of a figure."""
_TYPEWRITER = 0.12
"""Words of a typewriter differ by less in the room that they give a letter; it has one sign for both."""
_LETTERS = re.compile(r"[^\W\d_]{6,}$")
_LEAST_WORDS = 10
_FIGURES = re.compile(r"\d{3,}$")
_FLAT = 0.28
"""Of the word's height: a dash is lower."""
_HANGING, _CROWNED, _SMALL = (
    re.compile(r"[gjpqyç,;()§/Q]"),
    re.compile(r"[ÅÄÖ]"),
    re.compile(r"[acemnorsuvwxz-]+$"),
)
_HEADING = 1.3
"""Type so much larger than the usual is a heading's."""


def is_dash(word: Word) -> bool:
    """Whether there may be an en dash in it."""
    return bool(_DASH.match(word.text))


def with_dashes(words: Sequence[Word], dark: Ink) -> list[Word]:
    """`words` with an en dash wherever the image has one."""
    if is_typed(words):
        return list(words)
    capital = median(_capital(word) for word in words if word.box)
    hyphens = {
        word: length
        for word in words
        if _HYPHEN.match(word.text) and (length := _length(word, dark, capital))
    }
    figure = _figure(words)
    return [
        replace(word, text=word.text.replace("-", "–"))
        if is_dash(word) and _is_long(word, _length(word, dark, capital), hyphens, figure)
        else word
        for word in words
    ]


def _is_long(word: Word, length: float, hyphens: Mapping[Word, float], figure: float) -> bool:
    others = [its for other, its in hyphens.items() if other is not word]
    if others:
        return length >= _LONGER * median(others)
    return figure > 0 and length >= _OF_A_FIGURE * figure


def is_typed(words: Sequence[Word]) -> bool:
    """Whether all words give their letters the same room."""
    letters = [word.box.width / len(word.text) for word in words if word.box and _LETTERS.match(word.text)]
    if len(letters) < _LEAST_WORDS:
        return False
    narrow, usual, wide = np.percentile(letters, (10, 50, 90))
    return bool(wide - narrow < _TYPEWRITER * usual)


def _figure(words: Sequence[Word]) -> float:
    """The usual room of a figure, in pixels; 0 where there is none."""
    figures = [word.box.width / len(word.text) for word in words if word.box and _FIGURES.match(word.text)]
    return median(figures) if figures else 0.0


def _capital(word: Word) -> float:
    """How high a capital of the word's type is, by the height of its box and the letters that are in it."""
    high = word.box.height if word.box else 0.0
    text = word.text
    parts = 0.7 if _SMALL.match(text) else 1.0
    return high / (parts + 0.3 * bool(_HANGING.search(text)) + 0.2 * bool(_CROWNED.search(text)))


def _length(word: Word, dark: Ink, capital: float) -> float:
    """How long the dash in a word is: the longest run of columns with nothing but a low stroke.

    In pixels of type whose capitals are `capital` high: a heading's dash is longer than the text's.
    """
    if word.box is None:
        return 0.0
    ink = inside(word.box, dark)
    if not ink.size:
        return 0.0
    filled = ink.any(axis=0)
    if word.text == "-":
        return float(np.count_nonzero(filled))
    first = ink.argmax(axis=0)
    last = len(ink) - 1 - ink[::-1].argmax(axis=0)
    middle = (first + last) / 2
    low = last - first + 1 <= _FLAT * len(ink)
    flat = filled & low & (middle > 0.25 * len(ink)) & (middle < 0.8 * len(ink))
    longest = max((end - start for start, end in runs(np.asarray(flat, dtype=np.bool_))), default=0)
    larger = _capital(word) / capital
    return longest / larger if larger >= _HEADING else float(longest)
