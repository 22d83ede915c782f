"""Files read here and now, in this process."""

from __future__ import annotations

from pathlib import Path

from ingest.files import open_source
from ingest.reader import FileReader
from models.record import Record
from models.settings import Settings
from pipeline.document import read_document


def records_of(path: Path, settings: Settings | None = None) -> tuple[Record, ...]:
    """The records of one file."""
    chosen = settings or Settings()
    source = open_source(path, chosen.reading)
    return read_document(source, FileReader(chosen.reading), chosen).records
