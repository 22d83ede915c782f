"""The blocks under known headings."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from itertools import zip_longest

from models.outline import Block, BlockKind, Line, LineRole
from models.swedish.bodies import BODY_WORD
from models.swedish.headings import Heading, heading_of

_CHAPTER = re.compile(r"\d{1,2}(?:\.\d{1,2})*\.?\s+[A-ZÅÄÖ][^.:;]{2,70}")
"""The heading of a numbered chapter."""
DECIDES_ALONE = re.compile(
    rf"(?:[\w-]{{1,40}} ){{0,5}}?{BODY_WORD} (?:har )?"
    r"(?:beslutar|beslutade|beslöt|beslutat)(?: för egen del)?(?:,? att)?:?",
    re.IGNORECASE,
)
"""A line that says that a body decides, and nothing more: what follows is the decision."""
_PROPOSES_ALONE = re.compile(
    rf"(?:[\w-]{{1,40}} ){{0,5}}?{BODY_WORD} föreslår \w*fullmäktige"
    r"(?: (?:att )?besluta)?(?:,? att)?:?",
    re.IGNORECASE,
)
_LONGEST = 120
_POINTS = frozenset({BlockKind.DECISION, BlockKind.PROPOSAL})
"""Blocks whose numbered lines are points, not chapters."""


def blocks_of(lines: Iterable[Line], *, labels: bool) -> tuple[Block, ...]:
    """The lines parted at known headings; with `labels`, also at those that share a line with their value."""
    blocks: list[Block] = []
    kind, heading, body = BlockKind.LEAD, None, list[Line]()
    shown = [line for line in lines if line.role is LineRole.BODY]
    every = [(line, _heading(line, below, labels=labels)) for line, below in zip_longest(shown, shown[1:])]
    decided = any(found is not None and found.kind is BlockKind.DECISION for _, found in every)
    for line, known in every:
        found = known
        turned = _turned(line, kind, body, decided=decided) if found is None else None
        if turned is not None:
            blocks += [Block(kind, heading, tuple(body))] if heading is not None or body else []
            kind, heading, body = turned, None, [line]
            continue
        if found is None and labels and kind not in _POINTS and _CHAPTER.fullmatch(line.text):
            found = Heading(BlockKind.OTHER, len(line.text))
        if found is None:
            body.append(line)
            continue
        if heading is not None or body:
            blocks.append(Block(kind, heading, tuple(body)))
        kind = found.kind
        heading = replace(line, end=line.start + found.length, text=line.text[: found.length].rstrip(" :"))
        body = list(_value(line, found.length))
    if heading is not None or body:
        blocks.append(Block(kind, heading, tuple(body)))
    return tuple(blocks)


def _heading(line: Line, below: Line | None, *, labels: bool) -> Heading | None:
    """The heading that the line is, or begins with; "Ärendet" is none where its sentence goes on below."""
    runs_on = below is not None and not below.spaced and below.text[:1].islower()
    return None if runs_on and line.text.casefold() == "ärendet" else heading_of(line.text, labels=labels)


def _turned(line: Line, kind: BlockKind, body: list[Line], *, decided: bool) -> BlockKind | None:
    """The kind of block that a line opens without a heading over it: a decision, or a proposal to others.

    Under a proposal told to its end it does so, too, unless a heading elsewhere says what is `decided`.
    """
    told = kind is BlockKind.PROPOSAL and not decided and bool(body) and body[-1].text.endswith(".")
    if (body and not line.spaced) or len(line.text) > _LONGEST or (kind in _POINTS and not told):
        return None
    if DECIDES_ALONE.fullmatch(line.text):
        return BlockKind.DECISION
    if told:
        return None
    return BlockKind.PROPOSAL if _PROPOSES_ALONE.fullmatch(line.text) else None


def _value(line: Line, length: int) -> Iterable[Line]:
    """What follows a label on its line, as a line of its own."""
    tail = line.text[length:]
    bare = tail.strip()
    if bare:
        start = line.start + length + tail.index(bare)
        indent = line.indent + start - line.start
        yield replace(line, start=start, end=start + len(bare), text=bare, indent=indent, spaced=False)
