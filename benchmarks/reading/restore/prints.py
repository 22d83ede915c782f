"""Drawn print to learn from: made-up words and figures, as printed and as a poor scan has them."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.random import Generator
from PIL import Image, ImageDraw, ImageFont

from benchmarks.reading.damage.print import Field, ink
from benchmarks.reading.make.draw import Grey
from benchmarks.reading.make.faces import FACES, drawn
from benchmarks.reading.restore.worn import worn

SIDE = 384
"""Pixels of a scan's side; what was printed has twice as many."""
_FINER = 4
_LETTERS = "eeeeeaaaaannnnrrrrtttttssssiiiillloooddddkkkmmmggvvfffhhuuppbbåäöccyjxwqzéü"
_SIGNS = ".,.,.,:;-–()/%§!?\"'+=&"
_POINTS = (5.5, 14.0)
_SMALLER = 1.5
"""Small print is drawn more often than large."""
_PIXELS_A_POINT = 150 / 72
_RULED, _BOLD, _TYPED = 0.2, 0.2, 0.3
_MOST_SKEW = 3.0


@dataclass(frozen=True, slots=True, eq=False)
class Pair:
    """A scan, in shades of 0 to 255, and how much ink was printed there (0 to 1) at twice its resolution."""

    scan: Grey
    print: Field


def pair(generator: Generator) -> Pair:
    """A scan with what it is of; another each time."""
    finer = _drawn(generator)
    true = np.asarray(cv2.resize(finer, (2 * SIDE, 2 * SIDE), interpolation=cv2.INTER_AREA), dtype=np.uint8)
    seen = np.asarray(cv2.resize(finer, (SIDE, SIDE), interpolation=cv2.INTER_AREA), dtype=np.uint8)
    degrees = generator.uniform(-_MOST_SKEW, _MOST_SKEW) if generator.random() < 0.7 else 0.0
    middle = (SIDE - 1) / 2
    true, seen = _turned(true, 2 * middle + 0.5, degrees), _turned(seen, middle, degrees)
    return Pair(worn(seen, generator), ink(true))


def _turned(pixels: Grey, middle: float, degrees: float) -> Grey:
    matrix = cv2.getRotationMatrix2D((middle, middle), degrees, 1.0)
    size = (pixels.shape[1], pixels.shape[0])
    made = cv2.warpAffine(pixels, matrix, size, flags=cv2.INTER_CUBIC, borderValue=(255.0,))
    return np.asarray(made, dtype=np.uint8)


def _drawn(generator: Generator) -> Grey:
    """Lines of print of one face and size, from edge to edge."""
    face = FACES[int(generator.integers(len(FACES)))]
    scale = _FINER * _PIXELS_A_POINT
    points = _POINTS[0] + (_POINTS[1] - _POINTS[0]) * generator.random() ** _SMALLER
    size = points * face.scale * scale
    font = drawn(face, size, bold=bool(generator.random() < _BOLD))
    image = Image.new("L", (SIDE * _FINER, SIDE * _FINER), 255)
    pen = ImageDraw.Draw(image)
    step = size * generator.uniform(1.1, 1.8)
    y = step * generator.uniform(0.2, 1.0)
    struck = bool(generator.random() < _TYPED)
    while y < image.height + step:
        _line(pen, font, y, struck, generator)
        if generator.random() < _RULED / 4:
            at = y + 0.35 * step
            pen.line((0, at, image.width, at), fill=0, width=max(1, round(0.6 * scale)))
        y += step
    return np.asarray(image, dtype=np.uint8)


def _line(
    pen: ImageDraw.ImageDraw, font: ImageFont.FreeTypeFont, y: float, struck: bool, generator: Generator
) -> None:
    x = font.size * generator.uniform(-2, 2)
    blank = font.getlength(" ")
    figures = generator.random() < 0.5
    while x < pen.im.size[0]:
        for sign in _word(figures, generator):
            shade, up, stroke = 10, 0.0, 0.0
            if struck:
                shade = int(np.clip(generator.normal(35, 18), 0, 90))
                up = generator.normal(0, 0.02) * font.size
                stroke = float(np.clip(generator.normal(0.004, 0.004), 0, 0.016)) * font.size
            pen.text(
                (x, y + up), sign, font=font, fill=shade, anchor="ls", stroke_width=stroke, stroke_fill=shade
            )
            x += font.getlength(sign)
        x += blank * (generator.uniform(2, 12) if figures and generator.random() < 0.3 else 1.0)


def _word(figures: bool, generator: Generator) -> str:
    """A word of no language, or a number."""
    chance = generator.random()
    if chance < (0.75 if figures else 0.12):
        return _number(generator)
    length = int(generator.integers(1, 11))
    word = "".join(_LETTERS[n] for n in generator.integers(len(_LETTERS), size=length))
    if generator.random() < 0.25:
        word = word.capitalize()
    elif generator.random() < 0.06:
        word = word.upper()
    if generator.random() < 0.2:
        sign = _SIGNS[int(generator.integers(len(_SIGNS)))]
        word = f"({word})" if sign in "()" else word + sign
    return word


def _number(generator: Generator) -> str:
    figures = "".join(map(str, generator.integers(10, size=int(generator.integers(1, 5)))))
    chance = generator.random()
    if chance < 0.15:
        return f"{figures},{int(generator.integers(10))}"
    if chance < 0.3:
        return figures[:3]
    if chance < 0.4:
        return "%–-§"[int(generator.integers(4))]
    return figures[-3:]
