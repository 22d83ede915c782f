"""How surely confidence is told: `python -m benchmarks.repair.calibrate TABLE ...`.

Tables of pages as `benchmarks.repair.pairs` writes them (kept in `build/repair-pairs/`), of other seeds than
those measured. Prints, for each reason of the tagger's edits, by what the log odds of its confidence are to
be multiplied so that as many edits are right as confidence promises; what is told as the surest is left out,
for it is capped. Put it into `pipeline.repair.words`, and run again: nothing is to be changed then.
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from math import exp, log
from pathlib import Path
from typing import NamedTuple

from benchmarks.repair.document import Document
from benchmarks.repair.measure import Judged, is_right
from benchmarks.repair.programs.ours import as_text
from benchmarks.repair.programs.program import Corrected, Span
from benchmarks.repair.sources.pairs import from_table
from models.settings import RepairSettings
from pipeline.repair import repair

_REASONS = ("letters", "å ä ö")
_SUREST = 0.99
_LEAST = 10
_STEEPEST = 8.0


class Told(NamedTuple):
    """An edit: why it was made, how sure the program was, and whether it is right."""

    reason: str
    confidence: float
    right: bool


def main() -> None:
    """Print a line for each reason."""
    parser = argparse.ArgumentParser("python -m benchmarks.repair.calibrate", description=__doc__)
    parser.add_argument("tables", type=Path, nargs="+", metavar="TABLE")
    by_reason: dict[str, list[Told]] = defaultdict(list)
    for table in parser.parse_args().tables:
        for document in from_table(table):
            for edit in told(document):
                by_reason[edit.reason].append(edit)
    for reason in _REASONS:
        edits = [edit for edit in by_reason[reason] if edit.confidence < _SUREST]
        if len(edits) >= _LEAST:
            print(f"{reason:<8}{len(edits):>6} edits, log odds to be multiplied by {slope(edits):.2f}")


def told(document: Document) -> Iterator[Told]:
    """The edits of a document."""
    text = repair(as_text(document.read), RepairSettings()).text
    spans = [Span(*text.span_of(at), edit.confidence) for at, edit in enumerate(text.edits)]
    judged = Judged(document, Corrected(text=text.content, edits=tuple(spans)))
    true = {place: judged.printed[at].text for at, place in judged.places.items()}
    for edit, span in zip(text.edits, spans, strict=True):
        yield Told(edit.reason, edit.confidence, is_right(span, judged, true))


def slope(edits: Sequence[Told]) -> float:
    """By what to multiply all log odds so that as many edits are right as their confidences promise."""
    right = sum(edit.right for edit in edits)
    low, high = 0.0, _STEEPEST
    for _ in range(40):
        middle = (low + high) / 2
        low, high = (low, middle) if _promised(edits, middle) > right else (middle, high)
    return (low + high) / 2


def _promised(edits: Iterable[Told], by: float) -> float:
    odds = (log(edit.confidence / (1 - edit.confidence)) for edit in edits)
    return sum(1 / (1 + exp(-by * one)) for one in odds)


if __name__ == "__main__":
    main()
