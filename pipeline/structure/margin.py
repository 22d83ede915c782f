"""What older minutes set in the margin beside an item's text: its heading in short lines, or its dnr."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from models.outline import Line

_LEAST, _WIDEST = 8, 26
"""How far right of its sign, in characters, the text of an item with a margin begins."""
_JOINED = 12
"""So far a line of the margin reaches into the text where a word that was cut at its end is made whole."""


@dataclass(frozen=True, slots=True)
class Parted:
    """The lines in the margin, and those of the text, each from where it begins."""

    margin: tuple[Line, ...]
    text: tuple[Line, ...]


def parted(sign: Line, rest: Line | None, body: Sequence[Line]) -> Parted | None:
    """The item's lines apart, where all beside its sign and below keep to two columns; else None.

    `rest` is what stands on the sign's line, in the column of the text. A page's first line may be a running
    head, which keeps to no column.
    """
    if rest is None or not _LEAST <= rest.indent - sign.indent <= _WIDEST:
        return None
    margin: list[Line] = []
    text = [rest]
    page = rest.page
    for line in body:
        halves = (None, line) if line.page != page else _halves(line, rest.indent)
        page = line.page
        if halves is None:
            return None
        left, right = halves
        margin += [left] if left else []
        text += [right] if right else []
    return Parted(tuple(margin), tuple(text)) if margin else None


def _edge(text: str, at: int) -> int:
    """The place nearest to `at` where a word begins behind a blank; `at` itself where none is beside it."""
    near = (at, at - 1, at + 1)
    return next((n for n in near if 1 < n < len(text) and text[n - 1] == " " != text[n]), at)


def _halves(line: Line, column: int) -> tuple[Line | None, Line | None] | None:
    """What stands before the column and from it on; None where the line runs over its edge.

    Behind an empty line no heading goes on in the margin, and a text that begins there has white before it.
    """
    at = _edge(line.text, column - line.indent)
    if at <= 1:
        return None, line
    left, right = line.text[:at].rstrip(), line.text[at:]
    if line.spaced and not line.text[:at].endswith("  "):
        return None
    if not right:
        return line, None
    if line.text[at - 1] not in " -" and len(line.text) <= at + _JOINED and "  " not in line.text:
        return line, None
    if right[0] == " " or line.text[at - 1] not in " -":
        return None
    return (
        replace(line, end=line.start + len(left), text=left),
        replace(line, start=line.start + at, indent=column, text=right, spaced=line.spaced),
    )
