"""How likely a Swedish word is after the two words before it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from math import log
from pathlib import Path
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from models.swedish.lexicon import Lexicon, lexicon

DATA = Path(__file__).with_name("language_model.npz")
"""Counts of words, of pairs and of triples, by the number of each word in the lexicon."""

EDGE, UNLISTED, NUMBER, COMMA = range(4)
"""The numbers of what is no word: where a sentence begins or ends, a word of no list, digits, a comma."""
FIRST_WORD = 4

_DISCOUNT = 0.75
"""What is taken from each count for pairs and triples never met (absolute discounting; Ney 1994)."""
_LEAST = 0.5
"""The count of a word that is listed and was never met."""

Numbers = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]


class Counts(NamedTuple):
    """The counts as they are kept: pairs by both words, triples by the row of their first pair and last word.

    `first` and `pair` hold differences to the row before; every array of a group has one row for each entry.
    """

    words: Numbers
    first: Numbers
    second: Numbers
    pairs: Numbers
    pair: Numbers
    third: Numbers
    triples: Numbers


@dataclass(frozen=True)
class LanguageModel:
    """Trigram model with absolute discounting; words are numbers (`number_of`)."""

    numbers: dict[str, int] = field(repr=False)
    one: Floats = field(repr=False)
    pair_keys: Numbers = field(repr=False)
    pair_shares: Floats = field(repr=False)
    pair_rest: Floats = field(repr=False)
    triple_keys: Numbers = field(repr=False)
    triple_shares: Floats = field(repr=False)
    triple_rest: Floats = field(repr=False)

    def number_of(self, word: str) -> int:
        """The number of a word in lower case; UNLISTED for one that the lexicon doesn't list."""
        return self.numbers.get(word, UNLISTED)

    def log_probability(self, first: Numbers, second: Numbers, third: Numbers) -> Floats:
        """The natural logarithm of how likely `third` is after `first` and `second`; shapes are broadcast."""
        size = len(self.one)
        pair_row, pair_found = _find(self.pair_keys, second * size + third)
        two = np.where(pair_found, self.pair_shares[pair_row], 0.0) + self.pair_rest[second] * self.one[third]
        context, context_found = _find(self.pair_keys, first * size + second)
        row, found = _find(self.triple_keys, context * size + third)
        share = np.where(found & context_found, self.triple_shares[row], 0.0)
        rest = np.where(context_found, self.triple_rest[context], 1.0)
        probability: Floats = np.log(share + rest * two)
        return probability

    def alone(self, word: str) -> float:
        """The natural logarithm of how likely a listed word is, whatever stands before it."""
        return self.log_alone(self.number_of(word))

    def log_alone(self, number: int) -> float:
        """The same for a word by its number."""
        return log(self.one[number])


def model_of(counts: Counts, words: Lexicon) -> LanguageModel:
    """The model that these counts give, over the words of `words` in their order."""
    numbers = {word: number for number, word in enumerate(words.uses, FIRST_WORD)}
    met = np.maximum(counts.words.astype(float), _LEAST)
    listed = np.array([use.lower + use.capital for use in words.uses.values()], dtype=float)
    met[FIRST_WORD:] = np.maximum(met[FIRST_WORD:], listed)
    first = np.cumsum(counts.first)
    pair = np.cumsum(counts.pair)
    pair_shares = (counts.pairs - _DISCOUNT) / met[first]
    triple_shares = (counts.triples - _DISCOUNT) / counts.pairs[pair]
    return LanguageModel(
        numbers=numbers,
        one=met / met.sum(),
        pair_keys=first * len(met) + counts.second,
        pair_shares=pair_shares,
        pair_rest=_rest(first, pair_shares, len(met)),
        triple_keys=pair * len(met) + counts.third,
        triple_shares=triple_shares,
        triple_rest=_rest(pair, triple_shares, len(first)),
    )


@cache
def language_model() -> LanguageModel:
    """The language model of the program, read once."""
    with np.load(DATA, allow_pickle=False) as kept:
        counts = Counts(*(kept[name].astype(np.int64) for name in Counts._fields))
    return model_of(counts, lexicon())


def spread(numbers: Sequence[int]) -> Numbers:
    """Numbers of words as an array."""
    return np.array(numbers, dtype=np.int64)


def _rest(context: Numbers, shares: Floats, size: int) -> Floats:
    """What each context leaves for what was never met after it."""
    taken = np.bincount(context, weights=shares, minlength=size).astype(np.float64)
    return np.maximum(1.0 - taken, 1e-4)


def _find(keys: Numbers, wanted: Numbers) -> tuple[Numbers, npt.NDArray[np.bool_]]:
    row = np.minimum(np.searchsorted(keys, wanted), len(keys) - 1)
    return row, keys[row] == wanted
