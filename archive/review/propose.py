"""What is asked for made into a correction, or refused."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection

from archive.review.apply import Reviewed, apply
from archive.review.chains import Chain, chains, may_undo
from archive.review.fields import LISTS, SINGLES, ListField, single
from archive.review.find import known, matched
from archive.review.normal import normal
from archive.review.places import chosen
from archive.review.rewrite import proposed_text
from archive.review.text import text_of
from models.correction import TEXT, Act, Anchor, Asked, Correction, Spot
from models.errors import CorrectionError, CorrectionMissing, CorrectionStale
from models.record import Record

_STALE = "Another has corrected this since you looked: look again, and correct what is there now."
_REREAD = "The document was read anew since you looked: look again, and correct what is there now."
_NESTED = frozenset({"amounts", "addressees"})


@dataclass(frozen=True, slots=True)
class Said:
    """What is known of a document when a correction comes in: who says it, and all that was said before.

    `reread` is whether a run has made the record anew since the asker looked.
    """

    original: Record
    before: Sequence[Correction]
    blank: Correction
    """The correction with its number, names and time, to be filled in."""
    reread: bool


def proposed(connection: Connection, said: Said, asked: Asked) -> Correction:
    """The correction that is asked for; CorrectionError where it can't be, CorrectionStale where too late."""
    if asked.act is Act.UNDO:
        raise CorrectionError("An undo names a correction: ask for it there.")
    seen = [one for one in said.before if one.change <= asked.seen]
    later = [one for one in said.before if one.change > asked.seen]
    if asked.field in SINGLES:
        return _single(said, asked, later)
    if said.reread:
        raise CorrectionStale(_REREAD)
    then = apply(said.original, seen)
    if asked.field == TEXT:
        made = proposed_text(connection, said.original, then.record, chains(seen), asked, said.blank)
        if any(one.field == TEXT and _overlap(one, made) for one in later):
            raise CorrectionStale(_STALE)
        return made
    if asked.field not in LISTS:
        raise CorrectionError("No record has that field, or it is not one that can be corrected.")
    return _listed(connection, said, asked, then, later)


def undone(before: Sequence[Correction], number: int, blank: Correction) -> Correction:
    """The correction that takes another back; CorrectionStale where a later one builds on it."""
    target = next((one for one in before if one.number == number), None)
    if target is None or target.act is Act.UNDO:
        raise CorrectionMissing("The document has no such correction.")
    if not may_undo(before, number):
        raise CorrectionStale("It is undone already, or a later correction builds on it: undo that first.")
    left = next(chain for chain in chains(before) if chain.root == target.root).standing[:-1]
    after = left[-1].after if left else target.anchor.value if target.anchor else None
    told = {"act": Act.UNDO, "field": target.field, "root": target.root, "undoes": number}
    where = {"anchor": target.anchor, "spot": target.spot, "before": target.after, "after": after}
    return blank.model_copy(update=told | where)


def _overlap(one: Correction, other: Correction) -> bool:
    a, b = one.spot, other.spot
    return a is not None and b is not None and a.start < b.end and b.start < a.end


def _single(said: Said, asked: Asked, later: Sequence[Correction]) -> Correction:
    name = asked.field
    if any(one.field == name for one in later):
        raise CorrectionStale(_STALE)
    if asked.act is Act.ADD:
        raise CorrectionError("That field has one value: correct it.")
    if asked.act is Act.REJECT and name == "kind":
        raise CorrectionError("Every document is of a kind: correct it.")
    now = single(apply(said.original, said.before).record, name)
    chain = next((one for one in chains(said.before) if one.field == name), None)
    after = {Act.CONFIRM: now, Act.REJECT: None}.get(asked.act)
    if asked.act is Act.CORRECT:
        after = normal(name, asked.value, said.blank.number)
    return said.blank.model_copy(
        update={
            "act": asked.act,
            "field": name,
            "root": chain.root if chain else said.blank.number,
            "anchor": Anchor(value=single(said.original, name)),
            "before": now,
            "after": after,
        }
    )


@dataclass(frozen=True, slots=True)
class _Target:
    """A value of a list as it was seen: what corrects it already, and the program's value behind it."""

    chain: Chain | None
    anchor: Anchor | None


def _listed(
    connection: Connection, said: Said, asked: Asked, then: Reviewed, later: Sequence[Correction]
) -> Correction:
    field = LISTS[asked.field]
    entries = field.get(then.record)
    spot = chosen(connection, said.original, text_of(said.original), asked)
    if asked.act is Act.ADD:
        return _added(said, asked, field, then.record, spot)
    if asked.position is None or asked.position > len(entries):
        raise CorrectionError("There is no value at that position of the list.")
    entry = entries[asked.position - 1]
    target = list(_targets(said.original, field, then))[asked.position - 1]
    chain = target.chain
    if any(
        one.root == chain.root if chain else one.anchor == target.anchor
        for one in later
        if one.field == field.name
    ):
        raise CorrectionStale(_STALE)
    after = {Act.CONFIRM: entry.told, Act.REJECT: None}.get(asked.act)
    if asked.act is Act.CORRECT:
        after = normal(field.name, asked.value, said.blank.number)
    within = then.record.decisions[entry.owner].id if field.name in _NESTED else None
    return said.blank.model_copy(
        update={
            "act": asked.act,
            "field": field.name,
            "root": chain.root if chain else said.blank.number,
            "anchor": target.anchor,
            "before": entry.told,
            "after": after,
            "spot": spot or (chain.last.spot if chain else None),
            "within": within,
        }
    )


def _targets(original: Record, field: ListField, then: Reviewed) -> Iterator[_Target]:
    """What stands behind each value of the list as corrected, in order."""
    marks = {
        mark.position: mark for mark in then.marks if mark.field == field.name and mark.position is not None
    }
    wanted = [mark.chain for mark in then.marks if mark.field == field.name]
    there = known(field.get(original), text_of(original))
    taken = set(matched(field, there, wanted).values())
    free = iter([one.anchor for n, one in enumerate(there) if n not in taken])
    for position in range(len(field.get(then.record))):
        mark = marks.get(position)
        yield _Target(mark.chain, mark.anchor or mark.chain.anchor) if mark else _Target(None, next(free))


def _added(said: Said, asked: Asked, field: ListField, then: Record, spot: Spot | None) -> Correction:
    if field.name in _NESTED and asked.within not in {one.id for one in said.original.decisions}:
        raise CorrectionError("An amount or addressee is of a decision: give its id as within.")
    after = normal(field.name, asked.value, said.blank.number)
    page = spot.page if spot else None
    for entry in field.get(then):
        if entry.told == after and page == (entry.places[0].page if entry.places else None):
            raise CorrectionError("That value is there already: confirm it.")
    return said.blank.model_copy(
        update={
            "act": Act.ADD,
            "field": field.name,
            "root": said.blank.number,
            "after": after,
            "spot": spot,
            "within": asked.within if field.name in _NESTED else None,
        }
    )
