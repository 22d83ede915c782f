"""The items that a table of contents names, each with its § and heading."""

from __future__ import annotations

from dataclasses import replace
from itertools import takewhile

from models.outline import ItemOutline, Line, LineRole
from pipeline.structure.contents import is_contents_heading, without_leader
from pipeline.structure.item_heading import after_sign, is_margin
from pipeline.structure.signs import sign_at

_LONGEST = 8
"""So many lines at most make one entry."""


def listed_items(lines: tuple[Line, ...]) -> tuple[ItemOutline, ...]:
    """One item without blocks for each § of the contents, in the order of the paper."""
    contents = [line for line in lines if line.role is LineRole.CONTENTS]
    return tuple(
        _entry(line, contents[n + 1 : n + _LONGEST], sign.length, sign.number)
        for n, line in enumerate(contents)
        if (sign := sign_at(line.text)) is not None
    )


def _entry(line: Line, below: list[Line], length: int, number: int) -> ItemOutline:
    """The entry that `line` opens: what stands beside its sign and below, up to the next one."""
    sign = replace(line, end=line.start + length, text=line.text[:length])
    heading = [without_leader(first)] if (first := after_sign(line, length)) else []
    last = line
    for under in () if _ends(line) else takewhile(_is_of_entry, below):
        if not is_margin(under):
            heading.append(without_leader(under))
        last = under
        if _ends(under):
            break
    kept = tuple(part for part in heading if part.text)
    return ItemOutline(number, sign, kept, (), margin=last.end - (kept[-1] if kept else sign).end)


def _is_of_entry(line: Line) -> bool:
    return sign_at(line.text) is None and not is_contents_heading(line.text)


def _ends(line: Line) -> bool:
    """Whether a leader or a column of page numbers ends the entry with this line."""
    return without_leader(line).text != line.text
