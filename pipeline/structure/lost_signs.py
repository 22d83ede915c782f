"""Signs that recognition made something else of, found by the gap that they leave in the run of numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from models.outline import Line, LineRole
from pipeline.structure.signs import Candidate

_SHORT = re.compile(r"[\w§$&.,:;!|\s]{1,7}")
"""What is left of "§ 51." where it stands alone on its line: "Sol", "5 5:", "52:"."""
_LIKE_A_SIGN = re.compile(r"[§$&S58s]")
_MOST = 3
"""A longer gap is none of misread signs."""


def with_lost(lines: tuple[Line, ...], signs: list[Candidate]) -> list[Candidate]:
    """The signs, and those misread between, before and after them, where signs have lines of their own.

    Between two signs as many short lines must stand as numbers are missing; before and after them all, a line
    must look like the sign or hold its number.
    """
    alone = [sign for sign in signs if len(sign.line.text) == sign.length]
    if len(signs) < 2 or 2 * len(alone) < len(signs):
        return signs
    found = [*_before(lines, signs[0]), signs[0]]
    for one, other in pairwise(signs):
        missing = other.number - one.number - 1
        if 0 < missing <= _MOST:
            between = list(_short(lines, one.index + 1, other.index))
            if len(between) == missing:
                found += [_sign(lines, n, one.number + step) for step, n in enumerate(between, 1)]
        found.append(other)
    return [*found, *_after(lines, signs[-1])]


def _short(lines: tuple[Line, ...], start: int, end: int) -> Iterator[int]:
    """The indices of short lines between these, each a paragraph of its own."""
    for n in range(start, end):
        line = lines[n]
        if line.role is LineRole.BODY and line.spaced and _SHORT.fullmatch(line.text):
            yield n


def _before(lines: tuple[Line, ...], first: Candidate) -> Iterator[Candidate]:
    """The sign of the number before the first, where one line looks like it."""
    number = first.number - 1
    fits = [n for n in _short(lines, 0, first.index) if n and _fits(lines[n], number)] if number else []
    if fits:
        yield _sign(lines, fits[-1], number)


def _after(lines: tuple[Line, ...], last: Candidate) -> Iterator[Candidate]:
    number = last.number
    for n in _short(lines, last.index + 1, len(lines)):
        if _fits(lines[n], number + 1):
            number += 1
            yield _sign(lines, n, number)


def _fits(line: Line, number: int) -> bool:
    """Whether what is left can be the sign: it begins like one or holds the number, and is as long."""
    bare = re.sub(r"[^\w§$&]", "", line.text)
    like = _LIKE_A_SIGN.match(line.text) is not None and len(bare) <= len(str(number)) + 1
    return like or re.sub(r"\D", "", line.text) == str(number)


def _sign(lines: tuple[Line, ...], at: int, number: int) -> Candidate:
    return Candidate(at, lines[at], len(lines[at].text), number, 0.0)
