"""What the tagger is taught with: windows of read signs and their labels, drawn or really read."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np
from rapidfuzz.distance import Levenshtein

from models.swedish.tagger.alphabet import KEEP, LOST, NOTHING, OTHER, PAD, Codes, encoded
from models.swedish.tagger.learn.corpus import Loose, pages
from models.swedish.tagger.learn.noise import Degree, Table, emitted, labelled
from models.swedish.tagger.tagger import WINDOW

_PRINTED = 560
"""Signs printed for a window, which is the fuller the fewer of them are lost; what is too much is cut."""
_STRAY = 0.0003
_MOST_STRAY = 0.004
"""The share of signs read as any sign at all: what a document has of it, most often and at most."""
_TOGETHER = 40
"""Paragraphs in their order that are set together, before others are taken."""
_LINES = 30
"""Lines of a page that are laid in a window, to be cut where it is full."""

Page = Sequence[tuple[str, str]]
"""The lines of a page, as printed and as read."""


class Window(NamedTuple):
    """The codes of WINDOW signs read, and for each what is printed there and what was lost after it."""

    read: Codes
    here: Codes
    after: Codes


class Family(NamedTuple):
    """A family of recognition models: its table, how often it is drawn, how its degrees of damage spread."""

    table: Table
    weight: float
    marked: float
    """The scale of the marked letters' damage; 1 as in the table."""


def padded(read: Codes, here: Codes, after: Codes) -> Window:
    """A window of what there is, cut or padded to its size."""
    cut = (codes[:WINDOW] for codes in (read, here, after))
    return Window(*(np.pad(codes, (0, WINDOW - len(codes)), constant_values=PAD) for codes in cut))


def drawn(paragraphs: Sequence[str], loose: Loose, families: Sequence[Family], seed: int) -> Iterator[Window]:
    """Windows of the paragraphs, over and over, each in another setting and with another damage."""
    rng, numbers = random.Random(seed), np.random.default_rng(seed)  # noqa: S311
    weights = np.array([family.weight for family in families])
    order = [*range(0, len(paragraphs), _TOGETHER)]
    # No text gives no window, rather than a search for one without end.
    while order:
        rng.shuffle(order)
        for at in order:
            for page in pages(paragraphs[at : at + _TOGETHER], loose, rng):
                codes = encoded(page)
                for start in range(0, max(1, len(codes) - _PRINTED // 3), _PRINTED):
                    family = families[int(numbers.choice(len(families), p=weights / weights.sum()))]
                    yield _read(codes[start : start + _PRINTED], family, numbers)


def _read(text: Codes, family: Family, numbers: np.random.Generator) -> Window:
    other = float(np.exp(numbers.normal(0.0, 1.2)))
    blanks = float(np.exp(numbers.normal(-0.5, 1.5)))
    stray = _STRAY * float(np.exp(numbers.normal(0.0, 1.2)))
    degree = Degree(
        family.marked * _lost(numbers), min(other, 8.0), min(blanks, 30.0), min(stray, _MOST_STRAY)
    )
    return padded(*labelled(text, emitted(text, family.table, degree, numbers)))


def _lost(numbers: np.random.Generator) -> float:
    """How many of the marked letters go: with most engines all, seldom some, or none."""
    kind = numbers.random()
    if kind < 0.75:
        return 1.02
    return float(numbers.random()) if kind < 0.92 else 0.0


def aligned(printed: str, read: str) -> tuple[Codes, Codes, Codes]:
    """What was read, and its labels by the shortest way from it to what is printed."""
    was, codes = encoded(printed), encoded(read)
    here = np.full(len(codes), KEEP, dtype=np.int64)
    after = np.full(len(codes), NOTHING, dtype=np.int64)
    for step in Levenshtein.opcodes(read, printed):
        if step.tag == "replace":
            here[step.src_start : step.src_end] = _said(was[step.dest_start : step.dest_end], KEEP)
        elif step.tag == "delete":
            here[step.src_start : step.src_end] = LOST
        elif step.tag == "insert" and step.src_start:
            after[step.src_start - 1] = _said(was, NOTHING)[step.dest_start]
    return codes, here, after


def _said(printed: Codes, otherwise: int) -> Codes:
    """The labels that say what is printed; `otherwise` for a sign outside the alphabet: none can say it."""
    return np.where(printed == OTHER, otherwise, printed)


def really_read(read_pages: Sequence[Page], seed: int) -> Iterator[Window]:
    """Windows of pages that an engine read, over and over."""
    rng = random.Random(seed)  # noqa: S311
    while read_pages:
        page = rng.choice(read_pages)
        start = rng.randrange(len(page))
        parts = [aligned(printed + "\n", read + "\n") for printed, read in page[start : start + _LINES]]
        yield padded(*(np.concatenate(column) for column in zip(*parts, strict=True)))
