"""Text that was written in one character set and read in another."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from models.swedish.lexicon import lexicon
from models.swedish.replacement import Replacement

_SIGNS = "åäöÅÄÖéÉèüÜæøÆØ§–—’‘“”»«•…½°´€"
_LETTERS = "åäöÅÄÖé"
_BESIDE_LETTERS = "§–”’“éÉüÜ•"
"""Signs that no word can prove: read through a set only where many words have proved it."""
_WORD = re.compile(r"(?:\S|\x85)+")
"""0x85 is a letter in some sets, though Unicode takes it for the end of a line."""
_EDGE = ".,;:!?()\"'-”"
_LEAST_WORDS = 5
_LEAST_SHARE = 0.02
"""So many words, and such a share of all, must become Swedish before a character set is held to be wrong."""
_SURE_SHARE = 0.7
"""Where so many words with a set's signs become Swedish, the others, mostly names, are read by it too."""
_FOREIGN = re.compile(r"[ćčžđęłńśź]", re.IGNORECASE)


class _Set(NamedTuple):
    """What the signs of a wrong reading are: letters, and what is beside letters."""

    letters: Mapping[str, str]
    signs: Mapping[str, str]


class _Reading(NamedTuple):
    """The words of a text that a set makes Swedish, and the others that hold its signs."""

    good: Sequence[Replacement]
    doubtful: Sequence[Replacement]


def _twice(sign: str) -> Iterator[str]:
    """What `sign` looks like when its UTF-8 bytes are read one by one."""
    for single in ("cp1252", "latin-1"):
        try:
            yield sign.encode().decode(single)
        except UnicodeDecodeError:
            continue


def _between(written: str, *read: str) -> _Set:
    """What signs become when bytes of one character set are read in another."""
    seen = {
        sign.encode(written, "ignore").decode(one, "ignore"): sign
        for one in read
        for sign in _LETTERS + _BESIDE_LETTERS
    }
    seen = {read: sign for read, sign in seen.items() if read and not read.isascii() and read != sign}
    letters = {read: sign for read, sign in seen.items() if sign in _LETTERS}
    return _Set(letters, {read: sign for read, sign in seen.items() if read not in letters})


_UTF8 = {seen: sign for sign in _SIGNS for seen in _twice(sign)}
_UTF8_SEEN = re.compile("|".join(map(re.escape, sorted(_UTF8, key=len, reverse=True))))
_SEVEN_BIT = _Set({"}": "å", "{": "ä", "|": "ö", "]": "Å", "[": "Ä", "\\": "Ö"}, {})
"""The Swedish seven-bit character set (SEN 850200 B), read as ASCII."""
_SETS = (
    _between("mac_roman", "cp1252", "latin-1"),
    _between("latin-1", "mac_roman"),
    _between("cp850", "cp1252", "latin-1"),
    _between("latin-1", "cp850"),
    _SEVEN_BIT,
)
_TELLING = re.compile(f"[{re.escape(''.join(sign for signs in _SETS for one in signs for sign in one))}]")
"""Signs that stand for others in some set."""


def utf8_by_bytes(content: str) -> Iterator[Replacement]:
    """Words whose UTF-8 bytes were read one by one ("fÃ¶r")."""
    if not _UTF8_SEEN.search(content):
        return
    for word in _WORD.finditer(content):
        mended = _UTF8_SEEN.sub(lambda seen: _UTF8[seen[0]], word[0])
        if mended != word[0]:
            yield Replacement(word.start(), word.end(), mended)


def wrong_set(content: str) -> Iterator[Replacement]:
    """Words that were read in another character set of one byte a sign ("fšr", "f|r").

    On each page the set is the one by which most words become Swedish, or that of the whole text; without
    enough of them nothing is changed.
    """
    if not _TELLING.search(content):
        return
    pages = [_Page.of(content, *page.span()) for page in re.finditer(r"[^\f]+", content)]
    usual = _set_of(pages)
    for page in pages:
        chosen = _set_of([page]) or usual
        if chosen:
            yield from _all_read(page.telling, chosen)


class _Page(NamedTuple):
    """A stretch of a text, and its words with signs that stand for others in some set."""

    content: str
    start: int
    end: int
    telling: list[re.Match[str]]

    @classmethod
    def of(cls, content: str, start: int, end: int) -> _Page:
        """The page that `content[start:end]` is."""
        return cls(content, start, end, list(_telling(content, start, end)))

    @property
    def words(self) -> int:
        """How many words the page has."""
        return len(_WORD.findall(self.content, self.start, self.end))


def _telling(content: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """The words around signs that stand for others in some set."""
    last = start
    for sign in _TELLING.finditer(content, start, end):
        at = sign.start()
        if at < last:
            continue
        while at > last and (content[at - 1] == "\x85" or not content[at - 1].isspace()):
            at -= 1
        word = _WORD.match(content, at, end)
        if word:
            last = word.end()
            yield word


def _set_of(pages: Sequence[_Page]) -> _Set | None:
    words = [word for page in pages for word in page.telling]
    tried = [(len(_read(words, signs).good), at) for at, signs in enumerate(_SETS)]
    most, at = max(tried, key=lambda one: (one[0], -one[1]))
    if most < _LEAST_WORDS:
        return None
    return _SETS[at] if most >= _LEAST_SHARE * sum(page.words for page in pages) else None


def _all_read(words: Sequence[re.Match[str]], signs: _Set) -> Iterator[Replacement]:
    """The words that become Swedish; the others too where these are enough to prove the set for the page."""
    good, doubtful = _read(words, signs)
    proved = len(good) >= max(_LEAST_WORDS, _SURE_SHARE * (len(good) + len(doubtful)))
    if not proved:
        yield from good
        return
    both = str.maketrans({**signs.letters, **signs.signs})
    for word in words:
        mended = word[0].translate(both)
        if mended != word[0]:
            yield Replacement(word.start(), word.end(), mended)


def _read(words: Iterable[re.Match[str]], signs: _Set) -> _Reading:
    table = str.maketrans(dict(signs.letters))
    held = frozenset(signs.letters)
    good: list[Replacement] = []
    doubtful: list[Replacement] = []
    for word in words:
        if held.isdisjoint(word[0]) or _FOREIGN.search(word[0]):
            continue
        stripped = next((form for form in _forms(word[0]) if _is_word(form.translate(table), form)), None)
        start = word.start() + (word[0].index(stripped) if stripped else 0)
        one = Replacement(start, start + len(stripped or word[0]), (stripped or word[0]).translate(table))
        (good if stripped else doubtful).append(one)
    return _Reading(good, doubtful)


def _forms(word: str) -> Iterator[str]:
    """The word as it stands and without the marks around it, which may be its letters in another set."""
    yield word
    if word.strip(_EDGE) not in {word, ""}:
        yield word.strip(_EDGE)


def _is_word(mended: str, read: str) -> bool:
    bare = mended.strip(_EDGE)
    return bare != read.strip(_EDGE) and bare.isalpha() and lexicon().knows(bare)
