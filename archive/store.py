"""The seam between the pipeline and wherever records are kept."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from archive.facet import Facet
from models.outcome import Outcome
from models.record import Record


class Sort(StrEnum):
    """In which order hits come."""

    BEST = "best"
    NEWEST = "newest"
    OLDEST = "oldest"


@dataclass(frozen=True, slots=True)
class Query:
    """What is looked for, in the language of archive/search/query.py; `after` is a page's cursor."""

    text: str
    sort: Sort = Sort.BEST
    limit: int = 20
    after: str | None = None
    facets: bool = False


@dataclass(frozen=True, slots=True)
class Hit:
    """What answers a query: an item, a page outside items, a decision, or a document (`entry` says which).

    `marks` are the stretches of `snippet` that were looked for, as (start, end).
    """

    document: str
    path: str
    kind: str
    title: str | None
    body: str | None
    date: str | None
    entry: str
    page: int
    paragraph: int | None = None
    heading: str | None = None
    decision: str | None = None
    status: str | None = None
    outcome: str | None = None
    snippet: str = ""
    marks: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Results:
    """The hits of a page, how many there are in all, the facets of all, and the cursor of the next page."""

    hits: tuple[Hit, ...]
    total: int
    facets: tuple[Facet, ...] = ()
    after: str | None = None


class Store(Protocol):
    """Whatever keeps records."""

    def put(self, outcome: Outcome) -> None:
        """Keep the records of a file in place of any that it had, all of them or none."""
        ...

    def get(self, record_id: str) -> Record:
        """The record that this id, or a shortened one, can only be; else RecordMissing."""
        ...

    def search(self, query: Query) -> Results:
        """What answers the query, best first; QueryError where it can't be understood."""
        ...
