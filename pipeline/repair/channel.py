"""What recognition made of printed letters: the price of each confusion, fitted to one document."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import groupby
from math import log
from typing import NamedTuple

from models.swedish.confusions import Confusion, Shares

_LETTERS = "abcdefghijklmnopqrstuvwxyzåäöéü"
_LEAST_RIGHT = 0.5
"""A letter that the table says nothing of is read right; one that it does, at least this often."""
_FIRM = 300.0
_LOOSE = 15.0
"""For how many sightings the table counts: å ä ö go their own way in each document."""
_MARKED = frozenset("åäö")


class Way(NamedTuple):
    """What may have been printed where something was read, at its price (minus its natural logarithm)."""

    confusion: Confusion
    price: float


@dataclass(frozen=True)
class Channel:
    """By what was read, what may have been printed."""

    shares: Shares
    ways: Mapping[str, tuple[Way, ...]]

    def price(self, confusion: Confusion) -> float:
        """The price of one confusion; nothing for one of signs that the channel doesn't know."""
        found = (way.price for way in self.ways.get(confusion.read, ()) if way.confusion == confusion)
        return next(found, 0.0)

    def fitted(self, seen: Iterable[Confusion]) -> Channel:
        """The channel with its shares drawn towards the confusions that a first repair found."""
        counts = Counter(seen)
        printed: Counter[str] = Counter()
        for confusion, times in counts.items():
            printed[confusion.printed] += times
        return channel_of({row: _drawn(row, share, counts, printed) for row, share in self.shares.items()})


def channel_of(shares: Shares) -> Channel:
    """The channel that makes these confusions and reads the rest right."""
    wrong = dict.fromkeys(_LETTERS, 0.0)
    for (printed, read), share in shares.items():
        if printed in wrong and printed != read:
            wrong[printed] += share
    whole = dict(shares)
    for letter in _LETTERS:
        whole.setdefault(Confusion(letter, letter), max(_LEAST_RIGHT, 1.0 - wrong[letter]))
    rows = sorted(whole, key=lambda row: row.read)
    ways = {
        read: tuple(Way(row, -log(whole[row])) for row in group)
        for read, group in groupby(rows, key=lambda row: row.read)
    }
    return Channel(shares, ways)


def _drawn(row: Confusion, share: float, counts: Counter[Confusion], printed: Counter[str]) -> float:
    weight = _LOOSE if row.printed in _MARKED else _FIRM
    return (share * weight + counts[row]) / (weight + printed[row.printed])
