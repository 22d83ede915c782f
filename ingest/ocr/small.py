"""What only the image tells: blanks in numbers and short forms, how long a dash, how high a letter is."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from ingest.ocr.capitals import is_of_either_height, with_first_letter
from ingest.ocr.cells import with_empty_cells
from ingest.ocr.dashes import is_dash, is_typed, with_dashes
from ingest.ocr.diacritics import may_lack_diacritic, with_diacritics
from ingest.ocr.figures import is_number, looked_through
from ingest.ocr.ink import Ink, inside, marks
from ingest.ocr.lone import is_lone, with_lone_letters
from ingest.ocr.shortened import is_short, parted
from ingest.picture import GreyImage
from ingest.prepare.lines import dark_parts
from models.geometry import Box
from models.page import Word

_SEAMS = (
    re.compile(r"(§{1,2})\d{1,3}(?:[-–]\d{1,3})?[.,:;)]?$"),
    re.compile(r"(\d{1,3})%[.,;)]?$"),
    re.compile(r"(?!1[6-9]\d\d$|20\d\d$)(\d{1,3})\d{3}$"),
)
"""Where a blank may not have been seen: after a section sign, before %, between groups of figures (but in a
year, whose 1 stands apart in many faces)."""
_BLANK = 0.24
"""Of the word's height: white so wide after a section sign is a blank."""
_WIDER = 1.5
"""It is so much wider than the white between the word's other signs."""


def looked_at(words: Sequence[Word], pixels: GreyImage) -> tuple[Word, ...]:
    """`words` with the blanks, commas, dashes, capitals, and rings over these, that their image shows."""
    bare = {word for word in words if may_lack_diacritic(word)}
    low = {word for word in words if word.box and is_of_either_height(word)}
    seamed = {word for word in words if is_number(word) or _seam(word)}
    dashed = any(is_dash(word) and word.box for word in words)
    lone = any(is_lone(word) and word.box for word in words)
    print_like = () if is_typed(words) else words
    short = {word for word in print_like if is_short(word)}
    if not (bare or low or seamed or dashed or lone or short):
        return tuple(words)
    dark = dark_parts(pixels) > 0
    looked: list[Word] = []
    celled = with_empty_cells(words, dark)
    for word in with_dashes(celled, dark) if dashed or len(celled) > len(words) else celled:
        if word in seamed:
            looked += _looked_at(word, dark)
        elif word in short:
            looked += parted(word, dark)
        else:
            lettered = with_first_letter(word, dark) if word in low else word
            looked.append(with_diacritics(lettered, dark) if word in bare else lettered)
    return tuple(with_lone_letters(looked, dark) if lone else looked)


def _looked_at(word: Word, dark: Ink) -> tuple[Word, ...]:
    """A number, or a sign and a number, as its image shows it."""
    told = looked_through(word, dark)
    return told if told and told != (word,) else _parted(word, dark)


def _seam(word: Word) -> re.Match[str] | None:
    return next((match for seam in _SEAMS if (match := seam.match(word.text))), None)


def _parted(word: Word, dark: Ink) -> tuple[Word, ...]:
    """The word as two, where it may have a seam and the image shows white there, wider than elsewhere."""
    found, box = _seam(word), word.box
    if found is None or box is None:
        return (word,)
    first = len(found[1])
    gaps = [(before.right, after.left) for before, after in pairwise(marks(inside(box, dark)))]
    if len(gaps) < first:
        return (word,)
    start, end = gaps[first - 1]
    others = [high - low for n, (low, high) in enumerate(gaps) if n != first - 1]
    if end - start < max(_BLANK * box.height, _WIDER * max(others, default=0)):
        return (word,)
    left, right = box.x0 + start, box.x0 + end
    return (
        replace(word, text=word.text[:first], box=Box(box.x0, box.y0, left, box.y1)),
        replace(word, text=word.text[first:], box=Box(right, box.y0, box.x1, box.y1)),
    )
