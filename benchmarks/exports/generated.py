"""Archives to export: the tables alone, without the search index, which no export reads."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import insert

from archive import rows
from archive.folder import Archive
from archive.tables import DOCUMENTS, PAGES, SOURCES
from benchmarks.archives import outcomes

_AT_ONCE = 200


def generate(folder: Path, decisions: int) -> None:
    """Make an archive of minutes with so many decisions in all."""
    with Archive.writing(folder) as archive, archive.connection() as connection:
        for number, outcome in enumerate(outcomes(decisions, seed=1), 1):
            for record in outcome.records:
                connection.execute(insert(SOURCES).values(record.source.model_dump()))
                connection.execute(insert(DOCUMENTS).values(rows.document_row(record)))
                for table, values in ((PAGES, rows.page_rows(record)), *rows.part_rows(record)):
                    if values:
                        connection.execute(insert(table), values)
            if number % _AT_ONCE == 0:
                connection.commit()
        connection.commit()
