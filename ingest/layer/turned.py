"""Words written along and across a page become one text: what stands on its side is read in its own order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ingest.layer.glyphs import SLANTED
from ingest.layer.sheet import Sheet
from ingest.layer.words import Drawn, displayed
from ingest.layout import lay_out
from models.geometry import hull
from models.page import Word

_BLOCK = "\n\n"


def lay_out_turned(words: Sequence[Drawn], sheet: Sheet) -> tuple[Word, ...]:
    """`words` in reading order with the white space before each, boxes on the page as displayed.

    Where most stand on their side, as in a table across the sheet, upright ones above them (the head of the
    page) come first and the others last; where only some do, as beside a diagram, these come after the rest;
    slanting writing, mostly a stamp or a watermark, comes last of all.
    """
    if all(one.direction == 0 for one in words):
        return lay_out(one.word for one in words)
    laid: list[Word] = []
    for group in _groups(words, sheet):
        block = _laid(group, sheet)
        if laid and block:
            block = (replace(block[0], gap=_BLOCK + block[0].gap.lstrip("\n")), *block[1:])
        laid += block
    return tuple(laid)


def _laid(group: Sequence[Drawn], sheet: Sheet) -> tuple[Word, ...]:
    direction = group[0].direction
    if direction == SLANTED:
        return tuple(one.word for one in group)
    placed = lay_out(one.word for one in group)
    return tuple(
        replace(word, box=displayed(word.box, direction, sheet) if word.box else None) for word in placed
    )


def _groups(words: Sequence[Drawn], sheet: Sheet) -> Iterator[Sequence[Drawn]]:
    """The words of one direction each, in the order in which they are read."""
    by_direction = {way: [one for one in words if one.direction == way] for way in range(SLANTED + 1)}
    upright = by_direction.pop(0)
    slanted = by_direction.pop(SLANTED)
    turned = sorted((group for group in by_direction.values() if group), key=len, reverse=True)
    if turned and len(turned[0]) > len(upright):
        boxes = (displayed(one.box, one.direction, sheet) for one in turned[0])
        middle = hull(boxes).middle
        yield from filter(None, [[one for one in upright if one.box.middle < middle]])
        yield turned.pop(0)
        upright = [one for one in upright if one.box.middle >= middle]
    yield from filter(None, [upright, *turned, slanted])
