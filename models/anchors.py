"""The words of a text and where each stands on paper, kept close: a volume has a million of them."""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import isnan, nan
from operator import eq
from typing import overload

from models.geometry import Box

_NO_BOX = (nan, nan, nan, nan)


@dataclass(frozen=True, slots=True)
class Anchor:
    """A word of the text as read (`start` and `end` in `Text.raw`) and where it stands on paper."""

    start: int
    end: int
    page: int
    box: Box | None = None
    confidence: float | None = None


class _Columns:
    """An array for each field of the anchors: some fifty bytes a word, a sixth of what objects take."""

    __slots__ = ("boxes", "confidences", "ends", "pages", "starts")

    def __init__(self, anchors: Iterator[Anchor]) -> None:
        self.starts, self.ends, self.pages = array("I"), array("I"), array("I")
        self.boxes, self.confidences = array("d"), array("d")
        for anchor in anchors:
            box = anchor.box
            self.starts.append(anchor.start)
            self.ends.append(anchor.end)
            self.pages.append(anchor.page)
            self.boxes.extend((box.x0, box.y0, box.x1, box.y1) if box else _NO_BOX)
            self.confidences.append(nan if anchor.confidence is None else anchor.confidence)


class Anchors(Sequence[Anchor]):
    """The anchors of a text in its order, apart from one another; a part of them shares their memory."""

    __slots__ = ("_columns", "_first", "_last", "_shift")

    def __init__(self, anchors: Iterator[Anchor] | Sequence[Anchor] = ()) -> None:
        self._columns = _Columns(iter(anchors))
        self._first, self._last, self._shift = 0, len(self._columns.starts), 0

    def within(self, low: int, high: int) -> Anchors:
        """The anchors that lie wholly in `low` to `high`, their positions counted from `low`."""
        columns, by = self._columns, self._shift
        part = Anchors()
        part._columns, part._shift = columns, by + low
        part._first = bisect_left(columns.starts, low + by, self._first, self._last)
        part._last = bisect_right(columns.ends, high + by, part._first, self._last)
        return part

    def touching(self, low: int, high: int) -> Iterator[Anchor]:
        """The anchors of which some of `low` to `high` is part."""
        columns, by = self._columns, self._shift
        first = bisect_right(columns.ends, low + by, self._first, self._last)
        last = bisect_left(columns.starts, high + by, first, self._last)
        return map(self._at, range(first, last))

    def __len__(self) -> int:
        return self._last - self._first

    @overload
    def __getitem__(self, index: int) -> Anchor: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Anchor, ...]: ...
    def __getitem__(self, index: int | slice) -> Anchor | tuple[Anchor, ...]:
        """One anchor, or several."""
        found = range(self._first, self._last)[index]
        return tuple(map(self._at, found)) if isinstance(found, range) else self._at(found)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Anchors) and len(self) == len(other) and all(map(eq, self, other))

    def __hash__(self) -> int:
        return hash(len(self))

    def __repr__(self) -> str:
        return f"Anchors({list(self)!r})"

    def _at(self, index: int) -> Anchor:
        columns = self._columns
        x0, y0, x1, y1 = columns.boxes[4 * index : 4 * index + 4]
        confidence = columns.confidences[index]
        return Anchor(
            columns.starts[index] - self._shift,
            columns.ends[index] - self._shift,
            columns.pages[index],
            None if isnan(x0) else Box(x0, y0, x1, y1),
            None if isnan(confidence) else confidence,
        )
