"""The items of minutes: which § signs open one, by their place on the line and the rising run of numbers."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from models.outline import Block, BlockKind, ItemOutline, Line, LineRole
from models.swedish.headings import COVER, heading_of
from pipeline.structure.blocks import blocks_of
from pipeline.structure.item_heading import DNR, after_sign, headed, is_margin

_SIGN = re.compile(
    r"(?:[A-ZÅÄÖ][A-Za-zÅÄÖåäö]{1,5}\s+){0,2}"
    r"\{?§\s?(?P<number>\d{1,2}\s\d(?=\s{2}|$)|\d{1,4})\b(?:/(?:(?:19|20)\d\d|\d\d)(?![\d/]))?[.:]?\}?"
)
_CONTINUES = re.compile(
    r"(?:^|[\s(])(?:och|samt|enligt|av|i|den|se|beslut|till|från|med|kf|ks|au|\d{4}-\d\d-\d\d)$|[,\-–(]$",
    re.IGNORECASE,
)
_FOLLOWS = re.compile(r"[a-zåäö,;)]|(?:19|20)\d\d-\d\d-\d\d|(?:och|samt|till|i|av)\b|[-–]\s?§?\s?\d")
_NEAR = 3.0
_NEAR_LINES = 12
_HEADED = 0.5
"""What a heading such as "Beslut" under a sign adds to it."""


@dataclass(frozen=True, slots=True)
class _Candidate:
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


def items_of(lines: tuple[Line, ...]) -> tuple[tuple[ItemOutline, ...], int | None]:
    """The items among `lines`, and the index of the line that opens the first of them."""
    chain = _rising(_candidates(lines))
    if not chain:
        return (), None
    starts = [_start(lines, candidate.index) for candidate in chain]
    ends = [*starts[1:], len(lines)]
    items = tuple(_item(lines, *each) for each in zip(chain, starts, ends, strict=True))
    return items, starts[0]


def _candidates(lines: tuple[Line, ...]) -> list[_Candidate]:
    found: list[_Candidate] = []
    before = ""
    for n, line in enumerate(lines):
        sign = _SIGN.match(line.text) if line.role is LineRole.BODY else None
        if sign:
            weight = _weight(line, sign, before) + _HEADED * _leads_to_blocks(lines, n)
            if weight > 0:
                found.append(_Candidate(n, line, sign.end(), int(re.sub(r"\s", "", sign["number"])), weight))
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


def _rising(candidates: list[_Candidate]) -> list[_Candidate]:
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
    chain: list[_Candidate] = []
    while at is not None:
        chain.append(candidates[at])
        at = best[at][1]
    return chain[::-1]


def _start(lines: tuple[Line, ...], at: int) -> int:
    """The index of the line with which the item of this sign begins: a dnr over it is its own."""
    above = next((n for n in range(at - 1, -1, -1) if lines[n].role is LineRole.BODY), None)
    if above is None or not lines[above].spaced or not DNR.match(lines[above].text):
        return at
    return above if is_margin(lines[above]) else at


def _item(lines: tuple[Line, ...], candidate: _Candidate, start: int, end: int) -> ItemOutline:
    line, above = candidate.line, lines[start] if start < candidate.index else None
    sign = replace(line, end=line.start + candidate.length, text=line.text[: candidate.length])
    body = tuple(li for li in lines[candidate.index + 1 : end] if li.role is LineRole.BODY)
    found = headed(after_sign(line, candidate.length), body)
    blocks = blocks_of(found.text, labels=False)
    return ItemOutline(candidate.number, sign, found.heading, blocks, above=above)


def split_back(items: tuple[ItemOutline, ...]) -> tuple[tuple[ItemOutline, ...], tuple[Block, ...]]:
    """The items, and apart from the last of them the pages of signatures and notice that follow it."""
    if not items:
        return items, ()
    last = items[-1]
    closing = (BlockKind.SIGNATURES, BlockKind.NOTICE, BlockKind.ADJUSTING)
    cut = next((n for n, block in enumerate(last.blocks) if block.kind in closing), len(last.blocks))
    return (*items[:-1], replace(last, blocks=last.blocks[:cut])), last.blocks[cut:]
