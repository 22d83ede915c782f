"""Measure reading: `python -m benchmarks.reading [--quick] [--programs A,B] [--json FILE] [--misses N]`."""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from collections.abc import Sequence
from contextlib import nullcontext
from pathlib import Path

from rich.console import Console

from benchmarks.reading.images import given
from benchmarks.reading.make.kinds import Kind
from benchmarks.reading.make.pages import PAGES_A_KIND, made, planned
from benchmarks.reading.misses import worst
from benchmarks.reading.page import BenchPage
from benchmarks.reading.programs.known import DEFAULT, PROGRAMS
from benchmarks.reading.run import run
from benchmarks.reading.tables import GROUPINGS, grouped, overall

_WIDE = 200


def main() -> int:
    """Make the pages or take those given, read them, print the tables."""
    asked = _arguments()
    keep = (
        nullcontext(str(asked.keep)) if asked.keep else tempfile.TemporaryDirectory(prefix="justerat-pages-")
    )
    with keep as folder:
        pages = _pages(asked, Path(folder))
        if asked.make:
            print(f"{len(pages)} pages in {folder}")
            return 0
        _measure(asked, pages)
    return 0


def _pages(asked: argparse.Namespace, folder: Path) -> list[BenchPage]:
    if asked.pages:
        pages = given(asked.pages)
        if not pages:
            sys.exit(f"{asked.pages} holds no page with its true text beside it, as NAME.txt or NAME.gt.txt.")
        return pages
    number = asked.number or (1 if asked.quick else PAGES_A_KIND)
    return made(folder, asked.seed, planned(asked.only or list(Kind), number))


def _measure(asked: argparse.Namespace, pages: Sequence[BenchPage]) -> None:
    programs = [PROGRAMS[name] for name in asked.programs]
    seed = None if asked.pages else asked.seed
    result, texts = run(pages, programs, asked.jobs, seed, lambda line: print(line, file=sys.stderr))
    if asked.json:
        asked.json.write_text(result.model_dump_json(indent=1) + "\n", "utf-8")
    # A file is as wide as the tables are.
    console = Console() if sys.stdout.isatty() else Console(width=_WIDE)
    console.print(overall(result))
    for name in GROUPINGS:
        console.print(grouped(result, name))
    for program in (one for one in result.programs if one.name in {program.name for program in programs}):
        for line in worst(program, pages, texts[program.name], asked.misses):
            console.print(line, markup=False, highlight=False, soft_wrap=True)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.reading", description=__doc__)
    add = parser.add_argument
    add("--quick", action="store_true", help="one page of each kind")
    add("--number", type=int, metavar="N", help=f"pages of each kind (default {PAGES_A_KIND})")
    add(
        "--only",
        type=Kind,
        action="append",
        metavar="KIND",
        help=f"one of {', '.join(Kind)}; may be repeated",
    )
    add("--seed", type=int, default=1)
    add("--pages", type=Path, metavar="DIR", help="page files from elsewhere, true texts beside: NAME.txt")
    add("--keep", type=Path, metavar="DIR", help="keep the pages made here, and use those of an earlier run")
    add("--make", action="store_true", help="make the pages and stop")
    add("--programs", type=_programs, default=list(DEFAULT), metavar="A,B", help=f"of {', '.join(PROGRAMS)}")
    add("--jobs", type=int, default=os.cpu_count() or 1, metavar="N", help="pages at a time (a core each)")
    add("--json", type=Path, metavar="FILE", help="write the result, for benchmarks.reading.report")
    add("--misses", type=int, default=0, metavar="N", help="show each program's N worst pages")
    return parser.parse_args()


def _programs(text: str) -> list[str]:
    names = text.split(",")
    unknown = [name for name in names if name not in PROGRAMS]
    if unknown:
        raise argparse.ArgumentTypeError(f"no such program: {', '.join(unknown)}")
    return names


if __name__ == "__main__":
    sys.exit(main())
