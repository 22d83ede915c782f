"""Who sat in a meeting, as what, for whom and for which §§, from the lists on its front page."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from models.matter import Attendance, ParagraphRange
from models.outline import Part
from models.swedish.lexicon import lexicon
from models.swedish.marks import loose
from models.swedish.names import NAME_WORD, is_given
from models.swedish.parties import NONE_PRINTED, is_party, party_at
from models.swedish.roles import is_address, is_role
from models.vocabulary import Capacity
from pipeline.extract.columns import Column, Zone, zones
from pipeline.extract.context import Context
from pipeline.extract.footnotes import notes_of, with_notes
from pipeline.extract.meeting.list_entries import (
    ABSENT,
    NAME,
    REPLACES,
    STANDS_FOR,
    Entry,
    entries_of,
    is_titled,
)
from pipeline.extract.meeting.order import spoken
from pipeline.extract.meeting.ranges import present_for
from pipeline.extract.people.titles import is_party_behind, party_after, role_at

_TITLE = re.compile(r"(?:[a-zåäö]+\.?[ ]){1,2}(?=[A-ZÅÄÖ])")
_SERVING = Capacity.TJANSTGORANDE_ERSATTARE
_SERVES = re.compile(
    r"\btj(?:[äa]nstg[öo]rande|[äa]nstg[öo]r|g)\b\.?(?![ ]*(?:\w+[ ]+)?(?:§|\d))"
    r"|\btj\.?[ ]*(?:ers(?:ättare|\b\.?)|suppl)",
    re.IGNORECASE,
)
_SUBSTITUTE = re.compile(r",[ ]*(?:ersättare|suppleant|ers\.?)[ ]*(?:,|$)", re.IGNORECASE)
"""The role of a substitute in a column of its own."""
_MEMBER = re.compile(r",[ ]*ledamot[ ]*(?:,|$)", re.IGNORECASE)
_TABLE = re.compile(loose(r"\bparti?\b.*\btj(?:änstgörande|g\.?)[ ]+ers"), re.IGNORECASE)
"""The heads of a table with members, their parties, and who sat for them in the same row."""
_OUTSIDE = re.compile(r"\b(?:revisor|konsult|advokat)(?:er)?\b", re.IGNORECASE)
"""Titles of those whom a body calls in, and does not employ."""
_DECIDING = re.compile(loose("beslutande"), re.IGNORECASE)
_NOT_SERVING = re.compile(r"\b(?:ej|icke)[ ]+tj(?:[äa]nstg[öo]rande|g)\b", re.IGNORECASE)
_LOCAL = re.compile(r"[A-ZÅÄÖ]{2,4}")
"""The code of a party in a column of parties; X there is a mark."""


@dataclass(frozen=True, slots=True)
class _Said:
    """An entry read: `tail` is what stands after name and party, `titled` of a title beside the name."""

    name: str
    party: str | None
    tail: str
    replaces: str | None
    capacity: Capacity
    titled: bool


@dataclass(frozen=True, slots=True)
class _Form:
    """How a list is printed, which one entry alone does not tell.

    `officials` have a column of their own, so that this one is of other `guests`; `notes` are what the marks
    behind names say; parties have a column of their own (`coded`). `roles` stand beside each name, also of
    members, and `deciding` are all in the list.
    """

    officials: bool
    guests: bool
    notes: Mapping[str, str]
    coded: bool
    roles: bool
    deciding: bool


def attendance(part: Part, context: Context, paragraphs: ParagraphRange | None) -> tuple[Attendance, ...]:
    """Everybody in the lists of those present, once as what each sat; `paragraphs` are the meeting's."""
    found: dict[tuple[str, Capacity], Attendance] = {}
    notes = notes_of(part.text.content)
    lists = zones(part)
    apart = any(_has_officials(zone) for zone in lists)
    for zone in lists:
        officials, absent = _has_officials(zone), _absent(zone)
        for column in zone.columns:
            entries = tuple(entries_of(column))
            form = _Form(
                officials,
                column.guests and apart,
                notes,
                coded=any(_in_own_cell(entry) for entry in entries),
                roles=any(_MEMBER.search(entry.text) for entry in entries),
                deciding=_DECIDING.match(zone.lines[0].text) is not None,
            )
            for entry in entries:
                said = _said(entry, column, form)
                if column.capacity is Capacity.LEDAMOT and entry.cells[0].row in absent:
                    continue
                if said is not None and column.capacity is _SERVING and not said.replaces:
                    said = replace(said, replaces=absent.get(entry.cells[0].row))
                if said is not None:
                    person = _person(part, entry, said, context, paragraphs)
                    found.setdefault((person.name.casefold(), person.capacity), person)
    return spoken(tuple(found.values()))


def _absent(zone: Zone) -> dict[int, str]:
    """Who was not there, by the row of the table in which the substitute may stand beside."""
    found = _seated(zone) if _TABLE.search(zone.lines[0].text) else {}
    for column in zone.columns:
        if column.presence and len(zone.columns) > 1:
            for entry in entries_of(column):
                name = _name_at_start(entry.text)
                if name and ABSENT.search(entry.text, name.end()):
                    found[entry.cells[0].row] = name[0]
    return found


def _seated(zone: Zone) -> dict[int, str]:
    """The members of a table in whose row a substitute stands who sat for them."""
    serving = [column for column in zone.columns if column.capacity is _SERVING]
    taken = {
        entry.cells[0].row for column in serving for entry in entries_of(column) if NAME.match(entry.text)
    }
    members = [column for column in zone.columns if column.capacity is Capacity.LEDAMOT]
    entries = (entry for column in members for entry in entries_of(column) if entry.cells[0].row in taken)
    names = ((entry.cells[0].row, _name_at_start(entry.text)) for entry in entries)
    return {row: name[0] for row, name in names if name}


def _has_officials(zone: Zone) -> bool:
    return any(column.capacity is Capacity.TJANSTEPERSON for column in zone.columns)


def holder(part: Part, office: str) -> str | None:
    """Who has this office ("ordförande") in the lists of those present; a vice one has another."""
    for zone in zones(part):
        for entry in (entry for column in zone.columns for entry in entries_of(column)):
            name = _name_at_start(entry.text)
            party = party_after(entry.text, name.end(), sure=True, listed=True) if name else None
            tail = entry.text[party[1] if party else name.end() :] if name else ""
            role = role_at(tail.lstrip(" ,("), 0)
            if name and role and role[0].endswith(office) and "vice" not in role[0]:
                return name[0]
    return None


def _said(entry: Entry, column: Column, form: _Form) -> _Said | None:
    """The entry read; None where it begins with no name."""
    text = with_notes(entry.text, form.notes)
    name = _name_at_start(text)
    if name is None:
        return None
    party = party_after(text, name.end(), sure=True, listed=True)
    tail = text[party[1] if party else name.end() :]
    if ABSENT.search(tail):
        return None
    replaced = _replaced(text, name.end(), column)
    printed = party[0] if party else _in_own_cell(entry, local=form.coded)
    said = _Said(name[0], printed, tail, replaced, column.capacity, name.start() > 0 or is_titled(tail))
    return replace(said, capacity=_capacity(column, said, form))


def _in_own_cell(entry: Entry, *, local: bool = False) -> str | None:
    """The party that stands alone in a column beside the name, also a `local` one that no table knows."""
    codes = (cell.text for cell in entry.cells[1:] if cell.text.isalpha())
    return next((code for code in codes if is_party(code) or (local and _LOCAL.fullmatch(code))), None)


def _person(
    part: Part, entry: Entry, said: _Said, context: Context, paragraphs: ParagraphRange | None
) -> Attendance:
    return Attendance(
        name=said.name,
        party=party_at(said.party, context.date) if said.party else None,
        capacity=said.capacity,
        replaces=said.replaces,
        present_for=present_for(said.tail, paragraphs),
        places=tuple(
            place
            for start, end in _spans(entry, said.name)
            for place in part.text.places(start, end, "list of those present")
        ),
    )


def _name_at_start(text: str) -> re.Match[str] | None:
    """The name at the start of an entry, after a role that may stand before it."""
    role = role_at(text, 0)
    begin = len(text) - len(text[role[1] :].lstrip(" :")) if role else _after_occupation(text)
    name = NAME.match(text, begin)
    while name and len(name[0].split()) > 2 and _ends_no_name(name[0].split()[-1]):
        name = re.compile(re.escape(name[0].rsplit(" ", 1)[0])).match(text, begin)
    return None if name is None or any(is_role(word) for word in name[0].split()) else name


def _ends_no_name(word: str) -> bool:
    return is_role(word) or is_party_behind(word)


def _after_occupation(text: str) -> int:
    """Where the name begins after an occupation or a word of address ("Snickare Bo Alm", "Fru Elin Ek")."""
    words = text.split(" ", 3)
    if len(words) < 3 or not is_given(words[1]) or is_given(words[0]) or not re.match(NAME_WORD, words[2]):
        return 0
    titled = is_address(words[0]) or lexicon().knows(words[0].casefold())
    return len(words[0]) + 1 if titled else 0


def _replaced(text: str, at: int, column: Column) -> str | None:
    """Whom the person sits for; in a column of those who sit for others, the next name is theirs."""
    sits = REPLACES.search(text, at)
    if sits is None and (column.capacity is _SERVING or column.presence):
        sits = STANDS_FOR.search(text, at)
    name = NAME.match(text, _after_title(text, sits.end())) if sits else None
    return name[0] if name else None


def _after_title(text: str, at: int) -> int:
    """Where the name begins after words in lower case ("lantbrukare Arthur Dahl")."""
    title = _TITLE.match(text, at)
    return title.end() if title else at


def _capacity(column: Column, said: _Said, form: _Form) -> Capacity:
    """As what the person sat: by the words beside the name, else by the column."""
    official = column.capacity is Capacity.TJANSTEPERSON
    idle = _NOT_SERVING.search(said.tail)
    serves = _SERVES.search(said.tail) and not idle and not official and not column.presence
    if said.replaces or serves:
        return Capacity.TJANSTGORANDE_ERSATTARE
    substitute = (column.presence or form.roles) and _SUBSTITUTE.search(said.tail)
    if (idle or substitute) and column.capacity is Capacity.LEDAMOT:
        return _SERVING if form.deciding else Capacity.ERSATTARE
    if said.party not in (None, NONE_PRINTED):
        elsewhere = official or column.capacity is Capacity.OVRIG
        return Capacity.ERSATTARE if elsewhere else column.capacity
    beside = column.capacity is Capacity.ERSATTARE and column.region is Capacity.OVRIG
    guest = (
        column.capacity is Capacity.OVRIG
        and said.titled
        and not form.guests
        and not _OUTSIDE.search(said.tail)
    )
    if guest or (beside and (form.officials or said.titled)):
        return Capacity.TJANSTEPERSON
    return column.capacity


def _spans(entry: Entry, name: str) -> Iterator[tuple[int, int]]:
    """Where the name stands: in one cell, or split over two."""
    for cell in entry.cells:
        at = cell.text.find(name)
        if at >= 0:
            yield cell.start + at, cell.start + at + len(name)
            return
    words = name.split()
    for cut in range(len(words) - 1, 0, -1):
        head, rest = " ".join(words[:cut]), " ".join(words[cut:])
        for above, below in zip(entry.cells, entry.cells[1:], strict=False):
            if above.text.endswith(head) and below.text.startswith(rest):
                yield above.end - len(head), above.end
                yield below.start, below.start + len(rest)
                return
