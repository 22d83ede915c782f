"""A part's text in the order in which it is read: columns one after the other, each character traced back."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from models.outline import Line, Part
from models.swedish.names import NAME_WORD
from models.vocabulary import Capacity
from pipeline.extract.columns import Column, Zone, cells_of, zones

_ONLY_NAME = re.compile(rf"{NAME_WORD}(?: {NAME_WORD}){{1,3}}")


@dataclass(frozen=True, slots=True)
class Flow:
    """`text` in reading order; its piece n begins at `at[n]` and stands at `origin[n]` in the part's text."""

    text: str
    at: tuple[int, ...]
    origin: tuple[int, ...]

    def spans(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """Where `text[start:end]` stands in the part's text: a span for each unbroken stretch, blanks out."""
        first = max(bisect_right(self.at, start) - 1, 0)
        for n in range(first, len(self.at)):
            if self.at[n] >= end:
                return
            high = min(end, self.at[n + 1] if n + 1 < len(self.at) else len(self.text))
            low = max(start, self.at[n])
            piece = self.text[low:high]
            shift = self.origin[n] - self.at[n]
            begin, stop = low + len(piece) - len(piece.lstrip()), high - len(piece) + len(piece.rstrip())
            if stop > begin:
                yield begin + shift, stop + shift


def flow_of(part: Part) -> Flow:
    """The lines of the part in order, an empty line between blocks, the columns of lists below each other."""
    pieces = list(_pieces(part))
    at: list[int] = []
    total = 0
    for _, text in pieces:
        at.append(total)
        total += len(text)
    return Flow("".join(text for _, text in pieces), tuple(at), tuple(origin for origin, _ in pieces))


def _pieces(part: Part) -> Iterator[tuple[int, str]]:
    """Stretches of text with the position of each; line ends belong to the stretch before them."""
    in_zone = {line.start: zone for zone in (*zones(part), *_signatures(part)) for line in zone.lines}
    done: set[int] = set()
    before: Line | None = None
    for line in part.lines:
        zone = in_zone.get(line.start)
        if zone is None:
            gap = part.text.content[before.end : line.start] if before else ""
            blank = "\n" if gap.count("\n") > 1 else ""
            yield line.start - len(blank), blank + line.text + "\n"
        elif id(zone) not in done:
            done.add(id(zone))
            yield from _by_column(zone)
        before = line


def _signatures(part: Part) -> Iterator[Zone]:
    """Names side by side with what they are below them, as at the end of a letter."""
    for above, below in pairwise(part.lines):
        names, titles = list(cells_of(above)), list(cells_of(below))
        if len(names) > 1 and len(names) == len(titles) and all(_ONLY_NAME.fullmatch(n.text) for n in names):
            columns = (
                Column(Capacity.OVRIG, Capacity.OVRIG, list(pair)) for pair in zip(names, titles, strict=True)
            )
            yield Zone(tuple(columns), (above, below))


def _by_column(zone: Zone) -> Iterator[tuple[int, str]]:
    for column in zone.columns:
        for n, cell in enumerate(column.cells):
            blank = "" if n else "\n"
            beside = n + 1 < len(column.cells) and column.cells[n + 1].row == cell.row
            yield cell.start - len(blank), blank + cell.text + ("   " if beside else "\n")
