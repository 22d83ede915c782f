"""What years and machines do to a page, in four degrees."""

from __future__ import annotations

from enum import IntEnum

import cv2
import numpy as np
from numpy.random import Generator

from benchmarks.reading.damage.print import Field, blurred, grey, soft_noise, turned
from benchmarks.reading.make.draw import Grey


class Degree(IntEnum):
    """How worn a page is."""

    FRESH = 0
    OFFICE = 1
    COPY = 2
    WORN = 3


def worn(pixels: Grey, dpi: int, degree: Degree, generator: Generator) -> Grey:
    """The page as it was scanned: straight enough to be read, grey or black and white."""
    pixel = dpi / 300
    match degree:
        case Degree.FRESH:
            return grey(blurred(pixels, 0.6 * pixel))
        case Degree.OFFICE:
            return _office(pixels, pixel, generator)
        case Degree.COPY:
            return _copied(_crooked(pixels, 0.4, generator), pixel, 1.0, generator)
        case Degree.WORN:
            return _copied(_crooked(_faded(pixels, pixel, generator), 0.6, generator), pixel, 1.35, generator)


def _office(pixels: Grey, pixel: float, generator: Generator) -> Grey:
    """A sound scan kept in a JPEG: a little soft, a little noisy, paper that is not white."""
    soft = blurred(_crooked(pixels, 0.3, generator), generator.uniform(0.7, 1.1) * pixel)
    sensor = generator.standard_normal(pixels.shape, dtype=np.float32) * generator.uniform(3, 9)
    return _kept(grey(soft * generator.uniform(0.75, 0.92) + 18 + sensor), int(generator.integers(30, 70)))


def _copied(pixels: Grey, pixel: float, strength: float, generator: Generator) -> Grey:
    """Black and white: edges ragged, ink uneven, letters that run together or break."""
    shape = pixels.shape
    soft: Field = blurred(pixels, generator.uniform(0.7, 1.1) * strength * pixel)
    edges = soft_noise(generator, shape, 1.3 * pixel) * generator.uniform(8, 18) * strength
    inking = soft_noise(generator, shape, 60 * pixel) * generator.uniform(6, 14) * strength
    limit = generator.uniform(100 + 35 * strength, 205)
    return np.where(soft + edges + inking < limit, 0, 255).astype(np.uint8)


def _faded(pixels: Grey, pixel: float, generator: Generator) -> Grey:
    """Ink that has lost strength, in patches, and specks of dirt."""
    patches = soft_noise(generator, pixels.shape, 25 * pixel) * 0.05 + generator.uniform(0.82, 0.97)
    faint = 255 - (255 - pixels.astype(np.float32)) * np.clip(patches, 0.4, 1.0)
    dirt = soft_noise(generator, pixels.shape, 2 * pixel) > generator.uniform(3.9, 4.4)
    return grey(np.where(dirt, 60, faint))


def _crooked(pixels: Grey, most: float, generator: Generator) -> Grey:
    return turned(pixels, generator.uniform(-most, most))


def _kept(pixels: Grey, quality: int) -> Grey:
    """The page after it was kept in a JPEG of this quality."""
    _, packed = cv2.imencode(".jpg", pixels, [cv2.IMWRITE_JPEG_QUALITY, quality])
    return np.asarray(cv2.imdecode(packed, cv2.IMREAD_GRAYSCALE), dtype=np.uint8)
