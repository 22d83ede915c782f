"""What of a record a person should look at: findings, unsure values and repairs, a partial document."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from heapq import nsmallest
from itertools import accumulate

from models.finding import UNREAD, Severity
from models.placed import Thing, things_of
from models.record import Record, RecordEdit, RecordFinding
from models.text import PAGE_BREAK
from models.vocabulary import DateRole, Status

FINDING, VALUE, REPAIR, DOCUMENT = "finding", "value", "repair", "document"
KINDS = (DOCUMENT, FINDING, VALUE, REPAIR)
EDIT = "edit"
NEEDS = 9
"""How many degrees there are of needing a person: 0 most, 8 least."""
_UNSURE, _BADLY, _VERY_UNSURE = 0.75, 0.6, 0.5
"""A value, repair or page that is less sure than this is worth a look, or cannot be trusted."""
_MOST = 100
"""So many values, and repairs, of one document are told, the least sure: more say that it was read badly."""
_CENTRAL = frozenset({"item", "decision", "dnr"})
_LONGEST = 300


@dataclass(frozen=True, slots=True)
class Doubt:
    """Something to look at: the `position`th `of` its list in the record, on a page of the file.

    `of` is the code of a finding, else what kind of thing it is (models/placed.py), `edit` or `document`.
    """

    kind: str
    of: str
    position: int
    page: int
    text: str
    severity: Severity
    need: int

    @property
    def key(self) -> str:
        """What names it within its record: what is settled is told by it (`archive.search.index.settle`)."""
        return f"{self.of}-{self.position}"


def doubts_of(record: Record) -> Iterator[Doubt]:
    """Everything in the record that a person should look at."""
    first = record.part.page_from
    if record.quality.status is Status.PARTIAL and not any(
        one.severity is Severity.ERROR for one in record.findings
    ):
        yield Doubt(DOCUMENT, DOCUMENT, 1, first, record.title or "", Severity.ERROR, 0)
    sure = {page.number: page.confidence for page in record.pages}
    for position, finding in enumerate(record.findings, 1):
        need = _of_finding(finding, sure.get(finding.page or 0))
        yield Doubt(
            FINDING, finding.code, position, finding.page or first, finding.message, finding.severity, need
        )
    yield from _values(record)
    yield from _repairs(record)


def _of_finding(finding: RecordFinding, confidence: float | None) -> int:
    if finding.severity is Severity.ERROR or finding.code == UNREAD:
        return 0
    if finding.severity is Severity.INFO:
        return 8
    if confidence is None or confidence < _VERY_UNSURE:
        return 1
    return 2 if confidence < _BADLY else 3


def _values(record: Record) -> Iterator[Doubt]:
    unsure = [
        (max(place.confidence for place in thing.places), thing)
        for thing in things_of(record)
        if thing.places and max(place.confidence for place in thing.places) < _UNSURE
    ]
    for confidence, thing in nsmallest(_MOST, unsure, key=lambda one: one[0]):
        need = (2 if _is_central(thing) else 4) if confidence < _VERY_UNSURE else 5 + (not _is_central(thing))
        yield Doubt(
            VALUE, thing.kind, thing.position, thing.places[0].page, (thing.label or thing.detail)[:_LONGEST],
            _severity(confidence), need,
        )  # fmt: skip


def _is_central(thing: Thing) -> bool:
    """Whether other things hang on it: an ärende, a decision, a number, the document's own date."""
    own = thing.kind == "date" and thing.detail in {DateRole.DOCUMENT, DateRole.MEETING}
    return own or thing.kind in _CENTRAL


def _repairs(record: Record) -> Iterator[Doubt]:
    unsure = [(n, edit) for n, edit in enumerate(record.edits, 1) if edit.raw and edit.confidence < _UNSURE]
    if not unsure:
        return
    starts = [0, *accumulate(len(text) + 1 for text in record.text.split(PAGE_BREAK))]
    numbers = [page.number for page in record.pages] or [record.part.page_from]
    for position, edit in nsmallest(_MOST, unsure, key=lambda one: one[1].confidence):
        page = numbers[min(bisect_right(starts, edit.start), len(numbers)) - 1]
        need = 4 if edit.confidence < _VERY_UNSURE else 7
        yield Doubt(REPAIR, EDIT, position, page, _told(record, edit), _severity(edit.confidence), need)


def _told(record: Record, edit: RecordEdit) -> str:
    return f"{edit.raw[:_LONGEST]} → {record.text[edit.start : edit.end][:_LONGEST]}"


def _severity(confidence: float) -> Severity:
    return Severity.WARNING if confidence < _VERY_UNSURE else Severity.INFO
