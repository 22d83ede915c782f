"""What lies on the paper beside its text: the other side, stamps, a copier's dirt."""

from __future__ import annotations

from dataclasses import replace

import cv2
import numpy as np
from numpy.random import Generator
from numpy.typing import NDArray
from PIL import Image, ImageDraw

from benchmarks.reading.damage.print import Print, blurred, grey, ink, soft_noise, turned
from benchmarks.reading.make.draw import Grey
from benchmarks.reading.make.faces import FACES, Group, drawn

_STAMPS = (
    ("GRANBY KOMMUN", "Kommunstyrelsen", "INKOM", "2019 -03- 1 4"),
    ("GRANBY KOMMUN", "Ank. 1987-10- 02", "Dnr"),
    ("KOPIA",),
    ("EXPEDIERAT", "1996 -11- 28"),
)


def bleed_through(page: Print, generator: Generator) -> Print:
    """The other side shines through, mirrored, soft and faint, as of thin paper."""
    height, width = page.pixels.shape
    behind = grey(cv2.resize(page.back, (width, height), interpolation=cv2.INTER_AREA))
    mirrored = turned(grey(np.ascontiguousarray(behind[:, ::-1])), generator.uniform(-0.6, 0.6))
    down, across = (int(generator.integers(-30, 30)) for _ in range(2))
    shift = grey(np.roll(mirrored, (down, across), (0, 1)))
    faint = blurred(ink(shift), 1.4 * page.pixel) * generator.uniform(0.16, 0.36)
    patches = np.clip(0.9 + soft_noise(generator, (height, width), width / 6) * 0.25, 0.4, 1.3)
    paper = generator.uniform(225, 248)
    return page.with_pixels(page.pixels * (paper / 255) * (1 - faint * patches))


def stamp(page: Print, generator: Generator) -> Print:
    """A grey rubber stamp over the print; its words stand beside the text, wherever they are read."""
    lines = _STAMPS[int(generator.integers(len(_STAMPS)))]
    shade = generator.uniform(0.35, 0.6)
    made = ink(_stamp(lines, round(page.dpi[0] / 300 * generator.uniform(42, 58))))
    worn = made * np.clip(0.75 + soft_noise(generator, made.shape, 6 * page.pixel) * 0.3, 0, 1) * shade
    angle = float(generator.uniform(-9, 9))
    tilted = _tilted(np.asarray(worn, dtype=np.float32), angle)
    height, width = tilted.shape
    down = int(generator.uniform(0.2, 0.7) * (page.pixels.shape[0] - height))
    across = int(generator.uniform(0.15, 0.9) * (page.pixels.shape[1] - width))
    pixels = page.pixels.astype(np.float32)
    pixels[down : down + height, across : across + width] *= 1 - tilted
    words = tuple(word for line in lines for word in line.split())
    return replace(page.with_pixels(pixels), aside=(*page.aside, *words))


def _stamp(lines: tuple[str, ...], size: int) -> Grey:
    face = next(face for face in FACES if face.group is Group.SANS)
    font = drawn(face, size, bold=True)
    wide = round(max(font.getlength(line) for line in lines) + 1.6 * size)
    high = round(1.35 * size * len(lines) + size)
    image = Image.new("L", (wide, high), 255)
    pen = ImageDraw.Draw(image)
    line = max(1, size // 9)
    pen.rectangle((line, line, wide - line - 1, high - line - 1), outline=0, width=line)
    for number, text in enumerate(lines):
        pen.text((wide / 2, size * (1.2 + 1.35 * number)), text, font=font, fill=0, anchor="mm")
    return np.asarray(image, dtype=np.uint8)


def _tilted(field: NDArray[np.float32], degrees: float) -> NDArray[np.float32]:
    """Turned on a sheet large enough to hold all of it."""
    image = Image.fromarray(field)
    turned_image = image.rotate(degrees, expand=True, fillcolor=0, resample=Image.Resampling.BICUBIC)
    return np.clip(np.asarray(turned_image, dtype=np.float32), 0, 1)


def specks(page: Print, generator: Generator) -> Print:
    """A copy of a copy: 150 to 700 black specks of any shape, and a scratch down the drum."""
    height, width = map(int, page.pixels.shape)
    pixels = page.pixels.copy()
    for _ in range(int(generator.integers(150, 700))):
        middle = (int(generator.integers(width)), int(generator.integers(height)))
        wide, high = (round(float(generator.uniform(0.5, 2.6)) * page.pixel) for _ in range(2))
        cv2.ellipse(
            pixels, middle, (wide, high), float(generator.uniform(0, 180)), 0, 360,
            (int(generator.integers(0, 90)),), thickness=-1,
        )  # fmt: skip
    rough = blurred(pixels, 0.8 * page.pixel) + soft_noise(generator, pixels.shape, 1.6 * page.pixel) * 12
    x = int(generator.uniform(0.02, 0.98) * width)
    rough[:, x : x + max(1, round(1.2 * page.pixel))] *= generator.uniform(0.75, 0.92)
    # A copier knows hardly any greys.
    return page.with_pixels((rough - 128) * generator.uniform(1.6, 2.6) + 150)
