"""Sweden's 290 municipalities with their codes, as Statistics Sweden lists them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from rapidfuzz import process
from rapidfuzz.distance import Levenshtein

from models.swedish.lexicon import lexicon
from models.swedish.marks import plain
from models.swedish.table import rows_of

_NAME = r"[A-ZÅÄÖ][\w/~]*(?:-[A-ZÅÄÖ][\w/~]*)?"
_BEFORE = ("Lilla", "Stora", "Östra", "Västra", "Norra", "Södra", "Nya", "Gamla")
_NAMED = re.compile(
    rf"\b((?:(?:Upplands|{'|'.join(_BEFORE)})[ ])?{_NAME})[ ]+(kommun|stad)(?:s|en|ens)?\b",
    re.IGNORECASE,
)
_UNIT = r"(?:kommun|stad|köping|socken|landskommun|municipalsamhälle)(?:en|s)?"
_FORMER = re.compile(
    rf"(?P<place>{_NAME}(?:[ ]{_NAME})?)\s+"
    rf"(?:{_UNIT}|{_UNIT.upper()}|Stad|Köping|Socken|Landskommun)\b(?!-)"
)
_LONG = 9
"""A damaged "<name> kommun" is one of the table if one letter is wrong, or two in a name of so many."""


@dataclass(frozen=True, slots=True)
class Named:
    """A municipality that a text names, from `start` to `end`; `code` is None where the table lacks it."""

    name: str
    code: str | None
    start: int
    end: int


@cache
def codes() -> dict[str, str]:
    """The four-digit code of each municipality by its name."""
    return {row["name"]: row["code"] for row in rows_of("municipalities")}


@cache
def _plain_names() -> dict[str, str]:
    names = {plain(name): name for name in codes()}
    genitives = {f"{bare}s": name for bare, name in names.items() if not bare.endswith(("s", "x", "z"))}
    return genitives | names


def municipalities_in(text: str) -> Iterator[Named]:
    """Every "<Name> kommun" or "<Name> stad" of the text, in order, also in capitals and damaged."""
    for found in _NAMED.finditer(text):
        name = known(found[1], near=True)
        if name:
            yield Named(name, codes()[name], found.start(), found.end())
        elif found[2].casefold() == "kommun" and all(map(_may_be_name, _own(found[1]))):
            yield Named(_as_name(found[1]), None, found.start(), found.end())


def municipality_in(text: str) -> Named | None:
    """The first municipality that the text names."""
    return next(municipalities_in(text), None)


def former_unit(text: str, at: int = 0) -> Named | None:
    """The socken, köping, landskommun, stad or kommun, in no list of today, that is named at `at`."""
    found = _FORMER.match(text, at)
    if found is None or not all(_may_be_name(word) for word in found["place"].split()):
        return None
    return Named(_as_name(found["place"]), None, found.start(), found.end())


def known(word: str, *, near: bool = False) -> str | None:
    """The municipality called `word`, genitive and capitals allowed; `near` also allows damaged letters."""
    bare = plain(word)
    exact = _plain_names().get(bare)
    if exact or not near:
        return exact
    away = 1 + (len(bare) >= _LONG)
    best = process.extractOne(bare, list(_plain_names()), scorer=Levenshtein.distance, score_cutoff=away)
    return _plain_names()[best[0]] if best and len(bare) >= 5 else None


def _own(name: str) -> list[str]:
    """The words of the name but for one as in "Västra Alsta"."""
    first, *rest = name.split()
    return rest if rest and first.title() in _BEFORE else [first, *rest]


def _may_be_name(word: str) -> bool:
    return word[0].isupper() and word.replace("-", "").isalpha() and not lexicon().is_common(word)


def _as_name(printed: str) -> str:
    """The name as it stands in running text: not in capitals, and without an evident genitive."""
    name = printed.title() if printed.isupper() else printed
    return name[:-1] if _GENITIVE.search(name) else name


_GENITIVE = re.compile(r"(?<!for)(?<=[bdfghjklmnprtv])s$")
"""An s that no name of a place ends with: after a consonant, as in "Lunds" but not in "Hagfors"."""
