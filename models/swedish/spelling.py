"""Names as they sound: one form for Carlsson and Karlsson, Lindqvist and Lindkvist, Ericson and Eriksson."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from rapidfuzz.distance import Levenshtein

from models.swedish.likeness import worn
from models.swedish.marks import plain
from models.swedish.names import is_family, is_given
from models.swedish.table import rows_of

_SAME = (
    (re.compile(r"ch|ck|c(?![eiy])|q"), "k"),
    (re.compile(r"ph"), "f"),
    (re.compile(r"w"), "v"),
    (re.compile(r"ku(?=[aeiouy])"), "kv"),
    (re.compile(r"x"), "ks"),
    (re.compile(r"z"), "s"),
    (re.compile(r"[td]t|th"), "t"),
    (re.compile(r"(?<=[aeiouy])h(?=[^aeiouy])|(?<=[dg])h"), ""),
    (re.compile(r"(.)\1+"), r"\1"),
)
"""What is spelt in two ways and sounds alike, in the order in which it is made the same."""
_SHORTEST, _LONG = 5, 9
"""Names of so many letters are told again with one letter damaged, and with two."""


@lru_cache(maxsize=10_000)
def sound_of(name: str) -> str:
    """The name in the form that all its spellings share, without marks."""
    form = plain(name)
    for spelling, sound in _SAME:
        form = spelling.sub(sound, form)
    return form


def same_family(one: str, other: str) -> bool:
    """Whether both may be one family name: spelt otherwise, or damaged so that one of them is none."""
    unknown = not (is_family(one) and is_family(other))
    return sound_of(one) == sound_of(other) or (unknown and _is_damaged(one, other))


def same_given(one: str, other: str) -> bool:
    """Whether both may be one given name: spelt otherwise, short for it, its initial, or damaged."""
    first, second = sound_of(one.strip(".")), sound_of(other.strip("."))
    if min(len(first), len(second)) < 2:
        return first[:1] == second[:1] != ""
    if first == second or first in _short_for(second) or second in _short_for(first):
        return True
    return not (is_given(one) and is_given(other)) and _is_damaged(one, other)


def _is_damaged(one: str, other: str) -> bool:
    """Whether one is the other with a letter or, where it is long, two read wrong, lost or too many."""
    shorter = min(len(one), len(other))
    if shorter < _SHORTEST:
        return False
    most = 2 if shorter >= _LONG else 1
    return Levenshtein.distance(worn(one), worn(other), score_cutoff=most) <= most


@cache
def _every_short() -> dict[str, frozenset[str]]:
    short: dict[str, set[str]] = {}
    for row in rows_of("nicknames"):
        short.setdefault(sound_of(row["name"]), set()).add(sound_of(row["short"]))
    return {name: frozenset(forms) for name, forms in short.items()}


def _short_for(name: str) -> frozenset[str]:
    """The short forms of a name: Lasse of Lars."""
    return _every_short().get(name, frozenset())
