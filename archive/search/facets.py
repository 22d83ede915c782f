"""How many hits there are of each kind, body, year and so on."""

from __future__ import annotations

from collections.abc import Sequence

from pyroaring import BitMap

from archive.facet import Facet, Value
from archive.search.sets import Sets

FACETS = ("kind", "municipality", "body", "year", "status", "outcome", "party")
_MOST = 50
"""So many values of a facet are told, those with most hits."""


def facets(sets: Sets, every: BitMap, names: Sequence[str] = FACETS) -> tuple[Facet, ...]:
    """Those of the facets that any hit has."""
    told = (Facet(name, _values(sets, name, every)) for name in names)
    return tuple(facet for facet in told if facet.values)


def _values(sets: Sets, name: str, every: BitMap) -> tuple[Value, ...]:
    shown = sets.values(name)
    members = sets.each([f"{name}:{value}" for value in shown])
    counted = (
        Value(value, shown[value], every.intersection_cardinality(members[f"{name}:{value}"]))
        for value in shown
    )
    found = [value for value in counted if value.count]
    if name == "year":
        return tuple(sorted(found, key=lambda value: value.value, reverse=True))
    return tuple(sorted(found, key=lambda value: (-value.count, value.shown))[:_MOST])
