"""What an office document is laid out on: lines of text on pages, columns kept in the gaps."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from models.finding import Finding

GAP = "   "
"""What parts columns, and stands for a tab."""
_WIDEST_COLUMN = 40
"""Cells are filled up to the width of their column, and no column is taken for wider than this."""
_RUNNING_TEXT = 60
"""Cells with longer lines than this, and several of them, are text side by side and are set one by one."""

Cell = Sequence[str]
"""The lines of one cell of a table."""


@dataclass(frozen=True, slots=True)
class Written:
    """A document as text, a page each; `steps` say how it was read."""

    pages: tuple[str, ...]
    steps: tuple[str, ...] = ()
    findings: tuple[Finding, ...] = ()


@dataclass(slots=True)
class Sheets:
    """The pages of a document while it is read.

    Heads and feet stand once each, on the first page that is free for them; notes at the end of their page.
    """

    _done: list[str] = field(default_factory=list[str])
    _lines: list[str] = field(default_factory=list[str])
    _notes: list[str] = field(default_factory=list[str])
    _heads: list[Cell] = field(default_factory=list[Cell])
    _feet: list[Cell] = field(default_factory=list[Cell])
    _shown: set[str] = field(default_factory=set[str])

    def add(self, lines: Iterable[str], *, apart: bool = False) -> None:
        """Set lines, with an empty line before them where they are to stand apart."""
        fresh = [line for text in lines for line in text.replace("\f", "\n").split("\n")]
        if apart and self._lines and any(fresh):
            self._lines.append("")
        self._lines += fresh

    def go_on(self, text: str) -> None:
        """Set text on the line that was set last."""
        first, *rest = text.replace("\f", "\n").split("\n")
        self._lines[-1:] = [(self._lines[-1] if self._lines else "") + first]
        self._lines += rest

    def note(self, lines: Cell) -> None:
        """Set a note at the end of the page."""
        self._notes += lines

    def head(self, lines: Cell) -> None:
        """Set what stands at the head of pages from now on."""
        self._keep(self._heads, lines)

    def foot(self, lines: Cell) -> None:
        """Set what stands at the foot of pages from now on."""
        self._keep(self._feet, lines)

    def turn(self) -> None:
        """Begin a new page; one on which nothing stands is no page."""
        if any(line.strip() for line in (*self._lines, *self._notes)):
            self._done.append(self._page(last=False))
            self._lines, self._notes = [], []

    def pages(self) -> tuple[str, ...]:
        """All pages, at least one."""
        blank = not any(line.strip() for line in (*self._lines, *self._notes))
        if blank and self._done and not (self._heads or self._feet):
            return tuple(self._done)
        return (*self._done, self._page(last=True))

    def lines(self) -> list[str]:
        """All lines, where pages don't matter."""
        return [line for page in self.pages() for line in page.split("\n")]

    def _keep(self, where: list[Cell], lines: Cell) -> None:
        text = "\n".join(lines).strip()
        if text and text not in self._shown:
            self._shown.add(text)
            where.append(lines)

    def _page(self, *, last: bool) -> str:
        count = None if last else 1
        blocks = [*self._heads[:count], self._lines, self._notes, *self._feet[:count]]
        del self._heads[:count], self._feet[:count]
        texts = ("\n".join(line.rstrip() for line in block).strip("\n") for block in blocks)
        return "\n\n".join(text for text in texts if text)


def table_lines(rows: Sequence[Sequence[Cell]]) -> list[str]:
    """A table row by row, its cells side by side with their columns one under the other."""
    widths = _widths(rows)
    return [line for row in rows for line in _row_lines(row, widths)]


def _widths(rows: Sequence[Sequence[Cell]]) -> list[int]:
    columns = max((len(row) for row in rows), default=0)
    lengths = ([len(line) for row in rows if at < len(row) for line in row[at]] for at in range(columns))
    return [min(max(column, default=0), _WIDEST_COLUMN) for column in lengths]


def _row_lines(row: Sequence[Cell], widths: Sequence[int]) -> list[str]:
    filled = [cell for cell in row if any(line.strip() for line in cell)]
    long = any(len(line) > _RUNNING_TEXT for cell in filled for line in cell)
    if long and any(len(cell) > 1 for cell in filled):
        return [line for cell in filled for line in cell]
    lines: list[str] = []
    for at in range(max((len(cell) for cell in row), default=0)):
        pieces = (
            (cell[at] if at < len(cell) else "").ljust(width)
            for cell, width in zip(row, widths, strict=False)
        )
        lines.append(GAP.join(pieces).rstrip())
    return [line for line in lines if line]
