"""From the image of a page to its words, each at its place on the page as given."""

from __future__ import annotations

from dataclasses import dataclass, replace
from statistics import fmean

from ingest.choose import known_share
from ingest.layout import lay_out
from ingest.ocr.specks import without_specks
from ingest.ocr.tesseract import OcrEngine, Reading
from ingest.picture import Picture
from ingest.prepare import Prepared, is_blank, prepare
from models.page import Engine, Word
from models.swedish.lexicon import Lexicon

_GOOD_CONFIDENCE = 0.6
_GOOD_SHARE = 0.5
"""A page that reads better than both stands upright."""


@dataclass(frozen=True, slots=True)
class Recognised:
    """The words of a page image in reading order, boxes in its pixels, and what was done to read them."""

    words: tuple[Word, ...]
    engine: Engine | None
    rotation: float = 0.0
    steps: tuple[str, ...] = ()


def recognise(picture: Picture, engine: OcrEngine, lexicon: Lexicon) -> Recognised:
    """The words on `picture`; one that reads badly is turned where its print stands on its side or head."""
    if is_blank(picture.pixels):
        return Recognised((), None, steps=(*picture.steps, "blank"))
    prepared = prepare(picture)
    reading = engine.read(prepared.picture)
    if not _reads_well(reading, lexicon) and (quarters := engine.turn(prepared.picture)):
        turned = prepare(picture, quarters)
        second = engine.read(turned.picture)
        if _known_letters(second, lexicon) > _known_letters(reading, lexicon):
            prepared, reading = turned, second
    return _placed(picture, prepared, reading)


def _placed(picture: Picture, prepared: Prepared, reading: Reading) -> Recognised:
    """The words laid out while their lines are level, then each put back where it stands on paper."""
    words = tuple(
        replace(word, box=prepared.place(word.box, picture.width, picture.height) if word.box else None)
        for word in lay_out(without_specks(reading.words))
    )
    return Recognised(words, reading.engine, prepared.rotation, prepared.picture.steps)


def _reads_well(reading: Reading, lexicon: Lexicon) -> bool:
    if not reading.words:
        return False
    confidence = fmean(word.confidence or 0.0 for word in reading.words)
    return (
        confidence >= _GOOD_CONFIDENCE
        and known_share([w.text for w in reading.words], lexicon) >= _GOOD_SHARE
    )


def _known_letters(reading: Reading, lexicon: Lexicon) -> int:
    """How many letters stand in words of three or more that the lexicon knows."""
    texts = (word.text.strip(".,:;()") for word in reading.words)
    return sum(len(text) for text in texts if len(text) >= 3 and lexicon.knows(text))
