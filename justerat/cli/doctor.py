"""justerat doctor: whether all is there that the program needs."""

from __future__ import annotations

import typer

from justerat.cli.options import DEFAULT_ARCHIVE, ArchiveFolder, AsJson

HELP = """Tell which programs are missing, and what installs them.

Shows every program, model and library that is needed with its version.

Ends with 20 where something is missing.

Example: justerat doctor
"""


def add_to(app: typer.Typer) -> None:
    """Make the command part of the program."""
    app.command("doctor", help=HELP)(doctor)


def doctor(archive: ArchiveFolder = DEFAULT_ARCHIVE, as_json: AsJson = False) -> int:
    """Look for everything and show what was found."""
    from justerat.cli.checks import checks
    from justerat.cli.output import add_row, out, say, table, write_json
    from models.errors import ProgramMissing

    found = list(checks(archive))
    missing = [check for check in found if check.remedy]
    if as_json:
        write_json(
            {
                "well": not missing,
                "checks": [{"name": one.name, "found": one.found, "remedy": one.remedy} for one in found],
            }
        )
    else:
        rows = table("needed", "found", "what to do")
        for one in found:
            add_row(rows, one.name, one.found, one.remedy)
        out().print(rows)
        say(f"\n{len(missing)} to mend, as told above." if missing else "\nAll that is needed is there.")
    return ProgramMissing.exit_code if missing else 0
