"""How Swedish a string of letters looks, so that odd words are told from those that no list holds."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

import numpy as np
import numpy.typing as npt

DATA = Path(__file__).with_name("letters.npy")

_ALPHABET = " abcdefghijklmnopqrstuvwxyzåäöéü"
_OTHER = len(_ALPHABET)
_SIZE = _OTHER + 1
_CODES = {letter: code for code, letter in enumerate(_ALPHABET)}
_ORDER = 4
_WEIGHT = 5.0
"""How many letters the shorter context counts for (Witten-Bell smoothing with a fixed weight)."""


@dataclass(frozen=True)
class LetterModel:
    """A model of letters in words, each after the three before it."""

    logs: npt.NDArray[np.float16] = field(repr=False)
    """By four letters, the natural logarithm of the share of the last one after the others."""

    def log_probability(self, word: str) -> float:
        """The natural logarithm of how likely `word` (lower case) is among all words of its kind."""
        codes = _coded(word)
        rows = [_row(codes[at - _ORDER + 1 : at + 1]) for at in range(_ORDER - 1, len(codes))]
        return float(self.logs[rows].sum(dtype=np.float64))

    def gain(self, read: str, word: str) -> float:
        """By how much (a natural logarithm) `word` looks more Swedish than `read`, both in lower case."""
        return self.log_probability(word) - self.log_probability(read)


def letter_model_of(words: Iterable[str]) -> LetterModel:
    """The model that these words, each counted once, give."""
    text = np.array([code for word in words for code in _coded(word)], dtype=np.int64)
    shares = np.full(_SIZE, 1.0 / _SIZE)
    for order in range(1, _ORDER + 1):
        shares = _smoothed(text, order, shares)
    return LetterModel(np.log(shares).astype(np.float16))


@cache
def letter_model() -> LetterModel:
    """The letter model of the program's lexicon; processes share its memory."""
    return LetterModel(np.load(DATA, mmap_mode="r"))


def write(model: LetterModel, path: Path) -> None:
    """Keep the model so that it can be mapped into memory."""
    np.save(path, model.logs)


def _smoothed(
    text: npt.NDArray[np.int64], order: int, shorter: npt.NDArray[np.float64]
) -> npt.NDArray[np.float64]:
    """The shares of letters after `order` - 1 others, leaning on those after one fewer."""
    rows = np.zeros(len(text) - order + 1, dtype=np.int64)
    for at in range(order):
        rows = rows * _SIZE + text[at : len(text) - order + 1 + at]
    counts = np.bincount(rows, minlength=_SIZE**order).reshape(-1, _SIZE)
    backed = np.tile(shorter.reshape(-1, _SIZE), (counts.shape[0] // max(1, shorter.size // _SIZE), 1))
    smoothed = (counts + _WEIGHT * backed) / (counts.sum(axis=1, keepdims=True) + _WEIGHT)
    flat: npt.NDArray[np.float64] = smoothed.reshape(-1)
    return flat


def _coded(word: str) -> list[int]:
    """The codes of a word's letters, blanks around them so that first and last letters are learnt too."""
    edge = [0] * (_ORDER - 1)
    return [*edge, *(_CODES.get(letter, _OTHER) for letter in word), 0]


def _row(codes: list[int]) -> int:
    row = 0
    for code in codes:
        row = row * _SIZE + code
    return row
