"""Words of a text as they are looked for: in any case, inflected, in compounds; å ä ö are letters."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

import snowballstemmer

from archive.dialect.types import storable
from models.swedish.lexicon import lexicon

_TOKEN = re.compile(r"§+[ \t]?\d+|\w[\w\u0300-\u036f]*")
_LONGEST = 60
"""A longer string is no word; its beginning stands for it."""
_SHORTEST_STEM = 3


@dataclass(frozen=True, slots=True)
class Token:
    """A word as it is compared, and where it stands in its text."""

    word: str
    start: int
    end: int


def normal(text: str) -> str:
    """The text as it is compared and stored: without case, å ä ö as one character each, however written."""
    return unicodedata.normalize("NFC", storable(text)).casefold()


def tokens(text: str) -> Iterator[Token]:
    """The words of a text in order: runs of letters and figures, and a § with its number ("§12")."""
    for found in _TOKEN.finditer(text):
        word = normal(found[0])
        if word.startswith("§"):
            word = "§" + word.lstrip("§").strip()
        yield Token(word[:_LONGEST], found.start(), found.end())


def stem(word: str) -> str:
    """The word without its inflection, by Snowball's Swedish rules until nothing more comes off."""
    while (shorter := _shorter(word)) != word and len(shorter) >= _SHORTEST_STEM:
        word = shorter
    return word


def _shorter(word: str) -> str:
    """One ending less; Snowball leaves "-et" on where it may be the word's own, which the lexicon knows."""
    shorter = _stemmer().stemWord(word)
    if shorter == word and word.endswith("et"):
        return next((left for left in (word[:-1], word[:-2]) if lexicon().count(left)), word)
    return shorter


def forms(word: str) -> frozenset[str]:
    """The stems by which the word is found: its own, and those of the parts of a compound.

    "skolskjutsreglementet" is found by "skolskjuts" and by "reglemente".
    """
    found = {stem(word)}
    if word.isalpha() and len(word) < _LONGEST:
        for parts in lexicon().cuts(word):
            found |= {stem(part) for part in parts}
    return frozenset(found)


@cache
def _stemmer() -> snowballstemmer.stemmer:
    return snowballstemmer.stemmer("swedish")
