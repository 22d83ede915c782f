"""Lines of print are laid level."""

from __future__ import annotations

from dataclasses import replace

import cv2
import numpy as np

from ingest.picture import GreyImage
from ingest.prepare.lines import ink_of
from ingest.prepare.sheet import Matrix, Sheet, grey

_LEAST_SKEW = 0.1
"""Degrees under which a page is straight enough: turning it would only blur it."""
_MOST_SKEW = 8.0
_CLEAR_GAIN = 1.03
"""So much sharper must lines of print become for a page to count as crooked: a photograph has none."""


def level(sheet: Sheet) -> Sheet:
    """The sheet turned so that its lines lie level, on a canvas that holds all of it."""
    angle = skew(sheet.pixels)
    if abs(angle) < _LEAST_SKEW:
        return sheet
    turned, matrix = _turn(sheet.pixels, angle)
    moved = sheet.moved(turned, f"deskew {angle:+.2f}", matrix)
    return replace(moved, rotation=round((sheet.rotation + angle) % 360, 2))


def skew(pixels: GreyImage) -> float:
    """How far the lines of print must be turned clockwise to lie level, in degrees to about 0.05."""
    ink = ink_of(pixels)
    best, _ = ink.sharpest(np.arange(-_MOST_SKEW, _MOST_SKEW + 0.01, 0.4))
    best, _ = ink.sharpest(best + np.arange(-0.4, 0.41, 0.1))
    best, found = ink.sharpest(best + np.arange(-0.1, 0.11, 0.025))
    return round(best, 2) if found > _CLEAR_GAIN * ink.sharpness(0.0) else 0.0


def _turn(pixels: GreyImage, angle: float) -> tuple[GreyImage, Matrix]:
    """The image turned clockwise by `angle`, and the matrix that did it; new corners are paper."""
    height, width = pixels.shape
    matrix = np.asarray(cv2.getRotationMatrix2D((width / 2, height / 2), -angle, 1.0), dtype=np.float64)
    cosine, sine = abs(matrix[0, 0]), abs(matrix[0, 1])
    new_width, new_height = int(height * sine + width * cosine), int(height * cosine + width * sine)
    matrix[0, 2] += (new_width - width) / 2
    matrix[1, 2] += (new_height - height) / 2
    turned = cv2.warpAffine(
        pixels,
        matrix,
        (new_width, new_height),
        flags=cv2.INTER_CUBIC,
        borderMode=cv2.BORDER_CONSTANT,
        borderValue=(float(np.median(pixels[::8, ::8])),),
    )
    return grey(turned), matrix
