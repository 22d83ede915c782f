"""The archive's own words, which people have read on the page: they stand, and are put for misread ones."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from models.swedish.lexicon import lexicon
from models.swedish.marks import plain
from models.text import Change

REASON = "own word"
_WORD = re.compile(r"[^\W\d_]+")
_LOST_MARKS = 0.9
"""How sure it is that an unknown word that differs in marks alone is the archive's own."""
_ONE_LETTER = 0.7
"""The same of one that differs in a letter, is long, and is near no other."""
_LONG = 7
_LONGEST = 80
"""Longer strings are no words: time and memory to look for them would grow with their square."""


@dataclass(frozen=True)
class OwnWords:
    """Words as people wrote them, found by what recognition may make of them."""

    words: tuple[str, ...]
    _known: frozenset[str] = field(init=False, repr=False, compare=False)
    _plain: dict[str, set[str]] = field(init=False, repr=False, compare=False)
    _near: dict[str, set[str]] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Note under which spellings each word is looked for: without marks, and without any one letter."""
        marks: dict[str, set[str]] = defaultdict(set)
        near: dict[str, set[str]] = defaultdict(set)
        words = [word for word in self.words if len(word) <= _LONGEST]
        for word in words:
            folded = word.casefold()
            marks[plain(folded)].add(word)
            for shorter in _shorter(folded) if len(folded) >= _LONG else ():
                near[shorter].add(word)
        object.__setattr__(self, "_known", frozenset(word.casefold() for word in words))
        object.__setattr__(self, "_plain", dict(marks))
        object.__setattr__(self, "_near", dict(near))

    def changes(self, content: str) -> Iterator[Change]:
        """What to put for unknown words that are one of these, misread."""
        for found in _WORD.finditer(content) if self._known else ():
            read = found[0]
            if len(read) <= _LONGEST and read.casefold() not in self._known and not lexicon().knows(read):
                word, sure = self._misread(read)
                if word:
                    yield Change(found.start(), found.end(), _cased(word, read), REASON, sure)

    def kept(self, content: str, changes: Iterable[Change]) -> Iterator[Change]:
        """The changes that leave these words as they stand."""
        for change in changes:
            if not self._known:
                yield change
                continue
            start, end = change.start, change.end
            low, high = max(start - _LONGEST, 0), min(end + _LONGEST, len(content))
            while start > low and content[start - 1].isalpha():
                start -= 1
            while end < high and content[end].isalpha():
                end += 1
            if not any(one[0].casefold() in self._known for one in _WORD.finditer(content, start, end)):
                yield change

    def _misread(self, read: str) -> tuple[str | None, float]:
        folded = read.casefold()
        marked = self._plain.get(plain(folded), set())
        if len(marked) == 1:
            return next(iter(marked)), _LOST_MARKS
        if len(read) < _LONG:
            return None, 0.0
        near = set[str]().union(*(self._near.get(one, set()) for one in (folded, *_shorter(folded))))
        near = {word for word in near if _differ_in_one(word.casefold(), folded)}
        return (next(iter(near)), _ONE_LETTER) if len(near) == 1 else (None, 0.0)


@lru_cache(maxsize=4)
def own_words(words: tuple[str, ...]) -> OwnWords:
    """The same words are made ready once in a process."""
    return OwnWords(words)


def _shorter(word: str) -> Iterator[str]:
    return (word[:at] + word[at + 1 :] for at in range(len(word)))


def _differ_in_one(one: str, other: str) -> bool:
    """Whether one letter is another, is lacking or is too much (Levenshtein distance 1)."""
    if len(one) == len(other):
        return sum(a != b for a, b in zip(one, other, strict=True)) == 1
    long, short = (one, other) if len(one) > len(other) else (other, one)
    return len(long) - len(short) == 1 and short in _shorter(long)


def _cased(word: str, read: str) -> str:
    """The word in capitals where it was read so, or with one; else as people wrote it."""
    if len(read) > 1 and read.isupper():
        return word.upper()
    return word[:1].upper() + word[1:] if read[:1].isupper() else word
