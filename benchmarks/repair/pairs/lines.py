"""Pairs of lines as a table on disk, and running text from disk."""

from __future__ import annotations

import lzma
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from benchmarks.repair.pairs.page import ANY, Choice, Drawn, ReadPage, made


def lines_of(path: Path) -> Iterator[str]:
    """The lines of a text, which may be packed with xz."""
    packed = path.suffix == ".xz"
    with lzma.open(path, "rt", encoding="utf-8") if packed else path.open(encoding="utf-8") as lines:
        yield from lines


def planned(pages: Mapping[str, int]) -> Sequence[Sequence[str]]:
    """The models that read each page: every model its number of pages, spread evenly over all."""
    most = max(pages.values())
    return [
        [model for model, number in pages.items() if at * number // most < (at + 1) * number // most]
        for at in range(most)
    ]


def write_pairs(
    paragraphs: Sequence[str], seed: int, plan: Sequence[Sequence[str]], out: Path, choice: Choice = ANY
) -> None:
    """Make the pages and write their lines to `out`, what they are to NAME.pages.tsv, while they are made."""
    about = out.with_suffix(".pages.tsv")
    with out.open("w", encoding="utf-8") as pairs, about.open("w", encoding="utf-8") as pages:
        for page, read in made(paragraphs, seed, plan, choice):
            pages.write(described(page, read))
            pairs.writelines(
                f"{read.model}\t{page.number}\t{line.line}\t{line.printed}\t{line.read}\n"
                for line in read.lines
            )
            pages.flush()
            pairs.flush()


def described(page: Drawn, read: ReadPage) -> str:
    """A page and how well it was read, as a line."""
    size = len(" ".join(page.lines).split())
    kept = f"{len(read.lines)}/{len(page.lines)}"
    made_as = f"{page.face}\t{page.dpi}\t{page.degree.name}\t{size}"
    return f"{read.model}\t{page.number}\t{made_as}\t{kept}\t{read.right:.4f}\n"
