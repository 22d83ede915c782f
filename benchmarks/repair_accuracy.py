"""How much repair mends and how much it breaks: `python benchmarks/repair_accuracy.py --pair TRUTH READ ...`.

A pair is a text as printed and the same text as it was read; `--clean` takes sound text, of which repair
should change nothing. Words are compared one by one, the two texts aligned; blanks don't count.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from rapidfuzz.distance import Levenshtein

from models.page import Origin, Page, Word
from models.settings import RepairSettings
from pipeline.repair import Repaired, repair
from pipeline.text import as_read


class Score(NamedTuple):
    """Words of a text: right before and after repair, mended, broken, changed."""

    words: int
    before: int
    after: int
    mended: int
    broken: int
    changed: int
    seconds: float


def repaired(text: str) -> tuple[Repaired, float]:
    """The text as one page, repaired, and the seconds that it took."""
    page = Page(1, tuple(Word(line.rstrip("\n"), "\n") for line in text.splitlines()), Origin.TEXT)
    start = time.perf_counter()
    done = repair(as_read([page]), RepairSettings())
    return done, time.perf_counter() - start


def matched(truth: list[str], read: list[str]) -> Iterator[tuple[int, int]]:
    """The words that stand for each other in the shortest way from one text to the other."""
    for step in Levenshtein.opcodes(truth, read):
        if step.tag in {"equal", "replace"}:
            places = range(step.src_start, step.src_end), range(step.dest_start, step.dest_end)
            yield from zip(*places, strict=True)


def score(truth: str, read: str) -> Score:
    """What repair makes of `read`, judged by `truth`."""
    done, seconds = repaired(read)
    printed, before, after = truth.split(), read.split(), done.text.content.split()
    was = {t: printed[t] == before[r] for t, r in matched(printed, before)}
    now = {t: printed[t] == after[r] for t, r in matched(printed, after)}
    mended = sum(now.get(t, False) and not right for t, right in was.items())
    broken = sum(right and not now.get(t, False) for t, right in was.items())
    return Score(
        len(printed), sum(was.values()), sum(now.values()), mended, broken, len(done.text.edits), seconds
    )


def main() -> None:
    """Score what is given and print one line for each text and one for all."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pair", nargs=2, type=Path, action="append", default=[], metavar=("TRUTH", "READ"))
    parser.add_argument("--clean", type=Path, action="append", default=[])
    given = parser.parse_args()
    pairs = [*given.pair, *((path, path) for path in given.clean)]
    scores = [score(truth.read_text("utf-8"), read.read_text("utf-8")) for truth, read in pairs]
    for (_, read), one in zip(pairs, scores, strict=True):
        sys.stdout.write(line(read.name, one))
    sys.stdout.write(line("all", Score(*(sum(column) for column in zip(*scores, strict=True)))))


def line(name: str, one: Score) -> str:
    """A score as a line of figures."""
    shares = f"{one.before / one.words:6.1%} -> {one.after / one.words:6.1%}"
    counts = f"mended {one.mended}  broken {one.broken}  changed {one.changed}"
    return f"{name:30.30} {one.words:6} words  {shares}  {counts}  {one.words / one.seconds:.0f} words/s\n"


if __name__ == "__main__":
    main()
