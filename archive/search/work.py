"""The work list: what is unsure across the archive, what most needs a person first."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import Connection, Row, Select, select

from archive.facet import Facet
from archive.search.doubts import KINDS, NEEDS
from archive.search.facets import facets
from archive.search.find import found
from archive.search.paging import cursor, page_of, position
from archive.search.query import parse
from archive.search.sets import Memory, Sets
from archive.search.tables import ENTRIES
from archive.store import Sort
from archive.tables import DOCUMENTS, SOURCES
from models.finding import Severity

FACETS = ("doubt", "severity", "finding", "kind", "body", "municipality", "year")
_SCOPE = "in:doubts"
_CLOSED = {"doubt": KINDS, "severity": tuple(Severity), "need": tuple(map(str, range(NEEDS)))}
"""Fields of which each doubt has one value."""


@dataclass(frozen=True, slots=True)
class WorkQuery:
    """What of the work is asked for, in the language of the search; `after` is a page's cursor."""

    text: str = ""
    limit: int = 20
    after: str | None = None
    facets: bool = False


@dataclass(frozen=True, slots=True)
class Task:
    """Something to look at, on a page of a document of the archive.

    `doubt` is finding, value, repair or document; `of` the code of the finding, or what the value is. `key`
    names it within its record: it is that of the value on the document's page. `need` goes from 0, which
    needs a person most, to 8.
    """

    document: str
    path: str
    kind: str
    title: str | None
    body: str | None
    date: str | None
    page: int
    doubt: str
    of: str
    key: str
    text: str
    severity: Severity
    need: int


@dataclass(frozen=True, slots=True)
class Work:
    """Some tasks in order, how many there are in all, the facets of all, and the cursor of the next page."""

    tasks: tuple[Task, ...]
    total: int
    facets: tuple[Facet, ...] = ()
    after: str | None = None


def work(connection: Connection, query: WorkQuery, memory: Memory) -> Work:
    """The tasks that answer, the newest document first among those that need a person as much."""
    text = f"{query.text} {_SCOPE}".strip()
    after = position(query.after, text, Sort.BEST) if query.after else None
    sets = Sets(connection, memory)
    hits = found(sets, parse(text))
    page = page_of(hits.tiers, sets.days()[0], Sort.BEST, after, query.limit)
    known = {name: _values(sets, page.numbers, name, values) for name, values in _CLOSED.items()}
    rows = {row.number: row for row in connection.execute(_asked(page.numbers))}
    return Work(
        tasks=tuple(
            _task(rows[n], {name: values[n] for name, values in known.items()})
            for n in page.numbers
            if n in rows
        ),
        total=len(hits.every),
        facets=facets(sets, hits.every, FACETS) if query.facets else (),
        after=cursor(text, Sort.BEST, page.last) if page.last else None,
    )


def _values(sets: Sets, numbers: Iterable[int], name: str, values: Iterable[str]) -> dict[int, str]:
    """The value of a field that each entry has."""
    members = ((value, sets.of(f"{name}:{value}")) for value in values)
    return {number: value for value, found_ in members for number in numbers if number in found_}


def _asked(numbers: tuple[int, ...]) -> Select[*tuple[object, ...]]:
    entry, document = ENTRIES.c, DOCUMENTS.c
    asked = select(
        ENTRIES, document.kind.label("document_kind"), document.title, document.body, document.date,
        SOURCES.c.path,
    )  # fmt: skip
    asked = asked.select_from(ENTRIES).join(DOCUMENTS, document.id == entry.document)
    return asked.join(SOURCES, document.source == SOURCES.c.sha256).where(entry.number.in_(numbers))


def _task(row: Row[*tuple[object, ...]], known: dict[str, str]) -> Task:
    return Task(
        document=row.document, path=row.path, kind=row.document_kind, title=row.title, body=row.body,
        date=row.date, page=row.page, doubt=known["doubt"], of=row.heading,
        key=f"{row.heading}-{row.position}", text=row.text, severity=Severity(known["severity"]),
        need=int(known["need"]),
    )  # fmt: skip
