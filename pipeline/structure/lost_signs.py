"""Signs that recognition made something else of, found by the gap that they leave in the run of numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from rapidfuzz.distance import Levenshtein

from models.outline import Line, LineRole
from pipeline.structure.item_heading import DNR
from pipeline.structure.signs import Candidate, sign_at

_SHORT = re.compile(r"[\w§$&.,:;!|\s]{1,7}")
"""What is left of "§ 51." where it stands alone on its line: "Sol", "5 5:", "52:"."""
_LIKE_A_SIGN = re.compile(r"[§$&S58s]")
_MOST = 3
"""A longer gap is none of misread signs."""
_MISREAD = r"[§$&S35689sB]{1,2}[.:-]?"
_YEAR = r"(?:/(?:(?:19|20)\d\d|\d\d))?"
_BODIES = r"(?:[A-ZÅÄÖ][A-Za-zÅÄÖåäö]{1,5}\.?\s+){0,2}"
_SCRAP = re.compile(r"(?![a-zåäö]+\s)\S{1,4}(?:[ ]\S{1,4})?\s{3,}(?=\S)")
"""What is left of a sign before a column: "SOT:", "8.8"; no word in small letters, as "att"."""
_APART = re.compile(r"(?<=\s\s\s)\S.*")
_RUNS_ON = re.compile(r"\s*(?:[a-zåäö,;)%]|\d|[-–:]\d)")
"""What stands behind a number that opens no item: a sentence, an amount, a time."""


def with_lost(lines: tuple[Line, ...], signs: list[Candidate]) -> list[Candidate]:
    """The signs, and those misread between, before and after them.

    A number that is missing may stand behind what was made of its sign ("8 103"), or have been misread
    itself between two that are right. Where signs have lines of their own, as many short lines must stand
    between two of them as numbers are missing; before and after them all, a line must look like the sign or
    hold its number.
    """
    if len(signs) < 2:
        return signs
    return _on_own_lines(lines, _filled(lines, signs))


def _filled(lines: tuple[Line, ...], signs: list[Candidate]) -> list[Candidate]:
    """The signs, and in the gaps between them those whose number can be read, or can be but one."""
    turned = not all(sign_at(sign.line.text) for sign in signs)
    lines = _like(lines, signs)
    found: list[Candidate] = []
    at, number = -1, max(0, signs[0].number - _MOST)
    for sign in signs:
        first = not found
        missing = range(number + 1, sign.number) if first or sign.number - number - 1 <= _MOST else range(0)
        for wanted in missing:
            here = _misread(lines, range(at + 1, sign.index), wanted, turned=turned)
            if here is None and len(missing) == 1 and not first:
                here = _wrong_number(lines, range(at + 1, sign.index), wanted)
            if here is not None:
                found.append(here)
                at = here.index
        found.append(sign)
        at, number = sign.index, sign.number
    while here := _misread(lines, range(at + 1, len(lines)), number + 1, turned=turned):
        found.append(here)
        at, number = here.index, here.number
    return _with_scraps(lines, found)


def _with_scraps(lines: tuple[Line, ...], signs: list[Candidate]) -> list[Candidate]:
    found = signs[:1]
    for one, other in pairwise(signs):
        missing = range(one.number + 1, other.number)
        if 0 < len(missing) <= _MOST:
            found += _worn(lines, range(one.index + 1, other.index), missing, signs)
        found.append(other)
    return found


def _misread(lines: tuple[Line, ...], among: range, number: int, *, turned: bool) -> Candidate | None:
    """The one line that begins with the number behind, or where signs are `turned` before, a misread sign."""
    form = re.compile(
        rf"{number}\.?\s{_MISREAD}(?=\s|$)"
        if turned
        else rf"{_BODIES}{_MISREAD}\s?{number}{_YEAR}[.:]?(?=\s|$)"
    )
    fits = [
        Candidate(n, lines[n], opened.end(), number, 0.0)
        for n in among
        if (opened := form.match(lines[n].text)) and _opens(lines[n], opened.end())
    ]
    return fits[0] if len(fits) == 1 else None


def _wrong_number(lines: tuple[Line, ...], among: range, number: int) -> Candidate | None:
    """The one line with a sign whose number, but for one figure, is the one that must stand there."""
    fits = [
        Candidate(n, lines[n], sign.length, number, 0.0)
        for n in among
        if (sign := sign_at(lines[n].text)) and _opens(lines[n], sign.length)
    ]
    near = [fit for fit in fits if Levenshtein.distance(_figures(fit), str(number)) <= 1]
    return near[0] if len(fits) == len(near) == 1 else None


def _worn(lines: tuple[Line, ...], among: range, missing: range, signs: list[Candidate]) -> list[Candidate]:
    """The lines that begin with a scrap before a dnr or a text in a column of its own, as the signs do.

    There must be as many of them as numbers are missing.
    """
    dnr = [
        bool(DNR.match(apart[0])) for sign in signs if (apart := _APART.search(sign.line.text, sign.length))
    ]
    if 2 * len(dnr) < len(signs):
        return []
    usual = 2 * sum(dnr) >= len(dnr)
    fits = [
        (n, scrap.end())
        for n in among
        if (scrap := _SCRAP.match(lines[n].text)) and bool(DNR.match(lines[n].text, scrap.end())) == usual
        if lines[n].role is LineRole.BODY and lines[n].spaced and not DNR.match(lines[n].text)
    ]
    if len(fits) != len(missing):
        return []
    ends = [len(lines[n].text[:end].rstrip()) for n, end in fits]
    return [Candidate(n, lines[n], end, m, 0.0) for (n, _), end, m in zip(fits, ends, missing, strict=True)]


def _like(lines: tuple[Line, ...], signs: list[Candidate]) -> tuple[Line, ...]:
    """The lines; where signs stand right below their headings, each as if white stood above it."""
    if 2 * sum(sign.line.spaced for sign in signs) >= len(signs):
        return lines
    return tuple(replace(line, spaced=True) for line in lines)


def _figures(sign: Candidate) -> str:
    return re.sub(r"\D", "", sign.line.text[: sign.length].partition("/")[0])


def _opens(line: Line, end: int) -> bool:
    """Whether an item may open with what the line holds up to `end`."""
    goes_on = _RUNS_ON.match(line.text, end) and not DNR.match(line.text[end:].lstrip())
    return line.role is LineRole.BODY and line.spaced and not goes_on


def _on_own_lines(lines: tuple[Line, ...], signs: list[Candidate]) -> list[Candidate]:
    alone = [sign for sign in signs if len(sign.line.text) == sign.length]
    if 2 * len(alone) < len(signs):
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
