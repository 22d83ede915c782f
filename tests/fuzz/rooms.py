"""The real rooms with an engine that reads nothing: what is tried here is what comes before and after it."""

from __future__ import annotations

from dataclasses import dataclass

from ingest import drawn
from ingest.ocr.tesseract import Reading
from ingest.picture import Picture
from models.geometry import Box
from models.page import Engine, Word
from models.settings import ReadingSettings
from models.swedish.lexicon import Lexicon
from pipeline.batch.rooms import ROOMS as REAL


@dataclass(frozen=True, slots=True)
class OneWord:
    """An OcrEngine that finds one word on every page."""

    settings: ReadingSettings
    lexicon: Lexicon

    def read(self, picture: Picture) -> Reading:
        box = Box(0, 0, float(picture.width), float(picture.height))
        return Reading((Word("protokoll", box=box, confidence=0.9),), Engine("one word", "1"))

    def turn(self, picture: Picture) -> int:
        del picture
        return 0


# This module is imported in processes of their own, which do nothing else.
setattr(drawn, "Tesseract", OneWord)  # noqa: B010  the module exports it to none
ROOMS = REAL
