"""Letters with accents that Swedish hasn't, where one Swedish word alone is the same without them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from itertools import product

from models.swedish.languages import NEAR, language_of
from models.swedish.lexicon import lexicon
from models.text import Change

_STRANGE = re.compile(r"[^\W\d_]*(?:(?![éüåäöÿßñçèêàïëæø])[\u00df-\u024f\u1e00-\u1eff])[^\W\d_]*")
"""A word with a letter that neither Swedish nor its loans, nor its neighbours, have."""
_WORD = re.compile(r"[^\W\d_]+")
_ALIKE = {"a": "aåä", "o": "oö", "ı": "i", "ł": "l", "đ": "d"}
_ALONE = re.compile(r"[íìîįĩī](?<=[a-zåäö,] .)(?= [a-zåäö])")
_MOST = 3
"""So many letters of a word may be strange: more are a word of another language."""
_SHORTEST = 2
_SHORT = 3
_OFTEN = 1_000
"""So often a short word must be met in the text behind the lexicon: many short strings are some word."""
_AROUND = 80
"""Signs to either side by which the language is known."""


def accents(content: str) -> Iterator[Change]:
    """Words that are Swedish, and normally in small letters, once their strange letters are plain ones."""
    for word in _STRANGE.finditer(content):
        around = content[max(0, word.start() - _AROUND) : word.end() + _AROUND]
        alone = "i" if _ALONE.match(content, word.start()) else None
        text = _mended(word[0]) if len(word[0]) >= _SHORTEST else alone
        if text and language_of(_WORD.findall(around)) in NEAR:
            yield Change(*word.span(), text, "accents", 0.93)


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
    if not _STRANGE.fullmatch(letter):
        return letter
    low = letter.lower()
    plain = unicodedata.normalize("NFD", low)[0]
    alike = _ALIKE.get(plain, plain)
    return alike if letter == low else alike.upper()
