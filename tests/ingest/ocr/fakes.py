"""An engine that gives recorded readings, and words to record."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

from ingest.ocr.tesseract import Layout, Reading
from ingest.picture import Picture
from models.geometry import Box
from models.page import Engine, Word

Answer = Callable[[Picture, str, Layout], Reading]


def always(reading: Reading) -> Answer:
    """The same of every image."""

    def answer(_picture: Picture, _model: str, _layout: Layout) -> Reading:
        return reading

    return answer


def by_width(readings: Mapping[int, Reading]) -> Answer:
    """One for each width of an image."""

    def answer(picture: Picture, _model: str, _layout: Layout) -> Reading:
        return readings[picture.width]

    return answer


@dataclass(frozen=True, slots=True)
class Call:
    """One call of the engine: how many images, by which model, with which layout."""

    count: int
    model: str
    layout: Layout


@dataclass(slots=True, eq=False)
class FakeEngine:
    """Gives what `answer` says of each image, and keeps the calls; turns every page by `quarters`."""

    answer: Answer
    quarters: int = 0
    calls: list[Call] = field(default_factory=list[Call])
    shown: list[Picture] = field(default_factory=list[Picture])

    @property
    def name(self) -> Engine:
        return Engine("fake", "1")

    def read(self, pictures: Sequence[Picture], model: str, layout: Layout) -> tuple[Reading, ...]:
        if pictures:
            self.calls.append(Call(len(pictures), model, layout))
            self.shown += pictures
        return tuple(self.answer(picture, model, layout) for picture in pictures)

    def turn(self, picture: Picture) -> int:  # noqa: ARG002  every page lies as the first does
        return self.quarters


def line(*texts: str, sure: float = 0.95, top: float = 0.0, left: float = 0.0) -> tuple[Word, ...]:
    """Words side by side, twenty pixels high, ten wide for each letter, ten between."""
    words: list[Word] = []
    for text in texts:
        right = left + 10 * len(text)
        words.append(Word(text, box=Box(left, top, right, top + 20), confidence=sure))
        left = right + 10
    return tuple(words)


def paper(width: int = 800, height: int = 200) -> Picture:
    return Picture(np.full((height, width), 250, dtype=np.uint8), 150)


def texts(words: Sequence[Word]) -> list[str]:
    return [word.text for word in words]
