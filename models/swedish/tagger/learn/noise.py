"""Printed text as recognition would have read it, with the labels that undo it: what the tagger learns from.

Each text gets a channel of its own, drawn about the table of its family of recognition models: confusions
are a property of the document (typeface, scanner, model), not of the language.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from models.swedish.tagger.alphabet import KEEP, LOST, PAD, SIZE, Codes, code_of, encoded
from models.swedish.tagger.learn.confusions import Confusion

_MOST = 24
"""Readings kept for one printed sign."""
_LONGEST = 3
"""Signs read for one printed sign, at most."""
_SHAPE = 0.5
"""How far a document's shares stray from the table's: the shape of a gamma distribution with mean 1."""
_STRAY = 0.0002
"""The share of signs that are read as any sign at all."""

Floats = npt.NDArray[np.float64]


@dataclass(frozen=True)
class Table:
    """What is read for single signs and for groups of two or three, each with its share of times."""

    outcomes: Codes = field(repr=False)
    """[sign, outcome, position]: the signs read, padded."""
    shares: Floats = field(repr=False)
    """[sign, outcome]: the shares; what is left of a row is reading it right."""
    groups: tuple[tuple[Codes, Codes], ...]
    """Printed groups and what is read for each, those that begin with the same two signs side by side."""
    rates: Floats = field(repr=False)
    """[group]: the share of times."""
    start: Codes = field(repr=False)
    """[sign, sign]: one more than the number of the pair that groups begin with, 0 for none."""
    pair: Codes = field(repr=False)
    """[group]: the number of its pair."""


def table_of(shares: Mapping[Confusion, float]) -> Table:
    """The table that these confusions make; those of more signs than it holds are left out."""
    outcomes = np.full((SIZE, _MOST, _LONGEST), PAD, dtype=np.int64)
    found = np.zeros((SIZE, _MOST))
    used = np.zeros(SIZE, dtype=np.int64)
    groups: list[tuple[Codes, Codes, float]] = []
    for (printed, read), share in sorted(shares.items(), key=lambda row: -row[1]):
        if printed == read or len(read) > _LONGEST or not printed:
            continue
        if len(printed) > 1:
            groups.append((encoded(printed), encoded(read), share))
            continue
        code = code_of(printed)
        if used[code] < _MOST:
            outcomes[code, used[code], : len(read)] = encoded(read)
            found[code, used[code]] = share
            used[code] += 1
    groups.sort(key=lambda group: (int(group[0][0]), int(group[0][1])))
    start = np.zeros((SIZE, SIZE), dtype=np.int64)
    pair: list[int] = []
    for printed, _, _ in groups:
        if not start[printed[0], printed[1]]:
            start[printed[0], printed[1]] = start.max() + 1
        pair.append(int(start[printed[0], printed[1]]) - 1)
    kept = tuple((printed, read) for printed, read, _ in groups)
    return Table(
        outcomes,
        found,
        kept,
        np.array([share for *_, share in groups]),
        start,
        np.array(pair, dtype=np.int64),
    )


@dataclass(frozen=True)
class Degree:
    """How much is read wrong: factors for the shares of marked letters, of other signs, and of blanks (specks)."""

    marked: float
    other: float
    blanks: float


_BLANK = code_of(" ")
_MARKED = np.isin(np.arange(SIZE), [code_of(sign) for sign in "åäöÅÄÖ"])


def emitted(text: Codes, table: Table, degree: Degree, random: np.random.Generator) -> tuple[Codes, Codes]:
    """For each printed sign the signs that are read (padded to three), and how many they are."""
    shares = table.shares * random.gamma(_SHAPE, 1 / _SHAPE, table.shares.shape)
    total = shares.sum(axis=1, keepdims=True)
    # Which sign is read for a marked letter goes with the document; how often it is lost, with the engine.
    kept = table.shares.sum(axis=1, keepdims=True) / np.maximum(total, 1e-9)
    shares *= np.where(_MARKED[:, None], kept * degree.marked, degree.other)
    shares[_BLANK] *= degree.blanks / degree.other
    total = shares.sum(axis=1, keepdims=True)
    shares /= np.maximum(1.0, total / 0.995)
    bounds = np.cumsum(shares, axis=1)
    chance = random.random(len(text))
    chosen = (chance[:, None] >= bounds[text]).sum(axis=1)
    signs = np.full((len(text), _LONGEST), PAD, dtype=np.int64)
    signs[:, 0] = text
    wrong = np.flatnonzero((chosen < _MOST) & (text > 1))
    signs[wrong] = table.outcomes[text[wrong], chosen[wrong]]
    lengths = (signs != PAD).sum(axis=1)
    _stray(text, signs, random)
    _regroup(text, signs, lengths, table, degree.other, random)
    return signs, lengths


def _stray(text: Codes, signs: Codes, random: np.random.Generator) -> None:
    stray = np.flatnonzero((random.random(len(text)) < _STRAY) & (text > 3))
    signs[stray, 0] = random.integers(4, SIZE, len(stray))
    signs[stray, 1:] = PAD


def _regroup(
    text: Codes, signs: Codes, lengths: Codes, table: Table, factor: float, random: np.random.Generator
) -> None:
    """Let groups of printed signs be read as other groups, here and there."""
    if not table.groups or len(text) < 2:
        return
    rates = np.minimum(table.rates * factor * random.gamma(_SHAPE, 1 / _SHAPE, len(table.rates)), 0.9)
    totals = np.concatenate(([0.0], np.bincount(table.pair, rates)))
    at = table.start[text[:-1], text[1:]]
    free = 0
    for place in np.flatnonzero(random.random(len(at)) < totals[at]):
        options = np.flatnonzero(table.pair == at[place] - 1)
        chosen = options[random.choice(len(options), p=rates[options] / rates[options].sum())]
        printed, read = table.groups[chosen]
        size = len(printed)
        if place >= free and np.array_equal(text[place : place + size], printed):
            free = place + size
            _replace(signs, lengths, int(place), size, read)


def _replace(signs: Codes, lengths: Codes, place: int, size: int, read: Codes) -> None:
    signs[place : place + size] = PAD
    lengths[place : place + size] = 0
    for at, sign in enumerate(read):
        # The last sign takes what is more than the group has.
        to = place + min(at, size - 1)
        signs[to, lengths[to]] = sign
        lengths[to] += 1


def labelled(text: Codes, signs: Codes, lengths: Codes) -> tuple[Codes, Codes, Codes]:
    """What is read, and for each sign read its two labels: what is printed there, and what was lost after it."""
    lengths = (signs != PAD).sum(axis=1)
    mask = signs != PAD
    read = signs[mask]
    owner = np.repeat(np.arange(len(text)), lengths)
    # The sign that was read right, or else the first one, stands for what is printed.
    main = np.argmax(signs == text[:, None], axis=1)
    column = np.tile(np.arange(_LONGEST), (len(text), 1))[mask]
    here = np.where(column == main[owner], np.where(read == text[owner], KEEP, text[owner]), LOST)
    after = np.zeros(len(read), dtype=np.int64)
    ends = np.cumsum(lengths) - 1
    lost = np.flatnonzero((lengths == 0) & (np.concatenate(([0], lengths[:-1])) > 0))
    after[ends[lost - 1]] = text[lost]
    return read, here, after
