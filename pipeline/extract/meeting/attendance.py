"""Who sat in a meeting, as what, for whom and for which §§, from the lists on its front page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from models.matter import Attendance, ParagraphRange
from models.outline import Part
from models.swedish.lexicon import lexicon
from models.swedish.marks import loose
from models.swedish.names import NAME_WORD, PARTICLES, is_given
from models.swedish.parties import NONE_PRINTED, is_party, party_at
from models.swedish.roles import is_address, is_role
from models.vocabulary import Capacity
from pipeline.extract.columns import Cell, Column, Zone, zones
from pipeline.extract.context import Context
from pipeline.extract.meeting.order import spoken
from pipeline.extract.meeting.ranges import present_for
from pipeline.extract.people.titles import party_after, role_at

_WORD = rf"(?:{NAME_WORD}|{'|'.join(sorted(PARTICLES))}|[A-ZÅÄÖ]\.?)"
_NAME = re.compile(rf"{NAME_WORD}(?:[ ]{_WORD}){{0,3}}[ ]{NAME_WORD}")
_SINGLE = re.compile(rf"{NAME_WORD}(?=[ ]*(?:\(|,|$))")
_REPLACES = re.compile(
    loose(
        r"(?:ersätter"
        r"|tj(?:änstg(?:örande|\.)|g\.?|\.)[ ]+(?:ersättare|ers\.?|suppl(?:eant|\.))(?=[ ](?-i:[A-ZÅÄÖ]))"
        r"|(?:tj(?:änstgörande|g\.?|\.)?[ ]*)?(?:ersättare|ers\.?|suppleant)[ ]+för"
        r"|(?<=,)[ ]?för(?=[ ]+(?-i:[A-ZÅÄÖ]))"
        r"|tj(?:g|änstgör(?:ande)?)\.?(?:[ ]+§§?[ ]*\d[\d ,–-]*)?[ ]+för|i[ ]stället[ ]för|(?<=\))[ ]för)[ ]+"
    ),
    re.IGNORECASE,
)
_BESIDE = re.compile(rf"\bf[öo]r[ ]+(?={NAME_WORD})")
_TITLE = re.compile(r"(?:[a-zåäö]+\.?[ ]){1,2}(?=[A-ZÅÄÖ])")
_SERVING = Capacity.TJANSTGORANDE_ERSATTARE
_SERVES = re.compile(
    r"\btj(?:[äa]nstg[öo]rande|[äa]nstg[öo]r|g)\b\.?(?![ ]*(?:\w+[ ]+)?(?:§|\d))"
    r"|\btj\.?[ ]*(?:ers(?:ättare|\b\.?)|suppl)",
    re.IGNORECASE,
)
_SUBSTITUTE = re.compile(r",[ ]*(?:ersättare|suppleant|ers\.?)[ ]*(?:,|$)", re.IGNORECASE)
"""The role of a substitute in a column of its own."""
_NOT_SERVING = re.compile(r"\b(?:ej|icke)[ ]+tj(?:[äa]nstg[öo]rande|g)\b", re.IGNORECASE)
_WAITS = re.compile(
    rf"(?:,|(?<=\w)-|\b(?:ers[äa]tter|f[öo]r|i|och|p[åa]|vid|av|till|samt|§§?|\d[-–])"
    rf"|(?:ers[äa]tter|f[öo]r)[ ]{NAME_WORD})$"
)
_HYPHEN = re.compile(r"\w-$")
_ABSENT = re.compile(
    r"\b(?:frånv(?:arande|\.)?|förhindrad|ej närvarande|ersätt(?:s|es) av|ersattes av|deltog ej|förfall|NEJ)"
    r"(?![ ]*(?:§|\d|fr))"
    r"|,[ ]*[-–](?=[ ]*(?:,|$))",
    re.IGNORECASE,
)
"""What a list says of one who was not there; "-" in the column of presence."""
_SPLIT = re.compile(rf"(?:[ ]*[,;][ ]*|[ ]+(?:och|samt)[ ]+)(?={NAME_WORD}[ ])")
_MARK = re.compile(r"[ ,]*[*†]")
_LEGEND = re.compile(r"^\W*\*\W*(?:=|anger|betyder)?\W*tj(?:[äa]nstg[öo]r|g)", re.IGNORECASE | re.MULTILINE)
"""The line that says what an asterisk in the list means: that a substitute sat."""


@dataclass(frozen=True, slots=True)
class _Entry:
    """What a list says of one person; `cells` are the cells that it stands in."""

    text: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class _Said:
    """An entry read: `tail` is what stands after name and party."""

    name: str
    party: str | None
    tail: str
    replaces: str | None
    capacity: Capacity


def attendance(part: Part, context: Context, paragraphs: ParagraphRange | None) -> tuple[Attendance, ...]:
    """Everybody in the lists of those present, once as what each sat; `paragraphs` are the meeting's."""
    found: dict[tuple[str, Capacity], Attendance] = {}
    marks = bool(_LEGEND.search(part.text.content))
    lists = zones(part)
    apart = any(_has_officials(zone) for zone in lists)
    for zone in lists:
        officials, absent = _has_officials(zone), _absent(zone)
        for column in zone.columns:
            for entry in _entries(column):
                guests = column.guests and apart
                said = _said(entry, column, officials=officials, guests=guests, marks=marks)
                if said is not None and column.capacity is _SERVING and not said.replaces:
                    said = replace(said, replaces=absent.get(entry.cells[0].row))
                if said is not None:
                    person = _person(part, entry, said, context, paragraphs)
                    found.setdefault((person.name.casefold(), person.capacity), person)
    return spoken(tuple(found.values()))


def _absent(zone: Zone) -> dict[int, str]:
    """Who was not there, by the row of the table in which the substitute may stand beside."""
    found: dict[int, str] = {}
    for column in zone.columns:
        if column.presence and len(zone.columns) > 1:
            for entry in _entries(column):
                name = _name_at_start(entry.text)
                if name and _ABSENT.search(entry.text, name.end()):
                    found[entry.cells[0].row] = name[0]
    return found


def _has_officials(zone: Zone) -> bool:
    return any(column.capacity is Capacity.TJANSTEPERSON for column in zone.columns)


def holder(part: Part, office: str) -> str | None:
    """Who has this office ("ordförande") in the lists of those present; a vice one has another."""
    for zone in zones(part):
        for entry in (entry for column in zone.columns for entry in _entries(column)):
            name = _name_at_start(entry.text)
            party = party_after(entry.text, name.end(), sure=True) if name else None
            tail = entry.text[party[1] if party else name.end() :] if name else ""
            role = role_at(tail.lstrip(" ,("), 0)
            if name and role and role[0].endswith(office) and "vice" not in role[0]:
                return name[0]
    return None


def _entries(column: Column) -> Iterator[_Entry]:
    """The column's cells put together person by person, and lists within a cell parted."""
    text, cells = "", list[Cell]()
    for cell in column.cells:
        if _LEGEND.match(cell.text):
            continue
        beside = bool(cells) and cells[-1].row == cell.row
        named = beside and _NAME.match(cell.text) is not None
        stands_in = column.capacity is _SERVING or column.presence
        for_whom = named and stands_in and not (_sits(text) or _sits(cell.text))
        aside = beside and (not named or _ABSENT.match(cell.text) is not None)
        if text and not for_whom and not aside and not _goes_on(text, cell.text):
            yield from _parted(text, tuple(cells))
            text, cells, beside = "", [], False
        join = ", för " if for_whom else ", " if beside and not cell.text.startswith("(") else " "
        text = f"{text}{'' if _HYPHEN.search(text) and not beside else join}{cell.text}".strip(" ,")
        cells.append(cell)
    if text:
        yield from _parted(text, tuple(cells))


def _sits(text: str) -> bool:
    """Whether the text says itself for whom somebody sits."""
    return _REPLACES.search(text) is not None or _BESIDE.search(text) is not None


def _goes_on(text: str, following: str) -> bool:
    """Whether `following` belongs to the person that `text` speaks of."""
    if not re.match(NAME_WORD, following) or _REPLACES.match(following):
        return True
    name = _NAME.match(following)
    if text.endswith(",") and name and _is_titled(following, name.end()):
        return False
    if _WAITS.search(text) or role_at(following, 0) is not None:
        return True
    return name is None and (_NAME.match(text) is None or _SINGLE.match(following) is not None)


def _is_titled(text: str, at: int) -> bool:
    """Whether a party or a role follows the name that ends at `at`."""
    return party_after(text, at, sure=True) is not None or _titled(text[at:])


def _parted(text: str, cells: tuple[Cell, ...]) -> Iterator[_Entry]:
    """One entry for each name of a list in prose ("Anna Ek (S), Bo Alm (M) och Liv Lund (C)")."""
    at = 0
    for cut in _SPLIT.finditer(text):
        follows = _NAME.match(text, cut.end())
        if follows is None or not _NAME.search(text[at : cut.start()]):
            continue
        party = party_after(text, follows.end(), sure=True)
        if party or is_given(follows[0].split()[0]):
            yield _Entry(text[at : cut.start()], cells)
            at = cut.end()
    yield _Entry(text[at:], cells)


def _said(entry: _Entry, column: Column, *, officials: bool, guests: bool, marks: bool) -> _Said | None:
    """The entry read; None where it begins with no name."""
    text = _MARK.sub(", tjänstgörande" if marks else "", entry.text)
    name = _name_at_start(text)
    if name is None:
        return None
    party = party_after(text, name.end(), sure=True)
    tail = text[party[1] if party else name.end() :]
    if _ABSENT.search(tail):
        return None
    replaced = _replaced(text, name.end(), column)
    printed = party[0] if party else _in_own_cell(entry)
    said = _Said(name[0], printed, tail, replaced, column.capacity)
    return replace(said, capacity=_capacity(column, said, officials=officials, guests=guests))


def _in_own_cell(entry: _Entry) -> str | None:
    """The party that stands alone in a column beside the name."""
    return next((cell.text for cell in entry.cells[1:] if is_party(cell.text) and cell.text.isalpha()), None)


def _person(
    part: Part, entry: _Entry, said: _Said, context: Context, paragraphs: ParagraphRange | None
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
    name = _NAME.match(text, begin)
    while name and is_role(name[0].split()[-1]) and len(name[0].split()) > 2:
        name = re.compile(re.escape(name[0].rsplit(" ", 1)[0])).match(text, begin)
    return None if name is None or any(is_role(word) for word in name[0].split()) else name


def _after_occupation(text: str) -> int:
    """Where the name begins after an occupation or a word of address ("Snickare Bo Alm", "Fru Elin Ek")."""
    words = text.split(" ", 3)
    if len(words) < 3 or not is_given(words[1]) or is_given(words[0]) or not re.match(NAME_WORD, words[2]):
        return 0
    titled = is_address(words[0]) or lexicon().knows(words[0].casefold())
    return len(words[0]) + 1 if titled else 0


def _replaced(text: str, at: int, column: Column) -> str | None:
    """Whom the person sits for; in a column of those who sit for others, the next name is theirs."""
    sits = _REPLACES.search(text, at)
    if sits is None and (column.capacity is _SERVING or column.presence):
        sits = _BESIDE.search(text, at)
    name = _NAME.match(text, _after_title(text, sits.end())) if sits else None
    return name[0] if name else None


def _after_title(text: str, at: int) -> int:
    """Where the name begins after words in lower case ("lantbrukare Arthur Dahl")."""
    title = _TITLE.match(text, at)
    return title.end() if title else at


def _capacity(column: Column, said: _Said, *, officials: bool, guests: bool) -> Capacity:
    """As what the person sat: by the words beside the name, else by the column.

    `guests` says that the column is of others than the officials, who have one of their own.
    """
    official = column.capacity is Capacity.TJANSTEPERSON
    idle = _NOT_SERVING.search(said.tail)
    serves = _SERVES.search(said.tail) and not idle and not official and not column.presence
    if said.replaces or serves:
        return Capacity.TJANSTGORANDE_ERSATTARE
    substitute = column.presence and _SUBSTITUTE.search(said.tail)
    if (idle or substitute) and column.capacity is Capacity.LEDAMOT:
        return Capacity.ERSATTARE
    titled = _titled(said.tail)
    if said.party not in (None, NONE_PRINTED):
        elsewhere = official or column.capacity is Capacity.OVRIG
        return Capacity.ERSATTARE if elsewhere else column.capacity
    beside = column.capacity is Capacity.ERSATTARE and column.region is Capacity.OVRIG
    if (beside and (officials or titled)) or (column.capacity is Capacity.OVRIG and titled and not guests):
        return Capacity.TJANSTEPERSON
    return column.capacity


def _titled(tail: str) -> bool:
    """Whether a role stands first in what follows a name."""
    return role_at(tail.lstrip(" ,("), 0) is not None


def _spans(entry: _Entry, name: str) -> Iterator[tuple[int, int]]:
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
