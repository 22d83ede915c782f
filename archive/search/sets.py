"""The index read: the entries that a term stands for, as bitmaps that are kept while nothing is written."""

from __future__ import annotations

from array import array
from collections import OrderedDict, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

import numpy as np
from numpy.typing import NDArray
from pyroaring import BitMap
from sqlalchemy import Connection, and_, select

from archive.search.index import CHANGES
from archive.search.measured import BITS, bit_of, known
from archive.search.tables import (
    ENTRIES,
    ENTRY_DAYS,
    FIELD_VALUES,
    INDEX_STATE,
    POSTINGS,
    WORD_FORMS,
    WORDS,
)
from archive.search.words import tokens
from archive.search.writing import LIVE

Days = NDArray[np.int32]
_AFTER_DIGITS = "g"
"""What follows on all that an id goes on with: hex digits, or the hyphen before its part's number."""
_AT_ONCE = 400
_MOST_WORDS = 2000
"""A beginning stands for so many words at most."""


@dataclass(frozen=True, slots=True)
class Total:
    """The sum of a measure, and over how many entries: those that have it."""

    count: int
    sum: int


@dataclass(frozen=True, slots=True)
class Sums:
    """A measure: the entries that have it, and what each has, by its number."""

    known: BitMap
    values: NDArray[np.int32]

    def over(self, members: BitMap) -> Total:
        """The total over those among these entries that have it."""
        some = _array(members & self.known)
        return Total(len(some), int(self.values[some].sum(dtype=np.int64)))


class Memory:
    """What readers keep between queries, within a bound, as long as the index does not change."""

    def __init__(self, bound: int = 200_000_000) -> None:
        self._bound = bound
        self.changes: int | None = None
        self.clear()

    def clear(self) -> None:
        """Forget everything."""
        self.sets: OrderedDict[str, BitMap] = OrderedDict()
        self.size = 0
        self.days: tuple[Days, Days] | None = None
        self.unknown: dict[int, list[tuple[str, str]]] | None = None
        self.values: dict[str, dict[str, str]] = {}
        self.words: dict[str, list[tuple[str, tuple[str, ...]]]] = {}
        self.sums: dict[str, Sums] = {}

    def keep(self, term: str, members: BitMap) -> None:
        """Keep a set; those that were not used for longest go when all are too large together."""
        self.sets[term] = members
        self.size += _bytes(members)
        while self.size > self._bound and len(self.sets) > 1:
            _, old = self.sets.popitem(last=False)
            self.size -= _bytes(old)


class Sets:
    """The index as it is within one connection's transaction."""

    def __init__(self, connection: Connection, memory: Memory) -> None:
        self._connection = connection
        self._memory = memory
        changes = connection.scalar(select(INDEX_STATE.c.value).where(INDEX_STATE.c.name == CHANGES))
        if changes != memory.changes:
            memory.clear()
            memory.changes = changes

    @property
    def live(self) -> BitMap:
        """All entries that are there."""
        return self.of(LIVE)

    def of(self, term: str) -> BitMap:
        """The entries of one term."""
        return self.each([term])[term]

    def any(self, terms: Iterable[str]) -> BitMap:
        """The entries of one term at least."""
        found = self.each(list(terms)).values()
        return BitMap.union(*found) if found else BitMap()

    def each(self, terms: Sequence[str]) -> dict[str, BitMap]:
        """The entries of each term."""
        kept = self._memory.sets
        missing = [term for term in dict.fromkeys(terms) if term not in kept]
        found: dict[str, BitMap] = {term: kept[term] for term in terms if term in kept}
        for low in range(0, len(missing), _AT_ONCE):
            found |= self._read(missing[low : low + _AT_ONCE])
        for term in terms:
            if term in kept:
                kept.move_to_end(term)
        return found

    def _read(self, terms: Sequence[str]) -> dict[str, BitMap]:
        asked = select(POSTINGS.c.term, POSTINGS.c.members).where(POSTINGS.c.term.in_(terms))
        rows = self._connection.execute(asked.order_by(POSTINGS.c.term, POSTINGS.c.segment))
        found = {term: BitMap() for term in terms}
        for term, group in groupby(rows, key=lambda row: row.term):
            found[term] = BitMap.union(*(BitMap.deserialize(row.members) for row in group))
        for term, members in found.items():
            self._memory.keep(term, members)
        return found

    def of_documents(self, start: str) -> BitMap:
        """The entries of the documents whose ids begin so, with or without the number of the part."""
        file, dash, part = start.partition("-")
        named = and_(ENTRIES.c.document >= file, ENTRIES.c.document < file + _AFTER_DIGITS)
        if part:
            named &= ENTRIES.c.document.endswith(dash + part, autoescape=True)
        return BitMap(self._connection.scalars(select(ENTRIES.c.number).where(named)))

    def words_of(self, form: str) -> frozenset[str]:
        """The words that a stem finds: inflected, or compounds with it."""
        return frozenset(self._connection.scalars(select(WORD_FORMS.c.word).where(WORD_FORMS.c.form == form)))

    def beginning(self, start: str) -> frozenset[str]:
        """The words that begin so, the first of them where they are very many."""
        end = start + "\U0010ffff"
        asked = select(WORDS.c.word).where(WORDS.c.word >= start, WORDS.c.word < end)
        return frozenset(self._connection.scalars(asked.order_by(WORDS.c.word).limit(_MOST_WORDS)))

    def unknown(self, low: int, high: int) -> Iterator[tuple[str, str]]:
        """Words of the index that are no Swedish words, each with a form of it that has so many letters."""
        if self._memory.unknown is None:
            self._memory.unknown = defaultdict(list)
            of = select(WORD_FORMS).join(WORDS, WORDS.c.word == WORD_FORMS.c.word)
            for row in self._connection.execute(of.where(WORDS.c.known.is_(False))):
                for form in {row.form, row.word}:
                    self._memory.unknown[len(form)].append((form, row.word))
        found = self._memory.unknown
        return (pair for length in range(low, high + 1) for pair in found.get(length, ()))

    def values(self, name: str) -> dict[str, str]:
        """The values of a field, as they are compared, each as it is shown."""
        if name not in self._memory.values:
            rows = self._connection.execute(select(FIELD_VALUES).where(FIELD_VALUES.c.field == name))
            self._memory.values[name] = {row.value: row.shown for row in rows}
        return self._memory.values[name]

    def words_in(self, name: str) -> list[tuple[str, tuple[str, ...]]]:
        """The values of a field, each with its words."""
        if name not in self._memory.words:
            of = ((value, tuple(token.word for token in tokens(value))) for value in self.values(name))
            self._memory.words[name] = list(of)
        return self._memory.words[name]

    def sums(self, measure: str) -> Sums:
        """A measure of documents (archive/search/measured.py), to be summed."""
        if measure not in self._memory.sums:
            terms = [bit_of(measure, bit) for bit in BITS]
            found = self.each([known(measure), *terms])
            having = found[known(measure)]
            values = np.zeros(having.max() + 1 if having else 0, dtype=np.int32)
            for bit, term in zip(BITS, terms, strict=True):
                values[_array(found[term])] += 1 << bit
            self._memory.sums[measure] = Sums(having, values)
        return self._memory.sums[measure]

    def days(self) -> tuple[Days, Days]:
        """The first and the last day of each entry by its number; 0 where unknown."""
        if self._memory.days is None:
            rows = self._connection.execute(select(ENTRY_DAYS).order_by(ENTRY_DAYS.c.segment)).all()
            full = (1 << 16) * array("i").itemsize
            joined = [
                b"".join(column.ljust(full, b"\0") for column in columns)
                for columns in zip(*((row.starts, row.ends) for row in rows), strict=True)
            ] or [b"", b""]
            starts, ends = (np.frombuffer(column, dtype=np.int32) for column in joined)
            self._memory.days = starts, ends
        return self._memory.days


def _bytes(members: BitMap) -> int:
    return 64 + 2 * len(members) if len(members) < 1 << 16 else len(members) // 4


def _array(members: BitMap) -> NDArray[np.uint32]:
    return np.frombuffer(members.to_array(), dtype=np.uint32)
