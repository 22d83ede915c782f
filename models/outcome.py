"""How one input ended."""

from __future__ import annotations

from dataclasses import dataclass

from models.record import Record
from models.source import Source
from models.vocabulary import Status


@dataclass(frozen=True, slots=True)
class Outcome:
    """A file that was read, and the record of each document in it."""

    source: Source
    records: tuple[Record, ...]

    @property
    def status(self) -> Status:
        """Whole where every one of its documents is."""
        whole = all(record.quality.status is Status.WHOLE for record in self.records)
        return Status.WHOLE if whole else Status.PARTIAL
