"""Capitals whose ring or dots the engine left to the line above: Å and Ä read as A, Ö as O."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import cv2
import numpy as np

from ingest.ocr.ink import Ink
from models.geometry import Box
from models.page import Word

_WITH_DIACRITIC = {("A", "ring"): "Å", ("A", "dots"): "Ä", ("O", "dots"): "Ö"}
_EDGES, _TALL_EDGES = "\"'”().,:;!?-–", "(!?"
_ABOVE = 0.6
"""Of a word's height: so far above it is looked for what belongs to it."""
_TALL, _WIDEST = 0.55, 1.25
"""Of the word's height: a capital is as high; what is wider than it is high by so much is several letters."""
_DOT, _RING = (0.08, 0.32), (0.2, 0.48)
"""Of a capital's height: how high and how wide a dot is, and a ring."""
_ROUND = 1.6
_GAP, _SUNK = 0.3, 0.05
"""Of its height: so much white at most is under its dots, and so far they hang into it."""
_LEVEL, _APART, _MIDST = 0.1, (0.2, 0.85), 0.16
"""Of its height: two dots are so level, so far apart, and their middle so near to the capital's."""
_HOLE_SHOWS = 8
"""Pixels: the hole of a lower ring may have filled."""


@dataclass(frozen=True, slots=True)
class _Part:
    """A separate part of the print."""

    box: Box
    is_hollow: bool


def may_lack_diacritic(word: Word) -> bool:
    """Whether the word has a capital that may have lost its ring or dots."""
    bare = word.text.strip(_EDGES)
    return word.box is not None and bare[:1].isupper() and not {"A", "O"}.isdisjoint(_candidates(bare))


def with_diacritics(word: Word, dark: Ink) -> Word:
    """The word with Å, Ä or Ö where the image has a ring or two dots over the capital."""
    bare = word.text.strip(_EDGES)
    start = word.text.index(bare)
    parts = _parts(word.box, dark) if word.box else []
    height = word.box.height if word.box else 0.0
    tall = sorted((one.box for one in parts if one.box.height >= _TALL * height), key=lambda box: box.x0)
    tall = tall[sum(edge in _TALL_EDGES for edge in word.text[:start]) :]
    letters = _candidates(bare)
    if len(tall) < len(letters) or len(tall) > len(letters) > 1:
        return word
    told = "".join(
        _WITH_DIACRITIC.get((letter, _diacritic(box, parts)), letter)
        for letter, box in zip(letters, tall, strict=False)
    )
    text = word.text[:start] + told + word.text[start + len(told) :]
    return replace(word, text=text) if text != word.text else word


def _candidates(bare: str) -> str:
    """The letters that are looked at: all of a word in capitals, else its first."""
    return bare if bare.isupper() and bare.isalpha() else bare[:1]


def _parts(box: Box, dark: Ink) -> list[_Part]:
    """What is printed in the word's box and above it; what reaches in from outside is left out."""
    above = min(int(box.y0), round(_ABOVE * box.height))
    aside = round(box.height / 4)
    left = max(0, int(box.x0) - aside)
    ink = dark[int(box.y0) - above : int(box.y1) + 1, left : int(box.x1) + 1 + aside]
    if not ink.size:
        return []
    count, labels, statistics, _ = cv2.connectedComponentsWithStats(ink.astype(np.uint8), connectivity=8)
    found: list[_Part] = []
    for n in range(1, count):
        x, y, wide, high = (int(value) for value in statistics[n, :4])
        if y == 0:
            continue
        piece = np.pad((labels[y : y + high, x : x + wide] != n).astype(np.uint8), 1, constant_values=1)
        holes = cv2.connectedComponents(piece, connectivity=4)[0] - 2
        found.append(_Part(Box(x, y, x + wide, y + high), holes > 0))
    return found


def _diacritic(capital: Box, parts: Sequence[_Part]) -> str:
    """What stands over a capital: "ring", "dots", or "" where there is neither, or more."""
    if capital.width > _WIDEST * capital.height:
        return ""
    over = [part for part in parts if _is_over(part.box, capital)]
    middle = sum(part.box.x0 + part.box.x1 for part in over) / max(2 * len(over), 1)
    if abs(middle - (capital.x0 + capital.x1) / 2) > _MIDST * capital.height:
        return ""
    if len(over) == 1:
        return "ring" if _is_ring(over[0], capital.height) else ""
    return "dots" if len(over) == 2 and _are_dots(over[0].box, over[1].box, capital.height) else ""


def _is_over(box: Box, capital: Box) -> bool:
    """Whether something as large as a dot stands over a capital, as near as what belongs to it."""
    height = capital.height
    near = -_SUNK * height <= capital.y0 - box.y1 <= _GAP * height
    middle = (box.x0 + box.x1) / 2
    return near and capital.x0 <= middle <= capital.x1 and max(box.width, box.height) >= _DOT[0] * height


def _is_ring(part: _Part, height: float) -> bool:
    box = part.box
    fits = _RING[0] * height <= min(box.width, box.height) and max(box.width, box.height) <= _RING[1] * height
    is_round = max(box.width, box.height) <= _ROUND * min(box.width, box.height)
    return fits and is_round and (part.is_hollow or box.height < _HOLE_SHOWS)


def _are_dots(one: Box, other: Box, height: float) -> bool:
    sides = (one.width, one.height, other.width, other.height)
    least, most = _APART
    return (
        _DOT[0] * height <= min(sides)
        and max(sides) <= _DOT[1] * height
        and abs(one.y0 - other.y0) <= _LEVEL * height
        and least * height <= abs(one.x0 - other.x0) <= most * height
    )
