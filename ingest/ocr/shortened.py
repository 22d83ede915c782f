"""Blanks in short forms: "bl. a." was set with a narrow one, which engines see at times and at times not."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from ingest.ocr.ink import Ink, Mark, inside, marks
from models.geometry import Box
from models.page import Word

_SHORT = re.compile(r"\(?(?:[a-zåäö]{1,3}\.)+[a-zåäö]{1,3}\.?[),;:]?$")
_POINT, _LOW = 0.45, 0.5
"""Of the highest mark's height: a point is lower, and begins below that."""
_BLANK = 0.43
"""Of a small letter's height: white so wide behind a point is a blank; faces of print have less without."""
_WIDER = 1.4
"""It is so much wider than the white before the point."""
_CLEAR = 12
"""Pixels: of lower letters nobody can tell."""


def is_short(word: Word) -> bool:
    """Whether a blank may not have been seen behind a full stop in this word."""
    return bool(_SHORT.match(word.text))


def parted(word: Word, dark: Ink) -> tuple[Word, ...]:
    """A word of print, no typewriter's, as those into which the white behind its full stops parts it."""
    box = word.box
    every = marks(inside(box, dark)) if box else []
    stops = [n for n, mark in enumerate(every) if _is_stop(mark, every)]
    if box is None or len(stops) != word.text.count("."):
        return (word,)
    small = min((mark.height for n, mark in enumerate(every) if n not in stops), default=0)
    if small < _CLEAR:
        return (word,)
    ends = [n + 1 for n, one in enumerate(word.text) if one == "."]
    cuts = [(0, box.x0, box.x0)]
    for end, n in zip(ends, stops, strict=True):
        if 0 < n < len(every) - 1 and end < len(word.text) and _is_blank(every, n, small):
            cuts.append((end, box.x0 + every[n].right, box.x0 + every[n + 1].left))
    cuts.append((len(word.text), box.x1, box.x1))
    return tuple(
        replace(word, text=word.text[start:end], box=Box(left, box.y0, right, box.y1))
        for (start, _, left), (end, right, _) in pairwise(cuts)
    )


def _is_stop(mark: Mark, every: Sequence[Mark]) -> bool:
    top, bottom = min(one.top for one in every), max(one.bottom for one in every)
    return mark.height <= _POINT * (bottom - top) and mark.top >= top + _LOW * (bottom - top)


def _is_blank(every: Sequence[Mark], n: int, small: float) -> bool:
    before, after = every[n].left - every[n - 1].right, every[n + 1].left - every[n].right
    return after >= max(_BLANK * small, _WIDER * before)
