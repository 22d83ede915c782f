"""Archives to export: the tables, and of the search index no more than what decisions are."""

from __future__ import annotations

from itertools import islice
from pathlib import Path

from sqlalchemy import Connection, insert

from archive import rows
from archive.folder import Archive
from archive.search import index
from archive.tables import DOCUMENTS, PAGES, SOURCES
from benchmarks.archives import outcomes
from models.record import Record

_AT_ONCE = 1000


def generate(folder: Path, decisions: int) -> None:
    """Make an archive of minutes with so many decisions in all."""
    made = (record for outcome in outcomes(decisions, seed=1) for record in outcome.records)
    with Archive.writing(folder) as archive, archive.connection() as connection:
        while some := list(islice(made, _AT_ONCE)):
            for record in some:
                _put(connection, record)
            index.put(connection, map(_bare, some))
            connection.commit()


def _put(connection: Connection, record: Record) -> None:
    connection.execute(insert(SOURCES).values(record.source.model_dump()))
    connection.execute(insert(DOCUMENTS).values(rows.document_row(record)))
    for table, values in ((PAGES, rows.page_rows(record)), *rows.part_rows(record)):
        if values:
            connection.execute(insert(table), values)


def _bare(record: Record) -> Record:
    """The record as quickly indexed as can be: words and numbers are what takes long."""
    decisions = tuple(one.model_copy(update={"text": "", "dnr": None}) for one in record.decisions)
    update = {"text": "", "people": (), "dnr": (), "items": (), "pages": (), "decisions": decisions}
    return record.model_copy(update=update)
