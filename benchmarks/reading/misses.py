"""The worst pages, and where what was read leaves what is true."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from rapidfuzz.distance import Levenshtein

from benchmarks.reading.measure import normal, without
from benchmarks.reading.page import BenchPage
from benchmarks.reading.result import ProgramResult

_AROUND = 2
_MOST_SNIPPETS = 25
_LONGEST = 160


def worst(
    program: ProgramResult, pages: Sequence[BenchPage], texts: Mapping[str, str], number: int
) -> Iterator[str]:
    """Lines about the pages with most character errors, worst first."""
    order = sorted(range(len(pages)), key=lambda at: -program.counts[at].character_errors)
    for at in order[:number]:
        counts, page = program.counts[at], pages[at]
        if counts.character_errors == 0:
            return
        about = " ".join(filter(None, (page.form, page.face, f"{page.dpi} dpi" if page.dpi else "")))
        yield f"{program.name}  {page.name}  CER {counts.cer:.3%} ({counts.character_errors})  {about}"
        yield from (f"    {line}" for line in snippets(page.truth, texts.get(page.name, ""), page.aside))


def snippets(truth: str, read: str, aside: Sequence[str] = ()) -> Iterator[str]:
    """`true -> read` for each run of words that differ, with the words before and after."""
    true = normal(truth).split()
    found = without(true, normal(read).split(), aside)
    differences = [step for step in Levenshtein.opcodes(true, found) if step.tag != "equal"]
    for step in differences[:_MOST_SNIPPETS]:
        before = " ".join(true[max(0, step.src_start - _AROUND) : step.src_start])
        after = " ".join(true[step.src_end : step.src_end + _AROUND])
        was = " ".join(true[step.src_start : step.src_end])
        now = " ".join(found[step.dest_start : step.dest_end])
        yield f"{before} [{_short(was)} -> {_short(now)}] {after}"
    if len(differences) > _MOST_SNIPPETS:
        yield f"and {len(differences) - _MOST_SNIPPETS} more"


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
