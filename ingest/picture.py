"""A page as an image."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

GreyImage = NDArray[np.uint8]
"""Rows of grey values, 0 black to 255 white."""


@dataclass(frozen=True, slots=True, eq=False)
class Picture:
    """An image of a page with its resolution; `steps` name what was done to it since it left the file."""

    pixels: GreyImage
    dpi: int
    steps: tuple[str, ...] = ()

    @property
    def width(self) -> int:
        """In pixels."""
        return int(self.pixels.shape[1])

    @property
    def height(self) -> int:
        """In pixels."""
        return int(self.pixels.shape[0])
