"""Stretches of a text that lie apart: where two rules find something, the first to come has it."""

from __future__ import annotations

from bisect import bisect_right, insort
from collections.abc import Iterable


class Stretches:
    """The stretches that are taken so far, as (start, end)."""

    def __init__(self, spans: Iterable[tuple[int, int]] = ()) -> None:
        self._spans: list[tuple[int, int]] = []
        for start, end in spans:
            self.add(start, end)

    def add(self, start: int, end: int) -> bool:
        """Take the stretch where all of it is free; whether it was."""
        at = bisect_right(self._spans, (start, end))
        before = at > 0 and self._spans[at - 1][1] > start
        after = at < len(self._spans) and self._spans[at][0] < end
        if before or after:
            return False
        insort(self._spans, (start, end))
        return True
