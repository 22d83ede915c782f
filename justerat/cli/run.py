"""justerat run: read documents into the archive."""

from __future__ import annotations

from typing import Annotated

import typer

from justerat.cli.options import DEFAULT_ARCHIVE, ArchiveFolder, AsJson, Workers

HELP = """Read documents into the archive.

An INPUT is a file, a folder with all that lies under it, or @list.txt with one path a line. What the archive
holds already is not done again; a run that was broken off goes on where it stopped when it is started again.

Example: justerat run protokoll/ --archive arkiv
"""


def add_to(app: typer.Typer) -> None:
    """Make the command part of the program."""
    app.command("run", help=HELP)(run)


def run(
    inputs: Annotated[list[str], typer.Argument(metavar="INPUT...", help="Files, folders or @list.txt.")],
    archive: ArchiveFolder = DEFAULT_ARCHIVE,
    workers: Workers = None,
    force: Annotated[
        bool, typer.Option("--force", help="Do again, from the first page, what is done.")
    ] = False,
    as_json: AsJson = False,
) -> int:
    """Find the inputs and work on them."""
    from archive.folder import Archive
    from ingest.files import find
    from justerat.cli.work import Work
    from pipeline.batch.run import Zeal

    with Archive.writing(archive) as opened:
        return Work(opened, workers, as_json=as_json).do(find(inputs), Zeal.ANEW if force else Zeal.REST)
