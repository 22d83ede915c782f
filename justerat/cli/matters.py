"""justerat matters: list matters."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from justerat.cli.options import DEFAULT_ARCHIVE, ArchiveFolder, AsJson, InMunicipality

if TYPE_CHECKING:
    from archive.matters.listing import Listed
    from justerat.data import Json

HELP = """List matters (ärenden) by words of their titles.

Words are those of justerat search: case does not matter, a word that ends in * stands for every word that
begins so. Without words, the matters that were last put into the archive are listed.

Example: justerat matters badplats
"""


def add_to(app: typer.Typer) -> None:
    """Make the command part of the program."""
    app.command("matters", help=HELP)(matters)


def matters(
    words: Annotated[list[str] | None, typer.Argument(metavar="WORDS", help="Words of the title.")] = None,
    archive: ArchiveFolder = DEFAULT_ARCHIVE,
    municipality: InMunicipality = None,
    limit: Annotated[int, typer.Option(min=1, help="Matters that are listed.")] = 20,
    as_json: AsJson = False,
) -> None:
    """List them, each once, with its first and last day."""
    from archive.folder import Archive
    from archive.matters.listing import listed
    from justerat.cli.output import write_json

    with Archive.reading(archive) as opened, opened.connection() as connection:
        found = listed(connection, " ".join(words or ()), municipality, limit)
    if as_json:
        write_json({"matters": [_as_json(one) for one in found]})
    else:
        _show(found)


def _as_json(one: Listed) -> Json:
    return {
        "municipality": one.municipality,
        "dnr": str(one.number) if one.number else None,
        "title": one.title,
        "first": one.first,
        "last": one.last,
        "documents": one.documents,
        "id": one.document,
        "paragraph": one.paragraph,
    }


def _show(found: tuple[Listed, ...]) -> None:
    from justerat.cli.found import short
    from justerat.cli.output import add_row, out, say, table

    rows = table(
        "dnr", "municipality", "title", "first", "last", "documents", "id", "§", numbers=("documents", "§")
    )
    for one in found:
        add_row(
            rows, one.number, one.municipality, one.title, one.first, one.last, one.documents,
            short(one.document), one.paragraph,
        )  # fmt: skip
    if found:
        out().print(rows)
    say(f"{len(found)} found.")
