"""Measure repair: `python -m benchmarks.repair [--quick] [--text FILE] [--clean FILE] [--pairs DIR]`.

Draws pages of this project's own texts, has Tesseract read them with several models, and repairs what was
read with each program; then repairs sound texts. --quick takes the bundled texts alone, starts no Tesseract.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path

from rich.console import Console

from benchmarks.arguments import names_of
from benchmarks.repair import tables
from benchmarks.repair.document import Document, Facts
from benchmarks.repair.misses import shown as worst
from benchmarks.repair.pairs.__main__ import pages_of
from benchmarks.repair.pairs.content import fit
from benchmarks.repair.pairs.lines import lines_of
from benchmarks.repair.pairs.recognise import installed
from benchmarks.repair.programs.hunspell import DICTIONARY
from benchmarks.repair.programs.known import NEEDS_DICTIONARY, PROGRAMS
from benchmarks.repair.result import Result
from benchmarks.repair.run import run
from benchmarks.repair.sources.clean import bundled, of_file, of_running_text
from benchmarks.repair.sources.drawn import KEPT, drawn, own_paragraphs
from benchmarks.repair.sources.pairs import given
from models.swedish.held_out import held_out
from samples import FOLDER, TRUTH

_PAGES = {"eng": 12, "nor": 6, "deu": 6, "swe": 6, "Latin": 6}
_QUICK = ("nothing", "ours")
_CLEAN_WORDS = 100_000
_WIDE = 200
_FILES = {
    "--text": "running text, plain or .xz: its held-out paragraphs are drawn, and are sound text",
    "--clean": "sound text, plain or .xz",
    "--pairs": "a folder with NAME.gt.txt beside NAME.txt, or tables of lines",
}
_LOST = "granby-rapport-lost-letters"


def main() -> int:
    """Do what was asked."""
    asked = _arguments()
    console = Console() if sys.stdout.isatty() else Console(width=_WIDE)
    names = list(_programs(asked))
    result, judged = run(list(_documents(asked)), names, say)
    if asked.json:
        asked.json.write_text(result.model_dump_json(indent=1) + "\n", "utf-8")
    show(result, console)
    for line in worst(judged[names[-1]], asked.misses):
        console.print(line, markup=False, highlight=False, soft_wrap=True)
    return 0


def say(line: str) -> None:
    """Progress, apart from the tables."""
    print(line, file=sys.stderr)


def _programs(asked: argparse.Namespace) -> Iterator[str]:
    for name in asked.programs or (_QUICK if asked.quick else PROGRAMS):
        if name in NEEDS_DICTIONARY and not DICTIONARY.exists():
            say(f"{name} is left out: it needs hunspell-sv (tools/setup.sh bench).")
        else:
            yield name


def _documents(asked: argparse.Namespace) -> Iterator[Document]:
    """Damaged documents first, then clean ones."""
    for path in asked.pairs:
        yield from given(path)
    if not asked.only_given:
        yield _lost_letters()
        if not asked.quick:
            yield from _drawn(asked)
        yield from bundled(asked.seed)
    for path in asked.text:
        yield from of_running_text(path, asked.clean_words)
    for path in asked.clean:
        yield from of_file(path, asked.clean_words)


def _drawn(asked: argparse.Namespace) -> Iterator[Document]:
    models = installed()
    missing = [model for model in asked.pages if model not in models]
    if missing:
        say(f"Left out, for Tesseract lacks them: {', '.join(missing)} (tools/setup.sh bench).")
    pages = {model: number for model, number in asked.pages.items() if model in models}
    if not pages:
        return
    yield from drawn(own_paragraphs(asked.seed), pages, asked.seed, asked.keep, say)
    for path in asked.text:
        paragraphs = [line for line in fit(lines_of(path)) if held_out(line)]
        for document in drawn(paragraphs, pages, asked.seed, asked.keep, say):
            facts = document.facts.model_copy(update={"set": f"{path.name}, {document.facts.set}"})
            yield document.model_copy(update={"facts": facts})


def _lost_letters() -> Document:
    printed, read = ((folder / f"{_LOST}.txt").read_text("utf-8") for folder in (TRUTH, FOLDER))
    return Document(facts=Facts(name=_LOST, set="sample", kind="damaged"), printed=printed, read=read)


def show(result: Result, console: Console) -> None:
    """The tables."""
    ours = result.programs[-1]
    detail = tables.of(result, ours, lambda _: True)
    everything: list[tuple[str, tables.Head, tables.Rows]] = [
        *((name, tables.DAMAGED_HEAD, tables.damaged_rows(result, tables.in_set(name)))
          for name in tables.sets(result, "damaged")),
        ("sound text", tables.CLEAN_HEAD, tables.clean_rows(result, tables.of_kind("clean"))),
        ("cost", tables.COST_HEAD, tables.cost_rows(result)),
        (f"{ours.name}, by class", tables.CLASS_HEAD, tables.class_rows(result, ours)),
        (f"{ours.name}, by confidence", tables.CONFIDENCE_HEAD, tables.confidence_rows(detail)),
    ]  # fmt: skip
    for title, head, rows in everything:
        if rows:
            console.print(tables.shown(title, head, rows))


def _arguments() -> argparse.Namespace:
    form = argparse.RawDescriptionHelpFormatter
    parser = argparse.ArgumentParser("python -m benchmarks.repair", description=__doc__, formatter_class=form)
    add = parser.add_argument
    add("--quick", action="store_true", help="the bundled texts alone, no other program")
    for name, meaning in _FILES.items():
        add(name, type=Path, action="append", default=[], metavar="PATH", help=f"{meaning}; may be repeated")
    add("--only-given", action="store_true", help="none of this project's own texts")
    add("--clean-words", type=int, default=_CLEAN_WORDS, metavar="N", help="of each sound text at most")
    add("--pages", type=pages_of, nargs="+", metavar="MODEL=PAGES", help="pages to draw and read")
    programs = f"of {', '.join(PROGRAMS)}; the last is told in detail"
    add("--programs", type=names_of(PROGRAMS), metavar="A,B", help=programs)
    add("--seed", type=int, default=1)
    add("--keep", type=Path, default=KEPT, metavar="DIR", help="where pages read are kept for the next run")
    add("--json", type=Path, metavar="FILE", help="write the result, for benchmarks.repair.report")
    add("--misses", type=int, default=0, metavar="N", help="show the last program's N worst misses")
    asked = parser.parse_args()
    asked.pages = dict(asked.pages) if asked.pages else _PAGES
    return asked


if __name__ == "__main__":
    sys.exit(main())
