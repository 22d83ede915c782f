"""What only the image tells: how long a dash is, and whether a blank stands after a section sign."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from statistics import median

import numpy as np
from numpy.typing import NDArray

from ingest.picture import GreyImage
from ingest.prepare.lines import dark_parts
from models.geometry import Box
from models.page import Word

_SEAMS = (
    re.compile(r"(§{1,2})\d{1,3}(?:[-–]\d{1,3})?[.,:;)]?$"),
    re.compile(r"(\d{1,3})%[.,;)]?$"),
    re.compile(r"(?!1[6-9]\d\d$|20\d\d$)(\d{1,3})\d{3}$"),
)
"""Where a blank may not have been seen: after a section sign, before %, between groups of figures (but in a
year, whose 1 stands apart in many faces)."""
_HYPHEN = re.compile(r"\(?\d{4}-\d\d-\d\d\W*$|[^\W\d_]+-(?:[a-zåäö]+\W*)?$")
"""What stands in a day's date, between the parts of a word and at a line's end is a hyphen."""
_DASH = re.compile(r"-$|\(?[\d.:]*\d-\d[\d.:]*[).,;]*$")
"""Between two numbers, and between blanks, an en dash may have been read as a hyphen."""
_LONGER = 1.35
"""An en dash is half as long again as a hyphen, at the least; a typewriter has one sign for both."""
_BLANK = 0.24
"""Of the word's height: white so wide after a section sign is a blank."""
_WIDER = 1.5
"""It is so much wider than the white between the word's other signs."""
_FLAT = 0.28
"""Of the word's height: a dash is lower."""

Ink = NDArray[np.bool_]
Runs = list[tuple[int, int]]


def looked_at(words: Sequence[Word], pixels: GreyImage) -> tuple[Word, ...]:
    """`words` with the blanks and the dashes that their image shows."""
    signed = {word for word in words if any(seam.match(word.text) for seam in _SEAMS)}
    dashed = {word for word in words if _DASH.match(word.text)}
    if not (signed or dashed):
        return tuple(words)
    dark = dark_parts(pixels) > 0
    height = median(word.box.height for word in words if word.box)
    hyphens = [_dash(word, dark, height) for word in words if _HYPHEN.match(word.text)] if dashed else []
    hyphen = median(length for length in hyphens if length) if any(hyphens) else 0.0
    looked: list[Word] = []
    for word in words:
        if word in dashed and hyphen and _dash(word, dark, height) >= _LONGER * hyphen:
            looked.append(replace(word, text=word.text.replace("-", "–")))
        else:
            looked += _parted(word, dark) if word in signed else (word,)
    return tuple(looked)


def _dash(word: Word, dark: Ink, height: float) -> float:
    """How long the dash in a word is: the longest run of columns with nothing but a low stroke.

    In pixels of type whose words are `height` high: a heading's dash is longer than the text's.
    """
    if word.box is None:
        return 0.0
    ink = _inside(word.box, dark)
    if word.text == "-":
        return float(np.count_nonzero(ink.any(axis=0)))
    filled = ink.any(axis=0)
    first = ink.argmax(axis=0)
    last = len(ink) - 1 - ink[::-1].argmax(axis=0)
    middle = (first + last) / 2
    flat = (
        filled
        & (last - first + 1 <= _FLAT * len(ink))
        & (middle > 0.25 * len(ink))
        & (middle < 0.8 * len(ink))
    )
    longest = max((end - start for start, end in _runs(flat)), default=0)
    return longest / max(1.0, word.box.height / height)


def _parted(word: Word, dark: Ink) -> tuple[Word, ...]:
    """The word as two, where it may have a seam and the image shows white there, wider than elsewhere."""
    found = next((match for seam in _SEAMS if (match := seam.match(word.text))), None)
    box = word.box
    if found is None or box is None:
        return (word,)
    first = len(found[1])
    inked = np.asarray(_inside(box, dark).any(axis=0), dtype=np.bool_)
    gaps = [(before[1], after[0]) for before, after in pairwise(_runs(inked))]
    if len(gaps) < first:
        return (word,)
    start, end = gaps[first - 1]
    others = [high - low for n, (low, high) in enumerate(gaps) if n != first - 1]
    if end - start < max(_BLANK * box.height, _WIDER * max(others, default=0)):
        return (word,)
    left, right = box.x0 + start, box.x0 + end
    return (
        replace(word, text=word.text[:first], box=Box(box.x0, box.y0, left, box.y1)),
        replace(word, text=word.text[first:], box=Box(right, box.y0, box.x1, box.y1)),
    )


def _inside(box: Box, dark: Ink) -> Ink:
    return dark[max(0, int(box.y0)) : int(box.y1) + 1, max(0, int(box.x0)) : int(box.x1) + 1]


def _runs(filled: NDArray[np.bool_]) -> Runs:
    edges = np.nonzero(np.diff(np.concatenate(([False], filled, [False])).astype(np.int8)))[0]
    return [(int(start), int(end)) for start, end in edges.reshape(-1, 2)]
