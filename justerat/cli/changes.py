"""justerat changes: what has changed since another system looked last."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from justerat.cli.options import DEFAULT_ARCHIVE, ArchiveFolder, AsJson

if TYPE_CHECKING:
    from archive.changes import Changes
    from justerat.data import Json

HELP = """Tell which documents were put in, made anew, or are gone.

Each change has a number. A system that goes on from the last number that it has read (--since) misses nothing
and is told nothing twice, even while a run goes on.

Example: justerat changes --since 120 --json
"""


def add_to(app: typer.Typer) -> None:
    """Make the command part of the program."""
    app.command("changes", help=HELP)(changes)


def changes(
    archive: ArchiveFolder = DEFAULT_ARCHIVE,
    since: Annotated[int, typer.Option(min=0, metavar="N", help="The last number that was read.")] = 0,
    limit: Annotated[int, typer.Option(min=1, max=100_000, help="Changes that are told.")] = 1000,
    as_json: AsJson = False,
) -> None:
    """Tell the changes, the oldest first."""
    from archive import changes as feed
    from archive.folder import Archive
    from justerat.cli.output import write_json

    with Archive.reading(archive) as opened, opened.connection() as connection:
        found = feed.changes(connection, since, limit)
    if as_json:
        write_json(_as_json(found))
    else:
        _show(found)


def _as_json(found: Changes) -> Json:
    told: list[Json] = [
        {"number": one.number, "id": one.document, "what": one.what.value, "at": one.at}
        for one in found.changes
    ]
    return {"changes": told, "last": found.last, "more": found.more}


def _show(found: Changes) -> None:
    from justerat.cli.output import add_row, out, say, table

    rows = table("number", "what", "id", "at", numbers=("number",))
    for one in found.changes:
        add_row(rows, one.number, one.what, one.document, one.at)
    if found.changes:
        out().print(rows)
    more = f"; go on with --since {found.last}" if found.more else ""
    say(f"{len(found.changes)} changes{more}.")
