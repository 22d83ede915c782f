"""The matters of an archive, one after the other: each diarienummer with its documents and decisions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from sqlalchemy import Column, Connection, Row, Select, exists, null, select

from archive.edtf import bounds
from archive.export.extent import EVERYTHING, Extent
from archive.masking.mask import Mask
from archive.masking.record import mask_of
from archive.rows import unpack
from archive.tables import DECISIONS, DNR, DOCUMENTS
from models.vocabulary import DecisionStatus, DnrRelation

_AT_ONCE = 100
"""So many rows are held in memory while all are gone through."""


@dataclass(frozen=True, slots=True)
class Taken:
    """A decision that a document tells as taken; `day` is ISO 8601."""

    text: str
    outcome: str
    day: str | None


@dataclass(frozen=True, slots=True)
class Paper:
    """A document of a matter; `day` is ISO 8601."""

    id: str
    kind: str
    title: str | None
    body: str | None
    day: str | None
    decisions: tuple[Taken, ...]


@dataclass(frozen=True, slots=True)
class Case:
    """A matter: what a number stands for in a municipality; None is that of documents without number."""

    municipality: str | None
    dnr: str | None
    papers: Iterator[Paper]


def cases(connection: Connection, extent: Extent = EVERYTHING, *, public: bool = False) -> Iterator[Case]:
    """Every matter by municipality and number, then documents without number; each with its documents.

    A case's papers must be taken before the next case. `public` hides personal numbers.
    """
    rows = _streamed(connection, _numbered().where(extent.holds()))
    for (municipality, dnr), own in groupby(rows, key=lambda row: (row.municipality, row.value)):
        first, *others = own
        papers = _Papers(connection, dnr, public=public)
        mask = papers.mask(first.id)
        yield Case(_shown(mask, municipality), _shown(mask, dnr), papers.of(first, others))
    rest = _streamed(connection, _unnumbered().where(extent.holds()))
    for first in rest:
        yield Case(None, None, _Papers(connection, None, public=public).of(first, rest))


def _streamed(
    connection: Connection, query: Select[*tuple[object, ...]]
) -> Iterator[Row[*tuple[object, ...]]]:
    """The rows, of which only some are in memory."""
    with connection.execute(query.execution_options(yield_per=_AT_ONCE)) as rows:
        yield from rows


class _Papers:
    """Makes the documents of one matter out of their rows."""

    def __init__(self, connection: Connection, dnr: str | None, *, public: bool) -> None:
        self._connection = connection
        self._dnr = dnr
        self._public = public

    def mask(self, document: str) -> Mask | None:
        """What hides the document's personal numbers, where they are to be hidden."""
        if not self._public:
            return None
        packed = select(DOCUMENTS.c.record).where(DOCUMENTS.c.id == document)
        return mask_of(unpack(self._connection.execute(packed).scalar_one()))

    def of(
        self, first: Row[*tuple[object, ...]], rest: Iterable[Row[*tuple[object, ...]]]
    ) -> Iterator[Paper]:
        """The documents in order, each once."""
        before = None
        for row in (one for rows in ((first,), rest) for one in rows):
            document = str(row.id)
            if document != before:
                yield self._paper(document, row)
            before = document

    def _paper(self, document: str, row: Row[*tuple[object, ...]]) -> Paper:
        mask = self.mask(document)
        return Paper(
            document,
            str(row.kind),
            _shown(mask, row.title),
            _shown(mask, row.body),
            _day(row.date_start),
            tuple(self._decisions(document, mask)),
        )

    def _decisions(self, document: str, mask: Mask | None) -> Iterator[Taken]:
        taken = select(DECISIONS).where(
            DECISIONS.c.document == document, DECISIONS.c.status == DecisionStatus.FATTAT.value
        )
        if self._dnr is not None:
            taken = taken.where((DECISIONS.c.dnr == self._dnr) | DECISIONS.c.dnr.is_(None))
        for row in self._connection.execute(taken.order_by(DECISIONS.c.position)):
            yield Taken(_shown(mask, row.text) or "", row.outcome, _day(row.date))


def _shown(mask: Mask | None, text: str | None) -> str | None:
    return text if mask is None or text is None else mask(text)


def _day(date: str | None) -> str | None:
    """The date where it is a whole day of a known year."""
    days = bounds(date)
    return days[0] if days and days[0] == days[1] else None


def _numbered() -> Select[*tuple[object, ...]]:
    own = (DNR.c.document == DOCUMENTS.c.id) & (DNR.c.relation == DnrRelation.OWN.value)
    query = select(*_columns(), DNR.c.value).join(DNR, own)
    place, day = DOCUMENTS.c.municipality.nulls_first(), DOCUMENTS.c.date_start.nulls_first()
    return query.order_by(place, DNR.c.value, day, DOCUMENTS.c.id)


def _unnumbered() -> Select[*tuple[object, ...]]:
    own = exists().where(DNR.c.document == DOCUMENTS.c.id, DNR.c.relation == DnrRelation.OWN.value)
    return select(*_columns(), null().label("value")).where(~own).order_by(DOCUMENTS.c.id)


def _columns() -> list[Column[object]]:
    named = ("id", "municipality", "kind", "title", "body", "date_start")
    return [DOCUMENTS.c[name] for name in named]
