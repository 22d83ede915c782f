"""Sweden's 290 municipalities with their codes, as Statistics Sweden lists them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from rapidfuzz import fuzz, process

from models.swedish.lexicon import lexicon
from models.swedish.marks import plain
from models.swedish.table import rows_of

_NAME = r"[A-ZÅÄÖ][\w/~]*(?:-[A-ZÅÄÖ][\w/~]*)?"
_NAMED = re.compile(
    rf"\b((?:(?:Upplands|Lilla|Östra|UPPLANDS|LILLA|ÖSTRA)[ ])?{_NAME})[ ]+(kommun|stad)(?:s|en|ens)?\b",
    re.IGNORECASE,
)
_NEAR = 83.0
"""Likeness, 0 to 100, at which a damaged "<name> kommun" is taken for a name of the table."""


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
        elif found[2].casefold() == "kommun" and _may_be_name(found[1]):
            yield Named(_as_name(found[1]), None, found.start(), found.end())


def municipality_in(text: str) -> Named | None:
    """The first municipality that the text names."""
    return next(municipalities_in(text), None)


def known(word: str, *, near: bool = False) -> str | None:
    """The municipality called `word`, genitive and capitals allowed; `near` also allows damaged letters."""
    bare = plain(word)
    exact = _plain_names().get(bare)
    if exact or not near:
        return exact
    best = process.extractOne(bare, list(_plain_names()), scorer=fuzz.ratio, score_cutoff=_NEAR)
    return _plain_names()[best[0]] if best and len(bare) >= 5 else None


def _may_be_name(word: str) -> bool:
    return word[0].isupper() and word[1:].isalpha() and not lexicon().is_common(word)


def _as_name(word: str) -> str:
    """The name as it stands in running text: not in capitals."""
    return word.title() if word.isupper() else word
