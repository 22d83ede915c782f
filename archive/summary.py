"""What each document is, in one line."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Connection, Row, ScalarSelect, Table, func, select, true

from archive.tables import DECISIONS, DNR, DOCUMENTS, FINDINGS, PEOPLE, SOURCES
from models.vocabulary import DecisionStatus, DnrRelation, Kind, Status

_AT_ONCE = 400
"""So many files are asked for in one statement; databases take only so many."""


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
    if sha256s is None:
        found = _of(connection, true())
    else:
        wanted = sorted(set(sha256s))
        some = (wanted[low : low + _AT_ONCE] for low in range(0, len(wanted), _AT_ONCE))
        found = [row for files in some for row in _of(connection, DOCUMENTS.c.source.in_(files))]
    return [summary for _, summary in sorted(found, key=lambda one: one[0])]


def _of(connection: Connection, which: ColumnElement[bool]) -> list[tuple[tuple[str, int, str], Summary]]:
    """The documents of some files, each after that by which it is put in order."""
    taken = _count(DECISIONS).where(DECISIONS.c.status == DecisionStatus.FATTAT.value)
    asked = (
        select(
            DOCUMENTS,
            SOURCES.c.path,
            _count(PEOPLE).label("people"),
            taken.label("decisions"),
            _count(FINDINGS).label("findings"),
        )
        .join(SOURCES, DOCUMENTS.c.source == SOURCES.c.sha256)
        .where(which)
    )
    dnr = _own_dnr(connection, which)
    return [((row.path, row.part, row.id), _summary(row, dnr[row.id])) for row in connection.execute(asked)]


def _summary(row: Row[*tuple[object, ...]], dnr: Iterable[str]) -> Summary:
    return Summary(
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
        dnr=tuple(dnr),
        people=row.people,
        decisions=row.decisions,
        findings=row.findings,
        status=Status(row.status),
    )


def _count(table: Table) -> ScalarSelect[int]:
    return select(func.count()).where(table.c.document == DOCUMENTS.c.id).scalar_subquery()


def _own_dnr(connection: Connection, which: ColumnElement[bool]) -> defaultdict[str, list[str]]:
    """The numbers that documents bear themselves, in their order, by the documents' ids."""
    asked = select(DNR.c.document, DNR.c.value).join(DOCUMENTS, DNR.c.document == DOCUMENTS.c.id)
    asked = asked.where(which, DNR.c.relation == DnrRelation.OWN.value)
    found: defaultdict[str, list[str]] = defaultdict(list)
    for document, value in connection.execute(asked.order_by(DNR.c.document, DNR.c.position)):
        found[document].append(value)
    return found
