"""Matters listed: those whose titles hold words, each with its first and last day."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import ColumnElement, Connection, Select, Text, func, select
from sqlalchemy.sql import literal_column

from archive.matters.find import Matters
from archive.matters.reading import Case, Tellings
from archive.matters.rows import municipality_key
from archive.search import match_expression
from archive.tables import TOLD, TOLD_TEXT
from models.way import CaseNumber, Stated, Telling

_STEPS_OF_ONE = 50
"""So many steps are looked at for each matter that is wanted."""
_TITLES: ColumnElement[str] = literal_column("told_text", Text)
"""The full-text table by its own name, as FTS5 wants it in its functions."""


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
    """The matters with a step whose title holds all the words, best first; without words, the last put in."""
    tellings, matters = Tellings(connection), Matters(connection)
    found: dict[Case, Listed] = {}
    if words.strip() and not match_expression(words):
        return ()
    steps = _steps(words, municipality).limit(limit * _STEPS_OF_ONE)
    for document, position in connection.execute(steps).all():
        step = tellings.one(document, position)
        for case in matters.cases_of(step) if step else ():
            if step and case not in found:
                found[case] = _listed(tellings, case, step)
        if len(found) >= limit:
            break
    return tuple(found.values())[:limit]


def _steps(words: str, municipality: str | None) -> Select[str, int]:
    """Own steps with a number or title, those first that answer best."""
    query = select(TOLD.c.document, TOLD.c.position).where(TOLD.c.telling == Telling.OWN.value)
    if municipality is not None:
        query = query.where(TOLD.c.municipality == municipality_key(municipality))
    if not words.strip():
        return query.order_by(TOLD.c.key.desc())
    query = query.join(TOLD_TEXT, TOLD_TEXT.c.rowid == TOLD.c.key)
    query = query.where(_TITLES.op("MATCH")(match_expression(words)))
    return query.order_by(func.bm25(_TITLES), TOLD.c.document, TOLD.c.position)


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
