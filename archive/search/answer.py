"""A search from the words that a person wrote to what is shown."""

from __future__ import annotations

from sqlalchemy import Connection, Row, and_, select

from archive.search.entries import DECISION
from archive.search.facets import facets
from archive.search.find import found
from archive.search.paging import cursor, page_of, position
from archive.search.query import parse
from archive.search.sets import Memory, Sets
from archive.search.snippet import snippet
from archive.search.tables import ENTRIES
from archive.store import Hit, Query, Results, Sort
from archive.tables import DECISIONS, DOCUMENTS, SOURCES


def answer(connection: Connection, query: Query, memory: Memory) -> Results:
    """The hits of a query from its cursor on, how many there are in all, and their facets where asked for."""
    parsed = parse(query.text)
    after = position(query.after, query.text, query.sort) if query.after else None
    sets = Sets(connection, memory)
    hits = found(sets, parsed)
    tiers = hits.tiers if query.sort is Sort.BEST else (hits.every,)
    page = page_of(tiers, sets.days()[0], query.sort, after, query.limit)
    return Results(
        hits=tuple(_hits(connection, page.numbers, hits.words)),
        total=len(hits.every),
        facets=facets(sets, hits.every) if query.facets else (),
        after=cursor(query.text, query.sort, page.last) if page.last else None,
    )


def _hits(connection: Connection, numbers: tuple[int, ...], words: frozenset[str]) -> list[Hit]:
    entry, document = ENTRIES.c, DOCUMENTS.c
    same = and_(DECISIONS.c.document == entry.document, DECISIONS.c.position == entry.position)
    asked = (
        select(
            ENTRIES, document.kind.label("document_kind"), document.title, document.body, document.date,
            SOURCES.c.path, DECISIONS.c.decision, DECISIONS.c.status, DECISIONS.c.outcome,
        )
        .select_from(ENTRIES)
        .join(DOCUMENTS, document.id == entry.document)
        .join(SOURCES, document.source == SOURCES.c.sha256)
        .outerjoin(DECISIONS, and_(entry.kind == DECISION, same))
        .where(entry.number.in_(numbers))
    )  # fmt: skip
    rows = {row.number: _hit(row, words) for row in connection.execute(asked)}
    return [rows[number] for number in numbers if number in rows]


def _hit(row: Row[*tuple[object, ...]], words: frozenset[str]) -> Hit:
    shown = snippet(row.text, words)
    return Hit(
        document=row.document, path=row.path, kind=row.document_kind, title=row.title, body=row.body,
        date=row.date, entry=row.kind, page=row.page, paragraph=row.paragraph, heading=row.heading,
        decision=row.decision, status=row.status, outcome=row.outcome, snippet=shown.text, marks=shown.marks,
    )  # fmt: skip
