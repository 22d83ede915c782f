"""The repairs in a file's records, as edits of the file's pages as read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from models.errors import ExportError
from models.record import Record
from models.text import Edit

_BETWEEN = 40
"""So many characters that a repair took away may stand where two documents part, and belong to neither."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Where in the file's text as read the document of a record stands."""

    record: Record
    start: int
    end: int

    @property
    def read(self) -> str:
        """What was read of it."""
        return undone(self.record)


def stretches(raw: str, records: Iterable[Record]) -> Iterator[Stretch]:
    """Where each of the file's documents stands in `raw`, its pages as read, which they fill.

    Raises `ExportError` where the pages that are kept are not those that the records were made from.
    """
    at = 0
    for record in records:
        read = undone(record)
        start = raw.find(read, at, at + len(read) + _BETWEEN)
        if start < 0:
            raise _apart()
        yield Stretch(record, start, start + len(read))
        at = start + len(read)
    if len(raw) - at > _BETWEEN:
        raise _apart()


def edits_of(found: Sequence[Stretch]) -> tuple[Edit, ...]:
    """The edits of all the documents, in positions of the file's text as read."""
    return tuple(edit for stretch in found for edit in _edits(stretch))


def undone(record: Record) -> str:
    """What was read: the text with its edits undone."""
    pieces: list[str] = []
    at = 0
    for edit in record.edits:
        pieces += [record.text[at : edit.start], edit.raw]
        at = edit.end
    return "".join([*pieces, record.text[at:]])


def _edits(stretch: Stretch) -> Iterator[Edit]:
    shift = stretch.start
    for edit in stretch.record.edits:
        start = edit.start + shift
        end = start + len(edit.raw)
        yield Edit(start, end, stretch.record.text[edit.start : edit.end], edit.reason, edit.confidence)
        shift = end - edit.end


def _apart() -> ExportError:
    return ExportError("Its pages as read are not those that its records were made from: run it again.")
