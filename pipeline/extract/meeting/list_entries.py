"""What a list of those present says of each person: its cells put together, one entry for each."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from models.swedish.marks import loose
from models.swedish.names import NAME_WORD, PARTICLES, is_given
from models.swedish.roles import is_role
from models.vocabulary import Capacity
from pipeline.extract.columns import Cell, Column
from pipeline.extract.people.titles import party_after, role_at

_WORD = rf"(?:{NAME_WORD}|{'|'.join(sorted(PARTICLES))}|[A-ZÅÄÖ]\.?)"
NAME = re.compile(rf"{NAME_WORD}(?:[ ]{_WORD}){{0,3}}[ ]{NAME_WORD}")
_SINGLE = re.compile(rf"{NAME_WORD}(?=[ ]*(?:\(|,|$))")
REPLACES = re.compile(
    loose(
        r"(?:ersätter"
        r"|tj(?:änstg(?:örande|\.)|g\.?|\.)[ ]+(?:ersättare|ers\.?|suppl(?:eant|\.))"
        r"(?:(?=[ ](?-i:[A-ZÅÄÖ]))|[ ]+§§?[ ]*\d[\d ,–-]*[ ]+för)"
        r"|(?:tj(?:änstgörande|g\.?|\.)?[ ]*)?(?:ersättare|ers\.?|suppleant)[ ]+för"
        r"|(?<=,)[ ]?för(?=[ ]+(?-i:[A-ZÅÄÖ]))"
        r"|tj(?:g|änstg(?:ör(?:ande)?)?)\.?(?:[ ]+§§?[ ]*\d[\d ,–-]*)?[ ]+för"
        r"|i[ ]stället[ ]för|(?<=\))[ ]för)[ ]+"
    ),
    re.IGNORECASE,
)
STANDS_FOR = re.compile(rf"\bf[öo]r[ ]+(?={NAME_WORD})")
_WAITS = re.compile(
    rf"(?:,|(?<=\w)-|\b(?:ers[äa]tter|f[öo]r|i|och|p[åa]|vid|av|till|samt|§§?|\d[-–])"
    rf"|(?:ers[äa]tter|f[öo]r)[ ]{NAME_WORD})$"
)
_HYPHEN = re.compile(r"\w-$")
ABSENT = re.compile(
    r"\b(?:frånv(?:arande|\.)?|förhindrad|ej närvarande|ersätt(?:s|es) av|ersattes av|deltog ej|förfall|NEJ)"
    r"(?![ ]*(?:§|\d|fr))"
    r"|,[ ]*[-–](?=[ ]*(?:,|$))",
    re.IGNORECASE,
)
"""What a list says of one who was not there; "-" in the column of presence."""
_MARKED = re.compile(r"[xX×✓•]")
"""A mark of a column further on, as of a ballot, that is told of nobody in this one."""
_SPLIT = re.compile(rf"(?:[ ]*[,;][ ]*|[ ]+(?:och|samt)[ ]+)(?P<title>[a-zåäö]+[ ])?(?={NAME_WORD}[ ])")
"""Between two names of a list, the second with a title ("Anna Ek och kamrer Bo Alm")."""


@dataclass(frozen=True, slots=True)
class Entry:
    """What a list says of one person; `cells` are the cells that it stands in."""

    text: str
    cells: tuple[Cell, ...]


def entries_of(column: Column) -> Iterator[Entry]:
    """The column's cells put together person by person, and lists within a cell parted."""
    text, cells = "", list[Cell]()
    for cell in column.cells:
        if column.capacity is Capacity.TJANSTGORANDE_ERSATTARE and _MARKED.fullmatch(cell.text):
            continue
        beside = bool(cells) and cells[-1].row == cell.row
        named = beside and _is_named(cell.text)
        stands_in = column.capacity is Capacity.TJANSTGORANDE_ERSATTARE or column.presence
        for_whom = named and stands_in and not (_sits(text) or _sits(cell.text))
        aside = beside and (not named or ABSENT.match(cell.text) is not None)
        if text and not for_whom and not aside and not _goes_on(text, cell.text):
            yield from _parted(text, tuple(cells))
            text, cells, beside = "", [], False
        join = ", för " if for_whom else ", " if beside and not cell.text.startswith("(") else " "
        text = f"{text}{'' if _HYPHEN.search(text) and not beside else join}{cell.text}".lstrip(" ,").rstrip()
        cells.append(cell)
    if text:
        yield from _parted(text, tuple(cells))


def _is_named(beside: str) -> bool:
    """Whether a cell beside a name is of somebody else, not of an association that the first speaks for."""
    name = NAME.match(beside)
    return name is not None and (is_given(name[0].split()[0]) or _is_told_of(beside, name.end()))


def _sits(text: str) -> bool:
    """Whether the text says itself for whom somebody sits."""
    return REPLACES.search(text) is not None or STANDS_FOR.search(text) is not None


def _goes_on(text: str, following: str) -> bool:
    """Whether `following` belongs to the person that `text` speaks of."""
    if not re.match(NAME_WORD, following) or REPLACES.match(following):
        return _WAITS.search(text) is not None or not _is_titled_name(following)
    name = NAME.match(following)
    if text.endswith(",") and name and _is_told_of(following, name.end()):
        return False
    role = role_at(following, 0)
    if _WAITS.search(text) or (role and NAME.match(following[role[1] :].lstrip()) is None):
        return True
    return name is None and (NAME.match(text) is None or _SINGLE.match(following) is not None)


def _is_titled_name(text: str) -> bool:
    """Whether the text begins with a title in small letters and the name of the one who has it."""
    role = role_at(text, 0) if text[:1].islower() else None
    name = NAME.match(text[role[1] :].lstrip()) if role else None
    return name is not None and is_given(name[0].split()[0])


def _is_told_of(text: str, at: int) -> bool:
    """Whether a party or a role follows the name that ends at `at`."""
    return party_after(text, at, sure=True, listed=True) is not None or is_titled(text[at:])


def _parted(text: str, cells: tuple[Cell, ...]) -> Iterator[Entry]:
    """One entry for each name of a list in prose ("Anna Ek (S), Bo Alm (M) och Liv Lund (C)")."""
    at = 0
    for cut in _SPLIT.finditer(text):
        follows = NAME.match(text, cut.end())
        title = (cut["title"] or "").strip()
        if follows is None or not NAME.search(text[at : cut.start()]) or (title and not is_role(title)):
            continue
        party = party_after(text, follows.end(), sure=True, listed=True)
        if party or is_given(follows[0].split()[0]):
            yield Entry(text[at : cut.start()], cells)
            at = cut.end() if cut["title"] is None else cut.start("title")
    yield Entry(text[at:], cells)


def is_titled(tail: str) -> bool:
    """Whether a role stands first in what follows a name."""
    return role_at(tail.lstrip(" ,("), 0) is not None
