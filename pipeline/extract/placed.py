"""Things that were found in a text, by where they stand: a volume holds too many to look them all through."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from typing import Generic, Protocol, TypeVar

from models.mention import Place


class HasPlaces(Protocol):
    """Whatever stands somewhere in the text."""

    @property
    def places(self) -> tuple[Place, ...]:
        """Where it stands."""
        ...


Thing = TypeVar("Thing", bound=HasPlaces)
Span = tuple[int, int]


class Placed(Generic[Thing]):
    """Things with their places, found by position."""

    def __init__(self, things: Iterable[Thing]) -> None:
        self.things: Sequence[Thing] = tuple(things)
        self._starts = sorted(
            (place.start, n) for n, thing in enumerate(self.things) for place in thing.places
        )

    def within(self, *spans: Span) -> list[Thing]:
        """The things that begin in one of the spans, each once, in their own order."""
        return [self.things[n] for n in sorted({n for _, n in self._found(spans)})]

    def mentioned(self, spans: Iterable[Span]) -> list[Thing]:
        """The things that begin in the spans, as often as they do, in the order of the text."""
        return [self.things[n] for _, n in sorted({*self._found(spans)})]

    def _found(self, spans: Iterable[Span]) -> Iterator[tuple[int, int]]:
        for start, end in spans:
            low = bisect_left(self._starts, (start, 0))
            yield from self._starts[low : max(low, bisect_left(self._starts, (end, 0)))]
