"""Matters listed: those whose titles hold words, each with its first and last day."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pyroaring import BitMap
from sqlalchemy import Connection, select

from archive.matters.find import Matters
from archive.matters.reading import Case, Tellings
from archive.matters.rows import municipality_key
from archive.search.find import found as answering
from archive.search.query import Parsed, parse
from archive.search.sets import Memory, Sets
from archive.search.tables import ENTRIES
from archive.tables import TOLD
from models.way import CaseNumber, Stated, Telling

_STEPS_OF_ONE = 50
"""So many steps are looked at for each matter that is wanted."""
_AT_ONCE = 400
"""So many documents are asked for in one statement."""


@dataclass(frozen=True, slots=True)
class Listed:
    """A matter in a list: `document` and `paragraph` are of a step with that title."""

    municipality: str | None
    number: CaseNumber | None
    title: str | None
    first: str | None
    last: str | None
    documents: int
    document: str
    paragraph: int | None


def listed(
    connection: Connection, words: str, municipality: str | None = None, limit: int = 20
) -> tuple[Listed, ...]:
    """The matters with a step whose title answers the words (as a search); without words, the last put in."""
    tellings, matters = Tellings(connection), Matters(connection)
    found: dict[Case, Listed] = {}
    for document, position in _steps(connection, words, municipality, limit * _STEPS_OF_ONE):
        step = tellings.one(document, position)
        for case in matters.cases_of(step) if step else ():
            if step and case not in found:
                found[case] = _listed(tellings, case, step)
        if len(found) >= limit:
            break
    return tuple(found.values())[:limit]


def _steps(
    connection: Connection, words: str, municipality: str | None, limit: int
) -> Iterator[tuple[str, int]]:
    """Own steps with a number or title, as document and position, those put in last before others."""
    query = select(TOLD.c.document, TOLD.c.position).where(TOLD.c.telling == Telling.OWN.value)
    if municipality is not None:
        query = query.where(TOLD.c.municipality == municipality_key(municipality))
    query = query.order_by(TOLD.c.key.desc())
    if not words.strip():
        yield from ((row.document, row.position) for row in connection.execute(query.limit(limit)).all())
        return
    titled = _titled(connection, words, limit)
    documents = sorted({document for document, _ in titled})
    query = query.add_columns(TOLD.c.paragraph)
    for low in range(0, len(documents), _AT_ONCE):
        some = query.where(TOLD.c.document.in_(documents[low : low + _AT_ONCE]))
        for row in connection.execute(some).all():
            if (row.document, row.paragraph) in titled:
                yield row.document, row.position


def _titled(connection: Connection, words: str, limit: int) -> frozenset[tuple[str, int | None]]:
    """The documents, and the items by their §, whose heading answers the words: the last that were put in."""
    sets, clauses = Sets(connection, Memory()), parse(words).clauses
    headed = BitMap()
    for scope in ("text", "documents"):
        headed |= answering(sets, Parsed(clauses, scope)).tiers[0]
    last = list(headed)[-limit:]
    chosen: set[tuple[str, int | None]] = set()
    for low in range(0, len(last), _AT_ONCE):
        of = select(ENTRIES.c.document, ENTRIES.c.paragraph).where(
            ENTRIES.c.number.in_(last[low : low + _AT_ONCE])
        )
        chosen |= {(row.document, row.paragraph) for row in connection.execute(of)}
    return frozenset(chosen)


def _listed(tellings: Tellings, case: Case, step: Stated) -> Listed:
    first, last, documents = step.told.date, step.told.date, 1
    if case.number is not None:
        dates = [one.told.date for one in tellings.numbered(case) if one.told.date]
        first, last = min(dates, default=None), max(dates, default=None)
        documents = len({one.document for one in tellings.numbered(case)})
    return Listed(
        municipality=tellings.municipality_name(step.document),
        number=case.number,
        title=step.told.title,
        first=first,
        last=last,
        documents=documents,
        document=step.document,
        paragraph=step.told.paragraph,
    )
