"""A store that is gone when its program ends, for tests and for trying things out."""

from __future__ import annotations

from archive.search.query import parse
from archive.search.words import tokens
from archive.store import Hit, Query, Results
from models.errors import RecordMissing
from models.outcome import Outcome
from models.record import Record


class MemoryStore:
    """A Store that keeps records in a dictionary; of a query it knows only the words."""

    def __init__(self) -> None:
        self._records: dict[str, Record] = {}

    def put(self, outcome: Outcome) -> None:
        """Keep the records of a file in place of any that it had."""
        for old in [key for key in self._records if key.startswith(f"{outcome.source.id}-")]:
            del self._records[old]
        self._records |= {record.id: record for record in outcome.records}

    def get(self, record_id: str) -> Record:
        """The record that this id, or a shortened one, can only be; else RecordMissing."""
        file, dash, part = record_id.partition("-")
        found = [key for key in self._records if key.startswith(file) and key.endswith(dash + part)]
        if record_id in self._records or len(found) == 1:
            return self._records.get(record_id) or self._records[found[0]]
        message = "No record has that id."
        raise RecordMissing(message)

    def search(self, query: Query) -> Results:
        """The documents whose text holds all the words."""
        asked = {word for clause in parse(query.text).words for word in clause.words}
        hits = [
            Hit(
                record.id, record.source.path, record.kind, record.title, record.body, record.date,
                "document", record.part.page_from,
            )
            for record in self._records.values()
            if asked <= {token.word for token in tokens(record.text)}
        ]  # fmt: skip
        return Results(tuple(hits[: query.limit]), len(hits))
