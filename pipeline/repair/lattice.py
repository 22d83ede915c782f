"""Which of several readings of each word stands: settled together, by the words around."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from models.swedish.language_model import EDGE, Floats, LanguageModel, Numbers, spread


class Reading(NamedTuple):
    """One reading of a word: its number in the language model, and its own log weight."""

    number: int
    weight: float


_Edge = (Reading(EDGE, 0.0),)


def shares(columns: Sequence[Sequence[Reading]], model: LanguageModel) -> list[Floats]:
    """For each word of a sentence, how likely each of its readings is; the shares of a word add up to one.

    Forward and backward sums over all ways through the readings, each priced by the trigram model.
    """
    padded = [_Edge, _Edge, *columns, _Edge, _Edge]
    numbers = [spread([reading.number for reading in column]) for column in padded]
    weights = [np.array([reading.weight for reading in column]) for column in padded]
    steps = [_step(numbers[at - 2 : at + 1], weights[at], model) for at in range(2, len(padded))]
    return [_share(pair) for pair in _pairs(steps)][: len(columns)]


def _step(numbers: Sequence[Numbers], weights: Floats, model: LanguageModel) -> Floats:
    """The log weight of each third word after each pair of words: one axis a word."""
    first, second, third = numbers
    known = model.log_probability(first[:, None, None], second[None, :, None], third[None, None, :])
    return known + weights


def _pairs(steps: Sequence[Floats]) -> list[Floats]:
    """For each step, the log weight of all ways through each pair of its second and third word."""
    before = [np.zeros(steps[0].shape[:2])]
    for step in steps:
        before.append(np.logaddexp.reduce(before[-1][:, :, None] + step, axis=0))
    after = [np.zeros(before[-1].shape)]
    for step in reversed(steps):
        after.append(np.logaddexp.reduce(step + after[-1][None, :, :], axis=2))
    return [b + a for b, a in zip(before[1:], list(reversed(after))[1:], strict=True)]


def _share(pair: Floats) -> Floats:
    single = np.logaddexp.reduce(pair, axis=0)
    share: Floats = np.exp(single - np.logaddexp.reduce(single))
    return share
