"""The index written: entries of records put in, and taken out with their document."""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import chain, count, pairwise

from pyroaring import BitMap
from sqlalchemy import Connection, Table, delete, insert, select, update

from archive.search.compact import compact, free_numbers
from archive.search.entries import DOUBT, Entry, entries_of
from archive.search.measured import terms_of
from archive.search.tables import (
    ENTRIES,
    ENTRY_DAYS,
    FIELD_VALUES,
    INDEX_STATE,
    POSTINGS,
    WORD_FORMS,
    WORDS,
)
from archive.search.words import forms, tokens
from archive.search.writing import FREE, LIVE, SEGMENT_BITS, chunks, highest, members_of, store
from archive.tables import Row
from models.record import Record
from models.swedish.lexicon import lexicon

WIDE = "of many years"
"""The term of entries whose day is known so badly that they have no years of their own."""
CHANGES = "changes"
Terms = dict[str, set[int]]


def put(connection: Connection, records: Iterable[Record]) -> None:
    """Index the records, whose documents are new to the index."""
    batch = _Batch(chain(free_numbers(connection), count(highest(connection) + 1)))
    for record in records:
        for entry in entries_of(record):
            batch.add(record.id, entry)
    batch.write(connection)


def take_out(connection: Connection, documents: Sequence[str]) -> None:
    """Make the entries of these documents be found no longer; their rows go with the documents' own."""
    numbers = [
        number
        for some in chunks(documents)
        for number in connection.scalars(select(ENTRIES.c.number).where(ENTRIES.c.document.in_(some)))
    ]
    _kill(connection, numbers)


def _kill(connection: Connection, numbers: Iterable[int]) -> None:
    """Make these entries be found no longer."""
    gone: dict[int, BitMap] = defaultdict(BitMap)
    for number in numbers:
        gone[number >> SEGMENT_BITS].add(number)
    for segment, members in gone.items():
        live = members_of(connection, [LIVE], segment).get(LIVE, BitMap()) - members
        store(connection, segment, {LIVE: live}, {LIVE})
    compact(connection, gone)
    if gone:
        _note_change(connection)


def settle(connection: Connection, document: str, keys: Collection[str]) -> None:
    """Take doubts of a document off the work list, by their keys (`archive.search.doubts.Doubt.key`).

    For what people have answered (archive/review/settled.py). A document that is put anew has them anew.
    """
    asked = select(ENTRIES).where(ENTRIES.c.document == document, ENTRIES.c.kind == DOUBT)
    rows = connection.execute(
        asked.with_only_columns(ENTRIES.c.number, ENTRIES.c.heading, ENTRIES.c.position)
    )
    numbers = [row.number for row in rows if f"{row.heading}-{row.position}" in keys]
    if numbers:
        _kill(connection, numbers)
        connection.execute(delete(ENTRIES).where(ENTRIES.c.number.in_(numbers)))


def clear(connection: Connection) -> None:
    """Empty the index, to be filled anew."""
    for table in (ENTRIES, POSTINGS, ENTRY_DAYS, WORD_FORMS, WORDS, FIELD_VALUES):
        connection.execute(delete(table))


class _Batch:
    """Entries that are written together: what each term and each table gets."""

    def __init__(self, numbers: Iterator[int]) -> None:
        self._numbers = numbers
        self._rows: list[Row] = []
        self._terms: Terms = defaultdict(set)
        self._days: dict[int, tuple[int, int]] = {}
        self._words: set[str] = set()
        self._values: dict[tuple[str, str], str] = {}

    def add(self, document: str, entry: Entry) -> None:
        """Give the entry a number, and put that with all its terms."""
        number = next(self._numbers)
        self._rows.append({
            "number": number, "document": document, "kind": entry.kind, "position": entry.position,
            "page": entry.page, "paragraph": entry.paragraph, "heading": entry.heading, "text": entry.text,
        })  # fmt: skip
        self._days[number] = entry.days
        self._note(number, LIVE, f"kind of entry:{entry.kind}")
        for prefix, text in (("h", entry.heading or ""), ("w", entry.text)):
            words = [token.word for token in tokens(text)]
            self._words.update(words)
            self._note(number, *(f"{prefix}:{word}" for word in words))
            self._note(number, *(f"w:{word}" for word in words))
            self._note(number, *(f"b:{one} {other}" for one, other in pairwise(words)))
        if entry.days[0] and not any(name == "year" for name, _, _ in entry.fields):
            self._note(number, WIDE)
        for name, value, shown in entry.fields:
            self._values.setdefault((name, value), shown)
            self._note(number, f"{name}:{value}")
        self._note(number, *terms_of(entry.measures))

    def write(self, connection: Connection) -> None:
        """Put all into the tables, in the caller's transaction."""
        if not self._rows:
            return
        connection.execute(insert(ENTRIES), self._rows)
        segments: dict[int, dict[str, BitMap]] = defaultdict(lambda: defaultdict(BitMap))
        for term, numbers in self._terms.items():
            for number in numbers:
                segments[number >> SEGMENT_BITS][term].add(number)
        for segment, found in segments.items():
            known = {
                term: members
                for some in chunks(sorted(found))
                for term, members in members_of(connection, some, segment).items()
            }
            store(connection, segment, {t: m | known.get(t, BitMap()) for t, m in found.items()}, set(known))
            if free := members_of(connection, [FREE], segment):
                store(connection, segment, {FREE: free[FREE] - found[LIVE]}, {FREE})
            self._write_days(connection, segment)
        _add_missing(connection, WORDS, self._word_rows(connection))
        _add_missing_values(connection, self._values)
        _note_change(connection)

    def _note(self, number: int, *terms: str) -> None:
        for term in terms:
            self._terms[term].add(number)

    def _write_days(self, connection: Connection, segment: int) -> None:
        low = segment << SEGMENT_BITS
        mine = {n - low: days for n, days in self._days.items() if n >> SEGMENT_BITS == segment}
        row = connection.execute(select(ENTRY_DAYS).where(ENTRY_DAYS.c.segment == segment)).one_or_none()
        arrays = [array("i", row.starts if row else b""), array("i", row.ends if row else b"")]
        for which, days in enumerate(arrays):
            days.extend([0] * (max(mine) + 1 - len(days)))
            for place, both in mine.items():
                days[place] = both[which]
        values = {"starts": arrays[0].tobytes(), "ends": arrays[1].tobytes()}
        if row:
            connection.execute(update(ENTRY_DAYS).where(ENTRY_DAYS.c.segment == segment).values(values))
        else:
            connection.execute(insert(ENTRY_DAYS).values(segment=segment, **values))

    def _word_rows(self, connection: Connection) -> list[Row]:
        """The words that the index doesn't have yet; their forms are put in."""
        there = {
            word
            for some in chunks(sorted(self._words))
            for word in connection.scalars(select(WORDS.c.word).where(WORDS.c.word.in_(some)))
        }
        new = sorted(self._words - there)
        rows = [{"form": form, "word": word} for word in new for form in sorted(forms(word))]
        if rows:
            connection.execute(insert(WORD_FORMS), rows)
        return [{"word": word, "known": not word.isalpha() or lexicon().knows(word)} for word in new]


def _add_missing(connection: Connection, table: Table, rows: Sequence[Row]) -> None:
    if rows:
        connection.execute(insert(table), rows)


def _add_missing_values(connection: Connection, values: dict[tuple[str, str], str]) -> None:
    by_field: dict[str, dict[str, str]] = defaultdict(dict)
    for (name, value), shown in values.items():
        by_field[name][value] = shown
    for name, found in by_field.items():
        there = {
            value
            for some in chunks(sorted(found))
            for value in connection.scalars(
                select(FIELD_VALUES.c.value).where(
                    FIELD_VALUES.c.field == name, FIELD_VALUES.c.value.in_(some)
                )
            )
        }
        rows: list[Row] = [
            {"field": name, "value": v, "shown": s} for v, s in found.items() if v not in there
        ]
        _add_missing(connection, FIELD_VALUES, rows)


def _note_change(connection: Connection) -> None:
    there = connection.execute(
        update(INDEX_STATE).where(INDEX_STATE.c.name == CHANGES).values(value=INDEX_STATE.c.value + 1)
    )
    if there.rowcount == 0:
        connection.execute(insert(INDEX_STATE).values(name=CHANGES, value=1))
