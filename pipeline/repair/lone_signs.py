"""Signs that stand alone between blanks: the words i and å, and the section sign."""

from __future__ import annotations

import re
from math import exp, log

from models.swedish.months import MONTH
from pipeline.repair.labelled import Labelled
from pipeline.repair.mending import Mending
from pipeline.repair.pieces import Kind, Piece

SIGN_SURE = log(0.9)
"""How sure (a logarithm) the tagger must be of what a single sign stands for."""
_LONE_SURE = log(0.5)
"""The same of the word i."""
_SECTION_SIGNS = frozenset({"$", "8", "S", "5", "$$", "SS", "88", "$&", "&$"})
"""What the section sign is read as."""
_AMOUNT = re.compile(r" \d{3} (?:\d{3}\b|(?:[mt]?kr|kronor)\b)")
"""Behind the first figures of an amount."""
_MONTH = re.compile(rf"\s+{MONTH}\b", re.IGNORECASE)
"""Behind a day."""
_READ_FOR_RING = frozenset("aä")
"""Letters as which the word å is read; as a figure it can't be told from one."""
_BESIDE = 40
"""Signs to either side in which a lone sign's neighbours stand."""


def section_sign(content: str, labelled: Labelled, start: int, piece: Piece) -> Mending | None:
    """The section sign for a piece that was read as another; `labelled` begins at `start` of the content."""
    if piece.text not in _SECTION_SIGNS or _AMOUNT.match(content, piece.end):
        return None
    text, weight = labelled.likeliest(piece.start - start, piece.end - start)
    sure = text in {"§", "§§"} and weight >= SIGN_SURE
    return Mending(piece.start, piece.text, text, exp(weight)) if sure else None


def lone_word(content: str, labelled: Labelled, start: int, piece: Piece) -> Mending | None:
    """The word of one letter, or the figure 1, for a sign that stands alone."""
    text, weight = labelled.likeliest(piece.start - start, piece.end - start)
    if piece.kind is not Kind.LONE:
        is_ring = piece.text in _READ_FOR_RING and text == "å" and weight >= SIGN_SURE
        return Mending(piece.start, piece.text, text, exp(weight)) if is_ring else None
    if piece.text == "1" and _MONTH.match(content, piece.end):
        return None
    least = _LONE_SURE if text in {"i", "I"} else SIGN_SURE
    if text == "i" and _is_among_capitals(content, piece):
        text = "I"
    if text in {"i", "I", "1"} and text.lower() != piece.text.lower() and weight >= least:
        return Mending(piece.start, piece.text, text, exp(weight))
    return None


def _is_among_capitals(content: str, piece: Piece) -> bool:
    """Whether the words before and after a lone sign, as far as its line has any, are in capitals."""
    start, end = content.rfind("\n", 0, piece.start) + 1, content.find("\n", piece.end)
    before = content[max(start, piece.start - _BESIDE) : piece.start].split()[-1:]
    last = piece.end + _BESIDE
    after = content[piece.end : min(last, end if end >= 0 else last)].split()[:1]
    return bool(before or after) and all(len(word) > 1 and word.isupper() for word in before + after)
