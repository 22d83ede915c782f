"""What a page image needs before it is read, and nothing more; and the way back to the page as given."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from ingest.picture import GreyImage, Picture
from models.geometry import Box

cv2.setNumThreads(1)

_IMPULSES = 0.002
"""More single dots than this share of all pixels are noise: print has about none."""
_DENSE_IMPULSES = 0.03
_LEAST_SKEW = 0.15
"""Degrees under which a page is straight enough: turning it would only blur it."""
_MOST_SKEW = 8.0
_SKEW_SIDE = 1000
"""Skew is measured on an image with a longer side of so many pixels."""
_CLEAR_GAIN = 1.03
"""So much sharper must lines of print become for a page to count as crooked: a photograph has none."""
_LEAST_SIDE = 16
"""An image lower or narrower than this, in pixels, holds no line of print."""
_GRAIN, _PAPER, _BLACK = 40, 75, 110
"""How many shades under the paper's its grain goes, all of it lies, and print surely begins."""
_LITTLE_PRINT = 0.02
"""A page of less ink has too little for a threshold between paper and print to find itself."""
_BLANK = 0.0002
"""A page of which less than this share is dark holds no word."""

Matrix = NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class Prepared:
    """An image fit to be read; `back` (2 x 3) takes its coordinates to those of the page as given.

    `rotation` is what it was turned by, clockwise in degrees.
    """

    picture: Picture
    back: Matrix
    rotation: float = 0.0

    def place(self, box: Box, width: float, height: float) -> Box:
        """Where `box` stands on the page as given, which is `width` by `height`."""
        corners = np.array(
            [[x, y, 1.0] for x in (box.x0, box.x1) for y in (box.y0, box.y1)], dtype=np.float64
        )
        x, y = self.back @ corners.T
        return Box(
            _within(float(x.min()), width),
            _within(float(y.min()), height),
            _within(float(x.max()), width),
            _within(float(y.max()), height),
        )


def prepare(picture: Picture, quarter_turns: int = 0) -> Prepared:
    """`picture` turned clockwise by so many quarters, freed of dots and made straight where it is crooked."""
    turned, forth = _turn(picture.pixels, quarter_turns)
    steps = [*picture.steps, *([f"turn {90 * quarter_turns}"] if quarter_turns else [])]
    kernel = _median_kernel(turned)
    if kernel:
        turned = _grey(cv2.medianBlur(turned, kernel))
        steps.append(f"median {kernel}")
    if is_drowned(turned):
        turned = _whitened(turned)
        steps.append("whiten")
    angle = skew(turned)
    if abs(angle) >= _LEAST_SKEW:
        turned, straightening = _straighten(turned, angle)
        forth = _then(forth, straightening)
        steps.append(f"deskew {angle:+.2f}")
    else:
        angle = 0.0
    prepared = Picture(turned, picture.dpi, tuple(steps))
    return Prepared(prepared, _inverse(forth), round((90 * quarter_turns + angle) % 360, 2))


def is_blank(pixels: GreyImage) -> bool:
    """Whether the page holds next to no ink."""
    if min(pixels.shape) < _LEAST_SIDE:
        return True
    small = _shrunk(pixels, 0.5)
    background = float(np.median(small))
    return float(np.mean(small < background - 60)) < _BLANK


def is_drowned(pixels: GreyImage) -> bool:
    """Whether the paper's grain would be taken for ink: little print, black, on a page of grey specks.

    Otsu's threshold then falls among the shades of the paper, and Tesseract reads grain for minutes.
    """
    background = float(np.median(pixels))
    threshold, _ = cv2.threshold(pixels, 0, 255, cv2.THRESH_BINARY + cv2.THRESH_OTSU)
    black = float(np.mean(pixels < background - _BLACK))
    return threshold > background - _GRAIN and _BLANK <= black < _LITTLE_PRINT


def _whitened(pixels: GreyImage) -> GreyImage:
    """The image with all that is lighter than ink made white."""
    background = float(np.median(pixels))
    return _grey(np.where(pixels > background - _PAPER, 255, pixels))


def impulses(pixels: GreyImage) -> float:
    """The share of pixels that stand alone: black among white ones, or white among black ones."""
    ring = np.ones((3, 3), dtype=np.uint8)
    ring[1, 1] = 0
    darkest_near = cv2.erode(pixels, ring)
    lightest_near = cv2.dilate(pixels, ring)
    center = pixels.astype(np.int16)
    pepper = center < darkest_near.astype(np.int16) - 70
    salt = center > lightest_near.astype(np.int16) + 70
    return float(np.mean(pepper | salt))


def skew(pixels: GreyImage) -> float:
    """How far the lines of print must be turned clockwise to lie level, in degrees to about 0.05.

    The angle at which rows of dark pixels and the white between them part most sharply.
    """
    scale = min(1.0, _SKEW_SIDE / max(pixels.shape))
    _, ink = cv2.threshold(_shrunk(pixels, scale), 0, 255, cv2.THRESH_BINARY_INV + cv2.THRESH_OTSU)
    image = ink.astype(np.float32)
    best = _sharpest(image, np.arange(-_MOST_SKEW, _MOST_SKEW + 0.01, 0.5))
    best = _sharpest(image, best + np.arange(-0.5, 0.51, 0.1))
    best = _sharpest(image, best + np.arange(-0.1, 0.11, 0.05))
    gained = _sharpness(image, best) > _CLEAR_GAIN * _sharpness(image, 0.0)
    return round(best, 2) if gained else 0.0


def _shrunk(pixels: GreyImage, scale: float) -> GreyImage:
    height, width = pixels.shape
    size = (max(1, round(width * scale)), max(1, round(height * scale)))
    return _grey(cv2.resize(pixels, size, interpolation=cv2.INTER_AREA))


def _median_kernel(pixels: GreyImage) -> int:
    share = impulses(pixels)
    if share < _IMPULSES:
        return 0
    return 5 if share > _DENSE_IMPULSES else 3


def _sharpest(image: NDArray[np.float32], angles: NDArray[np.float64]) -> float:
    sharpness = [_sharpness(image, float(angle)) for angle in angles]
    flat = max(sharpness) <= 0
    return 0.0 if flat else float(angles[int(np.argmax(sharpness))])


def _sharpness(image: NDArray[np.float32], angle: float) -> float:
    height, width = image.shape
    matrix = cv2.getRotationMatrix2D((width / 2, height / 2), -angle, 1.0)
    turned = cv2.warpAffine(image, matrix, (width, height), flags=cv2.INTER_LINEAR)
    profile = np.asarray(turned, dtype=np.float64).sum(axis=1)
    return float(np.square(np.diff(profile)).sum())


def _straighten(pixels: GreyImage, angle: float) -> tuple[GreyImage, Matrix]:
    """The image turned clockwise by `angle` on a canvas large enough, and the matrix that did it."""
    height, width = pixels.shape
    matrix = np.asarray(cv2.getRotationMatrix2D((width / 2, height / 2), -angle, 1.0), dtype=np.float64)
    cosine, sine = abs(matrix[0, 0]), abs(matrix[0, 1])
    new_width, new_height = int(height * sine + width * cosine), int(height * cosine + width * sine)
    matrix[0, 2] += (new_width - width) / 2
    matrix[1, 2] += (new_height - height) / 2
    paper = float(np.median(pixels))
    turned = cv2.warpAffine(
        pixels,
        matrix,
        (new_width, new_height),
        flags=cv2.INTER_CUBIC,
        borderMode=cv2.BORDER_CONSTANT,
        borderValue=(paper,),
    )
    return _grey(turned), matrix


def _turn(pixels: GreyImage, quarters: int) -> tuple[GreyImage, Matrix]:
    """The image turned clockwise by quarters, and the matrix that takes its old coordinates to the new."""
    height, width = pixels.shape
    matrices = {
        0: [[1, 0, 0], [0, 1, 0]],
        1: [[0, -1, height], [1, 0, 0]],
        2: [[-1, 0, width], [0, -1, height]],
        3: [[0, 1, 0], [-1, 0, width]],
    }
    turned = np.ascontiguousarray(np.rot90(pixels, -quarters))
    return turned, np.array(matrices[quarters % 4], dtype=np.float64)


def _then(first: Matrix, second: Matrix) -> Matrix:
    """One matrix for `first` and after it `second`."""
    square = np.vstack([first, [0.0, 0.0, 1.0]])
    return np.asarray(second @ square, dtype=np.float64)


def _inverse(matrix: Matrix) -> Matrix:
    return np.asarray(cv2.invertAffineTransform(matrix), dtype=np.float64)


def _grey(image: object) -> GreyImage:
    """What OpenCV gives back, as the type that it is."""
    return np.asarray(image, dtype=np.uint8)


def _within(value: float, limit: float) -> float:
    return round(min(max(value, 0.0), limit), 2)
