"""By what a reading of a page is told to be good, and one of two to be the better."""

from __future__ import annotations

import re
from collections.abc import Sequence
from statistics import fmean

from ingest.choose import known_share
from models.page import Word
from models.swedish.lexicon import Lexicon

_GOOD_CONFIDENCE = 0.6
_GOOD_SHARE = 0.5
"""A sheet that reads better than both is read well."""
_LONG_WORD = 4
_SURE_NUMBER = 0.8
_NUMBER = re.compile(r"[\d.,:%-]*\d[\d.,:%-]*$")
_EDGES = ".,:;()"


def reads_well(words: Sequence[Word], lexicon: Lexicon) -> bool:
    """Whether the words are upright, most of them sure, and Swedish."""
    if not words or lies(words):
        return False
    confidence = fmean(word.confidence or 0.0 for word in words)
    share = known_share([word.text for word in words], lexicon)
    return confidence >= _GOOD_CONFIDENCE and share >= _GOOD_SHARE


def known_letters(words: Sequence[Word], lexicon: Lexicon) -> int:
    """How many letters stand in words of three or more that the lexicon knows, or in sure numbers."""
    return 0 if lies(words) else sum(_worth(word, lexicon) for word in words)


def lies(words: Sequence[Word]) -> bool:
    """Whether the print lies on its side, though the engine read it: its long words are higher than wide."""
    boxes = [word.box for word in words if word.box and len(word.text) >= _LONG_WORD]
    return bool(boxes) and fmean(box.height > box.width for box in boxes) > 0.5


def _worth(word: Word, lexicon: Lexicon) -> int:
    text = word.text.strip(_EDGES)
    if _NUMBER.match(text):
        return len(text) if (word.confidence or 0.0) >= _SURE_NUMBER else 0
    return len(text) if len(text) >= 3 and lexicon.knows(text) else 0
