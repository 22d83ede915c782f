"""Archives to export: the tables, and of the search index no more than what decisions are."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import islice
from pathlib import Path

from sqlalchemy import Connection, Table, insert

from archive import rows
from archive.folder import Archive
from archive.search import index
from archive.tables import DOCUMENTS, PAGES, SOURCES
from benchmarks.archives import ITEMS, outcomes
from models.record import Record

_AT_ONCE = 1000


def generate(folder: Path, decisions: int, after: int = 0) -> None:
    """Make an archive of minutes with so many decisions in all; it has the first `after` of them already."""
    minutes = islice(outcomes(decisions, seed=1), after // ITEMS, None)
    made = (record for outcome in minutes for record in outcome.records)
    with Archive.writing(folder) as archive, archive.connection() as connection:
        while some := list(islice(made, _AT_ONCE)):
            _put(connection, some)
            index.put(connection, map(_bare, some))
            connection.commit()


def _put(connection: Connection, records: Sequence[Record]) -> None:
    """Write the rows of all the records table by table: fewer statements than record by record."""
    by_table: dict[Table, list[Mapping[str, object]]] = {}
    for record in records:
        by_table.setdefault(SOURCES, []).append(record.source.model_dump())
        by_table.setdefault(DOCUMENTS, []).append(rows.document_row(record))
        for table, values in ((PAGES, rows.page_rows(record)), *rows.part_rows(record)):
            by_table.setdefault(table, []).extend(values)
    for table, together in by_table.items():
        if together:
            connection.execute(insert(table), together)


def _bare(record: Record) -> Record:
    """The record as quickly indexed as can be: words and numbers are what takes long."""
    decisions = tuple(one.model_copy(update={"text": "", "dnr": None}) for one in record.decisions)
    update = {"text": "", "people": (), "dnr": (), "items": (), "pages": (), "decisions": decisions}
    return record.model_copy(update=update)
