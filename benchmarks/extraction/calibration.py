"""How sure the program was of each value, and whether it was right."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator
from dataclasses import dataclass

from benchmarks.records.folded import fold
from benchmarks.records.score import SAME_TEXT, likeness, words_shared
from benchmarks.records.values import comparable, known, true_values
from benchmarks.reliability import Bin, binned
from models.matter import Decision
from models.mention import Place
from models.record import Record
from samples.make.facts import Facts

EDGES = (0.0, 0.5, 0.7, 0.8, 0.85, 0.9, 0.95, 0.98, 0.99)
"""Where each bin of confidence begins; the last one ends with 1."""
_Sure = tuple[Hashable, "Surest"]
"""A value in the form in which it is compared, and how sure the program was of it."""


@dataclass(frozen=True, slots=True)
class Surest:
    """How sure the program is of a value where it is surest of it, and by which rule."""

    confidence: float = 0.0
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Judged:
    """A value that the program gave: by which rule and how sure, and whether it is right."""

    surest: Surest
    right: bool


def calibration(facts: Facts, records: Iterable[Record]) -> dict[str, tuple[Bin, ...]]:
    """By kind of value, the values of one file in bins of confidence."""
    return {
        name: binned(((one.surest.confidence, one.right) for one in values), EDGES)
        for name, values in judged(facts, records).items()
    }


def judged(facts: Facts, records: Iterable[Record]) -> dict[str, list[Judged]]:
    """By kind of value, the values of one file, each once."""
    records = list(records)
    true = true_values(facts)
    found = {
        name: _judged(values, true[name], known(name, facts.unscored.get(name, [])))
        for name, values in _found(records).items()
        if _is_scored(name, facts)
    }
    return {**found, "decisions": _decisions(facts, records)}


def _is_scored(name: str, facts: Facts) -> bool:
    """Whether the facts tell of such values at all; an asterisk stands for all that are not scored."""
    return "*" not in map(str, facts.unscored.get(name, []))


def _judged(found: Iterable[_Sure], true: set[Hashable], unscored: set[Hashable]) -> list[Judged]:
    """Each value once, as sure as where the program was surest of it."""
    surest: dict[Hashable, Surest] = {}
    for value, sure in found:
        surest[value] = max(sure, surest.get(value, Surest()), key=lambda one: one.confidence)
    return [
        Judged(sure, value in true)
        for value, sure in surest.items()
        if value in true or value not in unscored
    ]


def _found(records: list[Record]) -> dict[str, list[_Sure]]:
    seats = [one for record in records if record.meeting for one in record.meeting.attendance]
    return {
        "dnr": [(comparable(one.value), _sure(one.places)) for record in records for one in record.dnr],
        "dates": [
            (one.value, _sure(one.places))
            for record in records
            for one in record.dates
            if not one.year_inferred
        ],
        "minuted": [sure for record in records for sure in _paragraphs(record, "minuted")],
        "cited": [sure for record in records for sure in _paragraphs(record, "cited")],
        "people": [(fold(one.name), _sure(one.places)) for record in records for one in record.people],
        "attendance": [((fold(one.name), one.capacity.value), _sure(one.places)) for one in seats],
    }


def _paragraphs(record: Record, kind: str) -> Iterator[_Sure]:
    for one in record.paragraphs:
        if one.kind == kind:
            for number in range(one.number, (one.number_to or one.number) + 1):
                yield number, _sure(one.places)


def _sure(places: Iterable[Place]) -> Surest:
    each = (Surest(place.confidence, place.rule) for place in places)
    return max(each, key=lambda one: one.confidence, default=Surest())


def _decisions(facts: Facts, records: list[Record]) -> list[Judged]:
    return [
        Judged(_sure(one.places), _is_true(facts, one))
        for record in records
        for one in record.decisions
        if _is_true(facts, one) or not _is_unscored(facts, one)
    ]


def _is_true(facts: Facts, found: Decision) -> bool:
    return any(likeness(true, found)[0] for true in facts.decisions)


def _is_unscored(facts: Facts, found: Decision) -> bool:
    texts = map(str, facts.unscored.get("decisions", []))
    return any(words_shared(text, found.text) >= SAME_TEXT for text in texts)
