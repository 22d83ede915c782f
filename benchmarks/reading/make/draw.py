"""Sheets become images, as printed or as a typewriter strikes them."""

from __future__ import annotations

import cv2
import numpy as np
from numpy.random import Generator
from numpy.typing import NDArray
from PIL import Image, ImageDraw

from benchmarks.reading.make.faces import Group, drawn, starts
from benchmarks.reading.make.sheet import Sheet, Word

Grey = NDArray[np.uint8]
"""A page image, rows by columns, 0 black to 255 white."""
POINTS_AN_INCH = 72


_FINER = 2
"""Drawn at so many times the dpi and made smaller: a scanner knows nothing of a screen's hinted letters."""


def draw(sheet: Sheet, dpi: int, generator: Generator) -> Grey:
    """The sheet in black ink on white paper."""
    scale = _FINER * dpi / POINTS_AN_INCH
    width, height = (round(side * dpi / POINTS_AN_INCH) for side in sheet.size)
    image = Image.new("L", (width * _FINER, height * _FINER), 255)
    pen = ImageDraw.Draw(image)
    for x0, x1, y in sheet.rules:
        pen.line((x0 * scale, y * scale, x1 * scale, y * scale), fill=0, width=max(1, round(0.6 * scale)))
    for line in sheet.lines:
        for word in line:
            if word.type.face.group is Group.TYPEWRITER:
                _strike(pen, word, scale, generator)
            else:
                _print(pen, word, scale)
    finer = np.asarray(image, dtype=np.uint8)
    return np.asarray(cv2.resize(finer, (width, height), interpolation=cv2.INTER_AREA), dtype=np.uint8)


def _print(pen: ImageDraw.ImageDraw, word: Word, scale: float) -> None:
    """Letter by letter, as Pillow rounds the width of each to whole pixels."""
    type_ = word.type
    font = drawn(type_.face, type_.size * scale, bold=type_.bold)
    for character, start in zip(word.text, starts(word.text, type_.face, bold=type_.bold), strict=True):
        place = ((word.x + start * type_.size) * scale, word.y * scale)
        pen.text(place, character, font=font, fill=10, anchor="ls")


def _strike(pen: ImageDraw.ImageDraw, word: Word, scale: float, generator: Generator) -> None:
    """Letter by letter: a little high or low, a little strong or weak."""
    type_ = word.type
    font = drawn(type_.face, type_.size * scale)
    for character, start in zip(word.text, starts(word.text, type_.face), strict=True):
        x = (word.x + start * type_.size + generator.normal(0, 0.14)) * scale
        y = (word.y + generator.normal(0, 0.2)) * scale
        shade = int(np.clip(generator.normal(35, 18), 0, 90))
        stroke = float(np.clip(generator.normal(0.05, 0.04), 0, 0.2)) * scale
        pen.text(
            (x, y), character, font=font, fill=shade, anchor="ls", stroke_width=stroke, stroke_fill=shade
        )
