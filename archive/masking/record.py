"""A record without the personal numbers in it, as true to its places as before."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import cast

from archive.masking.mask import Mask, hidden, hide
from models.matter import Amount, Decision
from models.record import Record
from models.swedish.personal.find import personal_spans

Span = tuple[int, int]
Json = dict[str, "Json"] | list["Json"] | str | int | float | bool | None
_KEPT = frozenset({"schema_version", "id", "sha256", "settings", "processed_at", "media_type", "code"})
"""Fields that hold what the program made up, and nothing that a document says."""


def spans_of(record: Record) -> tuple[Span, ...]:
    """Where personal numbers stand in the record's text, in order: those found when it was read, and now."""
    known = [(place.start, place.end) for number in record.personal_numbers for place in number.places]
    return tuple(sorted({*known, *personal_spans(record.text, year_of(record))}))


def mask_of(record: Record) -> Mask:
    """What hides the record's numbers in other texts of the same document, such as its file's name."""
    return Mask(frozenset(record.text[start:end] for start, end in spans_of(record)), year_of(record))


def year_of(record: Record) -> int | None:
    """The document's year, as far as it is known."""
    year = (record.date or record.not_after or record.not_before or "")[:4]
    return int(year) if year.isdecimal() else None


def hidden_amounts(record: Record) -> frozenset[int]:
    """Which amounts, counted from 1 through all decisions, were read out of a personal number."""
    spans = spans_of(record)
    amounts = (amount for decision in record.decisions for amount in decision.amounts)
    return frozenset(n for n, amount in enumerate(amounts, 1) if _read_out_of(amount, spans))


def masked(record: Record) -> Record:
    """The record with a block for each character of a personal number; all keeps its position."""
    spans, mask = spans_of(record), mask_of(record)
    edits = tuple(
        edit.model_copy(update={"raw": hidden(edit.raw)}) if _touches(spans, edit.start, edit.end) else edit
        for edit in record.edits
    )
    undo = _Undo(hide(record.text, spans), tuple((edit.start, edit.end, edit.raw) for edit in edits))
    record = record.model_copy(update={"decisions": tuple(_safe(one, spans) for one in record.decisions)})
    content = cast("dict[str, Json]", record.model_dump(mode="json", exclude={"text", "edits"}))
    told = {name: _masked(value, mask, undo, name) for name, value in content.items()}
    told |= {"text": undo.text, "edits": [edit.model_dump(mode="json") for edit in edits]}
    return Record.model_validate(told)


def _safe(decision: Decision, spans: Sequence[Span]) -> Decision:
    """The decision without amounts that were read out of a personal number."""
    kept = tuple(one for one in decision.amounts if not _read_out_of(one, spans))
    return decision.model_copy(update={"amounts": kept})


def _read_out_of(amount: Amount, spans: Sequence[Span]) -> bool:
    return any(_touches(spans, place.start, place.end) for place in amount.places)


@dataclass(frozen=True, slots=True)
class _Undo:
    """The masked text with its edits, as (start, end, raw): what a place's `raw` is taken from."""

    text: str
    edits: tuple[tuple[int, int, str], ...]

    def __call__(self, start: int, end: int) -> str:
        """What was read there, masked."""
        pieces: list[str] = []
        at = start
        first = bisect_right(self.edits, start, key=lambda edit: edit[1])
        for low, high, raw in self.edits[first:]:
            if low >= end:
                break
            pieces += [self.text[at : max(low, at)], raw]
            at = high
        return "".join([*pieces, self.text[at : max(end, at)]])


def _masked(value: Json, mask: Mask, undo: Callable[[int, int], str], name: str) -> Json:
    if isinstance(value, list):
        return [_masked(each, mask, undo, name) for each in value]
    if isinstance(value, str):
        return value if name in _KEPT else mask(value)
    if not isinstance(value, dict):
        return value
    made = {key: _masked(each, mask, undo, key) for key, each in value.items()}
    if "currency" in value:
        made |= {key: value[key] for key in ("value", "value_to")}
    if "raw" in value and isinstance(value["start"], int) and isinstance(value["end"], int):
        made["raw"] = undo(value["start"], value["end"])
    return made


def _touches(spans: Sequence[Span], start: int, end: int) -> bool:
    """Whether a span shares a character with this stretch; spans may lie within each other."""
    last = bisect_left(spans, (end, 0))
    return any(high > start for _, high in spans[:last])
