"""What type setting leaves in text: ligatures, parted marks, soft hyphens, letter-spaced words."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from models.swedish.lexicon import lexicon
from models.text import Change

_LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "ft", "ﬆ": "st"}
_UNSEEN = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff"))
_WORD = re.compile(r"\S+")
_MARKED = re.compile(r"[ﬀ-ﬆ\u0300-\u036f\u00ad\u200b-\u200d\u2060\ufeff]")
_SPACED = re.compile(r"(?<![^\s(\"”])[^\W\d_]{1,3}(?: [^\W\d_]{1,3}){3,}(?![^\s.,:;)\"”])")
_PARTS = re.compile(r"[^\W\d_]+")
_SHORTEST_SPACED = 4
_LONGEST_SPACED = 30
"""So many parts at most: a line of single letters is looked at in a time that grows with its length."""
_SHORTEST_UNEVEN = 8


def signs(content: str) -> Iterator[Change]:
    """Words with ligatures, with letters and marks apart, or with signs that nobody sees."""
    if not _MARKED.search(content):
        return
    for word in _WORD.finditer(content):
        if not _MARKED.search(word[0]):
            continue
        mended = unicodedata.normalize("NFC", word[0]).translate(_UNSEEN)
        for ligature, letters in _LIGATURES.items():
            mended = mended.replace(ligature, letters)
        if mended and mended != word[0]:
            yield Change(word.start(), word.end(), mended, _reason(word[0]), 0.99)


def _reason(word: str) -> str:
    if any(ligature in word for ligature in _LIGATURES):
        return "ligature"
    return "soft hyphen" if "\u00ad" in word else "signs"


def letter_spacing(content: str) -> Iterator[Change]:
    """Words with blanks between their letters ("P R O T O K O L L"), which together are Swedish words."""
    for run in _SPACED.finditer(content):
        parts = list(_PARTS.finditer(run[0]))
        first = 0
        while first < len(parts):
            last = _longest(parts, first)
            if last is None:
                first += 1
                continue
            text = "".join(part[0] for part in parts[first : last + 1])
            at = run.start()
            yield Change(at + parts[first].start(), at + parts[last].end(), text, "letter-spacing", 0.95)
            first = last + 1


def _longest(parts: list[re.Match[str]], first: int) -> int | None:
    """The last part of the longest spaced word that begins with part `first`."""
    for last in range(min(len(parts), first + _LONGEST_SPACED) - 1, first + 1, -1):
        if _is_spaced([part[0] for part in parts[first : last + 1]]):
            return last
    return None


def _is_spaced(parts: list[str]) -> bool:
    """Whether the parts are the letters of one word: single letters, or mostly so and all capitals."""
    text = "".join(parts)
    single = sum(len(part) == 1 for part in parts)
    even = single == len(parts) and len(text) >= _SHORTEST_SPACED
    uneven = text.isupper() and single >= 2 and len(text) >= _SHORTEST_UNEVEN
    cased = text.islower() or text.isupper() or text.istitle()
    return (even or uneven) and cased and lexicon().knows(text)
