"""Pages with known text, drawn and worn, and what models read on them."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from PIL import Image

from benchmarks.reading.make.draw import draw
from benchmarks.reading.make.faces import Face
from benchmarks.repair.pairs.align import LinePair, aligned, words_right
from benchmarks.repair.pairs.content import page_blocks
from benchmarks.repair.pairs.recognise import recognised
from benchmarks.repair.pairs.setting import ALL_FACES, set_text
from benchmarks.repair.pairs.wear import Degree, worn

_HOPELESS = 0.4
"""Where fewer of the words were read right, nobody would try to repair the page."""
_DEGREES = (Degree.FRESH, Degree.OFFICE, Degree.COPY, Degree.OFFICE, Degree.COPY, Degree.WORN)


@dataclass(frozen=True, slots=True)
class Choice:
    """What a page may be like: one face and one resolution of these is drawn by lot."""

    faces: Sequence[Face] = ALL_FACES
    dpi: Sequence[int] = (300, 300, 200, 300)


ANY = Choice()


@dataclass(frozen=True, slots=True)
class Drawn:
    """A page on its way to recognition: its printed lines and how it was made."""

    number: int
    face: str
    dpi: int
    degree: Degree
    lines: tuple[str, ...]
    image: Path


@dataclass(frozen=True, slots=True)
class ReadPage:
    """What one model read: the share of words right, and the lines; none where the page was hopeless."""

    model: str
    right: float
    lines: tuple[LinePair, ...]


def drawn(paragraphs: Sequence[str], seed: int, number: int, folder: Path, choice: Choice = ANY) -> Drawn:
    """Page `number` of `seed`; the same paragraphs always give the same page."""
    generator = np.random.default_rng([seed, number])
    face = choice.faces[int(generator.integers(len(choice.faces)))]
    dpi = choice.dpi[int(generator.integers(len(choice.dpi)))]
    degree = _DEGREES[(number + number // len(_DEGREES)) % len(_DEGREES)]
    sheet = set_text(page_blocks(paragraphs, generator), face, generator)
    pixels = worn(draw(sheet, dpi, generator), dpi, degree, generator)
    image = folder / f"{number}.png"
    Image.fromarray(pixels).save(image, compress_level=1, dpi=(dpi, dpi))
    return Drawn(number, face.name, dpi, degree, tuple(sheet.text.splitlines()), image)


def read_by(page: Drawn, models: Sequence[str]) -> Iterator[ReadPage]:
    """What each of the models reads on the page."""
    for model in models:
        text = recognised(page.image, model)
        right = words_right("\n".join(page.lines), text)
        lines = tuple(aligned(page.lines, text)) if right >= _HOPELESS else ()
        yield ReadPage(model, right, lines)


def made(
    paragraphs: Sequence[str], seed: int, plan: Sequence[Sequence[str]], choice: Choice = ANY
) -> Iterator[tuple[Drawn, ReadPage]]:
    """Page after page: `plan` names the models that read each."""
    with tempfile.TemporaryDirectory(prefix="justerat-pairs-") as folder:
        for number, models in enumerate(plan):
            page = drawn(paragraphs, seed, number, Path(folder), choice)
            for read in read_by(page, models):
                yield page, read
            page.image.unlink()
