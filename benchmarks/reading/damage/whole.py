"""What is done to a page as a whole: turned, bound with another, or everything at once."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from numpy.random import Generator

from benchmarks.reading.damage.print import Print, blurred, soft_noise, turned
from benchmarks.reading.damage.scanner import peppered, skew


def quarter_turn(page: Print, generator: Generator) -> Print:
    """Lies on its side or on its head."""
    return by_quarters(page, int(generator.integers(1, 4)))


def by_quarters(page: Print, quarters: int) -> Print:
    """Turned clockwise by so many quarters."""
    dpi = page.dpi if quarters % 2 == 0 else (page.dpi[1], page.dpi[0])
    return replace(page, pixels=np.ascontiguousarray(np.rot90(page.pixels, -quarters)), dpi=dpi)


def spread(left: Print, right: Print, generator: Generator) -> Print:
    """An open book on the glass: two pages, each a little crooked, dark where they meet."""
    pages = [turned(side.pixels, generator.uniform(-0.7, 0.7)) for side in (left, right)]
    pixels = np.hstack(pages).astype(np.float32)
    width, middle = pixels.shape[1], pages[0].shape[1]
    from_gutter = np.abs(np.arange(width, dtype=np.float32) - middle) / width
    dark = 1 - generator.uniform(0.25, 0.6) * np.exp(-np.square(from_gutter / generator.uniform(0.012, 0.03)))
    lit = pixels * dark[None, :] * generator.uniform(0.88, 0.98)
    return left.with_pixels(lit + generator.standard_normal(pixels.shape, dtype=np.float32) * 3)


def all_at_once(page: Print, generator: Generator) -> Print:
    """Crooked, out of focus, faint, noisy, with dead pixels, and kept in a poor JPEG."""
    crooked = skew(page, generator)
    soft = blurred(crooked.pixels, generator.uniform(0.9, 1.3) * page.pixel)
    paper, apart = generator.uniform(185, 225), generator.uniform(95, 140)
    shape = page.pixels.shape
    noisy = paper - apart * (255 - soft) / 245
    noisy += generator.standard_normal(shape, dtype=np.float32) * generator.uniform(7, 13)
    noisy += soft_noise(generator, shape, 2.2 * page.pixel) * generator.uniform(2, 5)
    dotted = peppered(page.with_pixels(noisy), generator, generator.uniform(0.006, 0.018))
    return replace(dotted, quality=int(generator.integers(38, 62)))
