"""Text layers whose font has no map to characters, so that glyph numbers stand for them.

In the standard order of glyphs a letter's number lies 29 below its code; å ä ö and § come later in it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from models.swedish.lexicon import lexicon
from models.text import Change

_OFFSET = 29
_GLYPHS = {"n": "å", "l": "ä", "|": "ö", "c": "Å", "b": "Ä", "g": "Ö", "\x86": "§"}
_LINE = re.compile(r"[^\s\n][^\n]*")
_CONTROL = re.compile(r"[\x03-\x08\x0b\x0e-\x1f]")
"""What figures, blanks and stops become: sound text holds none."""
_UNPRINTED = re.compile(r"[\x00-\x1f\x7f-\x9f]")
"""What the shift never gives for a line of text."""
_WORD = re.compile(r"[^\W\d_]{2,}")
_SWEDISH = 0.6
"""The share of a line's words that must be Swedish after the shift."""
_STRANGE = 0.3
"""The share that may be Swedish before it."""
_LEAST_WORDS = 3


def font_map(content: str) -> Iterator[Change]:
    """Lines that are Swedish when each sign is moved up by 29 places, and are not as they stand."""
    lines = [(line, _shifted(line[0])) for line in _LINE.finditer(content.replace("\f", "\n"))]
    sure = [(line, mended) for line, mended in lines if _is_better(line[0], mended, _LEAST_WORDS)]
    if not sure:
        return
    for line, mended in lines:
        if _CONTROL.search(line[0]) or _is_better(line[0], mended, 1):
            yield Change(line.start(), line.end(), mended, "font map", 0.98)


def _shifted(line: str) -> str:
    return "".join(_GLYPHS.get(sign) or _moved(sign) for sign in line)


def _moved(sign: str) -> str:
    return sign if sign.isspace() else chr(min(ord(sign) + _OFFSET, 0x10FFFF))


def _is_better(line: str, mended: str, least: int) -> bool:
    if _UNPRINTED.search(mended):
        return False
    return len(_WORD.findall(mended)) >= least and _share(mended) >= _SWEDISH and _share(line) <= _STRANGE


def _share(line: str) -> float:
    words = _WORD.findall(line)
    return sum(map(lexicon().knows, words)) / len(words) if words else 0.0
