"""Names with å, ä or ö: those that are listed, and those that common parts of Swedish names make.

The table of parts is made by hand from general knowledge of Swedish family names and names of places.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import product

from models.swedish.lexicon import lexicon
from models.swedish.marks import plain
from models.swedish.table import rows_of

_JOINS = ("", "s")
"""What stands between the parts of a name: Sjö-berg, Hög-s-by."""
_SHORTEST = 5
_MARKED = frozenset("åäö")


def _parts(use: str) -> tuple[str, ...]:
    return tuple(row["part"] for row in rows_of("name_parts") if row["use"] == use)


@cache
def listed_names() -> frozenset[str]:
    """The names with å, ä or ö (lower case) that stand in the lists of names of people and municipalities.

    One that is another name without its marks (Änne, Anne) is left out, but for those of the table here.
    """
    names = {row["name"].lower() for table in ("names", "municipalities") for row in rows_of(table)}
    known = names | lexicon().uses.keys()
    own = {*_parts("whole"), *_parts("given")}
    return frozenset(own | {name for name in names if _MARKED & {*name} and plain(name) not in known})


@cache
def family_names() -> frozenset[str]:
    """The common Swedish family names (lower case), with their marks or without any."""
    return frozenset(row["name"].lower() for row in rows_of("names") if row["use"] == "family")


@cache
def made_names() -> frozenset[str]:
    """The names with å, ä or ö (lower case) that parts make and that no known name is without the marks."""
    made = frozenset(_made())
    known = {row["name"].lower() for row in rows_of("names")} | lexicon().uses.keys() | plain_names()
    return frozenset(name for name in made - known if _MARKED & {*name} and plain(name) not in known)


@cache
def plain_names() -> frozenset[str]:
    """The names without å, ä and ö (lower case) that parts make: sound as they stand."""
    return frozenset(name for name in _made() if not _MARKED & {*name})


@cache
def is_name(word: str) -> bool:
    """Whether `word`, its case aside, is a common family name, or one with å, ä or ö of lists or of parts.

    One that parts make without them may have lost them.
    """
    low = word.lower()
    return low in family_names() or low in listed_names() or low in made_names()


def _made() -> Iterator[str]:
    for head, join, tail in product(_parts("head"), _JOINS, _parts("tail")):
        name = head + join + tail
        if len(name) >= _SHORTEST:
            yield name
