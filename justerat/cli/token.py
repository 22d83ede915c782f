"""justerat token: who on other machines may read, correct and administer the archive."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated

import typer

from justerat.cli.options import DEFAULT_ARCHIVE, ArchiveFolder, AsJson
from models.asker import Role

HELP = """Make, list and remove the tokens by which people and programs on other machines are known.

Roles: read may read and search, review may correct too, admin may do everything. What is changed holds at
once, also for a service that runs.

Example: justerat token add 'Åsa Öberg' --role review
"""

_Name = Annotated[str, typer.Argument(metavar="NAME", help="Whose token it is; corrections bear this name.")]


def add_to(app: typer.Typer) -> None:
    """Make the commands part of the program."""
    group = typer.Typer(help=HELP, no_args_is_help=True, rich_markup_mode=None)
    group.command("add", help="Make a token and show it, this once.")(add)
    group.command("list", help="List the tokens; what they are is kept nowhere.")(listed)
    group.command("remove", help="End a token at once.")(remove)
    app.add_typer(group, name="token")


def add(
    name: _Name,
    archive: ArchiveFolder = DEFAULT_ARCHIVE,
    role: Annotated[Role, typer.Option(help="What it allows.")] = Role.READ,
    expires: Annotated[
        datetime | None,
        typer.Option(
            formats=["%Y-%m-%d"], metavar="DAY", help="The last day on which it holds, as 2030-12-31."
        ),
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Write the token alone to standard output, so that a script can keep it."""
    from archive.folder import Archive
    from justerat.cli.output import complain, say, write_json

    last = expires.date() if expires else None
    with Archive.reading(archive) as opened:
        token = opened.tokens.add(name, role, last)
    if as_json:
        write_json({"name": name, "role": role.value, "expires": str(last) if last else None, "token": token})
    else:
        complain("Keep it now; it can't be shown again:")
        say(token)


def listed(archive: ArchiveFolder = DEFAULT_ARCHIVE, as_json: AsJson = False) -> None:
    """Write what is known of each."""
    from archive.folder import Archive
    from justerat.cli.output import add_row, out, say, table, write_json

    with Archive.reading(archive) as opened:
        tokens = opened.tokens.listed()
    if as_json:
        names = ("name", "role", "made", "used", "expires")
        write_json({"tokens": [{name: getattr(one, name) for name in names} for one in tokens]})
        return
    rows = table("name", "role", "made", "last used", "expires")
    for one in tokens:
        add_row(rows, one.name, one.role, one.made, one.used, one.expires)
    if tokens:
        out().print(rows)
    say(f"{len(tokens)} tokens.")


def remove(name: _Name, archive: ArchiveFolder = DEFAULT_ARCHIVE, as_json: AsJson = False) -> None:
    """Take it out of the archive."""
    from archive.folder import Archive
    from justerat.cli.output import say, write_json

    with Archive.reading(archive) as opened:
        opened.tokens.remove(name)
    if as_json:
        write_json({"removed": name})
    else:
        say("Removed: whoever shows that token is refused from now on.")
