"""Who is named in a stretch of a sentence: cut where the name ends, and parted where two are named."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import takewhile

from models.swedish.addressees import told_by
from models.swedish.names import NAME_WORD
from models.vocabulary import AddresseeKind

_END = re.compile(
    r"[,;!?()\n\"”]|:(?:\s|$)|(?<![A-ZÅÄÖ])(?<!ngl)\.(?:\s|$)"
    r"|[ ](?:att|för|med|om|som|under|från|på|enligt|vid|senast|efter|inför|till|åt|avseende|hos|angående"
    r"|gällande|rörande|inom|inkl\w*|mot|av|genom|samt att|och att|kronor|kr|måtte|utreda"
    r"|(?i:besluta[rst]?)|hemställ\w*|anhåll\w*|begär\w*|bevilja[st]?|ges|få[r]?|har|ska|skall|är"
    r"|i(?! [A-ZÅÄÖ]))(?!\w)"
)
"""What ends a name; after "i" with a capital it goes on: "Hembygdsföreningen i Granby"."""
_AHEAD = re.compile(
    r"(?:(?:en|ett|den|det|de|sin|sitt|sina|härmed|därför|nu|också|även|samtidigt|dels)[ ])+",
    re.IGNORECASE,
)
_NOBODY = frozenset({
    "honom", "henne", "dem", "denne", "denna", "detta", "sig", "någon", "annan", "varje", "följande",
    "berörda", "bland", "var", "vart", "hur", "när", "tidigare", "ovan", "man", "inte", "ej", "att", "vara",
    "bli", "ska", "skall", "för", "i", "på", "om", "som", "med", "av", "eller", "och", "vilken", "därtill",
    "dömde", "envar", "enträget", "herrar", "fruar", "också", "även", "nu", "till", "åt", "hos",
})  # fmt: skip
"""Words that a name doesn't begin with."""
_AND = re.compile(r"[ ](?:och|samt)[ ]")
_JOINS = frozenset(
    {"i", "och", "av", "af", "von", "de", "län", "kommun", "kommuns", "stad", "församling", "socken"}
)
_LOOSE = frozenset({"i", "och", "av"})
_GENTLEMEN = re.compile(r"(?:herrar(?:na|ne)?|hrr|fruar(?:na)?)\b\.?[ ]", re.IGNORECASE)
_ONE = rf"(?:[A-ZÅÄÖ]\.|{NAME_WORD})"
_NAME = re.compile(rf"{_ONE}(?:(?:[ ](?:af|av|von|de))?[ ]{_ONE}){{0,3}}")
_JOINT = re.compile(r",[ ]|[ ](?:och|samt)[ ]")
_WORD = re.compile(r"\S+")
_FAR, _WORDS = 100, 8


@dataclass(frozen=True, slots=True)
class Named:
    """Somebody named in `text[start:end]`; `kind` where the name tells it."""

    start: int
    end: int
    name: str
    kind: AddresseeKind | None


def named_at(text: str, start: int, stop: int | None = None) -> tuple[Named, ...]:
    """Who is named from `start` on, as far as the name reaches, but not beyond `stop`.

    After a comma others follow only in a list that ends with "och" or "samt".
    """
    several = tuple(_addressed_together(text, start))
    if several:
        return several
    limit = min(len(text), start + _FAR) if stop is None else stop
    first = _until_end(text, start, limit)
    listed = [*first]
    while listed and listed[-1].kind and text.startswith(", ", listed[-1].end):
        more = _until_end(text, listed[-1].end + 2, limit)
        if not more or not all(who.kind for who in more):
            break
        listed += more
        if len(more) > 1:
            return tuple(listed)
    return first


def _addressed_together(text: str, start: int) -> Iterator[Named]:
    """Each of those whom one word of address is put before: "herrar Alm, C. Ek och Bo Berg"."""
    address = _GENTLEMEN.match(text, start)
    at = address.end() if address else None
    while at is not None:
        found = _NAME.match(text, at)
        joint = _JOINT.match(text, found.end()) if found else None
        if found:
            yield Named(found.start(), found.end(), found[0], AddresseeKind.PERSON)
        at = joint.end() if joint else None


def _until_end(text: str, start: int, limit: int) -> tuple[Named, ...]:
    found = _END.search(text, start, limit)
    if found is None and limit < len(text) and not text[limit].isspace():
        return ()
    return tuple(_parted(text, start, found.start() if found else limit))


def _parted(text: str, start: int, end: int) -> Iterator[Named]:
    """The two that an "och" joins, where each is known by itself; else the one."""
    for joint in _AND.finditer(text, start, end):
        first, second = _named(text, start, joint.start()), _named(text, joint.end(), end)
        if first and second and first.kind and second.kind and not first.name.endswith("-"):
            yield first
            yield from _parted(text, joint.end(), end)
            return
    one = _named(text, start, end)
    if one:
        yield one


def _named(text: str, start: int, end: int) -> Named | None:
    ahead = _AHEAD.match(text, start, end)
    start = ahead.end() if ahead else start
    printed = text[start:end]
    start, end = start + len(printed) - len(printed.lstrip()), end - len(printed) + len(printed.rstrip())
    words = text[start:end].split()
    if not words or len(words) > _WORDS or words[0].casefold() in _NOBODY or not words[0][0].isalpha():
        return None
    told = told_by(words)
    if told is None:
        return Named(start, end, " ".join(words), None)
    last = told.words + sum(1 for _ in takewhile(_goes_on, words[told.words :]))
    while last > told.words and words[last - 1] in _LOOSE:
        last -= 1
    return Named(start, _end_of(text, start, end, last), " ".join(words[:last]), told.kind)


def _goes_on(word: str) -> bool:
    """Whether a word after the one that tells the kind belongs to the name: "föreningen Granby Teater"."""
    return word[0].isupper() or word in _JOINS


def _end_of(text: str, start: int, end: int, words: int) -> int:
    """Where so many words from `start` on end."""
    for _, found in zip(range(words), _WORD.finditer(text, start, end), strict=False):
        start = found.end()
    return start
