"""One running text, each character anchored to a word on a page, with every change to it undoable."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from itertools import accumulate
from math import prod

from models.anchors import Anchors
from models.confidence import trust_in
from models.geometry import rows
from models.mention import Place

PAGE_BREAK = "\f"


@dataclass(frozen=True, slots=True)
class Change:
    """A proposed repair: put `text` for `content[start:end]`."""

    start: int
    end: int
    text: str
    reason: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Edit:
    """A repair that was made: `text` stands for `raw[start:end]`."""

    start: int
    end: int
    text: str
    reason: str
    confidence: float


@dataclass(frozen=True, slots=True)
class PageSpan:
    """The stretch of `Text.raw` that one page (from 1) gave."""

    start: int
    end: int
    number: int


@dataclass(frozen=True)
class Text:
    """What was read (`raw`), the edits made to it, and what it says now (`content`).

    Positions are Unicode code points. Edits lie in order and apart; anchors and pages are kept in positions
    of `raw`, so that no edit moves them. Pages are parted by a form feed.
    """

    raw: str
    anchors: Anchors = field(default_factory=Anchors)
    pages: tuple[PageSpan, ...] = ()
    edits: tuple[Edit, ...] = ()
    content: str = field(init=False, repr=False)
    _starts: tuple[int, ...] = field(init=False, repr=False, compare=False)
    _ends: tuple[int, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Apply the edits once, and note where each of them stands in `content`."""
        pieces: list[str] = []
        at = 0
        for edit in self.edits:
            pieces += [self.raw[at : edit.start], edit.text]
            at = edit.end
        pieces.append(self.raw[at:])
        growth = list(accumulate((len(e.text) - (e.end - e.start) for e in self.edits), initial=0))
        starts = tuple(e.start + g for e, g in zip(self.edits, growth, strict=False))
        object.__setattr__(self, "content", "".join(pieces))
        object.__setattr__(self, "_starts", starts)
        object.__setattr__(
            self, "_ends", tuple(s + len(e.text) for s, e in zip(starts, self.edits, strict=True))
        )

    def edited(self, start: int, end: int) -> range:
        """The indices of the edits that `content[start:end]` touches."""
        first = bisect_right(self._ends, start)
        return range(first, max(first, bisect_left(self._starts, end, lo=first)))

    def span_of(self, edit: int) -> tuple[int, int]:
        """Where the edit with this index stands in `content`."""
        return self._starts[edit], self._ends[edit]

    def to_raw(self, start: int, end: int) -> tuple[int, int]:
        """The stretch of `raw` behind `content[start:end]`; an edit that is touched is taken whole."""
        touched = self.edited(start, end)
        if not touched:
            shift = self._shift(touched.start)
            return start + shift, end + shift
        first, last = touched[0], touched[-1]
        clear_start, clear_end = start < self._starts[first], end > self._ends[last]
        return (
            start + self._shift(first) if clear_start else self.edits[first].start,
            end + self._shift(last + 1) if clear_end else self.edits[last].end,
        )

    def undo(self, start: int, end: int) -> str:
        """What was read where `content[start:end]` stands now."""
        raw_start, raw_end = self.to_raw(start, end)
        return self.raw[raw_start:raw_end]

    def apply(self, changes: Iterable[Change]) -> Text:
        """The text with `changes`, which lie apart, made; one over an earlier edit is merged with it."""
        gone: set[int] = set()
        made: list[Edit] = []
        end = 0
        for change in sorted(changes, key=lambda c: (c.start, c.end)):
            touched = self.edited(change.start, change.end)
            if change.start < end or gone & set(touched):
                message = f"changes overlap at {change.start}"
                raise ValueError(message)
            gone.update(touched)
            end = change.end
            edit = self._merge(change, touched)
            if edit.text != self.raw[edit.start : edit.end]:
                made.append(edit)
        kept = [edit for n, edit in enumerate(self.edits) if n not in gone]
        return replace(self, edits=tuple(sorted([*kept, *made], key=lambda e: (e.start, e.end))))

    def slice(self, start: int, end: int) -> Text:
        """The stretch `content[start:end]` as a text of its own, pages keeping their numbers."""
        low, high = self.to_raw(start, end)
        edits = (self.edits[n] for n in self.edited(start, end))
        return Text(
            self.raw[low:high],
            self.anchors.within(low, high),
            tuple(
                replace(p, start=max(p.start, low) - low, end=min(p.end, high) - low)
                for p in self.pages
                if p.end >= low and (p.start < high or high == len(self.raw))
            ),
            tuple(replace(e, start=e.start - low, end=e.end - low) for e in edits),
        )

    def confidence(self, start: int, end: int) -> float | None:
        """How sure recognition was of the words that `content[start:end]` touches; None where none did it."""
        found = (anchor.confidence for anchor in self.anchors.touching(*self.to_raw(start, end)))
        return min((sure for sure in found if sure is not None), default=None)

    def page_at(self, position: int) -> int:
        """The number of the page on which `content[position]` stands."""
        raw, _ = self.to_raw(position, position)
        index = bisect_right(self.pages, raw, key=lambda page: page.start) - 1
        return self.pages[max(index, 0)].number if self.pages else 1

    def places(self, start: int, end: int, rule: str) -> tuple[Place, ...]:
        """Where `content[start:end]` stands on paper, one place for each page that it runs over.

        It is as sure as recognition and repair were of its words, times what is known of the rule.
        """
        return tuple(self._place(low, high, rule) for low, high in self._by_page(start, end))

    def _shift(self, edit: int) -> int:
        """What to add to a position in `content` after `edit` edits to get one in `raw`."""
        return self.edits[edit - 1].end - self._ends[edit - 1] if edit else 0

    def _merge(self, change: Change, touched: range) -> Edit:
        low, high = self.to_raw(change.start, change.end)
        if not touched:
            return Edit(low, high, change.text, change.reason, change.confidence)
        before = self.content[self._starts[touched[0]] : change.start]
        after = self.content[change.end : self._ends[touched[-1]]]
        earlier = [self.edits[n] for n in touched]
        reasons = dict.fromkeys([*(e.reason for e in earlier), change.reason])
        confidence = change.confidence * prod(e.confidence for e in earlier)
        return Edit(low, high, before + change.text + after, "+".join(reasons), confidence)

    def _by_page(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        at = start
        for piece in self.content[start:end].split(PAGE_BREAK):
            low = at + len(piece) - len(piece.lstrip())
            high = at + len(piece.rstrip())
            if high > low:
                yield low, high
            at += len(piece) + len(PAGE_BREAK)

    def _place(self, start: int, end: int, rule: str) -> Place:
        low, high = self.to_raw(start, end)
        words = list(self.anchors.touching(low, high))
        edits = (self.edits[n].confidence for n in self.edited(start, end))
        read = min((a.confidence for a in words if a.confidence is not None), default=1.0)
        return Place(
            page=self.page_at(start),
            start=start,
            end=end,
            boxes=tuple(box.rounded for box in rows(a.box for a in words if a.box)),
            raw=self.raw[low:high],
            confidence=round(read * min(edits, default=1.0) * trust_in(rule), 4),
            rule=rule,
        )
