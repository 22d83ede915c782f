"""justerat matter: the way of one matter through its documents."""

from __future__ import annotations

from typing import Annotated

import typer

from justerat.cli.options import DEFAULT_ARCHIVE, ArchiveFolder, AsJson, InMunicipality

HELP = """Show the way of a matter (ärendets gång), step by step.

The matter is given by its diarienummer in any printed form; or by a record and a § of it; or by body, day or
year, and §. A step of which no document is in the archive is told as only cited, with the document that cites
it; what documents tell differently is shown below.

Example: justerat matter 'KS 2021/14'
"""


def add_to(app: typer.Typer) -> None:
    """Make the command part of the program."""
    app.command("matter", help=HELP)(matter)


def matter(  # noqa: PLR0913, PLR0917  the options of the command line
    dnr: Annotated[str | None, typer.Argument(metavar="DNR", help="A diarienummer, as printed.")] = None,
    archive: ArchiveFolder = DEFAULT_ARCHIVE,
    municipality: InMunicipality = None,
    record: Annotated[str | None, typer.Option(metavar="ID", help="A record's id, or its beginning.")] = None,
    body: Annotated[str | None, typer.Option(help="A body, by name or abbreviation (ksau).")] = None,
    date: Annotated[str | None, typer.Option(metavar="DATE", help="The meeting's day, or its year.")] = None,
    paragraph: Annotated[
        int | None, typer.Option(min=1, metavar="N", help="The § of the record or meeting.")
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Show the matter's steps as a table, or the whole of it as JSON."""
    from archive.folder import Archive
    from archive.matters.find import AskedParagraph, Matters, single
    from justerat.asked import numbers_of
    from justerat.cli.output import say, write_json
    from justerat.cli.way import show
    from justerat.data import way_data
    from models.errors import NothingGiven

    with Archive.reading(archive) as opened, opened.connection() as connection:
        matters = Matters(connection)
        if dnr is not None:
            ways = matters.numbered(numbers_of(dnr), municipality)
        elif record is not None:
            ways = matters.of_item(opened.get(record).id, paragraph)
        elif body and date and paragraph:
            ways = matters.of_paragraph(AskedParagraph(body, date, paragraph), municipality)
        else:
            message = "No matter given: give a diarienummer, --record, or --body with --date and --paragraph."
            raise NothingGiven(message)
    way = single(ways)
    if as_json:
        write_json(way_data(way))
        return
    show(way)
    if any(other.steps and not other.municipality for other in ways if other != way):
        say("The number also stands in documents of no known municipality: --municipality '' shows them.")
