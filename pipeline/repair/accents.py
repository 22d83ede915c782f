"""Letters with accents that Swedish hasn't, where one Swedish word alone is the same without them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from itertools import product

from models.swedish.languages import NEAR, language_of
from models.swedish.lexicon import lexicon
from models.text import Change

_KNOWN = frozenset("éüåäöÿßñçèêàïëæø")
"""The letters beyond a to z of Swedish, of its loans and of its neighbours."""
_LETTERS = "".join(
    letter
    for letter in map(chr, (*range(0xDF, 0x250), *range(0x1E00, 0x1F00)))
    if letter.isalpha() and letter not in _KNOWN
)
_STRANGE = re.compile(f"[{_LETTERS}]")
_WORD = re.compile(r"[^\W\d_]+")
_ALIKE = {"a": "aåä", "o": "oö", "ı": "i", "ł": "l", "đ": "d"}
_ALONE = re.compile(r"[íìîįĩī](?<=[a-zåäö,] .)(?= [a-zåäö])")
_MOST = 3
"""So many letters of a word may be strange: more are a word of another language."""
_SHORTEST = 2
_LONGEST = 60
_SHORT = 3
_OFTEN = 1_000
"""So often a short word must be met in the text behind the lexicon: many short strings are some word."""
_AROUND = 80
"""Signs to either side by which the language is known."""


def accents(content: str) -> Iterator[Change]:
    """Words that are Swedish, and normally in small letters, once their strange letters are plain ones."""
    end = 0
    for strange in _STRANGE.finditer(content):
        if strange.start() < end:
            continue
        start, end = word_around(content, strange.start())
        alone = "i" if _ALONE.match(content, start) else None
        text = _mended(content[start:end]) if _SHORTEST <= end - start <= _LONGEST else alone
        if text and language_of(_WORD.findall(content[max(0, start - _AROUND) : end + _AROUND])) in NEAR:
            yield Change(start, end, text, "accents", 0.93)


def word_around(content: str, at: int) -> tuple[int, int]:
    """Where the letters around a place begin and end."""
    start = end = at
    while start and content[start - 1].isalpha():
        start -= 1
    while end < len(content) and content[end].isalpha():
        end += 1
    return start, end


def _mended(word: str) -> str | None:
    """The one word that `word` may be, a common one where it has capitals; None for none or several."""
    places = [_letters(letter) for letter in word]
    if sum(letters != letter for letters, letter in zip(places, word, strict=True)) > _MOST:
        return None
    found = ["".join(letters) for letters in product(*places)]
    words = lexicon()
    common = [text for text in found if words.knows(text) and (text.islower() or words.is_common(text))]
    common = [text for text in common if words.count(text)] or common
    if len(common) != 1 or (len(word) <= _SHORT and lexicon().count(common[0]) < _OFTEN):
        return None
    return common[0]


def _letters(letter: str) -> str:
    """The letters that one may be: itself where it is no strange one."""
    if letter not in _LETTERS:
        return letter
    low = letter.lower()
    plain = unicodedata.normalize("NFD", low)[0]
    alike = _ALIKE.get(plain, plain)
    return alike if letter == low else alike.upper()
