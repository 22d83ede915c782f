"""The diarienummer of a record: one entry for each distinct number, with its places and whose it is."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from models.mention import Dnr
from models.outline import LineRole, Part
from models.swedish.bodies import by_abbreviation
from models.vocabulary import DnrRelation
from pipeline.extract.context import Context
from pipeline.extract.dnr.find import find_dnrs
from pipeline.extract.dnr.forms import FoundDnr
from pipeline.extract.position import line_at

_AUTHORITY = re.compile(
    r"\b(?:länsstyrelse\w*|JO|JK|justitie\w+|\w*departement\w*|\w*(?:domstol|rätt)(?:en|ens)|mål(?:nr|nummer)?"
    r"|skol(?:verket|inspektionen)\w*|\w+verkets?|socialstyrelsen|polis\w*|lantmäteri\w*|\w+myndighetens?"
    r"|datainspektionen|\w+ombudsman\w*"
    r"|er(?:t)? (?:dnr|diarienr|diarienummer|beteckning|ref\w*))\b[^.\n]{0,60}$",
    re.IGNORECASE,
)
"""Whose number it is where another authority is named before it."""
_HEAD = 1500
"""So many letters from the start of a document that isn't minutes, its own number stands."""

_OLDEST = 12
"""A matter is seldom so many years older than a document that names it."""

Key = tuple[str | None, int, int]


@dataclass(frozen=True, slots=True)
class _Read:
    found: FoundDnr
    key: Key
    other: tuple[int, int] | None
    relation: DnrRelation


def dnrs(part: Part, context: Context, earlier: Iterable[Dnr] = ()) -> tuple[Dnr, ...]:
    """Every diarienummer in normal form; one printed without its registry joins the only case it can be.

    `earlier` are the numbers of the documents before this one in the same file.
    """
    found = find_dnrs(part.text.content)
    year_first = _custom(found, context.year)
    grouped: dict[Key, list[_Read]] = defaultdict(list)
    for dnr in found:
        read = _read(part, context, dnr, year_first)
        grouped[read.key].append(read)
    cases = [(dnr.registry, dnr.year, dnr.number) for dnr in earlier]
    return tuple(_entry(part, key, reads) for key, reads in _joined(grouped, cases).items())


def _custom(found: Iterable[FoundDnr], year: int | None) -> bool | None:
    """Whether the document's settled short numbers have the year first; None where they don't tell."""
    short = [dnr for dnr in found if dnr.registry is None or len(dnr.first) < 4]
    orders = (_order(dnr, year) for dnr in short)
    settled = Counter(order for order in orders if order is not None)
    return settled[True] > settled[False] if settled[True] != settled[False] else None


def _read(part: Part, context: Context, dnr: FoundDnr, custom: bool | None) -> _Read:
    order = _order(dnr, context.year)
    unsettled = order is None and custom is None
    if order is None:
        order = custom is not False
    year, number = dnr.reading(year_first=order, near=context.year)
    other = dnr.reading(year_first=not order, near=context.year) if unsettled else None
    registry = dnr.registry.upper() if dnr.registry else None
    return _Read(dnr, (registry, year, number), other, _relation(part, dnr))


def _order(dnr: FoundDnr, year: int | None) -> bool | None:
    """Whether the year stands first: by the form, by the document's year, by a zero before the year."""
    by_year = dnr.year_first if dnr.year_first is not None else _order_by_year(dnr, year)
    return by_year if by_year is not None else dnr.zero_first


def _order_by_year(dnr: FoundDnr, year: int | None) -> bool | None:
    """The order by which of two short numbers is the document's own year, one beside it, or one before."""
    if year is None:
        return None
    for earliest in (1, _OLDEST):
        near = {(year + step) % 100 for step in range(-earliest, 2)}
        first, second = int(dnr.first) in near, int(dnr.second) in near
        if first != second:
            return first
        if first:
            return None
    return None


def _joined(
    grouped: dict[Key, list[_Read]], earlier: Iterable[tuple[str | None, int | None, int | None]]
) -> dict[Key, list[_Read]]:
    """Numbers without registry put to the only one that has year and number in common with them."""
    joined: dict[Key, list[_Read]] = {}
    registries: dict[tuple[int | None, int | None], set[str]] = defaultdict(set)
    for registry, year, number in (*grouped, *earlier):
        if registry is not None:
            registries[year, number].add(registry)
    for key, reads in grouped.items():
        registry, year, number = key
        known = registries[year, number]
        target = (min(known), year, number) if registry is None and len(known) == 1 else key
        joined.setdefault(target, []).extend(reads)
    return joined


def _entry(part: Part, key: Key, reads: list[_Read]) -> Dnr:
    registry, year, number = key
    order = (DnrRelation.OWN, DnrRelation.CITED, DnrRelation.EXTERNAL)
    others = next((read.other for read in reads if read.other), None)
    unsettled = others is not None and all(read.other for read in reads)
    return Dnr(
        value=_value(registry, year, number),
        registry=registry,
        year=year,
        number=number,
        class_code=next((read.found.class_code for read in reads if read.found.class_code), None),
        document_no=next((read.found.document_no for read in reads if read.found.document_no), None),
        relation=min((read.relation for read in reads), key=order.index),
        candidates=(_value(*key), _value(registry, *others)) if others and unsettled else (),
        places=tuple(
            place
            for read in sorted(reads, key=lambda read: read.found.start)
            for span in _spans(read.found)
            for place in part.text.places(*span, read.found.rule)
        ),
    )


def _spans(found: FoundDnr) -> tuple[tuple[int, int], ...]:
    span = (found.start, found.end)
    return (span, found.tail) if found.tail else (span,)


def _value(registry: str | None, year: int, number: int) -> str:
    return f"{registry} {year}/{number}" if registry else f"{year}/{number}"


def _relation(part: Part, dnr: FoundDnr) -> DnrRelation:
    municipal = dnr.registry is not None and dnr.registry.upper() in by_abbreviation()
    before = part.text.content[max(0, dnr.start - 120) : dnr.start]
    if dnr.external or (not municipal and _AUTHORITY.search(before)):
        return DnrRelation.EXTERNAL
    return DnrRelation.OWN if _is_own(part, dnr) else DnrRelation.CITED


def _is_own(part: Part, dnr: FoundDnr) -> bool:
    """Whether a number stands where a document prints its own: its head, or the head of one of its items."""
    position = dnr.start
    line = line_at(part, position)
    if line is not None and line.role is LineRole.CONTENTS:
        return True
    item = part.item_at(position)
    if item is None:
        alone = line is not None and (line.end - line.start < 2 * (dnr.end - dnr.start) or "   " in line.text)
        in_head = position < _HEAD or (line is not None and line.role is LineRole.FURNITURE)
        return in_head and (dnr.labelled or alone)
    start, end = item.head
    if dnr.labelled and start <= position < end:
        return True
    opening = item.blocks[0].lines[:2] if item.blocks and item.blocks[0].heading is None else ()
    return any(head.start <= position <= head.end for head in (item.sign, *item.heading, *opening))
