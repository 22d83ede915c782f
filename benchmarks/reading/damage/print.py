"""A page image on its way through the damage."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

import cv2
import numpy as np
from numpy.random import Generator
from numpy.typing import NDArray

from benchmarks.reading.make.draw import Grey

Field = NDArray[np.float32]


@dataclass(frozen=True, slots=True, eq=False)
class Print:
    """`pixels` at `dpi` (across, down); `back` is what is printed on the other side of the leaf."""

    pixels: Grey
    dpi: tuple[int, int]
    back: Grey
    quality: int | None = None
    """The quality of JPEG that it is kept in; None where nothing is lost."""
    bilevel: bool = False
    aside: tuple[str, ...] = ()
    """Words that stand on the page but not in its text (a stamp's): they may be read or left out."""

    @property
    def pixel(self) -> float:
        """How many pixels a three-hundredth of an inch is."""
        return self.dpi[0] / 300

    def with_pixels(self, pixels: NDArray[np.generic]) -> Print:
        """The same with other pixels, rounded and held within black and white."""
        return replace(self, pixels=grey(pixels))


Damage = Callable[[Print, Generator], Print]


def grey(pixels: NDArray[np.generic]) -> Grey:
    """Rounded to whole shades from 0 to 255."""
    if pixels.dtype == np.uint8:
        return np.asarray(pixels, dtype=np.uint8)
    return np.asarray(np.clip(np.rint(pixels.astype(np.float32)), 0, 255), dtype=np.uint8)


def soft_noise(generator: Generator, shape: tuple[int, ...], sigma: float) -> Field:
    """Noise of mean 0 and deviation 1 whose patches are about `sigma` pixels large."""
    height, width = shape
    step = max(1.0, sigma)
    small = generator.standard_normal((int(height / step) + 2, int(width / step) + 2), dtype=np.float32)
    return np.asarray(cv2.resize(small, (width, height), interpolation=cv2.INTER_CUBIC), dtype=np.float32)


def blurred(pixels: NDArray[np.generic], sigma: float) -> Field:
    """Softened by a Gaussian of `sigma` pixels."""
    return np.asarray(cv2.GaussianBlur(pixels.astype(np.float32), (0, 0), sigma), dtype=np.float32)


def turned(pixels: Grey, degrees: float, paper: int = 255) -> Grey:
    """Turned anticlockwise about the middle, on a sheet of the same size, corners filled with `paper`."""
    height, width = pixels.shape
    matrix = cv2.getRotationMatrix2D((width / 2, height / 2), degrees, 1.0)
    made = cv2.warpAffine(pixels, matrix, (width, height), flags=cv2.INTER_CUBIC, borderValue=(float(paper),))
    return np.asarray(made, dtype=np.uint8)


def ink(pixels: Grey) -> Field:
    """How much ink lies on each pixel, from 0 to 1."""
    return np.asarray((255 - pixels.astype(np.float32)) / 255, dtype=np.float32)
