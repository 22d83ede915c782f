"""The tellings of an archive, read by the keys that its tables have an index for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import Connection, Select, and_, or_, select

from archive.matters.rows import municipality_key, stated
from archive.tables import DOCUMENTS, TOLD, TOLD_NUMBERS
from models.swedish.organs import Organ
from models.way import CaseNumber, Stated, Telling

_MOST = 1000
"""So many documents that cite one § are looked at."""


@dataclass(frozen=True, slots=True)
class Case:
    """A matter of a municipality (as it is compared): by its number, or by its first known step.

    `alone`: the number is printed with one registry at most, so that one without registry is this one too.
    """

    municipality: str
    number: CaseNumber | None
    alone: bool = True
    first: tuple[str, int] | None = None

    def has(self, number: CaseNumber) -> bool:
        """Whether a number, as printed somewhere, is that of this matter."""
        if self.number is None or (number.year, number.number) != (self.number.year, self.number.number):
            return False
        return number.registry == self.number.registry or (number.registry is None and self.alone)


class Tellings:
    """Reads tellings, each at once with what it tells."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def numbered(self, case: Case) -> list[Stated]:
        """Those that the matter's number is printed with."""
        if case.number is None:
            return []
        numbers = TOLD_NUMBERS.c
        registry = numbers.registry == case.number.registry
        query = _query().join(
            TOLD_NUMBERS,
            and_(TOLD.c.document == numbers.document, TOLD.c.position == numbers.position),
        )
        query = query.where(
            numbers.municipality == case.municipality,
            numbers.year == case.number.year,
            numbers.number == case.number.number,
            or_(registry, numbers.registry.is_(None)) if case.alone else registry,
        )
        return list(self._read(query))

    def of_document(self, document: str) -> list[Stated]:
        """All of a record."""
        return list(self._read(_query().where(TOLD.c.document == document)))

    def one(self, document: str, position: int) -> Stated | None:
        """The one at this position of a record."""
        query = _query().where(TOLD.c.document == document, TOLD.c.position == position)
        return next(self._read(query), None)

    def cited_by(self, step: Stated) -> list[Stated]:
        """What a step cites."""
        query = _query().where(TOLD.c.document == step.document, TOLD.c.by == step.told.position)
        return list(self._read(query))

    def of_paragraph(
        self,
        organ: Organ | None,
        year: int,
        paragraph: int,
        municipality: str | None = None,
        telling: Telling | None = None,
    ) -> list[Stated]:
        """Those of a § of a year that can be this body's."""
        query = _query().where(TOLD.c.year == year, TOLD.c.paragraph == paragraph)
        if municipality is not None:
            query = query.where(TOLD.c.municipality == municipality_key(municipality))
        if organ is not None:
            query = query.where(or_(TOLD.c.organ == organ.name, TOLD.c.organ.is_(None)))
        if telling is not None:
            query = query.where(TOLD.c.telling == telling.value)
        found = self._read(query.limit(_MOST))
        return [one for one in found if not (organ and one.told.organ) or organ.may_be(one.told.organ)]

    def municipality_of(self, document: str) -> str:
        """The municipality of a record, as it is compared."""
        return municipality_key(self.municipality_name(document))

    def municipality_name(self, document: str) -> str | None:
        """The municipality of a record by its name."""
        return self._connection.scalar(select(DOCUMENTS.c.municipality).where(DOCUMENTS.c.id == document))

    def _read(self, query: Select[str, str]) -> Iterator[Stated]:
        rows = self._connection.execute(query)
        return (stated(document, content) for document, content in rows)


def _query() -> Select[str, str]:
    """Tellings in one order on every database: PostgreSQL gives rows in that of their last writing."""
    return select(TOLD.c.document, TOLD.c.content).order_by(TOLD.c.document, TOLD.c.position)
