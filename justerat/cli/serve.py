"""justerat serve: the archive in a browser, and its web API."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from justerat.cli.options import DEFAULT_ARCHIVE, ArchiveFolder

if TYPE_CHECKING:
    from justerat.web.opening import Opening

HELP = """Show the archive in a browser, and answer other programs over HTTP (/api/v1).

On this machine only, and to whoever uses it, unless you give --public-address: then other machines are
answered too, by that name, encrypted, and only who shows a token (justerat token). Either the service
encrypts itself (--certificate, --key), or a proxy does in front of it (--behind-proxy).

Ctrl-C ends it.

Example: justerat serve --archive arkiv
"""


Host = Annotated[
    str | None,
    typer.Option(metavar="HOST", help="The address to listen on: 127.0.0.1; with --certificate, every one."),
]
Port = Annotated[int, typer.Option(min=1, max=65535, metavar="N", help="The port.")]
Name = Annotated[
    str | None,
    typer.Option("--as", metavar="NAME", help="Who corrects here; the system's name for you if not given."),
]
Public = Annotated[
    list[str] | None,
    typer.Option(
        "--public-address",
        metavar="NAME[:PORT]",
        help="Let other machines ask, by this name; may be repeated.",
    ),
]
Certificate = Annotated[
    Path | None, typer.Option(metavar="FILE", help="The certificate to encrypt with, and its chain, PEM.")
]
Key = Annotated[Path | None, typer.Option(metavar="FILE", help="Its key, PEM, if it isn't in the same file.")]
Proxy = Annotated[
    str | None,
    typer.Option("--behind-proxy", metavar="ADDRESS", help="From where a proxy asks that encrypts."),
]


def add_to(app: typer.Typer) -> None:
    """Make the command part of the program."""
    app.command("serve", help=HELP)(serve)


def serve(  # noqa: PLR0913, PLR0917  the options of the command
    archive: ArchiveFolder = DEFAULT_ARCHIVE,
    host: Host = None,
    port: Port = 8765,
    name: Name = None,
    public: Public = None,
    certificate: Certificate = None,
    key: Key = None,
    proxy: Proxy = None,
) -> None:
    """Serve until interrupted."""
    from justerat.cli.output import complain
    from justerat.web.listen import listen, listening_at
    from justerat.web.opening import Opening, access_of, host_of, wire_of

    asked = Opening(host, port, name, tuple(public or ()), certificate, key, proxy)
    listen_on, access, wire = host_of(asked), access_of(asked), wire_of(asked)
    _check(archive, asked)
    with listening_at(listen_on, port) as listening:
        complain(f"The archive is at {asked.shown} (Ctrl-C ends this).")
        listen(archive, listening, access, wire)


def _check(archive: Path, asked: Opening) -> None:
    """Tell what is wrong with the archive before anything is begun."""
    from archive.folder import Archive
    from models.errors import SettingsError

    with Archive.reading(archive) as opened:
        if asked.public and not opened.tokens.any_holds():
            message = "Nobody could be let in: make a token first, with `justerat token add NAME`."
            raise SettingsError(message)
