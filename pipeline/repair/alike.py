"""Words that no list holds, and that one known word looks like: l read as i, m as nm, å read twice."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from models.swedish.letters import letter_model
from models.swedish.lexicon import lexicon
from models.swedish.name_parts import is_name
from models.swedish.names import is_given

_ALIKE = (
    ("i", "l"), ("l", "i"), ("il", "l"), ("li", "ll"), ("ii", "ll"), ("j", "l"), ("ij", "il"), ("nm", "m"),
    ("rn", "m"), ("ni", "m"), ("nh", "n"), ("mm", "m"), ("ll", "l"), ("l", "ll"), ("hn", "n"), ("lt", "ll"),
    ("tl", "ll"), ("fi", "n"), ("cl", "d"), ("ci", "d"), ("t", "f"), ("f", "t"), ("c", "e"), ("e", "c"),
)  # fmt: skip
"""What is read for what looks like it."""
_TWICE = re.compile(r"([åäöâāūüàáãòóô])([åäö])|([åäö])([åäöâāūüàáãòóô])", re.IGNORECASE)
"""A letter whose mark was read as a letter of its own; no Swedish word has two such side by side."""
_FIRST_TWICE = re.compile(r"([A-ZÅÄÖ])(?!\1)(?i:\1)")
_SMALL_FIRST_TWICE = re.compile(r"([a-zåäö])(?!\1)(?i:\1)[a-zåäö]{3,}$")
_SHORTEST = 5
_SHORTEST_COMPOUND = 8
_COUNT = 5
"""So often a word must be met in the text behind the lexicon to be looked for behind another."""
_GAIN = 3.0
"""By so much (a logarithm) it must look more Swedish."""
_MOST_CHANGES = 2
LOOKS_ALIKE = 0.999
"""How sure such a mending is, as the tagger would say it: nineteen in twenty are right."""


@lru_cache(maxsize=10_000)
def alike(read: str) -> str | None:
    """The one known word that an unknown one looks like, in the same case; None for none or several."""
    low = read.lower()
    if len(read) < _SHORTEST or read[1:] != low[1:] or not low.isalpha() or _is_known(read):
        return None
    twice = _one(_without_twice(read))
    if twice:
        return twice
    found = {low}
    for _ in range(_MOST_CHANGES):
        found = {other for word in found for other in _changed(word)} - {low}
        known = [word for word in sorted(found) if _is_listed(word)]
        if known:
            text = known[0] if len(known) == 1 and _gains(low, known[0]) else None
            return text.capitalize() if text and read[0].isupper() else text
        found = {word for word in found if _lies_at_l(low, word)}
    return None


def first_once(read: str) -> str | None:
    """The known word behind one whose first letter was read as a small one and a capital ("kKommunen")."""
    low = read[1:].lower()
    return low if _SMALL_FIRST_TWICE.match(read) and _is_known(low) else None


def _one(found: Iterable[str]) -> str | None:
    known = sorted({word for word in found if _is_known(word)})
    return known[-1] if len({word.lower() for word in known}) == 1 else None


def _without_twice(read: str) -> Iterator[str]:
    """The word with one letter where two with marks were read, or a capital and its small letter."""
    for pair in _TWICE.finditer(read):
        for letter in "åäö":
            given = letter.upper() if pair.start() == 0 and read[0].isupper() else letter
            if letter in pair[0].lower():
                yield read[: pair.start()] + given + read[pair.end() :]
    if _FIRST_TWICE.match(read):
        yield read[1:].capitalize() if is_given(read[1:]) else read[1:]


def _changed(word: str) -> Iterator[str]:
    """The words that differ in one of the letters that are taken for each other."""
    for read, printed in _ALIKE:
        at = word.find(read)
        while at >= 0:
            yield word[:at] + printed + word[at + len(read) :]
            at = word.find(read, at + 1)


def _lies_at_l(read: str, word: str) -> bool:
    """Whether a change was one of i, j and l, of which several may be misread in one word."""
    return read.translate(_L) == word.translate(_L)


_L = str.maketrans("ij", "ll")


def _is_known(word: str) -> bool:
    return lexicon().knows(word) or (word[:1].isupper() and is_name(word))


def _is_listed(word: str) -> bool:
    words = lexicon()
    return words.count(word) >= _COUNT or (len(word) >= _SHORTEST_COMPOUND and words.knows(word))


def _gains(read: str, word: str) -> bool:
    return letter_model().gain(read, word) >= _GAIN
