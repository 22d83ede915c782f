"""The seam between the pipeline and wherever records are kept."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from models.outcome import Outcome
from models.record import Record
from models.vocabulary import DecisionOutcome


@dataclass(frozen=True, slots=True)
class Query:
    """What is looked for: pages that hold all the words, in documents that meet every filter.

    Words may stand in any case; one that ends in `*` stands for all words that begin so, and words between
    quotation marks must follow one another. Days are ISO 8601, the first and the last that count. With
    `person`, each word of the name must stand in one name of the document.
    """

    words: str = ""
    body: str | None = None
    first_day: str | None = None
    last_day: str | None = None
    dnr: str | None = None
    person: str | None = None
    outcome: DecisionOutcome | None = None
    limit: int = 20


@dataclass(frozen=True, slots=True)
class Hit:
    """A page, or where no words were asked for a document (`page` None), that answers a query.

    `marks` are the stretches of `snippet` that were looked for, as (start, end).
    """

    document: str
    path: str
    kind: str
    title: str | None
    body: str | None
    date: str | None
    page: int | None = None
    snippet: str = ""
    marks: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Results:
    """The best hits, up to the query's limit, and how many there are in all."""

    hits: tuple[Hit, ...]
    total: int


class Store(Protocol):
    """Whatever keeps records."""

    def put(self, outcome: Outcome) -> None:
        """Keep the records of a file in place of any that it had, all of them or none."""
        ...

    def get(self, record_id: str) -> Record:
        """The record that this id, or a shortened one, can only be; else RecordMissing."""
        ...

    def search(self, query: Query) -> Results:
        """What answers the query, best first."""
        ...
