"""The items of minutes: each with its sign, its heading over, beside or under it, and its blocks."""

from __future__ import annotations

from dataclasses import replace

from models.outline import Block, BlockKind, ItemOutline, Line, LineRole
from models.swedish.headings import COVER, heading_of
from pipeline.structure.blocks import blocks_of
from pipeline.structure.item_heading import DNR, Headed, after_sign, headed, headed_in_margin, is_margin
from pipeline.structure.lost_signs import with_lost
from pipeline.structure.margin import parted
from pipeline.structure.signs import Candidate, opening_signs

_LONGEST_OVER = 3
"""So many lines a heading over its sign takes at most."""


def items_of(lines: tuple[Line, ...]) -> tuple[tuple[ItemOutline, ...], int | None]:
    """The items among `lines`, and the index of the line that opens the first of them."""
    signs = with_lost(lines, opening_signs(lines))
    if not signs:
        return (), None
    over = [_heading_over(lines, sign.index) for sign in signs]
    usual = sum(map(bool, over)) >= max(2, len(signs) / 2)
    over = [above if usual or _is_alone(lines, sign) else () for above, sign in zip(over, signs, strict=True)]
    starts = [_start(lines, sign.index) - len(above) for above, sign in zip(over, signs, strict=True)]
    ends = [*starts[1:], len(lines)]
    items = tuple(_item(lines, *each) for each in zip(signs, over, ends, strict=True))
    return items, starts[0]


def _heading_over(lines: tuple[Line, ...], at: int) -> tuple[Line, ...]:
    """A heading right above the sign: a paragraph of its own that no full stop ends."""
    heading: list[Line] = []
    if lines[at].spaced:
        return ()
    for line in reversed(lines[max(0, at - _LONGEST_OVER) : at]):
        if line.role is not LineRole.BODY:
            return ()
        heading.insert(0, line)
        if line.spaced:
            break
    if not heading or not heading[0].spaced or heading[-1].text.endswith((".", ":", ",")):
        return ()
    known = [found.kind for line in heading if (found := heading_of(line.text, labels=True))]
    dnr = DNR.match(heading[-1].text)
    return tuple(heading) if heading[0].text[:1].isupper() and not dnr and not {*known} - COVER else ()


def _is_alone(lines: tuple[Line, ...], sign: Candidate) -> bool:
    """Whether no heading stands beside the sign or under it: a known heading of a block follows."""
    if after_sign(sign.line, sign.length) is not None:
        return False
    below = (line for line in lines[sign.index + 1 :] if line.role is LineRole.BODY and not is_margin(line))
    first = next(below, None)
    return first is not None and heading_of(first.text, labels=False) is not None


def _start(lines: tuple[Line, ...], at: int) -> int:
    """The index of the line with which the item of this sign begins: a dnr over it is its own."""
    above = next((n for n in range(at - 1, -1, -1) if lines[n].role is LineRole.BODY), None)
    if above is None or not lines[above].spaced or not DNR.match(lines[above].text):
        return at
    return above if is_margin(lines[above]) else at


def _item(lines: tuple[Line, ...], found: Candidate, over: tuple[Line, ...], end: int) -> ItemOutline:
    line, start = found.line, _start(lines, found.index)
    sign = replace(line, end=line.start + found.length, text=line.text[: found.length])
    body = tuple(li for li in lines[found.index + 1 : end] if li.role is LineRole.BODY)
    parts = _headed(sign, after_sign(line, found.length), over, body)
    above = lines[start] if start < found.index else over[0] if over else None
    blocks = blocks_of(parts.text, labels=False)
    return ItemOutline(found.number, sign, parts.heading, blocks, above=above, beside=parts.beside)


def _headed(sign: Line, rest: Line | None, over: tuple[Line, ...], body: tuple[Line, ...]) -> Headed:
    """The item's heading and its text: over the sign, in the margin, or beside it and below."""
    if over and rest is None:
        return Headed(over, body)
    columns = parted(sign, rest, body)
    return headed_in_margin(columns) if columns else headed(rest, body)


def split_back(items: tuple[ItemOutline, ...]) -> tuple[tuple[ItemOutline, ...], tuple[Block, ...]]:
    """The items, and apart from the last of them the pages of signatures and notice that follow it."""
    if not items:
        return items, ()
    last = items[-1]
    closing = (BlockKind.SIGNATURES, BlockKind.NOTICE, BlockKind.ADJUSTING)
    cut = next((n for n, block in enumerate(last.blocks) if block.kind in closing), len(last.blocks))
    return (*items[:-1], replace(last, blocks=last.blocks[:cut])), last.blocks[cut:]
