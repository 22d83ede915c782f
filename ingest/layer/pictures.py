"""What a PDF page draws besides text: where its images lie, and dark bars that may hide words."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from ctypes import byref, c_float, c_int, c_uint
from dataclasses import dataclass
from functools import partial
from itertools import islice

import numpy as np
import pypdfium2
from numpy.typing import NDArray
from pypdfium2 import raw

from ingest.layer.sheet import Sheet
from models.geometry import Box

_MOST_OBJECTS = 20_000
_DEEPEST = 4
"""Forms stand within forms; so deep they are looked into."""
_DARK = 60
_BAR = (12.0, 5.0)
"""A dark bar is at least so wide and high, in points: less hides no word."""
_CELLS = 64
"""The page is looked at in so many cells across and down."""
_KINDS = frozenset(
    {raw.FPDF_PAGEOBJ_TEXT, raw.FPDF_PAGEOBJ_PATH, raw.FPDF_PAGEOBJ_IMAGE, raw.FPDF_PAGEOBJ_FORM}
)
_SQUARE = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)

Matrix = tuple[float, float, float, float, float, float]
Cover = NDArray[np.bool_]
"""Shape (64, 64): the cells of a page, from its top left corner, that images cover."""


@dataclass(frozen=True, slots=True)
class Pictures:
    """Where images lie on the page as displayed, which of them are drawn after text, dark bars, and forms."""

    images: tuple[Box, ...]
    over_text: tuple[Box, ...]
    bars: tuple[Box, ...]
    has_forms: bool


def pictures_of(page: pypdfium2.PdfPage, sheet: Sheet) -> Pictures:
    """The images, dark bars and forms of `page`."""
    images: list[Box] = []
    over_text: list[Box] = []
    bars: list[Box] = []
    has_forms = has_text = False
    for drawn, kind, matrix in islice(_objects(page), _MOST_OBJECTS):
        if kind == raw.FPDF_PAGEOBJ_TEXT:
            has_text = True
        elif kind == raw.FPDF_PAGEOBJ_FORM:
            has_forms = True
        elif kind == raw.FPDF_PAGEOBJ_IMAGE or _is_dark(drawn):
            box = _box(drawn, matrix, sheet)
            if box and kind == raw.FPDF_PAGEOBJ_IMAGE:
                (over_text if has_text else images).append(box)
            elif box and box.width >= _BAR[0] and box.height >= _BAR[1]:
                bars.append(box)
    return Pictures((*images, *over_text), tuple(over_text), tuple(bars), has_forms)


def cover_of(boxes: Sequence[Box], sheet: Sheet) -> Cover:
    """The cells of the page whose middles `boxes` cover."""
    cover = np.zeros((_CELLS, _CELLS), bool)
    across = (np.arange(_CELLS) + 0.5) * sheet.width / _CELLS
    down = (np.arange(_CELLS) + 0.5) * sheet.height / _CELLS
    for box in boxes:
        rows = slice(*np.searchsorted(down, (box.y0, box.y1)).tolist())
        cover[rows, slice(*np.searchsorted(across, (box.x0, box.x1)).tolist())] = True
    return cover


def is_covered(box: Box, cover: Cover, sheet: Sheet) -> bool:
    """Whether the middle of `box` lies in a covered cell."""
    across = int(_CELLS * (box.x0 + box.x1) / 2 / max(sheet.width, 1e-6))
    down = int(_CELLS * box.middle / max(sheet.height, 1e-6))
    return bool(cover[min(max(down, 0), _CELLS - 1), min(max(across, 0), _CELLS - 1)])


def _objects(page: pypdfium2.PdfPage) -> Iterator[tuple[raw.Handle, int, Matrix]]:
    """What the page draws, in order, with its kind and the matrix of the forms that it stands in."""
    get = partial(raw.FPDFPage_GetObject, page.raw)
    yield from _drawn(get, raw.FPDFPage_CountObjects(page.raw), _SQUARE, _DEEPEST)


def _drawn(
    get: Callable[[int], raw.Handle], count: int, matrix: Matrix, deep: int
) -> Iterator[tuple[raw.Handle, int, Matrix]]:
    for n in range(min(count, _MOST_OBJECTS)):
        drawn = get(n)
        kind = raw.FPDFPageObj_GetType(drawn)
        if kind in _KINDS:
            yield drawn, kind, matrix
        if kind == raw.FPDF_PAGEOBJ_FORM and deep:
            inside = partial(raw.FPDFFormObj_GetObject, drawn)
            moved = _then(_matrix(drawn), matrix)
            yield from _drawn(inside, raw.FPDFFormObj_CountObjects(drawn), moved, deep - 1)


def _matrix(form: raw.Handle) -> Matrix:
    found = raw.FS_MATRIX()
    if not raw.FPDFPageObj_GetMatrix(form, byref(found)):
        return _SQUARE
    return found.a, found.b, found.c, found.d, found.e, found.f


def _then(first: Matrix, second: Matrix) -> Matrix:
    """One matrix for `first` and after it `second`, both as PDF writes them."""
    a, b, c, d, e, f = first
    g, h, i, j, k, m = second
    return a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + m


def _is_dark(path: raw.Handle) -> bool:
    """Whether a path is filled with a dark colour."""
    fill, stroke = c_int(), c_int()
    if not raw.FPDFPath_GetDrawMode(path, byref(fill), byref(stroke)) or not fill.value:
        return False
    red, green, blue, cover = (c_uint() for _ in range(4))
    if not raw.FPDFPageObj_GetFillColor(path, byref(red), byref(green), byref(blue), byref(cover)):
        return False
    return cover.value > _DARK and max(red.value, green.value, blue.value) <= _DARK


def _box(drawn: raw.Handle, matrix: Matrix, sheet: Sheet) -> Box | None:
    """The part of the page that it covers; none where it lies outside."""
    left, bottom, right, top = (c_float() for _ in range(4))
    if not raw.FPDFPageObj_GetBounds(drawn, byref(left), byref(bottom), byref(right), byref(top)):
        return None
    a, b, c, d, e, f = matrix
    corners = [(x.value, y.value) for x in (left, right) for y in (bottom, top)]
    across = [a * x + c * y + e for x, y in corners]
    up = [b * x + d * y + f for x, y in corners]
    rectangle = np.array([min(across), min(up), max(across), max(up)])
    ((x0, y0, x1, y1),) = np.clip(
        sheet.displayed(rectangle), 0, [sheet.width, sheet.height, sheet.width, sheet.height]
    ).tolist()
    return Box(x0, y0, x1, y1) if x1 > x0 and y1 > y0 else None
