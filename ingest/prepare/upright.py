"""Pages that lie on their side or stand on their head are set upright."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from ingest.picture import GreyImage
from ingest.prepare.lines import Ink, ink_of
from ingest.prepare.sheet import Matrix, Sheet

_ANGLES = np.arange(-4.0, 4.01, 0.5)
_CLEARER = 1.6
"""So much sharper must rows be along the page's other side for it to lie on that side."""
_TELLING = 1.7
"""Where rows are about as sharp both ways, as in typescript, letters rise so much more in lines."""
_LEAST_POINTS = 1500
"""Less ink has no direction."""
_BAND = 0.45
"""Rows of a line with more ink than this share of its fullest row are its small letters' band."""
_SURE = 0.12
"""By so much more ink must hang under the small letters than stand over them."""
_LEAST_LINES = 4


def upright(sheet: Sheet) -> Sheet:
    """The sheet turned by quarters so that its lines run across and its letters stand on their feet."""
    ink = ink_of(sheet.pixels)
    if len(ink.down) < _LEAST_POINTS:
        return sheet
    along, standing = _lines_along(ink)
    across, lying = _lines_along(ink.on_its_side)
    lies = across > _CLEARER * along or (
        _CLEARER * across > along and abs(lying) > max(_TELLING * abs(standing), _SURE)
    )
    on_its_head = (lying if lies else standing) < -_SURE
    return turned(sheet, int(lies) + 2 * int(on_its_head))


def _lines_along(ink: Ink) -> tuple[float, float]:
    """How sharply rows part and how far letters rise, by halves: two pages of a book are not skewed alike."""
    found = [(half, *half.sharpest(_ANGLES)) for half in ink.halves if len(half.down)]
    rises = [rise(_rows(half, angle)) for half, angle, _ in found]
    return sum(sharp for _, _, sharp in found), sum(rises) / len(rises)


def turned(sheet: Sheet, quarters: int) -> Sheet:
    """The sheet turned clockwise by so many quarters."""
    if quarters % 4 == 0:
        return sheet
    pixels, matrix = _turn(sheet.pixels, quarters)
    moved = sheet.moved(pixels, f"turn {90 * (quarters % 4)}", matrix)
    return replace(moved, rotation=round((sheet.rotation + 90 * quarters) % 360, 2))


def rise(profile: NDArray[np.float64]) -> float:
    """How much more ink stands over the small letters of lines than hangs under them, -1 to 1.

    Capitals, figures, b, d, å stand over; g, p, y and commas hang under: in Swedish some three to one
    (Caprari 2000). 0 where there are too few lines to tell.
    """
    lines = _lines(profile)
    if len(lines) < _LEAST_LINES:
        return 0.0
    over, under = 0.0, 0.0
    for line in lines:
        band = np.nonzero(line >= _BAND * line.max())[0]
        over += float(line[: band[0]].sum())
        under += float(line[band[-1] + 1 :].sum())
    return (over - under) / max(over + under, 1.0)


def _rows(ink: Ink, degrees: float) -> NDArray[np.float64]:
    """How much ink there is in each row, laid level."""
    angle = np.deg2rad(degrees)
    rows = ink.down * np.cos(angle) + ink.across * np.sin(angle)
    return np.bincount((rows - rows.min()).astype(np.int64)).astype(np.float64)


def _lines(profile: NDArray[np.float64]) -> list[NDArray[np.float64]]:
    """The stretches of rows with ink that are as high as a line of print is."""
    least = 0.03 * float(np.percentile(profile, 95))
    inked = np.concatenate(([False], profile > least, [False]))
    edges = np.nonzero(np.diff(inked.astype(np.int8)))[0].reshape(-1, 2)
    return [profile[start:end] for start, end in edges if 6 <= end - start <= 60]


def _turn(pixels: GreyImage, quarters: int) -> tuple[GreyImage, Matrix]:
    """The image turned clockwise by quarters, and the matrix that takes its old coordinates to the new."""
    height, width = pixels.shape
    matrices = {
        1: [[0, -1, height], [1, 0, 0]],
        2: [[-1, 0, width], [0, -1, height]],
        3: [[0, 1, 0], [-1, 0, width]],
    }
    turned_pixels = np.ascontiguousarray(np.rot90(pixels, -quarters))
    return turned_pixels, np.array(matrices[quarters % 4], dtype=np.float64)
