"""A query answered: the entries that meet every clause, those that answer best apart from the others."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np
from pyroaring import BitMap
from rapidfuzz.distance import Levenshtein

from archive.search.doubts import NEEDS
from archive.search.entries import DECISION, DOCUMENT, DOUBT, ITEM, PAGE
from archive.search.index import WIDE
from archive.search.query import Clause, Parsed
from archive.search.sets import Sets
from archive.search.words import stem, tokens
from models.swedish.marks import plain

_SCOPES = {"text": (ITEM, PAGE), "decisions": (DECISION,), "documents": (DOCUMENT,), "doubts": (DOUBT,)}
_SHORT, _LONG = 5, 8
"""From so many letters on, words one letter away are found, and two."""
_CONTAINS = frozenset({"body", "municipality", "person"})
"""Fields that a part of their value finds: "byggnads" finds Byggnadsnämnden."""


@dataclass(frozen=True, slots=True)
class Match:
    """What a clause of words stands for: the entries, and the words to be marked in them.

    `heading` are entries with it in their heading, `exact` those that have it as it was written, `close` also
    those that have it inflected or in a compound, `near` also those that have it one or two letters away.
    """

    heading: BitMap
    exact: BitMap
    close: BitMap
    near: BitMap
    words: frozenset[str]


@dataclass(frozen=True, slots=True)
class Found:
    """The entries that answer: `tiers` apart, those of an earlier one before those of a later one."""

    tiers: tuple[BitMap, ...]
    every: BitMap
    words: frozenset[str]


def found(sets: Sets, query: Parsed) -> Found:
    """All that answers the query."""
    base = sets.live & sets.any(f"kind of entry:{kind}" for kind in _SCOPES[query.listed])
    for clause in query.clauses:
        if clause.field is not None:
            members = _of_field(sets, clause)
            base = base - members if clause.excluded else base & members
    matches: list[Match] = []
    for clause in query.words:
        match = _of_words(sets, clause)
        if clause.excluded:
            base -= match.close
        else:
            base &= match.near
            matches.append(match)
    words = frozenset(word for match in matches for word in match.words)
    tiers = _needs(sets, base) if query.listed == "doubts" else _tiers(base, matches)
    return Found(tiers, base, words)


def _needs(sets: Sets, base: BitMap) -> tuple[BitMap, ...]:
    """Doubts by how much they need a person."""
    degrees = [f"need:{need}" for need in range(NEEDS)]
    members = sets.each(degrees)
    return tuple(base & members[degree] for degree in degrees)


def _tiers(base: BitMap, matches: Sequence[Match]) -> tuple[BitMap, ...]:
    """Headings before the text, words as written before inflected ones, these before those misread."""
    left, tiers = base, list[BitMap]()
    for level in ("heading", "exact", "close"):
        of_all = (
            BitMap.intersection(left, *(getattr(match, level) for match in matches)) if matches else BitMap()
        )
        tiers.append(of_all)
        left = left - of_all
    return (*tiers, left)


def _of_words(sets: Sets, clause: Clause) -> Match:
    if len(clause.words) > 1:
        return _of_phrase(sets, clause)
    word = "".join(clause.words)
    if clause.begins:
        words = sets.beginning(word)
        return _match(sets, words, frozenset(), frozenset())
    if clause.exact:
        return _match(sets, frozenset({word}), frozenset(), frozenset())
    close = sets.words_of(stem(word)) - {word}
    return _match(sets, frozenset({word}), close, _near(sets, word) - close - {word})


def _match(sets: Sets, exact: frozenset[str], close: frozenset[str], near: frozenset[str]) -> Match:
    as_written = sets.any(f"w:{word}" for word in exact)
    also_close = as_written | sets.any(f"w:{word}" for word in close)
    return Match(
        heading=sets.any(f"h:{word}" for word in exact | close),
        exact=as_written,
        close=also_close,
        near=also_close | sets.any(f"w:{word}" for word in near),
        words=exact | close | near,
    )


def _of_phrase(sets: Sets, clause: Clause) -> Match:
    """Words that follow on each other: pair for pair, the last one also as a beginning."""
    pairs = [f"b:{one} {other}" for one, other in zip(clause.words, clause.words[1:], strict=False)]
    lasts = sets.beginning(clause.words[-1]) if clause.begins else frozenset({clause.words[-1]})
    last = sets.any(f"b:{clause.words[-2]} {word}" for word in lasts)
    members = BitMap.intersection(*(sets.of(pair) for pair in pairs[:-1]), last) if pairs[:-1] else last
    words = frozenset(clause.words[:-1]) | lasts
    heading = BitMap.intersection(*(sets.of(f"h:{word}") for word in clause.words[:-1]), members)
    return Match(heading, members, members, members, words)


def _near(sets: Sets, word: str) -> frozenset[str]:
    """Words of the index that may be misreadings of this one or of its other forms: no Swedish words."""
    if not word.isalpha():
        return frozenset()
    return frozenset(other for form in {word, stem(word)} for other in _misread(sets, form))


def _misread(sets: Sets, form: str) -> Iterator[str]:
    """The words with a form one or two letters away, or that lost no more than their marks."""
    if len(form) < _SHORT:
        return
    most = 1 if len(form) < _LONG else 2
    bare = plain(form)
    for other, word in sets.unknown(len(form) - most, len(form) + most):
        if Levenshtein.distance(form, other, score_cutoff=most) <= most or plain(other) == bare:
            yield word


def _of_field(sets: Sets, clause: Clause) -> BitMap:
    name, value = clause.field or "", clause.value
    if name in {"from", "to"}:
        return _of_days(sets, name, date.fromisoformat(value).toordinal())
    if name == "id":
        return sets.of_documents(value)
    if name in _CONTAINS:
        asked = [token.word for token in tokens(value)]
        values = sets.words_in(name)
        holding = (known for known, words in values if _hold(words, asked, whole=name == "person"))
        return sets.any(f"{name}:{known}" for known in holding)
    return sets.of(f"{name}:{value}")


def _hold(words: Sequence[str], asked: Sequence[str], *, whole: bool) -> bool:
    """Whether each word asked for stands in one of the words, at its beginning where `whole`."""
    return all(any(word.startswith(one) if whole else one in word for word in words) for one in asked)


def _of_days(sets: Sets, name: str, day: int) -> BitMap:
    """The entries that can be of this day or later ("from"), or of this day or earlier ("to").

    Whole years are sets that are there; only of the day's own year each entry is looked at.
    """
    year, later = date.fromordinal(day).year, name == "from"
    known = (int(value) for value in sets.values("year"))
    whole = sets.any(f"year:{one}" for one in known if (one > year if later else one < year))
    edge = np.frombuffer((sets.of(f"year:{year}") | sets.of(WIDE)).to_array(), dtype=np.uint32)
    starts, ends = sets.days()
    chosen = ends[edge] >= day if later else starts[edge] <= day
    return whole | BitMap(edge[chosen])
