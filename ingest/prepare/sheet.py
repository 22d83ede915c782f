"""A page image while it is prepared, and the way back from it to the page as given."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

import cv2
import numpy as np
from numpy.typing import NDArray

from ingest.picture import GreyImage, Picture
from ingest.prepare.once import once
from models.geometry import Box

cv2.setNumThreads(1)

GLANCE_SIDE = 1200

Matrix = NDArray[np.float64]
"""2 x 3: an affine map of coordinates in pixels."""


def _identity() -> Matrix:
    return np.array([[1.0, 0.0, 0.0], [0.0, 1.0, 0.0]])


@dataclass(frozen=True, slots=True, eq=False)
class Sheet:
    """An image with what was done to it (`steps`) and the map from the page as given to it (`forth`).

    `rotation` is what it was turned by, clockwise in degrees; `is_later` says that another sheet of the same
    image is read before it.
    """

    pixels: GreyImage
    dpi: int
    forth: Matrix = field(default_factory=_identity)
    rotation: float = 0.0
    steps: tuple[str, ...] = ()
    is_later: bool = False

    @property
    def picture(self) -> Picture:
        """The image alone, as an engine takes it."""
        return Picture(self.pixels, self.dpi, self.steps)

    @property
    def is_specked(self) -> bool:
        """Whether it had specks, of which some are left on the print."""
        return any(step.startswith(("despeckle", "restore")) for step in self.steps)

    def repainted(self, pixels: object, step: str) -> Sheet:
        """The sheet with other grey values in the same places."""
        return replace(self, pixels=grey(pixels), steps=(*self.steps, step))

    def moved(self, pixels: object, step: str, by: Matrix) -> Sheet:
        """The sheet with its pixels moved by the map `by`."""
        return replace(self, pixels=grey(pixels), steps=(*self.steps, step), forth=_then(self.forth, by))

    def place(self, box: Box, width: float, height: float) -> Box:
        """Where `box` stands on the page as given, which is `width` by `height`."""
        corners = np.array(
            [[x, y, 1.0] for x in (box.x0, box.x1) for y in (box.y0, box.y1)], dtype=np.float64
        )
        x, y = np.asarray(cv2.invertAffineTransform(self.forth), dtype=np.float64) @ corners.T
        return Box(
            _within(float(x.min()), width),
            _within(float(y.min()), height),
            _within(float(x.max()), width),
            _within(float(y.max()), height),
        )


def grey(image: object) -> GreyImage:
    """What OpenCV or NumPy gives back, as the type that it is."""
    return np.asarray(image, dtype=np.uint8)


def shrunk(pixels: GreyImage, scale: float) -> GreyImage:
    """The image at `scale` (at most 1), each new pixel the mean of what it covers."""
    height, width = pixels.shape
    size = (max(1, round(width * scale)), max(1, round(height * scale)))
    return grey(cv2.resize(pixels, size, interpolation=cv2.INTER_AREA))


@once
def glance(pixels: GreyImage) -> GreyImage:
    """A copy with a longer side of at most `GLANCE_SIDE` pixels, on which most measures are taken."""
    return shrunk(pixels, min(1.0, GLANCE_SIDE / max(pixels.shape)))


def _then(first: Matrix, second: Matrix) -> Matrix:
    """One matrix for `first` and after it `second`."""
    square = np.vstack([first, [0.0, 0.0, 1.0]])
    return np.asarray(second @ square, dtype=np.float64)


def _within(value: float, limit: float) -> float:
    return round(min(max(value, 0.0), limit), 2)
