"""A decision on its way to the record."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from models.vocabulary import DecisionOutcome, DecisionStatus
from pipeline.extract.decisions.clauses import Clause


@dataclass(frozen=True, slots=True)
class Draft:
    """A decision before it has an id: its clauses and what is known of it.

    Several clauses are a lead and the points under it, or points alone where the first is itself listed.
    """

    clauses: tuple[Clause, ...]
    status: DecisionStatus
    outcome: DecisionOutcome
    rule: str
    item: int | None = None
    body: str | None = None
    date: str | None = None
    paragraph: int | None = None
    dnr: str | None = None

    @property
    def first(self) -> Clause:
        """What the decision begins with."""
        return self.clauses[0]

    @property
    def points(self) -> tuple[Clause, ...]:
        """The points among its clauses; a clause alone is none."""
        if len(self.clauses) == 1:
            return ()
        return self.clauses if self.first.listed else self.clauses[1:]

    @property
    def numbered(self) -> Iterator[tuple[int | None, Clause]]:
        """Each clause with the number of the point that it is."""
        points = self.points
        for clause in self.clauses[: len(self.clauses) - len(points)]:
            yield None, clause
        yield from enumerate(points, 1)
