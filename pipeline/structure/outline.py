"""Stage 3: documents in the file, items in the document, blocks in the item."""

from __future__ import annotations

import itertools

from models.outline import Line, Part
from models.text import PAGE_BREAK, Text
from pipeline.structure.blocks import blocks_of
from pipeline.structure.furniture import marked
from pipeline.structure.items import items_of, split_back
from pipeline.structure.lines import lines_of
from pipeline.structure.listed import listed_items
from pipeline.structure.parts import part_starts


def outline(text: Text) -> tuple[Part, ...]:
    """The documents of the text, in order; at least one."""
    lines = lines_of(text)
    starts = part_starts(lines) or (0,)
    edges = [0, *(_edge(text.content, lines[n]) for n in starts[1:]), len(text.content)]
    spans = list(itertools.pairwise(edges))
    return tuple(
        _part(number, len(spans), text.slice(low, high)) for number, (low, high) in enumerate(spans, 1)
    )


def _edge(content: str, line: Line) -> int:
    """Where a document begins whose first line this is: its page's top, where nothing stands above."""
    above = content[: line.start].rstrip(" \t\n")
    return len(above) if above.endswith(PAGE_BREAK) else line.start - line.indent


def _part(number: int, of: int, text: Text) -> Part:
    lines = marked(lines_of(text))
    items, first = items_of(lines)
    front = blocks_of(lines[:first], labels=True)
    items, back = split_back(items)
    known = {item.paragraph for item in items}
    listed = tuple(item for item in listed_items(lines) if item.paragraph not in known)
    return Part(number, of, text, lines, front, items, back, listed)
