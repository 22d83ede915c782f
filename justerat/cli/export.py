"""justerat export: records for other programs."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from justerat.cli.options import DEFAULT_ARCHIVE, ArchiveFolder, AsJson

if TYPE_CHECKING:
    from archive.folder import Archive

HELP = """Write the archive's records for other programs.

jsonl: one record a line, to standard output or a file. csv: the tables documents, items, decisions, people,
dnr, dates and paragraphs, in UTF-8 and parted by semicolons, to a folder; ids join the tables.

Example: justerat export csv --to tabeller
"""


class Format(StrEnum):
    """What can be written."""

    JSONL = "jsonl"
    CSV = "csv"


def add_to(app: typer.Typer) -> None:
    """Make the command part of the program."""
    app.command("export", help=HELP)(export)


def export(
    format_: Annotated[Format, typer.Argument(metavar="jsonl|csv", help="What to write.")],
    archive: ArchiveFolder = DEFAULT_ARCHIVE,
    to: Annotated[
        Path | None, typer.Option(metavar="PATH", help="A file for jsonl, a folder for csv.")
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Write, then say what was written."""
    from archive.folder import Archive
    from justerat.cli.output import one_line, say, write_json
    from models.errors import SettingsError
    from models.source import path_text

    with Archive.reading(archive) as opened:
        if to is None:
            _to_standard_output(opened, format_)
            return
        try:
            files = _to_files(opened, format_, to)
        except OSError as error:
            message = f"{path_text(to)} can't be written ({error.strerror}): give another --to."
            raise SettingsError(message) from error
    if as_json:
        write_json({"files": [{"path": path_text(path), "rows": rows} for path, rows in files]})
    else:
        say("\n".join(f"{one_line(path_text(path))}: {rows} rows" for path, rows in files))


def _to_standard_output(archive: Archive, format_: Format) -> None:
    from archive.export.jsonl import lines
    from justerat.cli.output import write_text
    from models.errors import SettingsError

    if format_ is Format.CSV:
        message = "The tables need a folder to go to: give one, as in justerat export csv --to tabeller."
        raise SettingsError(message)
    for line in lines(archive.records()):
        write_text(line)


def _to_files(archive: Archive, format_: Format, to: Path) -> list[tuple[Path, int]]:
    from archive.export.jsonl import write_lines
    from archive.export.tables import write_tables

    if format_ is Format.JSONL:
        return [(to, write_lines(archive.records(), to))]
    with archive.connection() as connection:
        return list(write_tables(connection, to))
