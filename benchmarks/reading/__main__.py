"""Measure reading: `python -m benchmarks.reading [--quick] [--programs A,B] [--json FILE] [--misses N]`.

Makes its pages, or takes those of --pages, has every program read them, and prints the tables. With
--born-digital or --volume it measures long files instead; --json then adds to a file that is there.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from collections.abc import Sequence
from contextlib import nullcontext
from pathlib import Path

from rich.console import Console

from benchmarks.arguments import names_of
from benchmarks.reading.images import given
from benchmarks.reading.make.kinds import Kind
from benchmarks.reading.make.pages import PAGES_A_KIND, made, planned
from benchmarks.reading.misses import worst
from benchmarks.reading.page import BenchPage
from benchmarks.reading.programs.known import DEFAULT, PROGRAMS, QUICK
from benchmarks.reading.result import Result
from benchmarks.reading.run import Texts, begun, run
from benchmarks.reading.tables import GROUPINGS, details, grouped, long_files, overall, shown_programs
from benchmarks.reading.volume import measure_digital, measure_volume

_WIDE = 200
"""Columns of what goes to a file and not to a terminal."""


def main() -> int:
    """Do what was asked."""
    asked = _arguments()
    console = Console() if sys.stdout.isatty() else Console(width=_WIDE)
    if asked.born_digital or asked.volume:
        _measure_long_files(asked, console)
        return 0
    keep = (
        nullcontext(str(asked.keep)) if asked.keep else tempfile.TemporaryDirectory(prefix="justerat-pages-")
    )
    with keep as folder:
        pages = _pages(asked, Path(folder).resolve())
        if asked.make:
            print(f"{len(pages)} pages in {folder}")
        else:
            _measure(asked, pages, console)
    return 0


def _pages(asked: argparse.Namespace, folder: Path) -> list[BenchPage]:
    if asked.pages:
        pages = given(asked.pages.resolve())
        if not pages:
            sys.exit(f"{asked.pages} holds no page with its true text beside it, as NAME.txt or NAME.gt.txt.")
        return pages
    number = asked.number or (1 if asked.quick else PAGES_A_KIND)
    return made(folder, asked.seed, planned(asked.only or list(Kind), number))


def _measure(asked: argparse.Namespace, pages: Sequence[BenchPage], console: Console) -> None:
    names = asked.programs or (QUICK if asked.quick else DEFAULT)
    result = begun(None if asked.pages else asked.seed, asked.jobs, pages)
    programs = [PROGRAMS[name] for name in names]
    texts = run(pages, programs, result, lambda line: print(line, file=sys.stderr), apart=asked.apart)
    _write(asked, result)
    console.print(overall(result))
    for name in GROUPINGS:
        console.print(grouped(result, name))
    for program in shown_programs(result):
        console.print(details(result, program, "kind"))
    _show_misses(asked.misses, pages, result, texts, console)


def _show_misses(
    number: int, pages: Sequence[BenchPage], result: Result, texts: Texts, console: Console
) -> None:
    for program in result.programs:
        if program.name in texts:
            for line in worst(program, pages, texts[program.name], number):
                console.print(line, markup=False, highlight=False, soft_wrap=True)


def _measure_long_files(asked: argparse.Namespace, console: Console) -> None:
    there = asked.json and asked.json.exists()
    text = asked.json.read_text("utf-8") if there else ""
    result = Result.model_validate_json(text) if text else begun(asked.seed, asked.jobs)
    if asked.born_digital:
        result.digital = measure_digital()
    if asked.volume:
        result.volume = measure_volume(asked.volume, asked.jobs, asked.seed)
    _write(asked, result)
    console.print(long_files(result))


def _write(asked: argparse.Namespace, result: Result) -> None:
    if asked.json:
        asked.json.write_text(result.model_dump_json(indent=1) + "\n", "utf-8")


def _arguments() -> argparse.Namespace:
    form = argparse.RawDescriptionHelpFormatter
    parser = argparse.ArgumentParser(
        "python -m benchmarks.reading", description=__doc__, formatter_class=form
    )
    add = parser.add_argument
    add("--quick", action="store_true", help="one page of each kind, and only Tesseract beside")
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
    add("--programs", type=names_of(PROGRAMS), metavar="A,B", help=f"of {', '.join(PROGRAMS)}")
    add("--jobs", type=int, default=os.cpu_count() or 1, metavar="N", help="pages at a time (a core each)")
    add("--apart", action="store_true", help="read each kind in a call of its own, to tell what it costs")
    add("--json", type=Path, metavar="FILE", help="write the result, for benchmarks.reading.report")
    add("--misses", type=int, default=0, metavar="N", help="show each program's N worst pages")
    add("--born-digital", action="store_true", help="pages a second of PDFs with a text layer")
    add("--volume", type=int, metavar="N", help="one PDF of N pages: memory, and time of its first and last")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
