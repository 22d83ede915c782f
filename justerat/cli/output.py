"""What the commands write: text for people with Rich, or JSON for programs.

Nothing that comes from a document or a file name is ever read as markup, and no control sign in it reaches
the terminal.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable

from rich.console import Console
from rich.table import Table
from rich.text import Text

from justerat.data import Json

WIDTH_ELSEWHERE = 200
"""Columns that a table may take where there is no terminal to measure."""


def out() -> Console:
    """Where answers go."""
    return _console(stderr=False)


def err() -> Console:
    """Where progress and errors go."""
    return _console(stderr=True)


def say(text: str = "") -> None:
    """Write text for people as an answer; long lines are left to the terminal to break."""
    out().print(safe(text), soft_wrap=True)


def complain(text: str) -> None:
    """Write text for people beside the answer."""
    err().print(safe(text), soft_wrap=True)


def safe(text: object) -> str:
    """Text that can't act on a terminal: control signs and what is no character stand as escapes."""
    return "".join(c if c.isprintable() or c == "\n" else _escape(c) for c in str(text))


def one_line(text: object) -> str:
    """Safe text on one line."""
    return safe(" ".join(str(text).split()))


def write_json(value: Json) -> None:
    """Write a value, in UTF-8 whatever the terminal's own encoding."""
    write_text(json.dumps(value, ensure_ascii=False, indent=2) + "\n")


def write_text(text: str) -> None:
    """Write text to standard output as UTF-8, exactly."""
    sys.stdout.flush()
    sys.stdout.buffer.write(text.encode("utf-8", "backslashreplace"))
    sys.stdout.buffer.flush()


def table(*headings: str, numbers: Iterable[str] = ()) -> Table:
    """An empty table; the first column is never broken, those in `numbers` are set flush right."""
    made = Table(box=None, pad_edge=False, header_style="bold", collapse_padding=True)
    for heading in headings:
        right = heading in set(numbers)
        made.add_column(heading, justify="right" if right else "left", overflow="fold", no_wrap=right)
    made.columns[0].no_wrap = True
    return made


def add_row(to: Table, *cells: object) -> None:
    """Add a row, each cell safe; None is an empty cell."""
    to.add_row(*(Text("" if cell is None else one_line(cell)) for cell in cells))


def _console(*, stderr: bool) -> Console:
    stream = sys.stderr if stderr else sys.stdout
    width = None if stream.isatty() else WIDTH_ELSEWHERE
    return Console(stderr=stderr, width=width, markup=False, highlight=False, emoji=False)


def _escape(character: str) -> str:
    return " " if character in "\t\r\f\v" else character.encode("unicode_escape", "surrogatepass").decode()
