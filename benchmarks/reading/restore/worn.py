"""What copiers, scanners and file formats do to print, in any mixture and a little worse than most do."""

from __future__ import annotations

import cv2
import numpy as np
from numpy.random import Generator

from benchmarks.reading.damage.print import blurred, grey, soft_noise
from benchmarks.reading.make.draw import Grey

_KINDS = 10
_PIXEL = 0.5
"""How many pixels of the scan a three-hundredth of an inch is."""


def worn(pixels: Grey, generator: Generator) -> Grey:
    """The print as a poor scan has it."""
    kind = int(generator.integers(_KINDS))
    if kind < 5:
        return _in_jpeg(_dotted(_noisy(pixels, generator), generator), generator, 0.9)
    if kind < 8:
        return _copied(pixels, generator)
    noisy = _noisy(pixels, generator) if kind == 8 else _dotted(grey(pixels * np.float32(0.9)), generator)
    return _in_jpeg(noisy, generator, 0.3)


def _noisy(pixels: Grey, generator: Generator) -> Grey:
    """Out of focus, faint, and with the sensor's and the paper's grain."""
    soft = blurred(pixels, generator.uniform(0.5, 1.5) * _PIXEL)
    paper, apart = generator.uniform(180, 250), generator.uniform(80, 160)
    shades = np.asarray(paper - apart * (255 - soft) / 245, dtype=np.float32)
    shades += generator.standard_normal(pixels.shape, dtype=np.float32) * generator.uniform(3, 15)
    shades += soft_noise(generator, pixels.shape, 2.2 * _PIXEL) * generator.uniform(0, 7)
    return grey(shades)


def _dotted(pixels: Grey, generator: Generator) -> Grey:
    share = generator.uniform(0, 0.025)
    chance = generator.random(pixels.shape, dtype=np.float32)
    dotted = pixels.copy()
    dotted[chance < share / 2] = 0
    dotted[chance > 1 - share / 2] = 255
    return dotted


def _in_jpeg(pixels: Grey, generator: Generator, likely: float) -> Grey:
    if generator.random() > likely:
        return pixels
    quality = int(generator.integers(30, 75))
    _, packed = cv2.imencode(".jpg", pixels, [cv2.IMWRITE_JPEG_QUALITY, quality])
    return np.asarray(cv2.imdecode(packed, cv2.IMREAD_GRAYSCALE), dtype=np.uint8)


def _copied(pixels: Grey, generator: Generator) -> Grey:
    """A copy of a copy: specks, ragged edges, hardly any greys, a scratch."""
    made = pixels.copy()
    height, width = (int(side) for side in made.shape)
    for _ in range(int(generator.integers(0, 90))):
        middle = (int(generator.integers(width)), int(generator.integers(height)))
        axes = (
            round(float(generator.uniform(0.5, 2.6)) * _PIXEL),
            round(float(generator.uniform(0.5, 2.6)) * _PIXEL),
        )
        shade = (int(generator.integers(0, 90)),)
        cv2.ellipse(made, middle, axes, float(generator.uniform(0, 180)), 0, 360, shade, thickness=-1)
    rough = blurred(made, generator.uniform(0.6, 1.0) * _PIXEL)
    rough += soft_noise(generator, made.shape, 1.6 * _PIXEL) * generator.uniform(4, 14)
    if generator.random() < 0.3:
        x = int(generator.integers(width))
        rough[:, x : x + max(1, round(1.2 * _PIXEL))] *= generator.uniform(0.75, 0.92)
    return grey((rough - 128) * generator.uniform(1.2, 2.6) + 150)
