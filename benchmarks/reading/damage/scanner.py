"""What a scanner, a copier, a fax and a file format do."""

from __future__ import annotations

from dataclasses import replace

import cv2
import numpy as np
from numpy.random import Generator
from numpy.typing import NDArray

from benchmarks.reading.damage.print import Print, blurred, grey, soft_noise, turned
from benchmarks.reading.make.draw import Grey

MOST_SKEW = 3.0
FAX_DPI = (204, 196)
"""Dots an inch of a fax in fine mode, across and down (ITU-T T.4)."""
_SLIPS = 0.012
"""The share of a fax's rows that stand a pixel to the left or right."""


def skew(page: Print, generator: Generator) -> Print:
    """Lies crooked on the glass: by 0.4 to 3 degrees, either way."""
    degrees = generator.uniform(0.4, MOST_SKEW) * generator.choice([-1, 1])
    return page.with_pixels(turned(page.pixels, degrees))


def blur(page: Print, generator: Generator) -> Print:
    """Out of focus: a Gaussian of 1.3 to 2.1 pixels at 300 dpi."""
    return page.with_pixels(blurred(page.pixels, generator.uniform(1.3, 2.1) * page.pixel))


def noise(page: Print, generator: Generator) -> Print:
    """A noisy sensor over grainy paper."""
    shape = page.pixels.shape
    sensor = generator.standard_normal(shape, dtype=np.float32) * generator.uniform(10, 22)
    grain = soft_noise(generator, shape, 2.2 * page.pixel) * generator.uniform(5, 11)
    fibre = soft_noise(generator, shape, 9 * page.pixel) * generator.uniform(2, 6)
    return page.with_pixels(page.pixels * 0.86 + 18 + sensor + grain + fibre)


def jpeg(page: Print, generator: Generator) -> Print:
    """Kept in a JPEG of quality 12 to 35."""
    return replace(page, quality=int(generator.integers(12, 36)))


def low_contrast(page: Print, generator: Generator) -> Print:
    """Faint grey ink on grey paper, 40 to 75 shades apart."""
    paper = generator.uniform(165, 225)
    apart = generator.uniform(40, 75)
    shades = paper - apart * (255 - page.pixels.astype(np.float32)) / 245
    return page.with_pixels(shades + generator.standard_normal(page.pixels.shape, dtype=np.float32) * 2.0)


def shadow(page: Print, generator: Generator) -> Print:
    """Dark towards the gutter of the book, and lit unevenly elsewhere."""
    height, width = page.pixels.shape
    across = np.linspace(0, 1, width, dtype=np.float32)
    from_gutter = across if generator.random() < 0.5 else 1 - across
    reach, depth = generator.uniform(0.07, 0.16), generator.uniform(0.45, 0.75)
    gutter = 1 - depth * np.exp(-np.square(from_gutter / reach))
    slope = generator.uniform(-0.22, 0.22, 2)
    down = np.linspace(-0.5, 0.5, height, dtype=np.float32)[:, None]
    patches = soft_noise(generator, (height, width), width / 4) * 0.04
    light = gutter[None, :] * (0.86 + slope[0] * (across[None, :] - 0.5) + slope[1] * down) + patches
    lit = page.pixels * light + generator.standard_normal(page.pixels.shape, dtype=np.float32) * 2.5
    return page.with_pixels(lit)


def salt_and_pepper(page: Print, generator: Generator) -> Print:
    """Dead pixels: 0.6 to 3 per cent of them black or white."""
    return peppered(page, generator, generator.uniform(0.006, 0.03))


def peppered(page: Print, generator: Generator, share: float) -> Print:
    """So large a share of the pixels black or white."""
    drawn = generator.random(page.pixels.shape, dtype=np.float32)
    pixels = page.pixels.copy()
    pixels[drawn < share / 2] = 0
    pixels[drawn > 1 - share / 2] = 255
    return page.with_pixels(pixels)


def fax(page: Print, generator: Generator) -> Print:
    """Sent by fax: 204 x 196 dots an inch, black and white, ragged edges, rows that slip."""
    height, width = page.pixels.shape
    size = (round(width * FAX_DPI[0] / page.dpi[0]), round(height * FAX_DPI[1] / page.dpi[1]))
    small = np.asarray(cv2.resize(page.pixels, size, interpolation=cv2.INTER_AREA), dtype=np.float32)
    rough = blurred(small, 0.45) + soft_noise(generator, small.shape, 1.4) * generator.uniform(14, 26)
    bits = np.where(rough < generator.uniform(135, 175), 0, 255).astype(np.uint8)
    for row in range(bits.shape[0]):
        if generator.random() < _SLIPS:
            bits[row] = np.roll(bits[row], int(generator.choice([-1, 1])))
    return replace(page.with_pixels(bits), dpi=FAX_DPI, bilevel=True)


def border(page: Print, generator: Generator) -> Print:
    """A sheet smaller than the glass: dark ragged edges, and the holes of a binder in the left margin."""
    inch = page.dpi[0]
    sheet = turned(page.pixels, generator.uniform(-0.5, 0.5))
    glass = grey(np.full(sheet.shape, generator.uniform(5, 60)) + soft_noise(generator, sheet.shape, 3) * 9)
    seen = grey(np.where(_beside(sheet.shape, inch, generator), glass, sheet))
    return page.with_pixels(_punched(seen, inch, generator))


def _beside(shape: tuple[int, ...], inch: int, generator: Generator) -> NDArray[np.bool_]:
    """Where the glass shows beside the sheet: at one edge at least, by a quarter of an inch at most."""
    height, width = shape
    down: NDArray[np.int64] = np.arange(height).reshape(-1, 1)
    across: NDArray[np.int64] = np.arange(width).reshape(1, -1)
    reaches = generator.uniform(0.04, 0.22, 4) * inch * (generator.random(4) < 0.7)
    reaches[int(generator.integers(4))] = 0.15 * inch
    wave = soft_noise(generator, (4, max(height, width)), inch / 6) * 0.012 * inch
    left, right = (reaches[n] + wave[n][:height].reshape(-1, 1) for n in (0, 1))
    top, bottom = (reaches[n] + wave[n][:width].reshape(1, -1) for n in (2, 3))
    beside = np.less(across, left) | np.greater(across, width - right)
    return np.asarray(beside | np.less(down, top) | np.greater(down, height - bottom), dtype=np.bool_)


def _punched(pixels: Grey, inch: int, generator: Generator) -> Grey:
    """Two or four holes of 6 mm, 80 mm apart, their middles 12 mm from the sheet's edge (ISO 838)."""
    millimetre = inch / 25.4
    punched = np.ascontiguousarray(pixels)
    for offset in (-40, 40) if generator.random() < 0.6 else (-120, -40, 40, 120):
        x = 12 + generator.normal(0, 0.6)
        y = pixels.shape[0] / millimetre / 2 + offset
        middle = (round(x * millimetre), round(y * millimetre))
        shade = int(generator.integers(5, 60))
        cv2.circle(punched, middle, round(2.9 * millimetre), (shade,), thickness=-1, lineType=cv2.LINE_AA)
    return punched
