"""justerat export: records and pages for other programs."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from justerat.cli.options import DEFAULT_ARCHIVE, ArchiveFolder, AsJson, Workers

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sqlalchemy import Connection

    from archive.folder import Archive
    from models.record import Record

HELP = """Write what the archive holds for other programs.

Of all documents, or of those with these ids.

jsonl: one record a line, to standard output or a file. csv: the tables documents, items, decisions, people,
dnr, dates and paragraphs, in UTF-8 and parted by semicolons, with a description of them for programs
(datapackage.json), to a folder. parquet: the same tables for programs that count. sqlite: the same with pages
and findings, as a database for Datasette. Ids join the tables.

alto: ALTO 4, a file a page, and hocr: hOCR, a file a document, to a folder: each word of the repaired text
with its place. pdf: searchable PDF/A-2b, a file for each file that was read, to a folder; the files must still be
where they were.

--public is for what is published: a block stands for each character of a personal number (personnummer,
samordningsnummer), and in a PDF the place is black. Names and all else stay: look at what is secret yourself.

Ends with 50 where a document can't be written in that form, with another code where the cause has one.

Example: justerat export csv --to tabeller
"""


class Format(StrEnum):
    """What can be written."""

    JSONL = "jsonl"
    CSV = "csv"
    PARQUET = "parquet"
    SQLITE = "sqlite"
    ALTO = "alto"
    HOCR = "hocr"
    PDF = "pdf"


_FORMS = "|".join(Format)
_PAGES = frozenset({Format.ALTO, Format.HOCR, Format.PDF})
_Files = list[tuple[Path, int]]
"""Files that were written, each with its number of rows."""


def add_to(app: typer.Typer) -> None:
    """Make the command part of the program."""
    app.command("export", help=HELP)(export)


def export(  # noqa: PLR0913, PLR0917  each is an option of the command line
    format_: Annotated[Format, typer.Argument(metavar=_FORMS, help="What to write.")],
    ids: Annotated[
        list[str] | None,
        typer.Argument(metavar="[ID]...", help="Records' ids, or their beginnings; all if none."),
    ] = None,
    archive: ArchiveFolder = DEFAULT_ARCHIVE,
    to: Annotated[
        Path | None, typer.Option(metavar="PATH", help="A file for jsonl, a folder for all else.")
    ] = None,
    public: Annotated[
        bool, typer.Option("--public", help="Hide personal numbers, in pictures of pages as well.")
    ] = False,
    workers: Workers = None,
    as_json: AsJson = False,
) -> int:
    """Write, then say what was written."""
    from archive.folder import Archive
    from models.errors import SettingsError
    from models.source import path_text

    with Archive.reading(archive) as opened:
        if to is None:
            _to_standard_output(opened, format_, ids or [], public=public)
            return 0
        try:
            if format_ in _PAGES:
                from justerat.cli.export_pages import PageExport

                pages = PageExport(opened, to, format_.value, workers, as_json=as_json, public=public)
                return pages.do(ids or [])
            files = _to_files(opened, format_, ids or [], to, public=public)
        except OSError as error:
            message = f"{path_text(to)} can't be written ({error.strerror}): give another --to."
            raise SettingsError(message) from error
    _tell(files, as_json=as_json)
    return 0


def _tell(files: _Files, *, as_json: bool) -> None:
    from justerat.cli.output import one_line, say, write_json
    from models.source import path_text

    if as_json:
        write_json({"files": [{"path": path_text(path), "rows": rows} for path, rows in files]})
    else:
        say("\n".join(f"{one_line(path_text(path))}: {rows} rows" for path, rows in files))


def _to_standard_output(archive: Archive, format_: Format, ids: Sequence[str], *, public: bool) -> None:
    from archive.export.jsonl import lines
    from justerat.cli.output import write_text
    from models.errors import SettingsError

    if format_ is not Format.JSONL:
        message = f"It needs a folder to go to: give one, as in justerat export {format_.value} --to ut."
        raise SettingsError(message)
    for line in lines(_records(archive, ids, public=public)):
        write_text(line)


def _to_files(archive: Archive, format_: Format, ids: Sequence[str], to: Path, *, public: bool) -> _Files:
    from archive.export.jsonl import write_lines
    from models.errors import SettingsError

    if format_ is Format.JSONL:
        return [(to, write_lines(_records(archive, ids, public=public), to))]
    if ids:
        message = "The tables hold all documents: leave the ids out, or take jsonl."
        raise SettingsError(message)
    with archive.connection() as connection:
        return _tables(connection, format_, to, public=public)


def _tables(connection: Connection, format_: Format, to: Path, *, public: bool) -> _Files:
    if format_ is Format.PARQUET:
        from archive.export.parquet import write_parquet

        return write_parquet(connection, to, public=public)
    if format_ is Format.SQLITE:
        from archive.export.datasette import write_datasette

        return write_datasette(connection, to, public=public)
    from archive.export.package import write_package
    from archive.export.tables import write_tables

    written = write_tables(connection, to, public=public)
    write_package(to, {path.stem: rows for path, rows in written})
    return written


def _records(archive: Archive, ids: Sequence[str], *, public: bool) -> Iterator[Record]:
    from archive.masking.record import masked

    records = (archive.get(one) for one in ids) if ids else archive.records()
    return map(masked, records) if public else records
