"""What the benchmarks' commands are asked in the same way."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Collection
from pathlib import Path
from typing import NamedTuple

_DOCS = Path(__file__).resolve().parents[1] / "docs"


def names_of(known: Collection[str]) -> Callable[[str], list[str]]:
    """The reader of an argument A,B that names some of what is known."""

    def read(text: str) -> list[str]:
        names = text.split(",")
        unknown = [name for name in names if name not in known]
        if unknown:
            raise argparse.ArgumentTypeError(f"no such program: {', '.join(unknown)}")
        return names

    return read


class Reported(NamedTuple):
    """A result (JSON), the folder of docs it goes to, and what a reader must know of the run."""

    result: str
    docs: Path
    remark: str


def reported(program: str, description: str | None) -> Reported:
    """What a report's command is asked; the folder for its picture is made."""
    parser = argparse.ArgumentParser(program, description=description)
    parser.add_argument("result", type=Path)
    parser.add_argument("--docs", type=Path, default=_DOCS, metavar="DIR")
    parser.add_argument("--remark", default="", metavar="TEXT", help="what a reader must know of the run")
    asked = parser.parse_args()
    (asked.docs / "pictures").mkdir(parents=True, exist_ok=True)
    return Reported(asked.result.read_text("utf-8"), asked.docs, asked.remark)
