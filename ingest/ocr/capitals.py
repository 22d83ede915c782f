"""Letters whose capital has the same shape: only their height on the image tells o from O, and s from S."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from statistics import median

import numpy as np

from ingest.ocr.ink import Ink, Mark, inside, marks
from models.page import Word
from models.swedish.lexicon import Lexicon

_SAME_SHAPE = re.compile(r"[COSUVWXZcosuvwxz][a-zåäö]{2,}[.,;:)]?$")
_TALL = re.compile(r"[bdfhklåäö]")
_CAPITAL, _CAPITAL_OF_X = 0.86, 1.22
"""A capital is nearly as high as b, d and h, and so much higher than letters like n."""
_SMALL_OF_X = 1.14
"""A small letter is no higher than that."""
_SUNK = 0.1
"""Of its height: a letter stands on the line, and no further below."""
_WIDEST, _WIDEST_TWO = 1.25, 1.9
"""Of its height: what is wider is more than one letter, or more than two."""
_WIDER = {"w": 0.4, "s": -0.3}
"""By so much of its height a letter may be wider than others."""
_LOW = re.compile(r"[acemnorsuvxz]")
"""A second letter that may touch the first, or stand under a V, without making it higher."""
_LEAST_HEIGHT = 9
"""Pixels: of smaller letters nobody can tell."""
_LETTERS = re.compile(r"[a-zåäö]{3,}$|[^\W\d_]{5,}$")
_ALIKE = (("^l(?=.{4})", "I"), ("wv|ww|w", "vv"), ("m", "rn"), ("c(?![hk])", "e"))


def is_of_either_height(word: Word) -> bool:
    """Whether its first letter looks alike as a capital and as a small letter."""
    return bool(_SAME_SHAPE.match(word.text))


def with_first_letter(word: Word, dark: Ink) -> Word:
    """The word with a capital where its first letter is as high as one, with a small one where it is low."""
    ink = inside(word.box, dark) if word.box else None
    if ink is None or not ink.size:
        return word
    found = marks(ink)
    if len(found) < 2 or not _is_one_letter(found[0], ink, word.text, len(found)):
        return word
    first, rest = word.text[0], word.text[1:]
    usual = _usual(rest, found[1:])
    if first.islower():
        is_high = found[0].height > _SMALL_OF_X * usual and _is_high(word.text, found)
        return replace(word, text=first.upper() + rest) if is_high else word
    return replace(word, text=first.lower() + rest) if found[0].height <= _SMALL_OF_X * usual else word


def with_likely_letters(words: Sequence[Word], lexicon: Lexicon) -> tuple[Word, ...]:
    """`words` with I for l, vv for wv, rn for m and e for c where only these make a word: they look alike."""
    return tuple(_likely(word, lexicon) for word in words)


def _likely(word: Word, lexicon: Lexicon) -> Word:
    text = word.text.rstrip(".,;:)")
    if not _LETTERS.match(text) or lexicon.knows(text):
        return word
    tries = (re.sub(read, printed, text, count=1) for read, printed in _ALIKE if re.search(read, text))
    found = next((other for other in tries if lexicon.knows(other)), None)
    return replace(word, text=found + word.text[len(text) :]) if found else word


def _usual(rest: str, others: Sequence[Mark]) -> float:
    """How high those of the other letters are that are as low as n; 0 where it can't be told."""
    if len(others) != len(rest):
        return 0.0
    low = [mark.height for letter, mark in zip(rest, others, strict=True) if _LOW.match(letter)]
    return median(low) if low else 0.0


def _is_one_letter(first: Mark, ink: Ink, text: str, count: int) -> bool:
    """Whether the first mark is the first letter alone, and not the next too, or dirt above it."""
    column = ink[:, int(first.left) : int(first.right)].any(axis=1)
    whole = int(np.count_nonzero(column)) == first.height
    apart = len(text.rstrip(".,;:)")) <= count <= len(text)
    widest = _WIDEST_TWO if _LOW.match(text[1]) else _WIDEST if apart else 0
    widest += _WIDER.get(text[0].lower(), 0) if widest else 0
    return whole and first.height >= _LEAST_HEIGHT and first.width <= widest * first.height


def _is_high(text: str, found: Sequence[Mark]) -> bool:
    first, others = found[0], found[1:]
    if first.bottom > median(mark.bottom for mark in others) + _SUNK * first.height:
        return False  # dirt hangs on it
    if _TALL.search(text[1:]):
        return first.height >= _CAPITAL * (first.bottom - min(mark.top for mark in others))
    usual = first.bottom - median(mark.top for mark in others)
    return usual > 0 and first.height >= _CAPITAL_OF_X * usual
