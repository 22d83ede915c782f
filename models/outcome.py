"""How one input ended."""

from __future__ import annotations

from dataclasses import dataclass

from models.record import Record
from models.source import Source
from models.vocabulary import Status


@dataclass(frozen=True, slots=True)
class Outcome:
    """A file that was read, and the record of each document in it.

    An archive has no record; `refused` is how many files in it could not be had.
    """

    source: Source
    records: tuple[Record, ...]
    refused: int = 0

    @property
    def status(self) -> Status:
        """Whole where every one of its documents is, and every file in it could be had."""
        whole = not self.refused and all(record.quality.status is Status.WHOLE for record in self.records)
        return Status.WHOLE if whole else Status.PARTIAL
