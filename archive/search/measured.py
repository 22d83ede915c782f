"""How well documents were read, in numbers that can be summed over many: kept bit by bit, each bit as a set.

The sum over some entries is that of each bit's worth times how many of them have it (a bit-sliced index:
O'Neil and Quass, "Improved Query Performance with Variant Indexes", SIGMOD 1997).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from models.record import Record

WORDS, REPAIRED, CONFIDENCE = "words", "repaired words", "confidence"
THOUSAND = 1000
"""A confidence is kept in thousandths."""
BITS = range(24)
"""No document has more words than these can count."""
Measure = tuple[str, int]


def measures_of(record: Record) -> Iterator[Measure]:
    """How many words there are and were repaired, and how sure the reading was, where that is known."""
    quality = record.quality
    yield WORDS, quality.words
    yield REPAIRED, quality.repaired_words
    if quality.confidence is not None:
        yield CONFIDENCE, round(THOUSAND * quality.confidence)


def terms_of(measures: Iterable[Measure]) -> Iterator[str]:
    """The terms of an entry with these measures."""
    for name, value in measures:
        yield known(name)
        kept = min(value, (1 << len(BITS)) - 1)
        yield from (bit_of(name, bit) for bit in BITS if kept >> bit & 1)


def known(name: str) -> str:
    """The term of the entries that have a measure."""
    return f"measured:{name}"


def bit_of(name: str, bit: int) -> str:
    """The term of the entries whose measure has this bit."""
    return f"bit {bit}:{name}"
