"""Commas that hang below their line and colons of one dot, which are specks that were read with a word."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import cv2
import numpy as np

from ingest.ocr.ink import Ink, inside
from models.page import Word

_HIGH, _SMALL = 0.5, 0.45
"""Of the highest mark's height: letters are higher, points and commas lower."""
_LEAST = 12
"""Pixels: of lower letters nobody can tell where they stand."""
_BELOW = 0.08
"""Of a letter's height: a comma begins no further below the line."""


def without_hanging(words: Sequence[Word], dark: Ink) -> tuple[Word, ...]:
    """`words` without commas and colons at their ends that the image hasn't."""
    return tuple(
        replace(word, text=word.text[:-1]) if word.text[-1:] in {",", ":"} and _is_false(word, dark) else word
        for word in words
    )


def _is_false(word: Word, dark: Ink) -> bool:
    if word.box is None or len(word.text) < 3 or not word.text[-2].isalpha():
        return False
    ink = inside(word.box, dark)
    if not ink.size:
        return False
    _, _, statistics, _ = cv2.connectedComponentsWithStats(ink.astype(np.uint8), connectivity=8)
    boxes = np.asarray(statistics[1:, : cv2.CC_STAT_HEIGHT + 1], dtype=np.int64)
    high = boxes[:, 3]
    if not high.size or high.max() < _LEAST:
        return False
    letters = boxes[high >= _HIGH * high.max()]
    last = letters[np.argmax(letters[:, 0] + letters[:, 2])]
    behind = boxes[:, 0] + boxes[:, 2] // 2 >= last[0] + last[2] // 2
    points = boxes[behind & (high <= _SMALL * high.max())]
    if not len(points):
        return False  # it touches the last letter
    foot, usual = _foot(letters), float(np.median(letters[:, 3]))
    if word.text.endswith(","):
        return bool((points[:, 1] > foot + _BELOW * usual).all())
    return len(points) == 1 and bool((points[:, 1] + points[:, 3] < foot - _BELOW * usual).all())


def _foot(letters: np.ndarray[tuple[int, int], np.dtype[np.int64]]) -> float:
    """Where the letters stand: as most of them do, those that hang lower left out."""
    return float(np.percentile(letters[:, 1] + letters[:, 3], 25))
