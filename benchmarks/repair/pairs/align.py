"""Printed lines beside what was read of each, cut out of the page by aligning its letters."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from rapidfuzz.distance import Levenshtein

_LEAST_ALIKE = 0.45
"""Lines less alike were not read, or something else was: what a layout loses no repair can give back."""


class LinePair(NamedTuple):
    """A line of a page, from 1, as printed and as read."""

    line: int
    printed: str
    read: str


def words_right(printed: str, read: str) -> float:
    """The share of printed words that were read as printed, in their order."""
    true = printed.split()
    steps = Levenshtein.opcodes(true, read.split())
    return sum(step.src_end - step.src_start for step in steps if step.tag == "equal") / max(1, len(true))


def aligned(lines: Sequence[str], read: str) -> Iterator[LinePair]:
    """The lines that were read at all, each with its part of `read`; its line breaks are blanks."""
    flat = " ".join(read.split())
    printed = [" ".join(line.split()) for line in lines]
    starts = list(_cuts(printed, flat))
    for number, (line, (start, end)) in enumerate(zip(printed, pairwise(starts), strict=True), 1):
        part = flat[start:end].strip()
        if line and Levenshtein.normalized_similarity(line, part) >= _LEAST_ALIKE:
            yield LinePair(number, line, part)


def _cuts(printed: Sequence[str], flat: str) -> Iterator[int]:
    """Where in `flat` each printed line begins, and where the last one ends."""
    steps = Levenshtein.opcodes(" ".join(printed), flat)
    ends = [step.src_end for step in steps]
    blanks = [at for at, sign in enumerate(flat) if sign == " "]
    yield 0
    at = 0
    for line in printed[:-1]:
        at += len(line) + 1
        step = steps[min(bisect_left(ends, at), len(steps) - 1)]
        place = min(step.dest_start + at - step.src_start, step.dest_end)
        yield _at_blank(place, blanks)
    yield len(flat)


def _at_blank(place: int, blanks: Sequence[int]) -> int:
    """The start of the word that begins nearest to `place`."""
    after = bisect_left(blanks, place - 1)
    near = blanks[max(0, after - 1) : after + 1]
    return min((blank + 1 for blank in near), key=lambda start: abs(start - place), default=place)
