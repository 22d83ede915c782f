"""Pages as a worn typewriter with a cloth ribbon leaves them."""

from __future__ import annotations

import cv2
import numpy as np
from PIL import Image, ImageDraw

from samples.make.draw import Grey
from samples.make.fonts import drawn
from samples.make.layout import PAGE_HEIGHT, PAGE_WIDTH, Run, Sheet
from samples.make.worn import DPI

_POINT = DPI / 72
_PITCH = 7.2
"""Ten characters to the inch, in points."""
_SAGS = "aegåRN"
"""Types that sit a little low on this machine."""
_PRESSURE = {"e": 1.0, "a": 0.7, "m": 0.2, "t": 0.2, "S": 0.8, "K": 0.3}
"""How fat the strokes of some types come out, in pixels added: clogged ones more, worn ones less."""


def typed(sheet: Sheet, generator: np.random.Generator) -> Grey:
    """The page, character by character: uneven height, uneven pressure."""
    image = Image.new("L", (round(PAGE_WIDTH * _POINT), round(PAGE_HEIGHT * _POINT)), 255)
    pen = ImageDraw.Draw(image)
    for run in sheet.runs:
        _strike(pen, run, generator)
    grey = np.asarray(image).astype(np.float32)
    weave = cv2.GaussianBlur(generator.normal(0, 1, grey.shape).astype(np.float32), (0, 0), 1.6)
    ribbon = np.maximum(np.multiply(weave, 95), -20)
    inked = np.where(grey < 250, grey + ribbon, grey)
    return np.clip(cv2.GaussianBlur(inked, (0, 0), 1.2), 0, 255).astype(np.uint8)


def _strike(pen: ImageDraw.ImageDraw, run: Run, generator: np.random.Generator) -> None:
    font = drawn(run.face, run.size * _POINT)
    for number, character in enumerate(run.text):
        sag = 1.6 if character in _SAGS else 0.0
        x = (run.x + number * _PITCH) * _POINT + generator.normal(0, 0.9)
        y = run.y * _POINT + sag + generator.normal(0, 1.1)
        shade = int(np.clip(generator.normal(45, 24), 0, 105))
        stroke = float(np.clip(generator.normal(_PRESSURE.get(character, 0.45), 0.22), 0, 1.3))
        pen.text(
            (x, y), character, font=font, fill=shade, anchor="ls", stroke_width=stroke, stroke_fill=shade
        )
