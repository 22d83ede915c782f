"""The archive in numbers: decisions by year, outcome and body, and how well documents were read."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from pyroaring import BitMap

from archive.facet import Facet, Value
from archive.search.facets import facets
from archive.search.find import found
from archive.search.measured import CONFIDENCE, REPAIRED, THOUSAND, WORDS
from archive.search.query import Parsed, parse
from archive.search.sets import Sets, Sums

TAKEN = "status:fattat"
_MOST_YEARS = 400


@dataclass(frozen=True, slots=True)
class Decisions:
    """How many decisions answer a query, in all and by year (the first first), outcome and body."""

    total: int
    years: tuple[Value, ...]
    outcomes: tuple[Value, ...]
    bodies: tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """How well documents were read: so many of them, and of these so many with a known confidence.

    `confidence` is the mean of theirs, 0 to 1; `repaired` the share of words that were repaired.
    """

    value: str
    documents: int
    known: int
    confidence: float | None
    repaired: float | None


@dataclass(frozen=True, slots=True)
class Readings:
    """The reading of the documents that answer a query: all, by year, and by the day that they were read."""

    whole: Reading
    years: tuple[Reading, ...]
    days: tuple[Reading, ...]


def decisions(sets: Sets, text: str) -> Decisions:
    """The decisions that answer: those that were taken, unless the query asks for others."""
    every = found(sets, parse(decisions_asked(text))).every
    by = {facet.name: facet for facet in facets(sets, every, ("year", "outcome", "body"))}
    return Decisions(len(every), _years(by.get("year")), _of(by.get("outcome")), _of(by.get("body")))


def decisions_asked(text: str) -> str:
    """The query whose hits the decisions are."""
    parsed = parse(text)
    status = "" if any(clause.field == "status" for clause in parsed.clauses) else TAKEN
    return " ".join(part for part in (_unscoped(text, parsed), status, "in:beslut") if part)


def readings(sets: Sets, text: str) -> Readings:
    """How the documents that answer were read; words are looked for in their titles."""
    every = found(sets, parse(documents_asked(text))).every
    measures = _Measures(*(sets.sums(name) for name in (CONFIDENCE, WORDS, REPAIRED)))

    def of_each(name: str, values: Iterable[str]) -> tuple[Reading, ...]:
        return tuple(measures.of(value, every & sets.of(f"{name}:{value}")) for value in values)

    years = _years(next(iter(facets(sets, every, ("year",))), None))
    days = of_each("read", sorted(sets.values("read")))
    return Readings(
        measures.of("", every),
        of_each("year", (year.value for year in years)),
        tuple(reading for reading in days if reading.documents),
    )


def documents_asked(text: str) -> str:
    """The query whose hits the documents are."""
    return f"{_unscoped(text, parse(text))} in:dokument".strip()


def _unscoped(text: str, parsed: Parsed) -> str:
    """The query without what it says of what is listed."""
    for start, end in reversed(parsed.scopes):
        text = f"{text[:start].rstrip()} {text[end:].lstrip()}"
    return text.strip()


def _of(facet: Facet | None) -> tuple[Value, ...]:
    return facet.values if facet else ()


def _years(facet: Facet | None) -> tuple[Value, ...]:
    """From the first to the last year that has any, with those between that have none."""
    known = {int(value.value): value for value in _of(facet)}
    if not known or max(known) - min(known) > _MOST_YEARS:
        return tuple(known[year] for year in sorted(known))
    return tuple(
        known.get(year, Value(str(year), str(year), 0)) for year in range(min(known), max(known) + 1)
    )


@dataclass(frozen=True, slots=True)
class _Measures:
    confidence: Sums
    words: Sums
    repaired: Sums

    def of(self, value: str, members: BitMap) -> Reading:
        """How these documents were read."""
        sure, words = self.confidence.over(members), self.words.over(members)
        return Reading(
            value,
            len(members),
            sure.count,
            sure.sum / sure.count / THOUSAND if sure.count else None,
            self.repaired.over(members).sum / words.sum if words.sum else None,
        )
