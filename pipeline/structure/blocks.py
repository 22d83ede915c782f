"""The blocks under known headings."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

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
    for line in lines:
        if line.role is not LineRole.BODY:
            continue
        found = heading_of(line.text, labels=labels)
        turned = _turned(line, kind) if found is None else None
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


def _turned(line: Line, kind: BlockKind) -> BlockKind | None:
    """The kind of block that a line opens without a heading over it: a decision, or a proposal to others."""
    if not line.spaced or kind in _POINTS or len(line.text) > _LONGEST:
        return None
    if DECIDES_ALONE.fullmatch(line.text):
        return BlockKind.DECISION
    return BlockKind.PROPOSAL if _PROPOSES_ALONE.fullmatch(line.text) else None


def _value(line: Line, length: int) -> Iterable[Line]:
    """What follows a label on its line, as a line of its own."""
    tail = line.text[length:]
    bare = tail.strip()
    if bare:
        start = line.start + length + tail.index(bare)
        indent = line.indent + start - line.start
        yield replace(line, start=start, end=start + len(bare), text=bare, indent=indent, spaced=False)
