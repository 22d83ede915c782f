"""Names with å, ä or ö: those that are listed, and those that common parts of Swedish names make.

The table of parts is made by hand from general knowledge of Swedish family names and names of places.
"""

from __future__ import annotations

from functools import cache

from models.swedish.lexicon import lexicon
from models.swedish.marks import plain
from models.swedish.table import rows_of

_JOINS = ("", "s")
"""What stands between the parts of a name: Sjö-berg, Hög-s-by."""
_SHORTEST = 5
_MARKED = frozenset("åäö")


@cache
def _parts(use: str) -> frozenset[str]:
    return frozenset(row["part"] for row in rows_of("name_parts") if row["use"] == use)


@cache
def _people() -> frozenset[tuple[str, str]]:
    """The listed names of people (lower case), each with its use."""
    return frozenset((row["name"].lower(), row["use"]) for row in rows_of("names"))


@cache
def listed_names() -> frozenset[str]:
    """The names with å, ä or ö (lower case) that stand in the lists of names of people and municipalities.

    One that is another name without its marks (Änne, Anne) is left out, but for those of the table here.
    """
    names = {name for name, _ in _people()} | {row["name"].lower() for row in rows_of("municipalities")}
    marked = {name: plain(name) for name in names if _MARKED & {*name}}
    words = lexicon().uses
    return frozenset(
        {*_parts("whole"), *_parts("given")}
        | {name for name, bare in marked.items() if bare not in names and bare not in words}
    )


@cache
def family_names() -> frozenset[str]:
    """The common Swedish family names (lower case), with their marks or without any."""
    return frozenset(name for name, use in _people() if use == "family")


@cache
def _known_people() -> frozenset[str]:
    return frozenset(name for name, _ in _people())


def is_person(word: str) -> bool:
    """Whether `word`, its case aside, is a listed name of a person, with all its marks."""
    return word.lower() in _known_people()


def is_made(name: str) -> bool:
    """Whether parts make the name (lower case) with å, ä or ö, and it is no known name without the marks."""
    if not _MARKED & {*name} or not _is_of_parts(name) or _is_known(name):
        return False
    bare = plain(name)
    return not _is_known(bare) and not is_plain(bare)


def is_plain(name: str) -> bool:
    """Whether parts make the name (lower case), which has no å, ä or ö: it is sound as it stands."""
    return not _MARKED & {*name} and _is_of_parts(name)


@cache
def is_name(word: str) -> bool:
    """Whether `word`, its case aside, is a common family name, or one with å, ä or ö of lists or of parts.

    One that parts make without them may have lost them.
    """
    low = word.lower()
    return low in family_names() or low in listed_names() or is_made(low)


def _is_known(name: str) -> bool:
    return name in _known_people() or name in lexicon().uses


def _is_of_parts(name: str) -> bool:
    heads, tails = _parts("head"), _parts("tail")
    return len(name) >= _SHORTEST and any(
        name[at:].removeprefix(join) in tails
        for at in range(1, len(name))
        if name[:at] in heads
        for join in _JOINS
    )
