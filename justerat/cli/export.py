"""justerat export: records and pages for other programs."""

from __future__ import annotations

import re
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from justerat.cli.options import DEFAULT_ARCHIVE, ArchiveFolder, AsJson, Workers

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from archive.export.extent import Extent
    from archive.folder import Archive
    from justerat.cli.export_files import Files

HELP = """Write what the archive holds for other programs.

Of all documents, or of those in which something answers a query, in the language of justerat search. They
leave whole, but for the tables (csv, parquet, sqlite): of what the query lists, which is items, or with
in:beslut decisions, tables hold the rows that were found, and all other rows of the same documents; --whole
makes them whole too. What is all hex digits, four or more, is the id of a record or its beginning (5799,
5799f0042e-1); a word that looks so is looked for in quotation marks: '"bada"'.

jsonl: one record a line, to standard output or a file. jsonld: records as linked data, in the terms of
schema.org, PROV and OSLO Besluit. annotations: W3C Web Annotations, one a line for each value that was found,
with its places.

csv: the tables documents, items, decisions, people, dnr, dates and paragraphs, in UTF-8 and parted by
semicolons, with a description of them for programs (datapackage.json), to a folder. parquet: the same tables
for programs that count. sqlite: the same with pages and findings, as a database for Datasette. Ids join the
tables. dcat: a description of all this for data portals, by DCAT-AP-SE 3, to a file; it needs --url,
--publisher, --licence and --contact.

erms: a package for an e-archive, to a folder: CITS ERMS 3 with a case for each diarienummer, in E-ARK's CSIP
with METS, PREMIS and a checksum for each file.

alto: ALTO 4, a file a page, and hocr: hOCR, a file a document, to a folder: each word of the repaired text
with its place. pdf: searchable PDF/A-2b, a file for each file that was read, to a folder; the files must
still be where they were.

--public is for what is published: a block stands for each character of a personal number (personnummer,
samordningsnummer), and in a PDF the place is black. Names and all else stay: look at what is secret yourself.

Ends with 50 where a document can't be written in that form, with another code where the cause has one.

Example: justerat export csv 'in:beslut bygglov utfall:avslag' --to tabeller
"""


class Format(StrEnum):
    """What can be written."""

    JSONL = "jsonl"
    JSONLD = "jsonld"
    ANNOTATIONS = "annotations"
    CSV = "csv"
    PARQUET = "parquet"
    SQLITE = "sqlite"
    ERMS = "erms"
    DCAT = "dcat"
    ALTO = "alto"
    HOCR = "hocr"
    PDF = "pdf"


_FORMS = "|".join(Format)
_Query = Annotated[
    list[str] | None,
    typer.Argument(metavar="[QUERY]", help="What to look for, or records' ids; all if none."),
]
_Whole = Annotated[bool, typer.Option("--whole", help="Tables too: all rows of the documents found.")]
_ID = re.compile("[0-9a-f]{4,16}(-[0-9]+)?")
_To = Annotated[
    Path | None,
    typer.Option(metavar="PATH", help="A file for forms of one file, else a folder."),
]
_Public = Annotated[
    bool, typer.Option("--public", help="Hide personal numbers, in pictures of pages as well.")
]
_Url = Annotated[
    str | None, typer.Option(metavar="URL", help="Where the archive is published: ids are made of it.")
]
_Publisher = Annotated[str | None, typer.Option(metavar="NAME", help="Of dcat: who publishes.")]
_Licence = Annotated[str | None, typer.Option(metavar="URL", help="Of dcat: the licence's address.")]
_Contact = Annotated[str | None, typer.Option(metavar="MAIL", help="Of dcat: whom to write to.")]
_PAGES = frozenset({Format.ALTO, Format.HOCR, Format.PDF})


def add_to(app: typer.Typer) -> None:
    """Make the command part of the program."""
    app.command("export", help=HELP)(export)


def export(  # noqa: PLR0913, PLR0917  each is an option of the command line
    format_: Annotated[Format, typer.Argument(metavar=_FORMS, help="What to write.")],
    query: _Query = None,
    archive: ArchiveFolder = DEFAULT_ARCHIVE,
    to: _To = None,
    public: _Public = False,
    url: _Url = None,
    publisher: _Publisher = None,
    licence: _Licence = None,
    contact: _Contact = None,
    whole: _Whole = False,
    workers: Workers = None,
    as_json: AsJson = False,
) -> int:
    """Write, then say what was written."""
    from archive.folder import Archive
    from justerat.cli.export_files import FileExport, publication
    from models.errors import SettingsError
    from models.source import path_text

    by = publication(publisher, licence, contact)
    with Archive.reading(archive) as opened, opened.connection() as connection:
        extent = _extent(opened, connection, query or [], whole=whole)
        asked = FileExport(connection, format_.value, extent, url, by, public=public)
        if to is None:
            asked.to_standard_output()
            return 0
        try:
            if format_ in _PAGES:
                from justerat.cli.export_pages import PageExport

                pages = PageExport(opened, to, format_.value, workers, as_json=as_json, public=public)
                return pages.do(connection, extent)
            files = asked.to_files(to)
        except OSError as error:
            message = f"{path_text(to)} can't be written ({error.strerror}): give another --to."
            raise SettingsError(message) from error
    _tell(files, as_json=as_json)
    return 0


def _extent(archive: Archive, connection: Connection, words: list[str], *, whole: bool) -> Extent:
    """What is asked for: ids where all words look like ids, else a query."""
    from archive.export.extent import EVERYTHING, of_ids, of_query
    from models.errors import RecordMissing

    if not words:
        return EVERYTHING
    if not all(map(_ID.fullmatch, words)):
        return of_query(connection, " ".join(words), whole=whole)
    try:
        return of_ids(connection, (archive.get(one).id for one in words))
    except RecordMissing as error:
        message = f"{error} A word of hex digits is looked for in quotation marks: '\"{words[0]}\"'."
        raise RecordMissing(message) from error


def _tell(files: Files, *, as_json: bool) -> None:
    from justerat.cli.output import one_line, say, write_json
    from models.source import path_text

    if as_json:
        write_json({"files": [{"path": path_text(path), "rows": rows} for path, rows in files]})
    else:
        say("\n".join(f"{one_line(path_text(path))}: {rows} rows" for path, rows in files))
