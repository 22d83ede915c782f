"""Which § signs open the items of minutes: by their place on the line and the rising run of numbers."""

from __future__ import annotations

import re
from dataclasses import dataclass

from models.outline import Line, LineRole
from models.swedish.headings import COVER, heading_of
from pipeline.structure.item_heading import DNR

_SIGN = re.compile(
    r"(?:(?:[A-ZÅÄÖ][A-Za-zÅÄÖåäö]{1,5}|[a-zåäö]{0,4}au)\s+){0,2}"
    r"\{?§\.?\s?(?P<number>\d{1,2}\s\d(?=\s{2}|$)|\d{1,4})\b(?:/(?:(?:19|20)\d\d|\d\d)(?![\d/]))?[.:]?\}?"
)
_NUMBER_FIRST = re.compile(r"(?P<number>\d{1,4})\s?§(?!\s*\d)[.:]?(?=\s|$)")
"""The sign after its number, as some boards and companies print it: "49 §"."""
_NUMERO = re.compile(r"N:[or]\s?(?P<number>\d{1,3})\b[.:]?")
"""What some old minutes print for the sign: "N:o 4."."""
_CONTINUES = re.compile(
    r"(?:^|[\s(])(?:och|samt|enligt|av|i|den|se|beslut|till|från|med|kf|ks|au|\d{4}-\d\d-\d\d)$|[,\-–(]$",
    re.IGNORECASE,
)
_FOLLOWS = re.compile(r"[a-zåäö,;)]|(?:19|20)\d\d-\d\d-\d\d|(?:och|samt|till|i|av)\b|[-–]\s?§?\s?\d")
_NEAR = 3.0
_NEAR_LINES = 12
_LEAST_TURNED = 3
"""So many items at least have their sign after the number: a law is cited so, too."""
_HEADED = 0.5
"""What a heading such as "Beslut" under a sign adds to it."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A sign that may open an item: the line with this `index`, of which it takes `length` letters.

    `weight` says how much the line looks like an item's first.
    """

    index: int
    line: Line
    length: int
    number: int
    weight: float


@dataclass(frozen=True, slots=True)
class Sign:
    """A § sign at the start of a line: its number, and how many letters it takes."""

    number: int
    length: int


def sign_at(text: str) -> Sign | None:
    """The sign that the line begins with."""
    found = _SIGN.match(text)
    return Sign(int(re.sub(r"\s", "", found["number"])), found.end()) if found else None


def opening_signs(lines: tuple[Line, ...]) -> list[Candidate]:
    """The signs that open items, in order: the heaviest run, of "§ 49", of "49 §" or of "N:o 49"."""
    best = _rising(_candidates(lines, _SIGN))
    for form in (_NUMBER_FIRST, _NUMERO):
        other = _rising(_candidates(lines, form))
        if len(other) >= _LEAST_TURNED and _weigh(other) > _weigh(best):
            best = other
    return best


def _weigh(chain: list[Candidate]) -> float:
    return sum(candidate.weight for candidate in chain)


def _candidates(lines: tuple[Line, ...], form: re.Pattern[str]) -> list[Candidate]:
    found: list[Candidate] = []
    before = ""
    for n, line in enumerate(lines):
        sign = form.match(line.text) if line.role is LineRole.BODY else None
        if sign:
            weight = _weight(line, sign, before) + _HEADED * _leads_to_blocks(lines, n)
            if weight > 0:
                found.append(Candidate(n, line, sign.end(), int(re.sub(r"\s", "", sign["number"])), weight))
        if line.role is LineRole.BODY:
            before = line.text
    return found


def _leads_to_blocks(lines: tuple[Line, ...], at: int) -> bool:
    """Whether a known heading stands under the sign before the next one, as in no list of items."""
    for line in lines[at + 1 : at + _NEAR_LINES]:
        if line.role is LineRole.BODY:
            if _SIGN.match(line.text):
                return False
            heading = heading_of(line.text, labels=False)
            if heading is not None and heading.kind not in COVER:
                return True
    return False


def _weight(line: Line, sign: re.Match[str], before: str) -> float:
    """How much the line looks like an item's first: 1 for a sign alone, less within running text."""
    rest = line.text[sign.end() :].strip()
    weight = 1.0
    if _FOLLOWS.match(rest) or rest.endswith("§"):
        weight -= 1.0
    if _CONTINUES.search(before) and not line.spaced:
        weight -= 0.8
    if line.spaced:
        weight += 0.3
    if not rest or DNR.match(rest):
        weight += 0.3
    return weight


def _rising(candidates: list[Candidate]) -> list[Candidate]:
    """The heaviest chain of candidates whose numbers rise, each best by one."""
    best: list[tuple[float, int | None]] = []
    for n, candidate in enumerate(candidates):
        score, link = candidate.weight, None
        for k in range(max(0, n - 200), n):
            step = candidate.number - candidates[k].number
            if step >= 1:
                through = best[k][0] + candidate.weight + (0.5 if step == 1 else -min(_NEAR, step / 10))
                if through > score:
                    score, link = through, k
        best.append((score, link))
    if not best:
        return []
    at: int | None = max(range(len(best)), key=lambda n: (best[n][0], n))
    chain: list[Candidate] = []
    while at is not None:
        chain.append(candidates[at])
        at = best[at][1]
    return chain[::-1]
