"""The seam between the work and whatever does it."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

from models.errors import JusteratError

Item = TypeVar("Item")
Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class Ended(Generic[Item, Result]):
    """One piece of work that is over: exactly one of `result` and `error` is there."""

    item: Item
    result: Result | None = None
    error: JusteratError | None = None


class Spread(Protocol):
    """Whatever does a job for many items, several at a time where it can."""

    @property
    def workers(self) -> int:
        """How many items are done at a time."""
        ...

    def map(
        self, job: Callable[[Item], Result], items: Iterator[Item | None], seconds: Callable[[Item], float]
    ) -> Generator[Ended[Item, Result]]:
        """Every item with its end, in the order that they end; `seconds` is how long one may take.

        `items` is asked only when there is room. None from it says that nothing is ready until the end of
        another item has been taken. Whatever becomes of an item, its end is given. Closed, all work stops.
        """
        ...


@dataclass(frozen=True, slots=True)
class DirectSpread:
    """The fake: one item after the other in this process; only causes that the program knows are caught."""

    workers: int = 1

    def map(
        self, job: Callable[[Item], Result], items: Iterator[Item | None], seconds: Callable[[Item], float]
    ) -> Generator[Ended[Item, Result]]:
        """Every item with its end, in order."""
        del seconds
        for item in items:
            if item is not None:
                yield _done(job, item)


def _done(job: Callable[[Item], Result], item: Item) -> Ended[Item, Result]:
    try:
        return Ended(item, job(item))
    except JusteratError as error:
        return Ended(item, error=error)
