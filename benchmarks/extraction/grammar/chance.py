"""Choices drawn from a seed: the same seed always draws the same."""

from __future__ import annotations

import random
from collections.abc import Sequence
from typing import TypeVar

Value = TypeVar("Value")


class Chance:
    """A source of choices; `seed` may be any text."""

    def __init__(self, seed: str) -> None:
        # Choices of a benchmark, not secrets.
        self._random = random.Random(seed)  # noqa: S311

    def one(self, values: Sequence[Value]) -> Value:
        """One of the values, each as likely; a value that stands there twice is twice as likely."""
        return values[self._random.randrange(len(values))]

    def some(self, values: Sequence[Value], count: int) -> list[Value]:
        """So many different ones, in any order; all of them where there are fewer."""
        return self._random.sample(list(values), min(count, len(values)))

    def number(self, least: int, most: int) -> int:
        """A whole number, the ends counted."""
        return self._random.randint(least, most)

    def happens(self, share: float) -> bool:
        """True in such a share of all cases."""
        return self._random.random() < share
