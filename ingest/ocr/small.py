"""What only the image tells: how long a dash is, and whether a blank stands after a section sign."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from ingest.picture import GreyImage
from ingest.prepare.lines import dark_parts
from models.geometry import Box
from models.page import Word

_SEAMS = (
    re.compile(r"(§{1,2})\d{1,3}(?:[-–]\d{1,3})?[.,:;)]?$"),
    re.compile(r"(\d{1,3})%[.,;)]?$"),
    re.compile(r"(\d{1,3})\d{3}$"),
)
"""Where a blank may not have been seen: after a section sign, before %, between the groups of a number."""
_HYPHEN = re.compile(r"\(?\d{4}-\d\d-\d\d\W*$|[^\W\d_]+-(?:[a-zåäö]+\W*)?$")
"""What stands in a day's date, between the parts of a word and at a line's end is a hyphen."""
_DASH = re.compile(r"-$|\(?\w[\w.:]*-[\w.:]+[).,;]*$")
"""Between numbers or words, and between blanks, an en dash may have been read as a hyphen."""
_LONGER = 1.35
"""An en dash is half as long again as a hyphen, at the least; a typewriter has one sign for both."""
_BLANK = 0.24
"""Of the word's height: white so wide after a section sign is a blank."""
_YEAR = re.compile(r"1[6-9]\d\d$|20\d\d$")
_WIDER, _WIDER_IN_YEAR = 1.5, 2.2
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
    hyphen = _usual_hyphen([word for word in words if _HYPHEN.match(word.text)], dark) if dashed else 0.0
    looked: list[Word] = []
    for word in words:
        if word in dashed and hyphen and _dash(word, dark) >= _LONGER * hyphen:
            looked.append(replace(word, text=word.text.replace("-", "–")))
        else:
            looked += _parted(word, dark) if word in signed else (word,)
    return tuple(looked)


def _usual_hyphen(words: Sequence[Word], dark: Ink) -> float:
    """How long hyphens are on this page, in pixels; 0 where there are none."""
    lengths = [length for length in (_dash(word, dark) for word in words) if length]
    return float(np.median(lengths)) if lengths else 0.0


def _dash(word: Word, dark: Ink) -> float:
    """How long the dash in a word is, in pixels: the longest run of columns with nothing but a low stroke."""
    if word.box is None:
        return 0.0
    ink = _inside(word.box, dark)
    if word.text == "-":
        return float(ink.any(axis=0).sum())
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
    return float(max((end - start for start, end in _runs(flat)), default=0))


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
    wider = _WIDER_IN_YEAR if _YEAR.match(word.text) else _WIDER
    if end - start < max(_BLANK * box.height, wider * max(others, default=0)):
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
