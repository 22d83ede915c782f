"""What becomes of each kind of text layer, and how fast good ones are read: `python -m benchmarks.layers`.

For each kind: the verdict, the character errors of the layer as it stands, and of what the reader and the
deterministic repairs make of it. CER counts insertions, deletions and substitutions; blanks and line ends
count as one blank.
"""

from __future__ import annotations

import argparse
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from rapidfuzz.distance import Levenshtein
from rich.console import Console
from rich.table import Table

from benchmarks.layers.draw import Sheet, filled, pdf_of
from benchmarks.layers.kinds import KINDS, Kind
from ingest import pdf
from ingest.files import open_source
from ingest.layer.page import begin, judged
from ingest.layer.read import read_layer
from ingest.reader import read_page
from models.page import Page
from models.settings import ReadingSettings
from models.swedish.lexicon import lexicon
from pipeline.repair.deterministic import STEPS
from pipeline.text import join
from samples import TRUTH

_WORDS = 260
_DENSE = 520
_PAGES = 40
SETTINGS = ReadingSettings()


def main() -> None:
    """Print a row for each kind, and the speed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--only", nargs="*", help="names of kinds")
    given = parser.parse_args()
    words = _true_words()
    table = Table("kind", "verdict", "right", "layer's CER %", "CER %", "how")
    with tempfile.TemporaryDirectory() as folder:
        for kind in KINDS:
            if not given.only or kind.name in given.only:
                table.add_row(*row(kind, words[:_WORDS], Path(folder) / "page.pdf"))
        pages, a_page = speed(words, Path(folder) / "dense.pdf")
    console = Console()
    console.print(table)
    console.print(f"born digital: {pages:.0f} pages a second and core, {a_page:.0f} words a page")


def row(kind: Kind, words: Sequence[str], path: Path) -> tuple[str, ...]:
    """What becomes of one kind."""
    path.write_bytes(kind.make(words))
    with pdf.opened(path) as document:
        layer = read_layer(document, path, 1)
    verdict = judged(layer).verdict
    page = read_page(open_source(path, SETTINGS), 1, SETTINGS)
    text = join([page])
    for step in STEPS:
        text = text.apply(step(text.content))
    truth = " ".join(words)
    errors = (f"{100 * cer(truth, read):.2f}" for read in (layer.text, text.content))
    right = "yes" if verdict is kind.right else f"no: {kind.right}"
    return kind.name, verdict, right, *errors, "; ".join(page.steps)


def cer(truth: str, read: str) -> float:
    """The share of characters that are wrong, missing or too many."""
    return Levenshtein.distance(truth, " ".join(read.split())) / len(truth)


def speed(words: Sequence[str], path: Path) -> tuple[float, float]:
    """Born-digital pages of `_DENSE` words that are read in a second of one core, and their words."""
    starts = range(0, _PAGES * 40, 40)
    turned = [[*words[start % len(words) :], *words[: start % len(words)]] for start in starts]
    path.write_bytes(pdf_of([Sheet(filled(page[:_DENSE], 8.0)) for page in turned]))
    lexicon()
    best, count = 1e9, 0
    for _ in range(3):
        begun = time.process_time()
        with pdf.opened(path) as document:
            pages = [begin(document, path, number, SETTINGS) for number in range(1, _PAGES + 1)]
        best = min(best, time.process_time() - begun)
        count = sum(len(page.words) for page in pages if isinstance(page, Page))
    return _PAGES / best, count / _PAGES


def _true_words() -> list[str]:
    names = ("granby-ks", "granby-tjansteskrivelse", "granby-volym")
    return [word for name in names for word in (TRUTH / f"{name}.txt").read_text("utf-8").split()]


if __name__ == "__main__":
    main()
