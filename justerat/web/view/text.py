"""The text of one page: repaired with every repair marked, and as it was read."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass

from models.record import Record, RecordEdit
from models.text import PAGE_BREAK

MOST_CHARACTERS = 100_000
"""So much of a page's text is shown; a record holds the whole."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the repaired text, with the repair that made it, if one did: the `number`th, from 1."""

    text: str
    edit: RecordEdit | None = None
    number: int = 0

    @property
    def raw(self) -> str:
        """What was read there."""
        return self.text if self.edit is None else self.edit.raw


@dataclass(frozen=True, slots=True)
class PageText:
    """A page's text in pieces; `whole` is False where it is longer than is shown."""

    pieces: tuple[Piece, ...]
    whole: bool

    @property
    def repairs(self) -> tuple[Piece, ...]:
        """The pieces that were repaired."""
        return tuple(piece for piece in self.pieces if piece.edit)

    @property
    def raw(self) -> str:
        """The page as it was read."""
        return "".join(piece.raw for piece in self.pieces)


def page_text(record: Record, page: int) -> PageText:
    """The text of a page of the file, which the record stands on."""
    start, end = span_of(record, page)
    shown = min(end, start + MOST_CHARACTERS)
    pieces: list[Piece] = []
    at = start
    first = bisect_left(record.edits, start, key=lambda edit: edit.start)
    for number, edit in enumerate(record.edits[first:], first + 1):
        if edit.start >= shown:
            break
        if edit.start > at:
            pieces.append(Piece(record.text[at : edit.start]))
        pieces.append(Piece(record.text[edit.start : edit.end], edit, number))
        at = edit.end
    if shown > at:
        pieces.append(Piece(record.text[at:shown]))
    return PageText(tuple(pieces), shown == end)


def span_of(record: Record, page: int) -> tuple[int, int]:
    """Where the page's text stands; what follows the last break is all the last page's."""
    numbers = [one.number for one in record.pages]
    start = 0
    for _ in range(numbers.index(page)):
        start = record.text.find(PAGE_BREAK, start) + 1 or len(record.text)
    end = -1 if page == numbers[-1] else record.text.find(PAGE_BREAK, start)
    return start, len(record.text) if end < 0 else end
