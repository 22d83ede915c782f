"""What the program needs, looked for one by one."""

from __future__ import annotations

import os
import platform
import re
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, requires, version
from pathlib import Path

from archive import database, places
from archive.export.pdfa import ghostscript
from ingest.ocr import probe
from ingest.office import libreoffice
from models.errors import JusteratError, ProgramMissing
from models.settings import ReadingSettings
from models.source import path_text


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that is needed: what was found and, where it falls short, what mends it."""

    name: str
    found: str
    remedy: str | None = None


def checks(archive: Path) -> Iterator[Check]:
    """Everything that is needed, in the order in which it should be mended."""
    yield Check("justerat", version("justerat"))
    yield Check("Python", platform.python_version())
    yield from _libraries()
    yield from _tesseract()
    yield _ghostscript()
    yield _libreoffice()
    yield _full_text()
    yield from _server(archive)
    yield _archive(archive)


def _libraries() -> Iterator[Check]:
    for requirement in requires("justerat") or ():
        name = re.match(r"[\w.-]+", requirement)
        if name is None or "extra ==" in requirement:
            continue
        try:
            yield Check(name[0], version(name[0]))
        except PackageNotFoundError:
            yield Check(name[0], "missing", f"pip install '{requirement}'")


def _tesseract() -> Iterator[Check]:
    try:
        engine = probe.tesseract()
    except ProgramMissing as error:
        yield Check("tesseract", "missing", error.sentence)
        return
    yield Check("tesseract", engine.version)
    for model in ReadingSettings().models:
        if model in probe.installed_models():
            yield Check(f"model {model}", "installed")
        else:
            yield Check(f"model {model}", "missing", f"sudo apt install {probe.package_of(model)}")


def _ghostscript() -> Check:
    """What some PDFs need to become PDF/A; everything else works without."""
    found = ghostscript.version()
    return Check("ghostscript", found or "missing", None if found else ghostscript.REMEDY)


def _libreoffice() -> Check:
    """Only one kind of file needs it, and it is large: that it is missing is no fault."""
    path = libreoffice.program()
    absent = f"not installed; only older Word files (.doc) need it: sudo apt install {libreoffice.PACKAGE}"
    return Check("LibreOffice", libreoffice.version(path) if path else absent)


def _full_text() -> Check:
    found = f"SQLite {sqlite3.sqlite_version}"
    connection = sqlite3.connect(":memory:")
    options = {row[0] for row in connection.execute("PRAGMA compile_options")}
    connection.close()
    remedy = (
        None if "ENABLE_FTS5" in options else "use a Python whose SQLite has FTS5, such as Debian's python3"
    )
    return Check("full text", found, remedy)


def _server(folder: Path) -> Iterator[Check]:
    """The database of an archive that is, or would be begun, in PostgreSQL."""
    try:
        place = places.begun(folder) or places.new(folder)
        if place.schema is not None:
            yield Check("database", database.server(place))
    except JusteratError as error:
        yield Check("database", "can't be used", error.sentence)


def _archive(folder: Path) -> Check:
    nearest = next(path for path in (folder, *folder.absolute().parents) if path.exists())
    if os.access(nearest, os.W_OK | os.X_OK) and nearest.is_dir():
        return Check("archive", f"{path_text(folder)} can be written")
    return Check("archive", f"{path_text(folder)} can't be written", "give another folder with --archive")
