"""justerat serve: the archive in a browser, and its web API."""

from __future__ import annotations

from typing import Annotated

import typer

from justerat.cli.options import DEFAULT_ARCHIVE, ArchiveFolder

HELP = """Show the archive in a browser, and answer other programs over HTTP (/api/v1), on this machine only.

Ctrl-C ends it.

Example: justerat serve --archive arkiv
"""


def add_to(app: typer.Typer) -> None:
    """Make the command part of the program."""
    app.command("serve", help=HELP)(serve)


def serve(
    archive: ArchiveFolder = DEFAULT_ARCHIVE,
    host: Annotated[
        str, typer.Option(metavar="HOST", help="An address or name of this machine alone.")
    ] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=1, max=65535, metavar="N", help="The port.")] = 8765,
    name: Annotated[
        str | None,
        typer.Option(
            "--as", metavar="NAME", help="Who corrects here; the system's name for you if not given."
        ),
    ] = None,
) -> None:
    """Serve until interrupted."""
    from archive.folder import Archive
    from justerat.cli.output import complain
    from justerat.web.guard.access import Access, person_here
    from justerat.web.listen import address, listen

    shown = address(host, port)
    with Archive.reading(archive):
        # What is wrong with the archive is told before anything is begun.
        pass
    complain(f"The archive is at {shown} (Ctrl-C ends this).")
    listen(archive, host, port, Access(person_here(name)))
