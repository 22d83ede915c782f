"""The items of minutes: which § signs open one, by their place on the line and the rising run of numbers."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from models.outline import Block, BlockKind, ItemOutline, Line, LineRole
from models.swedish.headings import heading_of
from pipeline.structure.blocks import blocks_of

_SIGN = re.compile(
    r"(?:(?:KF|KS|AU|KSAU|[A-ZÅÄÖ][A-Za-zåäö]{1,4})\s+)?"
    r"\{?§\s?(?P<number>\d{1,2}\s\d(?=\s{2}|$)|\d{1,4})\b[.:]?\}?"
)
_DNR = re.compile(
    r"\(?\b(?:d\s?nr|diarienr|diarienummer|beteckning)\b|\(?\b[A-ZÅÄÖ]{2,5}[ /-]?(?:19|20)\d\d[:/-]",
    re.IGNORECASE,
)
_CONTINUES = re.compile(
    r"(?:^|[\s(])(?:och|samt|enligt|av|i|den|se|beslut|till|från|med|kf|ks|au|\d{4}-\d\d-\d\d)$|[,\-–(]$",
    re.IGNORECASE,
)
_FOLLOWS = re.compile(r"[a-zåäö,;)]|(?:och|samt|till|i|av)\b|[-–]\s?§?\s?\d")
_NEAR = 3.0
_LONGEST_HEADING = 4


@dataclass(frozen=True, slots=True)
class _Candidate:
    index: int
    line: Line
    length: int
    number: int
    weight: float


def items_of(lines: tuple[Line, ...]) -> tuple[tuple[ItemOutline, ...], int | None]:
    """The items among `lines`, and the index of the line that opens the first of them."""
    chain = _rising(_candidates(lines))
    if not chain:
        return (), None
    ends = [candidate.index for candidate in chain[1:]] + [len(lines)]
    items = tuple(_item(lines, candidate, end) for candidate, end in zip(chain, ends, strict=True))
    return items, chain[0].index


def _candidates(lines: tuple[Line, ...]) -> list[_Candidate]:
    found: list[_Candidate] = []
    before = ""
    for n, line in enumerate(lines):
        sign = _SIGN.match(line.text) if line.role is LineRole.BODY else None
        if sign:
            weight = _weight(line, sign, before)
            if weight > 0:
                found.append(_Candidate(n, line, sign.end(), int(re.sub(r"\s", "", sign["number"])), weight))
        if line.role is LineRole.BODY:
            before = line.text
    return found


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
    if not rest or _DNR.match(rest):
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


def _item(lines: tuple[Line, ...], candidate: _Candidate, end: int) -> ItemOutline:
    line = candidate.line
    sign = replace(line, end=line.start + candidate.length, text=line.text[: candidate.length])
    body = tuple(li for li in lines[candidate.index + 1 : end] if li.role is LineRole.BODY)
    rest = _rest(line, candidate.length)
    heading, used = _heading(rest, body)
    return ItemOutline(candidate.number, sign, heading, blocks_of(body[used:], labels=False))


def _rest(line: Line, length: int) -> Line | None:
    """What stands after the sign on its own line, but for a dnr in the margin."""
    tail = line.text[length:]
    dnr = _DNR.search(tail)
    kept = (tail[: dnr.start()] if dnr else tail).rstrip(" (")
    bare = kept.strip(" .:–-")
    if not bare:
        return None
    start = line.start + length + kept.index(bare)
    return replace(line, start=start, end=start + len(bare), text=bare)


def _heading(rest: Line | None, body: tuple[Line, ...]) -> tuple[tuple[Line, ...], int]:
    """The heading's lines, and how many of `body` they and the dnr lines among them take."""
    heading = [rest] if rest else []
    used = 0
    for line in body[: _LONGEST_HEADING + 2]:
        if heading_of(line.text, labels=False) or len(heading) >= _LONGEST_HEADING:
            break
        if _DNR.match(line.text) and (not heading or len(line.text) < 60):
            used += 1
            continue
        if heading and (line.spaced or heading[-1].text.endswith(".") or not _goes_on(heading, rest, line)):
            break
        heading.append(line)
        used += 1
    return tuple(heading), used


def _goes_on(heading: list[Line], rest: Line | None, line: Line) -> bool:
    """Whether a heading that began on the sign's line wraps: its next line begins in lower case."""
    began_with_sign = rest is not None and heading[0] is rest
    return not began_with_sign or line.text[:1].islower() or heading[-1].text.endswith(("-", ",", " och"))


def split_back(items: tuple[ItemOutline, ...]) -> tuple[tuple[ItemOutline, ...], tuple[Block, ...]]:
    """The items, and apart from the last of them the pages of signatures and notice that follow it."""
    if not items:
        return items, ()
    last = items[-1]
    closing = (BlockKind.SIGNATURES, BlockKind.NOTICE, BlockKind.ADJUSTING)
    cut = next((n for n, block in enumerate(last.blocks) if block.kind in closing), len(last.blocks))
    return (*items[:-1], replace(last, blocks=last.blocks[:cut])), last.blocks[cut:]
