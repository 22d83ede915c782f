"""A second model is asked about the words that the first may have got wrong; the better reading wins."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

import cv2
import numpy as np

from ingest.ocr.align import align
from ingest.ocr.doubt import Piece, pieces
from ingest.ocr.merge import judged, merge
from ingest.ocr.missed import missed
from ingest.ocr.tesseract import Layout, OcrEngine, Reading
from ingest.picture import Picture
from models.geometry import Box
from models.page import Word
from models.swedish.lexicon import Lexicon

_ASIDE, _OVER = 0.45, 0.3
"""Paper around a piece, in heights of its words."""
_FRAME = 10
"""Pixels of paper around that, which Tesseract needs to find a line."""
_SURE_OF_MISSED = 0.7
_SURE_OF_MISSED_WORD = 0.9
_ALONE = re.compile(r"[(\[]?\d{1,4}(?:,\d{1,2})?%?[)\].:]?$")
_LEAST_LETTERS = 3
_MOST = 0.5
"""Where more of the words are in doubt, the whole page is read again: one image is cheaper than many."""


def reconsidered(
    pictures: Sequence[Picture],
    readings: Sequence[Reading],
    engine: OcrEngine,
    model: str,
    lexicon: Lexicon,
) -> tuple[Reading, ...]:
    """The readings of the pictures, their doubtful words read again by `model`, all in one call or two."""
    doubts = [
        (*pieces(reading.words, lexicon), *(Piece(box) for box in missed(picture.pixels, reading.words)))
        for picture, reading in zip(pictures, readings, strict=True)
    ]
    whole = [_is_mostly_doubtful(reading, found) for reading, found in zip(readings, doubts, strict=True)]
    second = iter(engine.read(_kept(pictures, whole), model, Layout.PAGE))
    strips = [
        () if all_of_it else tuple(_cut(picture, piece) for piece in found)
        for picture, found, all_of_it in zip(pictures, doubts, whole, strict=True)
    ]
    again = iter(engine.read([strip for cut in strips for strip in cut], model, Layout.LINE))
    return tuple(
        replace(reading, words=merge(next(second).words, reading.words, lexicon))
        if all_of_it
        else replace(reading, words=_mended(reading.words, found, [next(again) for _ in cut], lexicon))
        for reading, found, all_of_it, cut in zip(readings, doubts, whole, strips, strict=True)
    )


def _is_mostly_doubtful(reading: Reading, found: Sequence[Piece]) -> bool:
    return sum(len(piece.words) for piece in found) > _MOST * len(reading.words)


def _kept(pictures: Sequence[Picture], which: Sequence[bool]) -> list[Picture]:
    return [picture for picture, wanted in zip(pictures, which, strict=True) if wanted]


def _corner(piece: Piece) -> tuple[int, int]:
    """Where the cut-out of a piece begins on its page, before it is framed."""
    height = piece.box.height
    return max(0, round(piece.box.x0 - _ASIDE * height)), max(0, round(piece.box.y0 - _OVER * height))


def _cut(picture: Picture, piece: Piece) -> Picture:
    left, top = _corner(piece)
    height = piece.box.height
    right, bottom = round(piece.box.x1 + _ASIDE * height), round(piece.box.y1 + _OVER * height)
    strip = picture.pixels[top:bottom, left:right]
    paper = float(np.percentile(strip, 90))
    framed = cv2.copyMakeBorder(strip, _FRAME, _FRAME, _FRAME, _FRAME, cv2.BORDER_CONSTANT, value=(paper,))
    return Picture(np.asarray(framed, dtype=np.uint8), picture.dpi)


def _mended(
    words: Sequence[Word], found: Sequence[Piece], again: Sequence[Reading], lexicon: Lexicon
) -> tuple[Word, ...]:
    """`words`, those in doubt as both readings together have them; in no order that matters."""
    shown = {word for piece in found for word in piece.words}
    kept = [word for word in words if word not in shown]
    for piece, reading in zip(found, again, strict=True):
        left, top = _corner(piece)
        theirs = [_moved(word, left - _FRAME, top - _FRAME) for word in reading.words]
        kept += _judged(piece, theirs, lexicon)
    return tuple(kept)


def _judged(piece: Piece, theirs: Sequence[Word], lexicon: Lexicon) -> list[Word]:
    """The words of a piece: what is not in doubt stays, and what the second model alone saw is not taken.

    Where the first model saw nothing, what the second is sure of is taken.
    """
    if not piece.words:
        return [word for word in theirs if _is_print(word, lexicon)]
    doubtful = set(piece.doubtful)
    kept: list[Word] = []
    for group in align(theirs, piece.words):
        if group.first and not doubtful.isdisjoint(group.second):
            kept += [_on_line(word, piece.box) for word in judged(group, lexicon)]
        else:
            kept += group.second
    return kept


def _is_print(word: Word, lexicon: Lexicon) -> bool:
    """Whether this is found by itself on a page: a figure, or a surely read word, as a narrow column has."""
    sure = word.confidence or 0.0
    if _ALONE.match(word.text):
        return sure >= _SURE_OF_MISSED
    return sure >= _SURE_OF_MISSED_WORD and len(word.text) >= _LEAST_LETTERS and lexicon.knows(word.text)


def _on_line(word: Word, line: Box) -> Word:
    """The word no higher than its line was: a strip has no lines above and below to hold it."""
    box = word.box
    return replace(word, box=Box(box.x0, max(box.y0, line.y0), box.x1, min(box.y1, line.y1))) if box else word


def _moved(word: Word, x: float, y: float) -> Word:
    box = word.box
    return replace(word, box=Box(box.x0 + x, box.y0 + y, box.x1 + x, box.y1 + y)) if box else word
