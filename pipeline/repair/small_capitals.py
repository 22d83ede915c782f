"""Small letters that were read as the capitals that they look like, inside a sentence."""

from __future__ import annotations

import re

from models.swedish.languages import SWEDISH, common_words
from models.swedish.lexicon import lexicon
from pipeline.repair.mending import MARKED

_INSIDE = re.compile(r"(?:(?<![^\W\d_])[a-zåäö]{2,}|[a-zåäö],) \Z")
"""The end of a word, or of a part of a sentence, on the same line."""
_GOES_ON = re.compile(r"[^\n]{36}(?:[a-zåäö]{2}|[a-zåäö],)\n\Z")
"""The end of a long line that ends inside a sentence."""
_BEFORE = 40
"""Signs before a word by which it is told whether a sentence goes on."""
_ALIKE = frozenset("CKOPSUVWXZ")
"""Capitals that differ from their small letters in size alone."""
_SELDOM = 50
"""So many times as often a word must be met in small letters as with a capital inside a sentence."""

_OFTEN = 100
"""So often it must be met, or begin as no name of a place does."""
_NO_NAME = ("över", "åter", "öppn")


def is_small(content: str, start: int, text: str) -> bool:
    """Whether a word `text` that was read with a capital at `start` was printed with a small letter."""
    if len(text) < 2 or not text[1:].islower():
        return False
    before = max(start - _BEFORE, 0)
    if _INSIDE.search(content, before, start):
        return _is_small_as_a_rule(text) if text[0].upper() in MARKED else _is_common(text)
    return text[0] in MARKED and lexicon().is_common(text) and bool(_GOES_ON.search(content, before, start))


def _is_small_as_a_rule(text: str) -> bool:
    """Whether a word is none that may be a name (Ön, Åkern, Älven): those are rare in the state's text."""
    use = lexicon().uses.get(text.lower())
    if use is None or use.lower <= _SELDOM * use.capital:
        return False
    return use.lower >= _OFTEN or text.lower().startswith(_NO_NAME)


def _is_common(text: str) -> bool:
    return text[0].upper() in _ALIKE and text.lower() in common_words()[SWEDISH]
