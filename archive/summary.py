"""What each document is, in one line."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import Connection, ScalarSelect, Table, func, select

from archive.tables import DECISIONS, DNR, DOCUMENTS, FINDINGS, PEOPLE, SOURCES
from models.vocabulary import DecisionStatus, DnrRelation, Kind, Status


@dataclass(frozen=True, slots=True)
class Summary:
    """A document, with how many things were found in it; decisions are those taken in the document itself."""

    id: str
    path: str
    sha256: str
    page_from: int
    page_to: int
    kind: Kind
    title: str | None
    body: str | None
    date: str | None
    paragraph_from: int | None
    paragraph_to: int | None
    dnr: tuple[str, ...]
    people: int
    decisions: int
    findings: int
    status: Status


def summaries(connection: Connection, sha256s: Iterable[str] | None = None) -> list[Summary]:
    """A line for each document, by path and part, of all files or of these."""
    taken = _count(DECISIONS).where(DECISIONS.c.status == DecisionStatus.FATTAT.value)
    query = (
        select(
            DOCUMENTS,
            SOURCES.c.path,
            _count(PEOPLE).label("people"),
            taken.label("decisions"),
            _count(FINDINGS).label("findings"),
            _own_dnr().label("own_dnr"),
        )
        .join(SOURCES, DOCUMENTS.c.source == SOURCES.c.sha256)
        .order_by(SOURCES.c.path, DOCUMENTS.c.part)
    )
    if sha256s is not None:
        # One parameter, however many files: the number of parameters is limited.
        wanted = func.json_each(json.dumps(list(sha256s))).table_valued("value")
        query = query.where(DOCUMENTS.c.source.in_(select(wanted.c.value)))
    return [
        Summary(
            id=row.id,
            path=row.path,
            sha256=row.source,
            page_from=row.page_from,
            page_to=row.page_to,
            kind=Kind(row.kind),
            title=row.title,
            body=row.body,
            date=row.date,
            paragraph_from=row.paragraph_from,
            paragraph_to=row.paragraph_to,
            dnr=tuple(row.own_dnr.split("\n")) if row.own_dnr else (),
            people=row.people,
            decisions=row.decisions,
            findings=row.findings,
            status=Status(row.status),
        )
        for row in connection.execute(query)
    ]


def _count(table: Table) -> ScalarSelect[int]:
    return select(func.count()).where(table.c.document == DOCUMENTS.c.id).scalar_subquery()


def _own_dnr() -> ScalarSelect[str]:
    own = (DNR.c.document == DOCUMENTS.c.id) & (DNR.c.relation == DnrRelation.OWN.value)
    return select(func.group_concat(DNR.c.value, "\n")).where(own).scalar_subquery()
