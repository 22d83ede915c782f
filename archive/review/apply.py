"""Corrections laid over the record that the program made: the record as people have it.

The same record and corrections always give the same. The record that the program made is not changed, and
without corrections that stand it comes out as it went in.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from pydantic import JsonValue

from archive.review.chains import Chain, chains
from archive.review.fields import LISTS, SINGLES, Entry, ListField, single, with_single
from archive.review.find import Known, known, matched, same_key
from archive.review.text import Moves, Rewritten, record_with, refound, rewritten, text_of, with_text
from models.correction import TEXT, Act, Anchor, Correction, Spot
from models.finding import Severity
from models.mention import Frozen, Place
from models.record import Record, RecordFinding
from models.text import Text

RULE = "review"
"""The rule of a place that a person chose."""
_SHOWN = 80
"""So many characters of a value stand in a message."""


class Code(StrEnum):
    """How the program and a correction differ since the document was read anew."""

    CHANGED = "review-changed"
    GONE = "review-gone"
    AGREES = "review-agrees"


@dataclass(frozen=True, slots=True)
class Mark:
    """A value that was reviewed: its place (from 0) in its list as corrected, None where it is not there.

    `anchor` is the program's value in this record, `code` how it differs from what the correction was about.
    """

    field: str
    position: int | None
    chain: Chain
    anchor: Anchor | None
    code: Code | None = None


@dataclass(frozen=True, slots=True)
class Reviewed:
    """A record as corrected, with what was reviewed."""

    record: Record
    marks: tuple[Mark, ...] = ()

    @property
    def disagreements(self) -> tuple[Mark, ...]:
        """Where the program says something else than what was corrected."""
        return tuple(mark for mark in self.marks if mark.code)


def apply(record: Record, corrections: Iterable[Correction]) -> Reviewed:
    """The record with the corrections that stand."""
    wanted = chains(corrections)
    if not wanted:
        return Reviewed(record)
    text = text_of(record)
    made = record
    marks: list[Mark] = []
    for name, listed in LISTS.items():
        made, more = _Listed(listed, text, [c for c in wanted if c.field == name]).laid(made)
        marks += more
    for chain in wanted:
        if chain.field in SINGLES:
            made, mark = _single(record, made, chain)
            marks.append(mark)
    made, more = _text(record, made, text, [c for c in wanted if c.field == TEXT])
    marks += more
    return Reviewed(_told(made, marks), tuple(marks))


@dataclass(frozen=True)
class _Listed:
    """The corrections of one list."""

    field: ListField
    text: Text
    wanted: Sequence[Chain]

    def laid(self, record: Record) -> tuple[Record, list[Mark]]:
        """The record with them; values that a person added stand last."""
        if not self.wanted:
            return record, []
        entries = self.field.get(record)
        there = known(entries, self.text)
        taken = {n: root for root, n in matched(self.field, there, self.wanted).items()}
        by_root = {chain.root: chain for chain in self.wanted}
        kept: list[Entry] = []
        marks: list[Mark] = []
        for n, entry in enumerate(entries):
            chain = by_root.pop(taken[n]) if n in taken else None
            made = self._corrected(entry, there[n], chain, record) if chain else entry
            if chain:
                at = None if made is None else len(kept)
                marks.append(Mark(self.field.name, at, chain, there[n].anchor, _code(chain, there[n])))
            kept += [] if made is None else [made]
        for chain in by_root.values():
            made = self._added(chain, record)
            lost = chain.last.act is not Act.REJECT and (chain.anchor is not None or made is None)
            code = Code.GONE if lost else None
            marks.append(Mark(self.field.name, None if made is None else len(kept), chain, None, code))
            kept += [] if made is None else [made]
        return self.field.put(record, kept), marks

    def _corrected(self, entry: Entry, one: Known, chain: Chain, record: Record) -> Entry | None:
        """What stands in place of a value of the program's; None where a person rejected it."""
        last = chain.last
        if last.act is Act.REJECT:
            named = chain.anchor is not None and same_key(self.field, one.told, chain.anchor.value)
            return None if named or one.anchor == chain.anchor else entry
        if last.after == one.told and last.spot is None:
            return entry
        value = _with(entry.value, last.after)
        return replace(entry, value=_placed(value, self._places(last.spot, record) or entry.places))

    def _added(self, chain: Chain, record: Record) -> Entry | None:
        """A value that only the correction has; None where it was rejected or what holds it is gone."""
        last = chain.last
        if last.act is Act.REJECT or not isinstance(last.after, dict):
            return None
        owner = 0
        if chain.within is not None:
            owners = [n for n, decision in enumerate(record.decisions) if decision.id == chain.within]
            if not owners:
                return None
            owner = owners[0]
        spot = last.spot or (chain.anchor.spot if chain.anchor else None)
        return Entry(_placed(self.field.model.model_validate(last.after), self._places(spot, record)), owner)

    def _places(self, spot: Spot | None, record: Record) -> tuple[Place, ...]:
        return (place_of(spot, record, self.text),) if spot else ()


def place_of(spot: Spot, record: Record, text: Text) -> Place:
    """A place in the program's text; with only its boxes where what stood there was read otherwise."""
    there = refound(spot, record, text) if spot.raw else None
    start, end = _content(text, there.start, there.end) if there else (0, 0)
    page = spot.page if any(one.number == spot.page for one in record.pages) else record.part.page_from
    return Place(
        page=page,
        start=start,
        end=end,
        boxes=spot.boxes,
        raw=text.undo(start, end),
        confidence=1.0,
        rule=RULE,
    )


def _content(text: Text, low: int, high: int) -> tuple[int, int]:
    """Where `raw[low:high]` stands in the text, edits that it touches taken whole."""
    start, end, growth = low, high, 0
    for edit in text.edits:
        if edit.start >= high:
            break
        if edit.end <= low:
            growth += len(edit.text) - (edit.end - edit.start)
            continue
        start = min(start, edit.start)
        end = max(end, edit.end) + len(edit.text) - (edit.end - edit.start)
    return start + growth, end + growth


def _with(value: Frozen, told: JsonValue) -> Frozen:
    """The value saying what `told` says; what stands apart from it stays."""
    said = type(value).model_validate(told)
    return value.model_copy(update={name: getattr(said, name) for name in said.model_fields_set})


def _placed(value: Frozen, places: tuple[Place, ...]) -> Frozen:
    return value.model_copy(update={"places": places})


def _code(chain: Chain, one: Known) -> Code | None:
    """How the program's value differs from what the correction was about."""
    if chain.last.act is not Act.REJECT and one.told == chain.last.after:
        confirmed = chain.anchor is not None and one.told == chain.anchor.value
        return None if confirmed else Code.AGREES
    return None if chain.anchor is None or one.told == chain.anchor.value else Code.CHANGED


def _single(record: Record, made: Record, chain: Chain) -> tuple[Record, Mark]:
    now = single(record, chain.field)
    after = chain.last.after
    was = chain.anchor.value if chain.anchor else None
    code = None if now == was else Code.AGREES if now == after else Code.CHANGED
    mark = Mark(chain.field, 0, chain, Anchor(value=now), code)
    return with_single(made, chain.field, after), mark


def _text(record: Record, made: Record, text: Text, wanted: Sequence[Chain]) -> tuple[Record, list[Mark]]:
    if not wanted:
        return made, []
    found, gone = rewritten(record, text, wanted)
    new = with_text(text, found)
    marks = [Mark(TEXT, None, one.chain, None, _text_code(one)) for one in found]
    marks += [Mark(TEXT, None, chain, None, Code.GONE) for chain in gone]
    return record_with(made, new, Moves(text, new, found)), marks


def _text_code(one: Rewritten) -> Code | None:
    was = one.chain.anchor.value if one.chain.anchor else None
    if one.said == was:
        return None
    return Code.AGREES if one.agrees else Code.CHANGED


def _told(record: Record, marks: Iterable[Mark]) -> Record:
    """The record with the disagreements among its findings."""
    more = tuple(_findings(marks))
    return record.model_copy(update={"findings": (*record.findings, *more)}) if more else record


def _findings(marks: Iterable[Mark]) -> Iterator[RecordFinding]:
    for mark in marks:
        last = mark.chain.last
        said = _short(last.after) if last.act is not Act.REJECT else "nothing"
        what = f"correction {last.number} of {mark.field} says {said}"
        match mark.code:
            case Code.AGREES:
                yield _finding(Code.AGREES, Severity.INFO, f"{what}; the program now agrees", last.page)
            case Code.CHANGED:
                now = _short(mark.anchor.value if mark.anchor else None)
                yield _finding(
                    Code.CHANGED, Severity.WARNING, f"{what}; the program now says {now}", last.page
                )
            case Code.GONE:
                message = f"{what}; the program no longer finds what it was about"
                yield _finding(Code.GONE, Severity.WARNING, message, last.page)
            case None:
                pass


def _finding(code: Code, severity: Severity, message: str, page: int | None) -> RecordFinding:
    return RecordFinding(code=code.value, severity=severity, page=page, message=message)


def _short(value: JsonValue) -> str:
    """A value as one line, for a message."""
    words = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    return f'"{words[:_SHOWN]}…"' if len(words) > _SHOWN else f'"{words}"'
