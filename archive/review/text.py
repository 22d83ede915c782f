"""Corrections of a record's text, and its places moved along with them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import accumulate
from typing import TypeVar, cast

from archive.review.chains import Chain
from models.correction import Spot
from models.mention import Frozen, Place
from models.record import Record, RecordEdit
from models.text import PAGE_BREAK, Edit, Text

REASON = "review"
"""Why an edit was made that a person made."""
_HYPHEN = "hyphen"
"""Of edits that only make a word whole that was cut at a line's end: they mend no word."""
Thing = TypeVar("Thing", bound=Frozen)


def text_of(record: Record) -> Text:
    """The record's text with what was read behind it."""
    pieces: list[str] = []
    edits: list[Edit] = []
    at = raw = 0
    for edit in record.edits:
        raw += edit.start - at
        pieces += [record.text[at : edit.start], edit.raw]
        said = record.text[edit.start : edit.end]
        edits.append(Edit(raw, raw + len(edit.raw), said, edit.reason, edit.confidence))
        raw += len(edit.raw)
        at = edit.end
    pieces.append(record.text[at:])
    return Text("".join(pieces), edits=tuple(edits))


def page_spans(record: Record, text: Text) -> dict[int, tuple[int, int]]:
    """Where each page of the record stands in its text as read; all that follows is the last one's."""
    parts = text.raw.split(PAGE_BREAK, max(len(record.pages) - 1, 0))
    ends = list(accumulate(len(part) + len(PAGE_BREAK) for part in parts))
    return {
        page.number: (end - len(part) - len(PAGE_BREAK), end - len(PAGE_BREAK))
        for page, part, end in zip(record.pages, parts, ends, strict=False)
    }


def refound(spot: Spot, record: Record, text: Text) -> Spot | None:
    """The place in what was read this time: there, or where its page says the same nearest by; else None."""
    span = page_spans(record, text).get(spot.page)
    if span is None:
        return None
    low, high = span
    if low <= spot.start and spot.end <= high and text.raw[spot.start : spot.end] == spot.raw:
        return spot
    if not spot.raw:
        return None
    before = text.raw.rfind(spot.raw, low, min(spot.start + len(spot.raw), high))
    after = text.raw.find(spot.raw, max(low, spot.start), high)
    found = [at for at in (before, after) if at >= 0]
    at = min(found, key=lambda at: abs(at - spot.start), default=None)
    return None if at is None else spot.model_copy(update={"start": at, "end": at + len(spot.raw)})


@dataclass(frozen=True, slots=True)
class Rewritten:
    """A stretch of the text as read that a correction rewrites, and what the program said there."""

    chain: Chain
    low: int
    high: int
    said: str
    text: str
    agrees: bool


def rewritten(record: Record, text: Text, wanted: Sequence[Chain]) -> tuple[list[Rewritten], list[Chain]]:
    """What the corrections rewrite, apart and in order, and those whose words are gone.

    Of several that touch the same words the last one made counts.
    """
    made: list[Rewritten] = []
    gone: list[Chain] = []
    for chain in sorted(wanted, key=lambda chain: chain.last.number, reverse=True):
        spot = chain.anchor.spot if chain.anchor else None
        there = refound(spot, record, text) if spot else None
        if there is None:
            gone.append(chain)
            continue
        one = _rewritten(chain, there, text)
        if not any(one.low < other.high and other.low < one.high for other in made):
            made.append(one)
    return sorted(made, key=lambda one: one.low), gone


def _rewritten(chain: Chain, spot: Spot, text: Text) -> Rewritten:
    """The stretch with the edits that it touches whole; what these take in beside is left as it was read."""
    low, high = spot.start, spot.end
    for edit in text.edits:
        if edit.start < high and edit.end > low:
            low, high = min(low, edit.start), max(high, edit.end)
    said = content_between(text, low, high)
    wanted = chain.last.after if isinstance(chain.last.after, str) else spot.raw
    wanted = text.raw[low : spot.start] + wanted + text.raw[spot.end : high]
    return Rewritten(chain, low, high, said, wanted, said == wanted)


def content_between(text: Text, low: int, high: int) -> str:
    """What the text says now where `raw[low:high]` was read, which cuts no edit."""
    inside = [
        edit for edit in text.edits if low <= edit.start and edit.end <= high and not _beside(edit, low, high)
    ]
    pieces: list[str] = []
    at = low
    for edit in inside:
        pieces += [text.raw[at : edit.start], edit.text]
        at = edit.end
    return "".join([*pieces, text.raw[at:high]])


def _beside(edit: Edit, low: int, high: int) -> bool:
    """Whether an edit that only puts something in stands at the stretch's edge, and so outside."""
    return edit.start == edit.end and edit.start in {low, high}


def with_text(text: Text, made: Sequence[Rewritten]) -> Text:
    """The text with the corrections as its edits, in place of those of the program that they touch."""
    kept = [
        edit
        for edit in text.edits
        if not any(not one.agrees and edit.start < one.high and edit.end > one.low for one in made)
    ]
    new = [Edit(one.low, one.high, one.text, REASON, 1.0) for one in made if not one.agrees]
    new = [edit for edit in new if edit.text != text.raw[edit.start : edit.end]]
    return replace(text, edits=tuple(sorted([*kept, *new], key=lambda edit: (edit.start, edit.end))))


@dataclass(frozen=True)
class Moves:
    """Leads positions from one text to another of the same words as read; `made` tells where they differ."""

    old: Text
    new: Text
    made: Sequence[Rewritten]
    _regions: list[tuple[int, int, int, int]] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Note each stretch that differs, in the old text and in the new."""
        regions: list[tuple[int, int, int, int]] = []
        for one in self.made:
            if not one.agrees:
                start = to_content(self.old, one.low)
                new = to_content(self.new, one.low)
                regions.append((start, start + len(one.said), new, new + len(one.text)))
        object.__setattr__(self, "_regions", regions)

    def __call__(self, start: int, end: int) -> tuple[int, int]:
        """Where a stretch is now; one that is touched by a correction takes the whole of what that wrote."""
        first = bisect_right(self._regions, start, key=lambda region: region[1])
        last = bisect_left(self._regions, end, key=lambda region: region[0])
        touched = self._regions[first:last]
        shift = self._regions[first - 1][3] - self._regions[first - 1][1] if first else 0
        if not touched:
            return start + shift, end + shift
        low = touched[0][2] if touched[0][0] <= start else start + shift
        high = touched[-1][3] + max(end - touched[-1][1], 0)
        return low, high

    def place(self, place: Place) -> Place:
        """The place in the new text."""
        start, end = self(place.start, place.end)
        if (start, end) == (place.start, place.end) and not self._regions:
            return place
        return place.model_copy(update={"start": start, "end": end, "raw": self.new.undo(start, end)})

    def thing(self, thing: Thing) -> Thing:
        """A value, and all that it holds, with its places moved."""
        update: dict[str, object] = {}
        for name in type(thing).model_fields:
            held: object = getattr(thing, name)
            if name == "places":
                update[name] = tuple(map(self.place, cast("tuple[Place, ...]", held)))
            elif isinstance(held, Frozen):
                update[name] = self.thing(held)
            elif (
                isinstance(held, tuple)
                and held
                and all(isinstance(one, Frozen) for one in cast("tuple[object, ...]", held))
            ):
                update[name] = tuple(map(self.thing, cast("tuple[Frozen, ...]", held)))
        return thing.model_copy(update=update) if update else thing


def to_content(text: Text, raw: int) -> int:
    """Where in the text what was read at `raw`, which lies inside no edit, stands now."""
    at = bisect_right(text.edits, raw, key=lambda edit: edit.end)
    return raw + sum(len(edit.text) - (edit.end - edit.start) for edit in text.edits[:at])


def record_with(record: Record, text: Text, moves: Moves) -> Record:
    """The record saying this text, all its places moved."""
    edits = tuple(
        RecordEdit(
            start=start,
            end=end,
            raw=text.raw[edit.start : edit.end],
            reason=edit.reason,
            confidence=edit.confidence,
        )
        for edit, (start, end) in zip(text.edits, map(text.span_of, range(len(text.edits))), strict=True)
    )
    mended = min(sum(edit.reason != _HYPHEN for edit in edits), record.quality.words)
    quality = record.quality.model_copy(update={"repaired_words": mended})
    moved = moves.thing(record.model_copy(update={"edits": ()}))
    return moved.model_copy(update={"text": text.content, "edits": edits, "quality": quality})
