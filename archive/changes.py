"""The feed of changes, by which another system stays in step with an archive.

Each change has a number, given in the transaction that makes it; numbers only rise, and a reader that goes on
from the last number that it has read misses nothing and is told nothing twice. What is told is which document
has changed, not how: a reader fetches the record, or drops it where it is gone.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum

from sqlalchemy import Connection, func, insert, select

from archive.tables import CHANGES


class What(StrEnum):
    """What happened to a document."""

    PUT = "put"
    GONE = "gone"


@dataclass(frozen=True, slots=True)
class Change:
    """A document was put in, or anew, or is gone; `at` is the time in ISO 8601, UTC."""

    number: int
    document: str
    what: What
    at: str


@dataclass(frozen=True, slots=True)
class Changes:
    """Some changes in order; `last` is the number to go on from, and `more` whether there are more by now."""

    changes: tuple[Change, ...]
    last: int
    more: bool


def note(connection: Connection, put: Iterable[str], gone: Iterable[str]) -> None:
    """Note what the transaction changed; a document that is put anew is not told to be gone."""
    last = connection.scalar(select(func.max(CHANGES.c.number))) or 0
    kept = set(put)
    at = datetime.now(UTC).isoformat(timespec="seconds")
    told = [(one, What.GONE) for one in sorted(set(gone) - kept)] + [(one, What.PUT) for one in sorted(kept)]
    rows = [
        {"number": last + n, "document": document, "what": what.value, "at": at}
        for n, (document, what) in enumerate(told, 1)
    ]
    if rows:
        connection.execute(insert(CHANGES), rows)


def changes(connection: Connection, since: int = 0, limit: int = 1000) -> Changes:
    """The changes after number `since`, the oldest first."""
    asked = select(CHANGES).where(CHANGES.c.number > since).order_by(CHANGES.c.number).limit(limit + 1)
    found = [Change(row.number, row.document, What(row.what), row.at) for row in connection.execute(asked)]
    shown = tuple(found[:limit])
    return Changes(shown, shown[-1].number if shown else since, len(found) > limit)
