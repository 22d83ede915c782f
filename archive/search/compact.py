"""The index freed of entries that are gone: no set holds their numbers any longer, and they are given again.

Entries that are taken out stay in the sets of their words at first, for to find these takes a walk through a
whole segment. It is walked when more of its numbers are dead than alive: so no index is more than about twice
as large as what is in it, and each number that is taken out costs the same little work, however large the
archive is.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from pyroaring import BitMap
from sqlalchemy import Connection, Row, delete, select

from archive.search.tables import FIELD_VALUES, POSTINGS, WORD_FORMS, WORDS
from archive.search.writing import FREE, LIVE, SEGMENT_BITS, chunks, highest, members_of, store

_ROWS = 2000
"""So many sets of a segment are in memory at a time."""
_WORD = "w:"
_OF_TEXT = frozenset({"w", "h", "b"})
"""What terms of words begin with; all others are those of fields."""


def free_numbers(connection: Connection) -> Iterator[int]:
    """The numbers that can be given again, the lowest first."""
    asked = select(POSTINGS.c.members).where(POSTINGS.c.term == FREE).order_by(POSTINGS.c.segment)
    for packed in connection.scalars(asked).all():
        yield from BitMap.deserialize(packed)


def compact(connection: Connection, segments: Iterable[int]) -> None:
    """Walk through those of the segments that are more dead than alive."""
    last = highest(connection)
    for segment in segments:
        first = max(segment << SEGMENT_BITS, 1)
        known = members_of(connection, [LIVE, FREE], segment)
        live, free = (known.get(term, BitMap()) for term in (LIVE, FREE))
        given = BitMap(range(first, min(last, (segment + 1 << SEGMENT_BITS) - 1) + 1))
        if len(given) - len(live) - len(free) > len(live):
            _forget(connection, _empty_of_dead(connection, segment, live))
            store(connection, segment, {FREE: given - live}, set(known))


def _empty_of_dead(connection: Connection, segment: int, live: BitMap) -> list[str]:
    """Take the dead out of every set of a segment; the terms whose sets are gone with them."""
    gone: list[str] = []
    after = ""
    while rows := _some(connection, segment, after):
        left = {row.term: BitMap.deserialize(row.members) for row in rows if row.term not in {LIVE, FREE}}
        kept = {term: members & live for term, members in left.items()}
        fewer = {term: members for term, members in kept.items() if members and members != left[term]}
        store(connection, segment, fewer, set(fewer))
        empty = [term for term, members in kept.items() if not members]
        for some in chunks(empty):
            asked = delete(POSTINGS).where(POSTINGS.c.segment == segment, POSTINGS.c.term.in_(some))
            connection.execute(asked)
        gone += empty
        after = rows[-1].term
    return gone


def _some(connection: Connection, segment: int, after: str) -> Sequence[Row[str, bytes]]:
    asked = select(POSTINGS.c.term, POSTINGS.c.members)
    asked = asked.where(POSTINGS.c.term > after, POSTINGS.c.segment == segment)
    return connection.execute(asked.order_by(POSTINGS.c.term).limit(_ROWS)).all()


def _forget(connection: Connection, terms: Sequence[str]) -> None:
    """Forget words, and values of fields, that no entry has any longer."""
    for some in chunks(terms):
        there = set(connection.scalars(select(POSTINGS.c.term).where(POSTINGS.c.term.in_(some)).distinct()))
        gone = [term for term in some if term not in there]
        words = [term.removeprefix(_WORD) for term in gone if term.startswith(_WORD)]
        for table in (WORDS, WORD_FORMS):
            connection.execute(delete(table).where(table.c.word.in_(words)))
        fields: dict[str, list[str]] = defaultdict(list)
        for name, _, value in (term.partition(":") for term in gone):
            if name not in _OF_TEXT:
                fields[name].append(value)
        for name, values in fields.items():
            of_field = FIELD_VALUES.c.field == name, FIELD_VALUES.c.value.in_(values)
            connection.execute(delete(FIELD_VALUES).where(*of_field))
