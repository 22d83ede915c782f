"""Dirt that was read as punctuation is left out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from statistics import fmean, median

from ingest.ocr.merge import says_something
from models.geometry import Box
from models.page import Word

_DOTS = frozenset(".,:;'`’\"|·~^_")
"""Nothing that somebody writes by itself, as they do the dash of an empty cell."""
_DIRT = frozenset("`´^~|_")
"""What a speck, a crease or a rule is read as, and no word of Swedish print is."""
_FEW, _BEHIND = 2, 0.3
"""One or two dots stand close behind a word, in usual word heights, or are dirt; more are leaders."""
_UNSURE = 0.4
_THIN = re.compile(r"[iIl!|/\\1ÉÍíj:;.]{1,2}$")
_LEAST_THIN, _UNSURE_THIN = 3, 0.8
"""So many of them, no surer than that, are an edge; fewer may be the numbers of a list."""
_LOW = 0.45
"""Lower than this share of the usual word."""
_NEAR_LINE, _NEAR_WORD = 0.3, 3.0
"""In usual word heights: nearer than this to a word, a mark may belong to it."""


def without_specks(words: Sequence[Word]) -> tuple[Word, ...]:
    """`words` without the marks that are dirt: low, unsure or dots, far from words or behind none."""
    lines = [word.box for word in words if word.box and says_something(word.text)]
    if not lines:
        return tuple(words)
    usual = median(box.height for box in lines)
    edge = _edge(words)
    return tuple(word for word in words if word not in edge and not _is_speck(word, lines, usual))


def _edge(words: Sequence[Word]) -> set[Word]:
    """What the edge of a shadow or of the sheet was read as: thin letters beside all other words."""
    thin = [word for word in words if word.box and _THIN.match(word.text)]
    others = [word.box for word in words if word.box and not _THIN.match(word.text)]
    if not others or len(thin) < _LEAST_THIN:
        return set()
    left, right = min(box.x0 for box in others), max(box.x1 for box in others)
    sides = (
        [word for word in thin if word.box and word.box.x1 < left],
        [word for word in thin if word.box and word.box.x0 > right],
    )
    return {word for side in sides if len(side) >= _LEAST_THIN and _are_unsure(side) for word in side}


def _are_unsure(words: Sequence[Word]) -> bool:
    return fmean(word.confidence or 0.0 for word in words) < _UNSURE_THIN


def _is_speck(word: Word, lines: Sequence[Box], usual: float) -> bool:
    box = word.box
    if box is None or says_something(word.text):
        return False
    if len(word.text) <= _FEW and _DIRT.issuperset(word.text):
        return True
    if len(word.text) <= _FEW and _DOTS.issuperset(word.text):
        return not any(_follows(box, line, usual) for line in lines)
    if (word.confidence or 0.0) >= _UNSURE and not _DOTS.issuperset(word.text):
        return False
    return box.height < _LOW * usual and not any(_near(box, line, usual) for line in lines)


def _follows(box: Box, line: Box, usual: float) -> bool:
    """Whether the mark stands right behind a word, as punctuation does."""
    return (
        -usual < box.x0 - line.x1 <= _BEHIND * usual
        and line.y0 - usual / 2 <= box.middle <= line.y1 + usual / 2
    )


def _near(box: Box, line: Box, usual: float) -> bool:
    aside, over = _NEAR_WORD * usual, _NEAR_LINE * usual
    return (
        line.y0 - over <= box.middle <= line.y1 + over
        and line.x0 - aside <= box.x1
        and box.x0 <= line.x1 + aside
    )
