"""justerat schema: the contract of a record."""

from __future__ import annotations

import typer

from justerat.cli.options import AsJson

HELP = """Write the JSON Schema of a record.

The schema is of the draft 2020-12; every record is valid by it.

Example: justerat schema > record.schema.json
"""


def add_to(app: typer.Typer) -> None:
    """Make the command part of the program."""
    app.command("schema", help=HELP)(schema)


def schema(as_json: AsJson = False) -> None:
    """Write the schema, which is JSON with and without --json."""
    from justerat.cli.output import write_text
    from models.schema import record_schema

    del as_json
    write_text(record_schema())
