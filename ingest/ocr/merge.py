"""Two readings of one page become one: word by word by their boxes, with the lexicon as the judge.

The Swedish model can't write signs such as §, %, @, ü and the dash; the model for all Latin script writes
letters of other languages, and "!" for l. They err in different places.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from statistics import fmean

from ingest.ocr.align import Group, align
from ingest.ocr.signs import SIGNS, with_signs
from models.geometry import hull
from models.page import Word
from models.swedish.lexicon import Lexicon

_FOREIGN = re.compile(r"[^\W\d_A-Za-zÅÄÖåäöÉéÈèÜüÀàáÆæØøÇçÑñëôûíóšž]")
_FALSE_L = re.compile(r"[a-zåäö]!(?=[a-zåäö])|![a-zåäö]|\|[a-zåäö]|[a-zåäö]\|")
_LETTER = re.compile(r"[^\W\d_]")
_DIGIT = re.compile(r"\d")
_EDGES = ".,:;()[]!?\"'–-/”“•*<>`|"
_RARE = re.compile(r"[^\W\d_A-Za-zÅÄÖåäöÉéÜü]")
_DATE = re.compile(r"\(?\d{4}-\d\d-\d\d\)?[.,;:]?$")
_UNLIKELY = 0.5
"""A word with figures among its letters, or with a letter of foreign names, is by so much less likely."""
_MARGIN = 0.1
"""By so much the second reading must be likelier to be taken."""
_SURE_SIGN = 0.2
_ONLY_FIRST = 0.5
"""Marks that one reading alone has, less sure than this, are dirt on the paper."""
_ONLY_SECOND = 0.7


def merge(first: Sequence[Word], second: Sequence[Word], lexicon: Lexicon) -> tuple[Word, ...]:
    """One reading out of `first` (Swedish) and `second` (all Latin script), boxes in the same image."""
    return tuple(word for group in align(first, second) for word in judged(group, lexicon))


def says_something(text: str) -> bool:
    """Whether there is a letter, a figure or a § in it, and not marks alone."""
    return any(character.isalnum() or character == "§" for character in text)


def judged(group: Group, lexicon: Lexicon) -> Sequence[Word]:
    """What two readings of the same print together say; nothing where it is dirt."""
    if not group.second:
        return [w for w in group.first if says_something(w.text) or (w.confidence or 0) >= _ONLY_FIRST]
    if not group.first:
        return [w for w in group.second if says_something(w.text) and (w.confidence or 0) >= _ONLY_SECOND]
    signed = _signed(group)
    if signed:
        return signed
    if len(group.first) == len(group.second) == 1:
        return [_better(group.first[0], group.second[0], lexicon)]
    return group.second if _parts_better(group, lexicon) else group.first


def _signed(group: Group) -> Sequence[Word]:
    """The words with the signs that only the second reading could write; none where it wrote none."""
    texts = [word.text for word in group.second]
    sure = fmean(word.confidence or 0.0 for word in group.second)
    if sure < _SURE_SIGN or not SIGNS.intersection("".join(texts)):
        return ()
    ours = [word.text for word in group.first]
    merged = with_signs(ours, texts)
    if merged is None:
        return ()
    words = group.first if len(merged) == len(ours) else group.second
    return [
        replace(word, text=text, confidence=round(sure, 4))
        for word, text in zip(words, merged, strict=True)
        if text
    ]


def _parts_better(group: Group, lexicon: Lexicon) -> bool:
    """Whether the second reading parts the print into better words than the first."""
    if any(_is_false(word.text) for word in group.second):
        return False
    if any(_DATE.match(word.text) for word in group.second):
        return not any(_DATE.match(word.text) for word in group.first)
    ours, theirs = (fmean(_score(word, lexicon) for word in words) for words in (group.first, group.second))
    return theirs > ours + _MARGIN


def _better(one: Word, other: Word, lexicon: Lexicon) -> Word:
    """The reading of one word that fits Swedish better; both boxes cover it."""
    box = hull(box for box in (one.box, other.box) if box)
    if one.text == other.text:
        return Word(one.text, box=box, confidence=max(one.confidence or 0, other.confidence or 0))
    taken = other if _second_wins(one, other, lexicon) else one
    return Word(taken.text, box=box, confidence=taken.confidence)


def _second_wins(one: Word, other: Word, lexicon: Lexicon) -> bool:
    if _is_false(other.text):
        return False
    if one.text.strip(_EDGES) == other.text.strip(_EDGES) and one.text[:1] != other.text[:1]:
        # What one reading alone has before a word is dirt: an opening bracket is seen by both.
        return not says_something(one.text[:1])
    return _score(other, lexicon) > _score(one, lexicon) + _MARGIN


def _is_false(text: str) -> bool:
    """Whether a reading has letters of other languages, or "!" where only l can stand."""
    return bool(_FOREIGN.search(text) or _FALSE_L.search(text))


def _score(word: Word, lexicon: Lexicon) -> float:
    """How likely a reading is right: its confidence, and whether it is a word."""
    text = word.text.strip(_EDGES)
    sure = word.confidence or 0.0
    if not _LETTER.search(text):
        return sure
    if lexicon.knows(text):
        return sure + 1.0
    return sure - (_UNLIKELY if _DIGIT.search(text) or _RARE.search(text) else 0.0)
