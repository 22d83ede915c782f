"""The order of hits, and the cursor by which a page follows on another, whatever is put in meanwhile."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from pyroaring import BitMap

from archive.cursor import cursor_of, keys_of, wrong_cursor
from archive.search.sets import Days
from archive.store import Sort

Keys = NDArray[np.int64]
_TIER, _KEY = re.compile("[0-9]"), re.compile("[0-9]{1,19}")
_NEVER = 1 << 30
"""The place of an unknown day among the days, after all others."""


@dataclass(frozen=True, slots=True)
class Position:
    """A hit's place in the order: its tier and its key there."""

    tier: int
    key: int


@dataclass(frozen=True, slots=True)
class Page:
    """The numbers of a page's entries in order; `last` is the place of the last where more follow."""

    numbers: tuple[int, ...]
    last: Position | None


def page_of(tiers: Sequence[BitMap], days: Days, sort: Sort, after: Position | None, limit: int) -> Page:
    """The next `limit` entries after a place, tier by tier."""
    chosen: list[tuple[int, int]] = []
    for tier, members in enumerate(tiers):
        if len(chosen) > limit or (after and tier < after.tier) or not members:
            continue
        keys = _keys(members, days, sort)
        if after and tier == after.tier:
            keys = keys[keys > after.key]
        wanted = limit + 1 - len(chosen)
        if len(keys) > wanted:
            keys = np.partition(keys, wanted - 1)[:wanted]
        chosen += [(tier, int(key)) for key in np.sort(keys)]
    shown = chosen[:limit]
    last = Position(*shown[-1]) if len(chosen) > limit else None
    return Page(tuple(key & 0xFFFFFFFF for _, key in shown), last)


def _keys(members: BitMap, days: Days, sort: Sort) -> Keys:
    """A number for each entry by which they are ordered: the day above, the entry's own number below."""
    numbers = np.frombuffer(members.to_array(), dtype=np.uint32).astype(np.int64)
    of = days[numbers].astype(np.int64)
    order = np.where(of == 0, _NEVER, of if sort is Sort.OLDEST else _NEVER - of)
    return (order << 32) | numbers


def cursor(query: str, sort: Sort, last: Position) -> str:
    """The place as text that is good in an address, and only for this query."""
    return cursor_of((str(last.tier), str(last.key), _digest(query, sort)))


def position(text: str, query: str, sort: Sort) -> Position:
    """The place that a cursor tells; SettingsError where it is none of this query's."""
    tier, key, digest = keys_of(text, 3)
    if not (tier and key and _TIER.fullmatch(tier) and _KEY.fullmatch(key)) or digest != _digest(query, sort):
        raise wrong_cursor()
    return Position(int(tier), int(key))


def _digest(query: str, sort: Sort) -> str:
    return hashlib.sha256(f"{sort}\n{query}".encode()).hexdigest()[:12]
