"""Printed text as recognition would have read it, with the labels that undo it: what the tagger learns from.

Each text gets a channel of its own, drawn about the table of its family of recognition models: confusions
are a property of the document (typeface, scanner, model), not of the language. That a label for each sign
says how to undo the damage is sequence tagging for correction, as in GECToR (Omelianchuk et al. 2020), with
signs for its words.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from models.swedish.tagger.alphabet import KEEP, LOST, NOTHING, OTHER, PAD, SIZE, Codes, code_of, encoded
from models.swedish.tagger.learn.confusions import MARKED, Confusion

_MOST = 24
"""Readings kept for one printed sign."""
_LONGEST = 3
"""Signs read for one printed sign, at most."""
_SHAPE = 0.5
"""How far a document's shares stray from the table's: the shape of a gamma distribution with mean 1."""
_SURE = 0.995
"""No sign is read wrong more often."""
_GROUP_SURE = 0.9
"""Nor any group of signs."""
_PRINTABLE = code_of("\n") + 1
"""The first code of a sign that is no blank and no end of a line."""

Floats = npt.NDArray[np.float64]
Row = tuple[Codes, Codes, float]
"""What is printed, what is read for it, and the share of times."""


@dataclass(frozen=True)
class Groups:
    """What is read for groups of two signs or more; those that begin with the same two stand together."""

    printed: tuple[Codes, ...]
    read: tuple[Codes, ...]
    rates: Floats = field(repr=False)
    """[group]: the share of times."""
    pair: Codes = field(repr=False)
    """[group]: the number of the two signs that it begins with."""
    start: Codes = field(repr=False)
    """[sign, sign]: one more than the number of these two, 0 where no group begins so."""


@dataclass(frozen=True)
class Table:
    """What is read for single signs and for groups of them, each with its share of times."""

    outcomes: Codes = field(repr=False)
    """[sign, outcome, position]: the signs read, padded."""
    shares: Floats = field(repr=False)
    """[sign, outcome]: the shares; what is left of a row is reading it right."""
    groups: Groups


@dataclass(frozen=True)
class Degree:
    """How much is read wrong: factors for the shares of marked letters, other signs and blanks (specks)."""

    marked: float
    other: float
    blanks: float
    stray: float
    """The share of signs that are read as any sign at all."""


def table_of(shares: Mapping[Confusion, float]) -> Table:
    """The table that these confusions make; those of more signs than it holds are left out."""
    rows = [
        (encoded(row.printed), encoded(row.read), share)
        for row, share in sorted(shares.items(), key=lambda item: -item[1])
        if row.printed and row.printed != row.read and len(row.read) <= _LONGEST
    ]
    outcomes, found = _singly([row for row in rows if len(row[0]) == 1])
    return Table(outcomes, found, _in_groups([row for row in rows if len(row[0]) > 1]))


def _singly(rows: Sequence[Row]) -> tuple[Codes, Floats]:
    outcomes = np.full((SIZE, _MOST, _LONGEST), PAD, dtype=np.int64)
    shares = np.zeros((SIZE, _MOST))
    used = np.zeros(SIZE, dtype=np.int64)
    for printed, read, share in rows:
        code = printed[0]
        if used[code] < _MOST:
            outcomes[code, used[code], : len(read)] = read
            shares[code, used[code]] = share
            used[code] += 1
    return outcomes, shares


def _in_groups(rows: Sequence[Row]) -> Groups:
    rows = sorted(rows, key=lambda row: (int(row[0][0]), int(row[0][1])))
    start = np.zeros((SIZE, SIZE), dtype=np.int64)
    for printed, *_ in rows:
        if not start[printed[0], printed[1]]:
            start[printed[0], printed[1]] = start.max() + 1
    return Groups(
        tuple(printed for printed, *_ in rows),
        tuple(read for _, read, _ in rows),
        np.array([share for *_, share in rows], dtype=np.float64),
        np.array([start[printed[0], printed[1]] - 1 for printed, *_ in rows], dtype=np.int64),
        start,
    )


_BLANK = code_of(" ")
_IS_MARKED = np.isin(np.arange(SIZE), [code_of(sign) for sign in MARKED])


def emitted(text: Codes, table: Table, degree: Degree, random: np.random.Generator) -> Codes:
    """[sign, position]: for each printed sign the signs, three at most and padded, that are read."""
    bounds = np.cumsum(_channel(table, degree, random), axis=1)
    chance = random.random(len(text))
    chosen = (chance[:, None] >= bounds[text]).sum(axis=1)
    signs = np.full((len(text), _LONGEST), PAD, dtype=np.int64)
    signs[:, 0] = text
    wrong = np.flatnonzero((chosen < _MOST) & (text > OTHER))
    signs[wrong] = table.outcomes[text[wrong], chosen[wrong]]
    _stray(text, signs, degree.stray, random)
    _regroup(text, signs, table.groups, degree.other, random)
    return signs


def _channel(table: Table, degree: Degree, random: np.random.Generator) -> Floats:
    """The shares of the outcomes in one document."""
    shares = table.shares * random.gamma(_SHAPE, 1 / _SHAPE, table.shares.shape)
    total = shares.sum(axis=1, keepdims=True)
    # Which sign is read for a marked letter goes with the document; how often it is lost, with the engine.
    as_in_table = table.shares.sum(axis=1, keepdims=True) / np.maximum(total, 1e-9)
    factors = np.where(_IS_MARKED[:, None], as_in_table * degree.marked, degree.other)
    factors[_BLANK] = degree.blanks
    shares = shares * factors
    total = shares.sum(axis=1, keepdims=True)
    fitted: Floats = shares / np.maximum(1.0, total / _SURE)
    return fitted


def _stray(text: Codes, signs: Codes, share: float, random: np.random.Generator) -> None:
    stray = np.flatnonzero((random.random(len(text)) < share) & (text >= _PRINTABLE))
    signs[stray, 0] = random.integers(_PRINTABLE, SIZE, len(stray))
    signs[stray, 1:] = PAD


def _regroup(text: Codes, signs: Codes, groups: Groups, factor: float, random: np.random.Generator) -> None:
    """Let groups of printed signs be read as other groups, here and there."""
    if not groups.printed or len(text) < 2:
        return
    strayed = random.gamma(_SHAPE, 1 / _SHAPE, len(groups.rates))
    rates = np.minimum(groups.rates * factor * strayed, _GROUP_SURE)
    totals = np.concatenate(([0.0], np.bincount(groups.pair, rates)))
    at = groups.start[text[:-1], text[1:]]
    free = 0
    for place in map(int, np.flatnonzero(random.random(len(at)) < totals[at])):
        options = np.flatnonzero(groups.pair == at[place] - 1)
        chosen = int(options[random.choice(len(options), p=rates[options] / rates[options].sum())])
        printed, read = groups.printed[chosen], groups.read[chosen]
        if place >= free and np.array_equal(text[place : place + len(printed)], printed):
            free = place + len(printed)
            _replace(signs[place:free], read)


def _replace(signs: Codes, read: Codes) -> None:
    """Let a group be read as other signs, one a place; its last place takes those that are left over."""
    signs[:] = PAD
    for at, sign in enumerate(read):
        to = min(at, len(signs) - 1)
        signs[to, at - to] = sign


def labelled(text: Codes, signs: Codes) -> tuple[Codes, Codes, Codes]:
    """What is read, and for each sign read its labels: what is printed there, and what was lost after it."""
    mask = signs != PAD
    lengths = mask.sum(axis=1)
    read = signs[mask]
    owner = np.repeat(np.arange(len(text)), lengths)
    # The sign that was read right, or else the first one, stands for what is printed.
    main = np.argmax(signs == text[:, None], axis=1)
    column = np.tile(np.arange(_LONGEST), (len(text), 1))[mask]
    here = np.where(column == main[owner], np.where(read == text[owner], KEEP, text[owner]), LOST)
    after = np.full(len(read), NOTHING, dtype=np.int64)
    ends = np.cumsum(lengths) - 1
    # Of signs lost in a row, a label holds the first; it has no place for one lost before all others.
    lost = np.flatnonzero((lengths[1:] == 0) & (lengths[:-1] > 0)) + 1
    after[ends[lost - 1]] = text[lost]
    return read, here, after
