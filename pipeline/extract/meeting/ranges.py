"""For which §§ somebody was there, as an entry of a list says it."""

from __future__ import annotations

import re
from collections.abc import Iterable

from models.matter import ParagraphRange

_NUMBERS = re.compile(
    r"(?P<but>\b(?:ej|inte|utom|j[äa]v(?:ig)?)[ ]*(?:(?:i|vid|under|på)[ ]+)?)?"
    r"(?:§§?|(?<=ej[ ])|(?<=j[äa]v[ ]))[ ]*"
    r"(?P<list>\d+(?:[ ]*(?:[-–,]|och|samt)[ ]*(?:§§?[ ]*)?\d+)*)"
    r"(?P<recused>[ ,]*(?:p[ .]?g[ .]?a\.?[ ]|på grund av[ ])?[(]?j[äa]v)?"
)
_OPEN = re.compile(
    r"\b(?:(?P<since>fr(?:\.[ ]?|[ ])?o\.?[ ]?m|från(?:[ ]och[ ]med)?)"
    r"|(?P<until>t(?:\.[ ]?|[ ])?o\.?[ ]?m|till(?:[ ]och[ ]med)?))"
    r"\b\.?[ ]*§§?[ ]*(?P<number>\d+)",
    re.IGNORECASE,
)
"""A range that names one end: "fr.o.m. § 90", "t o m § 92"."""
_RANGE = re.compile(r"(\d+)(?:[ ]*[-–][ ]*(?:§§?[ ]*)?(\d+))?")


def present_for(tail: str, paragraphs: ParagraphRange | None) -> tuple[ParagraphRange, ...] | None:
    """The ranges of §§ that the entry names; those left out are taken from the meeting's."""
    found = _NUMBERS.search(tail)
    opened = list(_OPEN.finditer(tail))
    if opened:
        return _open_range(opened, paragraphs)
    if found is None:
        return None
    ranges = tuple((int(r[1]), int(r[2] or r[1])) for r in _RANGE.finditer(found["list"]))
    if found["but"] is None and found["recused"] is None:
        return _joined(ranges) or None
    return _others(ranges, paragraphs) if paragraphs else None


def _open_range(
    found: list[re.Match[str]], paragraphs: ParagraphRange | None
) -> tuple[ParagraphRange, ...] | None:
    """The range whose other end, where it isn't named, is that of the meeting."""
    low = next((int(end["number"]) for end in found if end["since"]), paragraphs[0] if paragraphs else None)
    high = next((int(end["number"]) for end in found if end["until"]), paragraphs[1] if paragraphs else None)
    return ((low, high),) if low is not None and high is not None and low <= high else None


def _joined(ranges: Iterable[ParagraphRange]) -> tuple[ParagraphRange, ...]:
    """The ranges that are ones, those that follow at once upon each other made one."""
    joined: list[ParagraphRange] = []
    for low, high in ranges:
        if low > high:
            continue
        if joined and low == joined[-1][1] + 1:
            joined[-1] = (joined[-1][0], high)
        else:
            joined.append((low, high))
    return tuple(joined)


def _others(
    ranges: tuple[ParagraphRange, ...], paragraphs: ParagraphRange
) -> tuple[ParagraphRange, ...] | None:
    """The §§ of the meeting that lie in none of the ranges."""
    at, left = paragraphs[0], list[ParagraphRange]()
    for low, high in sorted(ranges):
        if at <= low - 1:
            left.append((at, low - 1))
        at = max(at, high + 1)
    if at <= paragraphs[1]:
        left.append((at, paragraphs[1]))
    return tuple(left) or None
