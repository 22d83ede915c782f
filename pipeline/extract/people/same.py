"""Which people of a document may be one, so that a person can look: their entries stay apart."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from models.mention import Person
from models.swedish.names import PARTICLES, is_given
from models.swedish.spelling import same_family, same_given, sound_of
from pipeline.extract.people.evidence import key_of

_INITIAL = re.compile(r"[^\W\d_]\.?")
_MOST = 100
"""So many people whose names begin alike are compared; in a longer volume, each with those near it."""


@dataclass(frozen=True, slots=True)
class _Named:
    """A person's given names, with initials, and family names; `at` is the place among all."""

    at: int
    person: Person
    given: tuple[str, ...]
    family: tuple[str, ...]
    attended: bool


def with_candidates(persons: Iterable[Person], attending: Iterable[str]) -> tuple[Person, ...]:
    """The people, each with the names of those whom it may be the same as.

    Two who are both named among those present, or of different parties, are two.
    """
    every = tuple(persons)
    present = {key_of(name) for name in attending}
    named = [_named(at, person, present) for at, person in enumerate(every)]
    same: dict[int, set[int]] = defaultdict(set)
    for one, other in _pairs(named):
        if _may_be_same(one, other):
            same[one.at].add(other.at)
            same[other.at].add(one.at)
    return tuple(
        person.model_copy(update={"candidates": _names(every, same[at])}) if same[at] else person
        for at, person in enumerate(every)
    )


def _names(every: Sequence[Person], same: set[int]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(every[at].name for at in sorted(same)))


def _named(at: int, person: Person, present: set[str]) -> _Named:
    words = [word for word in re.split(r"[ -]+", person.name) if word and word.casefold() not in PARTICLES]
    first = 0
    while first < len(words) - 1 and (_INITIAL.fullmatch(words[first]) or is_given(words[first])):
        first += 1
    first = max(1, first)
    return _Named(at, person, tuple(words[:first]), tuple(words[first:]), key_of(person.name) in present)


def _pairs(named: Sequence[_Named]) -> Iterator[tuple[_Named, _Named]]:
    """The pairs whose given names and one of whose family names begin alike."""
    groups: dict[tuple[str, str], list[_Named]] = defaultdict(list)
    for one in named:
        for family in one.family:
            first, last = sound_of(one.given[0])[:1], sound_of(family)[:1]
            groups[first, last].append(one)
    for group in groups.values():
        for low in range(0, len(group), _MOST):
            yield from combinations(group[low : low + _MOST], 2)


def _may_be_same(one: _Named, other: _Named) -> bool:
    parties = {
        person.party_printed.casefold() for person in (one.person, other.person) if person.party_printed
    }
    if (one.attended and other.attended) or len(parties) > 1 or one.at == other.at:
        return False
    alike = all(same_given(a, b) for a, b in zip(one.given, other.given, strict=False))
    return alike and _same_families(one.family, other.family)


def _same_families(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether every family name of the one who has fewer is one of the other's."""
    few, many = sorted((one, other), key=len)
    return bool(few) and all(any(same_family(a, b) for b in many) for a in few)
