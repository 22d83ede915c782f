"""Pages drawn, worn and recognised here, kept for the next run."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

import numpy as np

from benchmarks.reading.make.blocks import TEXTS, text_blocks
from benchmarks.reading.make.fields import filled
from benchmarks.reading.make.setting import BREAK
from benchmarks.repair.document import Document
from benchmarks.repair.pairs.content import fit
from benchmarks.repair.pairs.lines import planned, write_pairs
from benchmarks.repair.sources.pairs import from_table

KEPT = Path(__file__).resolve().parents[3] / "build" / "repair-pairs"
_ROOT = Path(__file__).resolve().parents[2]
_SAMPLES = (
    "granby-1974",
    "granby-ks",
    "granby-rapport-lost-letters",
    "granby-tjansteskrivelse",
    "granby-volym",
)
_FILLINGS = 3
"""Texts with fields are taken so many times, filled anew."""


def own_paragraphs(seed: int) -> list[str]:
    """Paragraphs of the texts that this project has of its own."""
    generator = np.random.default_rng([seed, 99])
    names = [*sorted(path.stem for path in TEXTS.glob("*.txt")), *_SAMPLES]
    cells = [" ".join(block.cells) for name in names for block in text_blocks(name)]
    texts = [filled(cell, generator).replace(BREAK, "") for _ in range(_FILLINGS) for cell in cells]
    return list(fit(dict.fromkeys(texts)))


def drawn(
    paragraphs: Sequence[str],
    pages: Mapping[str, int],
    seed: int,
    kept: Path = KEPT,
    say: Callable[[str], None] = lambda _: None,
) -> Iterator[Document]:
    """So many pages for each model, from the folder `kept` where they were made before."""
    table = kept / f"{_digest(paragraphs, pages, seed)}.tsv"
    if not table.exists():
        say(f"making {sum(pages.values())} pages ...")
        kept.mkdir(parents=True, exist_ok=True)
        # Under its own name only when it is whole: a run may be stopped.
        making = table.with_name(f"making-{table.name}")
        write_pairs(paragraphs, seed, planned(pages), making)
        making.with_suffix(".pages.tsv").replace(table.with_suffix(".pages.tsv"))
        making.replace(table)
    yield from from_table(table)


def _digest(paragraphs: Sequence[str], pages: Mapping[str, int], seed: int) -> str:
    """Of the text and of what makes the pages: what other code or text made is not used again."""
    digest = hashlib.sha256(repr((sorted(pages.items()), seed)).encode())
    for paragraph in paragraphs:
        digest.update(paragraph.encode() + b"\n")
    folders = ("repair/pairs", "reading/make", "reading/damage")
    for file in sorted(file for folder in folders for file in (_ROOT / folder).glob("*.py")):
        digest.update(file.read_bytes())
    return digest.hexdigest()[:12]
