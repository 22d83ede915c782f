"""DOC, Word's format before 2007: turned into ODT by LibreOffice, and read as that."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from ingest.office import libreoffice
from ingest.office.odt import read as odt
from ingest.office.sheets import Written
from models.settings import ReadingSettings


def read(file: Path, name: str, settings: ReadingSettings) -> Written:
    """The document as text; `ProgramMissing` where LibreOffice isn't installed, else as it goes with ODT."""
    with libreoffice.as_odt(file, name, settings.page_seconds) as (made, maker):
        written = odt.read(made, name, settings)
    return replace(written, steps=(f"doc: made ODT by {maker}", *written.steps))
