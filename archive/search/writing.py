"""Sets of entries written, segment by segment."""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Sequence

from pyroaring import BitMap
from sqlalchemy import Connection, bindparam, insert, select, update

from archive.search.tables import ENTRY_DAYS, POSTINGS

SEGMENT_BITS = 16
"""A segment holds 65,536 numbers: one container of a Roaring bitmap."""
LIVE = "live"
FREE = "free"
"""The term of numbers that no other set holds: they can be given again."""
_AT_ONCE = 400
"""So many values are asked for in one statement; databases take only so many."""


def members_of(connection: Connection, terms: Sequence[str], segment: int) -> dict[str, BitMap]:
    """The members in a segment of those of the terms that have any."""
    asked = select(POSTINGS.c.term, POSTINGS.c.members)
    rows = connection.execute(asked.where(POSTINGS.c.term.in_(terms), POSTINGS.c.segment == segment))
    return {row.term: BitMap.deserialize(row.members) for row in rows}


def store(connection: Connection, segment: int, found: dict[str, BitMap], there: set[str]) -> None:
    """Write the members of terms, of which those in `there` have a row already."""
    packed = {term: members.serialize() for term, members in found.items()}
    old = [{"of": term, "members_": members} for term, members in packed.items() if term in there]
    new = [{"term": t, "segment": segment, "members": m} for t, m in packed.items() if t not in there]
    if old:
        statement = update(POSTINGS).where(POSTINGS.c.term == bindparam("of"), POSTINGS.c.segment == segment)
        connection.execute(statement.values(members=bindparam("members_")), old)
    if new:
        connection.execute(insert(POSTINGS), new)


def highest(connection: Connection) -> int:
    """The highest number that was ever given: entries that were taken out last have left their days."""
    row = connection.execute(select(ENTRY_DAYS).order_by(ENTRY_DAYS.c.segment.desc()).limit(1)).one_or_none()
    return 0 if row is None else (row.segment << SEGMENT_BITS) + len(row.starts) // array("i").itemsize - 1


def chunks(values: Sequence[str]) -> Iterator[Sequence[str]]:
    """The values, as many at a time as a statement takes."""
    for start in range(0, len(values), _AT_ONCE):
        yield values[start : start + _AT_ONCE]
