"""The real rooms with an engine that reads nothing: what is tried here is what comes before and after it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ingest import drawn
from ingest.ocr.tesseract import Layout, Reading
from ingest.picture import Picture
from models.geometry import Box
from models.page import Engine, Word
from models.settings import ReadingSettings
from pipeline.batch.rooms import ROOMS as REAL


@dataclass(frozen=True, slots=True)
class OneWord:
    """An OcrEngine that finds one word on every page."""

    settings: ReadingSettings

    @property
    def name(self) -> Engine:
        return Engine("one word", "1")

    def read(self, pictures: Sequence[Picture], model: str, layout: Layout) -> tuple[Reading, ...]:
        del model, layout
        return tuple(_read(picture) for picture in pictures)

    def turn(self, picture: Picture) -> int:
        del picture
        return 0


def _read(picture: Picture) -> Reading:
    box = Box(0, 0, float(picture.width), float(picture.height))
    return Reading((Word("protokoll", box=box, confidence=0.9),))


# This module is imported in processes of their own, which do nothing else.
setattr(drawn, "Tesseract", OneWord)  # noqa: B010  the module exports it to none
ROOMS = REAL
