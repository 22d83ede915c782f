"""The program that people start, and the one edge where causes become sentences and exit codes."""

from __future__ import annotations

import sys
from collections.abc import Sequence

import typer

from justerat.cli import (
    changes,
    doctor,
    export,
    matter,
    matters,
    retry,
    run,
    schema,
    search,
    serve,
    show,
    status,
    token,
)  # fmt: skip
from models.errors import EXIT_INTERRUPTED, JusteratError

EXIT_CODES = """
Exit codes: 0 all is well, 2 the command line is wrong, 130 interrupted, 1 a fault of the program.

Of a run: 3 some documents are partial, 4 inputs failed for several reasons; else the one reason why inputs
failed: 10 missing, 11 no permission, 12 a loop of links, 13 empty, 14 not a kind that can be read,
15 damaged, 16 encrypted, 17 without pages, 18 too large, 19 took too long, 20 a program is missing (see
doctor), 21 a process died, 22 a fault of the program met a file, 23 needs too much memory, 24 most pages
unread.

Of the archive: 30 can't be used, 31 missing, 32 busy, 33 made by a newer version, 34 no such record, 35 no
such matter. Of what was asked: 40 a setting that can't be, 41 no input, 42 a query that can't be understood,
43 one that takes too long.
Of an export: 50 a document can't be written in that form, 51 its file isn't the one that was read.
"""

app = typer.Typer(
    help="Turn scanned council documents into checked, searchable records.",
    epilog=EXIT_CODES,
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)
for command in (
    run, status, retry, show, search, matter, matters, serve, changes, export, token, schema, doctor,
):  # fmt: skip
    command.add_to(app)


def main(arguments: Sequence[str] | None = None) -> int:
    """Do what the command line asks; the exit code, as models/errors.py lists them."""
    given = list(sys.argv[1:] if arguments is None else arguments) or ["--help"]
    try:
        code = app(given, prog_name="justerat", standalone_mode=False)
    except JusteratError as error:
        _tell(given, type(error).__name__, error.sentence)
        return error.exit_code
    except typer.TyperException as error:
        _tell(given, "Usage", error.format_message().rstrip(".") + ". See justerat --help.")
        return error.exit_code
    except (KeyboardInterrupt, typer.Abort):
        _tell(given, "Interrupted", "Interrupted.")
        return EXIT_INTERRUPTED
    return code if isinstance(code, int) else 0


def _tell(arguments: Sequence[str], code: str, message: str) -> None:
    from justerat.cli.output import complain, one_line, write_json

    if "--json" in arguments:
        write_json({"error": {"code": code, "message": message}})
    else:
        complain(f"justerat: {one_line(message)}")


if __name__ == "__main__":
    sys.exit(main())
