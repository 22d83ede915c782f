"""What a facet is: the values of a field among hits, counted."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Value:
    """A value of a facet, as a query has it and as it is shown, with the number of hits that have it."""

    value: str
    shown: str
    count: int


@dataclass(frozen=True, slots=True)
class Facet:
    """The values of a field among the hits: most hits first, years the last first."""

    name: str
    values: tuple[Value, ...]
