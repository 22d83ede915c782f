"""The characters that a PDF page draws, with their places, from PDFium."""

from __future__ import annotations

from collections.abc import Sequence
from ctypes import addressof, byref, c_double, c_uint, c_ulong, c_ushort
from dataclasses import dataclass
from enum import IntEnum
from itertools import repeat
from math import hypot

import numpy as np
import pypdfium2
from numpy.typing import NDArray
from pypdfium2 import raw

from ingest.layer.clip import is_clipped
from ingest.layer.sheet import Rectangles, Sheet
from models.swedish.glyph_numbers import CONTROL_PICTURES

MOST_CHARACTERS = 100_000
"""A page that claims to hold more (an A4 page of small print has 15,000) is read from its image."""
SLANTED = 4
"""The direction of what is written neither along the page's edges nor nearly so, as watermarks are."""
_SLANT = 0.27
"""The tangent of the angle from which on writing is slanted: 15 degrees."""
_UNSEEN = 3
"""The render mode of text that is not drawn, as scanners put it behind the image of the page."""
_MASKED = 7
_PALE = 245
_NO_INK = 0.01
_NO_CHARACTER, _LAST_CODE = 0xFFFD, 0x10FFFF
_FIRST_PRINTED, _NEXT_LINE = 0x20, 0x85
_BLANKS = np.array([code for code in range(0x3001) if chr(code).isspace()], np.uint32)

Codes = NDArray[np.uint32]


class Look(IntEnum):
    """How surely text can be seen: plainly; perhaps not, as it is clipped or on a layer; white; not drawn."""

    PLAIN = 0
    DOUBTFUL = 1
    PALE = 2
    UNSEEN = 3


@dataclass(frozen=True, slots=True)
class Glyphs:
    """The n characters of a page that are no blanks, in the order in which they were drawn.

    `text` has n code points; `parted` tells before which of them a blank stood; `boxes` are in points on the
    page as displayed; `directions` are 0 for writing to the right, 1 downwards, 2 to the left, 3 upwards and
    `SLANTED`; `sizes` are type sizes in points; `lowered` is how far the boxes reach below the base line,
    which each font tells in its own way; `looks` are of `Look`.
    """

    text: str
    parted: NDArray[np.bool_]
    boxes: Rectangles
    directions: NDArray[np.int8]
    sizes: NDArray[np.float64]
    lowered: NDArray[np.float64]
    looks: NDArray[np.int8]


@dataclass(frozen=True, slots=True)
class _Style:
    """How a run of characters is drawn."""

    direction: int
    size: float
    lowered: float
    look: Look


_HYPHEN_AT_END = 0xFFFE
"""What PDFium gives for a hyphen that parts a word at a line's end."""
NO_GLYPHS = Glyphs(
    "",
    np.zeros(0, bool),
    np.zeros((0, 4)),
    np.zeros(0, np.int8),
    np.zeros(0),
    np.zeros(0),
    np.zeros(0, np.int8),
)


def glyphs_of(page: pypdfium2.PdfPage, sheet: Sheet) -> Glyphs:
    """The characters of `page`; none where it claims to hold more than any page does."""
    layer = page.get_textpage()
    try:
        count = layer.count_chars()
        return _glyphs(layer, count, sheet) if 0 < count <= MOST_CHARACTERS else NO_GLYPHS
    finally:
        layer.close()


def _glyphs(layer: pypdfium2.PdfTextPage, count: int, sheet: Sheet) -> Glyphs:
    codes = _codes(layer, count)
    drawn_blank = _shown_controls(layer, codes)
    blank = np.isin(codes, _BLANKS)
    at = np.flatnonzero(~blank)
    if not len(at):
        return NO_GLYPHS
    # PDFium puts in blanks where it sees a gap; only those that were drawn part words whatever the gap.
    for n in np.flatnonzero(blank).tolist():
        drawn_blank[n] |= bool(raw.FPDFText_GetTextObject(layer.raw, n))
    parted = np.append(True, np.add.reduceat(drawn_blank, at)[:-1] > 0)
    run_starts = np.append(True, np.diff(at) > 1)
    styles = _styles(layer, at[run_starts].tolist(), sheet)
    runs = np.cumsum(run_starts) - 1
    return Glyphs(
        codes[at].astype("<u4").tobytes().decode("utf-32-le"),
        parted,
        _boxes(layer, at.tolist(), sheet),
        np.array([style.direction for style in styles], np.int8)[runs],
        np.array([style.size for style in styles])[runs],
        np.array([style.lowered for style in styles])[runs],
        np.array([style.look for style in styles], np.int8)[runs],
    )


def _codes(layer: pypdfium2.PdfTextPage, count: int) -> Codes:
    """The code point of each character; U+FFFD for one that the font gives none for."""
    units = (c_ushort * (count + 1))()
    if raw.FPDFText_GetText(layer.raw, 0, count, units) == count + 1:
        codes = np.frombuffer(bytes(units), np.uint16, count).astype(np.uint32)
    else:
        found = map(raw.FPDFText_GetUnicode, repeat(layer.raw), range(count))
        codes = np.fromiter(found, np.uint32, count)
    codes[codes == _HYPHEN_AT_END] = ord("-")
    none = (codes == 0) | (codes > _LAST_CODE) | ((codes & 0xF800) == 0xD800) | ((codes & 0xFFFE) == 0xFFFE)
    codes[none] = _NO_CHARACTER
    return codes


def _shown_controls(layer: pypdfium2.PdfTextPage, codes: Codes) -> NDArray[np.bool_]:
    """Which characters are blanks by having no ink; other control characters become their pictures (U+2400).

    Where glyph numbers stand for characters, a blank, figures and stops are control characters.
    """
    blank = np.zeros(len(codes), bool)
    edges = [c_double() for _ in range(4)]
    for n in np.flatnonzero((codes < _FIRST_PRINTED) | (codes == _NEXT_LINE)).tolist():
        if not raw.FPDFText_GetTextObject(layer.raw, n):
            continue
        raw.FPDFText_GetCharBox(layer.raw, n, *map(byref, edges))
        left, right, bottom, top = (edge.value for edge in edges)
        if raw.FPDFText_IsHyphen(layer.raw, n):
            codes[n] = ord("-")
        elif right - left <= _NO_INK or top - bottom <= _NO_INK:
            codes[n], blank[n] = ord(" "), True
        else:
            codes[n] = ord("…") if codes[n] == _NEXT_LINE else codes[n] + CONTROL_PICTURES
    return blank


def _styles(layer: pypdfium2.PdfTextPage, starts: Sequence[int], sheet: Sheet) -> list[_Style]:
    """How the runs that begin at `starts` are drawn."""
    known: dict[int, _Style] = {}
    styles: list[_Style] = []
    for start in starts:
        drawn = raw.FPDFText_GetTextObject(layer.raw, start)
        key = addressof(drawn.contents) if drawn else 0
        if key not in known:
            known[key] = _style(layer, start, drawn, sheet)
        styles.append(known[key])
    return styles


def _style(layer: pypdfium2.PdfTextPage, start: int, drawn: raw.Handle, sheet: Sheet) -> _Style:
    matrix = raw.FS_MATRIX()
    raw.FPDFText_GetMatrix(layer.raw, start, byref(matrix))
    way = direction(*sheet.direction(matrix.a, matrix.b))
    size = raw.FPDFText_GetFontSize(layer.raw, start) * hypot(matrix.c, matrix.d)
    return _Style(way, size, _lowered(layer, start, way, sheet), _look(drawn) if drawn else Look.PLAIN)


def _look(drawn: raw.Handle) -> Look:
    mode = raw.FPDFTextObj_GetTextRenderMode(drawn)
    if mode == _UNSEEN:
        return Look.UNSEEN
    if _is_pale(drawn):
        return Look.PALE
    return Look.DOUBTFUL if mode == _MASKED or _is_layered(drawn) or is_clipped(drawn) else Look.PLAIN


def _lowered(layer: pypdfium2.PdfTextPage, at: int, way: int, sheet: Sheet) -> float:
    """How far the box of a character reaches below its base line."""
    x, y, box = c_double(), c_double(), raw.FS_RECTF()
    raw.FPDFText_GetCharOrigin(layer.raw, at, byref(x), byref(y))
    raw.FPDFText_GetLooseCharBox(layer.raw, at, byref(box))
    below = (y.value - box.bottom, x.value - box.left, box.top - y.value, box.right - x.value)
    return below[(way + sheet.quarters) % 4] if way != SLANTED else below[0]


def direction(right: float, down: float) -> int:
    """The direction of writing that runs so far to the right and down."""
    if min(abs(right), abs(down)) > _SLANT * max(abs(right), abs(down)):
        return SLANTED
    if abs(right) >= abs(down):
        return 0 if right >= 0 else 2
    return 1 if down > 0 else 3


def _is_pale(drawn: raw.Handle) -> bool:
    """Whether the colour is white or nearly so, or lets everything through."""
    red, green, blue, cover = (c_uint() for _ in range(4))
    if not raw.FPDFPageObj_GetFillColor(drawn, byref(red), byref(green), byref(blue), byref(cover)):
        return False
    return cover.value == 0 or min(red.value, green.value, blue.value) >= _PALE


def _is_layered(drawn: raw.Handle) -> bool:
    """Whether it belongs to a layer that can be switched off (optional content)."""
    name, length = (c_ushort * 3)(), c_ulong()
    for n in range(max(0, raw.FPDFPageObj_CountMarks(drawn))):
        mark = raw.FPDFPageObj_GetMark(drawn, n)
        if (
            raw.FPDFPageObjMark_GetName(mark, name, 6, byref(length))
            and length.value == 6
            and (bytes(name).decode("utf-16-le", "replace") == "OC\x00")
        ):
            return True
    return False


def _boxes(layer: pypdfium2.PdfTextPage, at: Sequence[int], sheet: Sheet) -> Rectangles:
    """The boxes of the characters: from where each begins to where the next would, as high as their font."""
    cells = (raw.FS_RECTF * len(at))()
    for n, cell in zip(at, cells, strict=True):
        raw.FPDFText_GetLooseCharBox(layer.raw, n, cell)
    left, top, right, bottom = np.frombuffer(bytes(cells), np.float32).astype(np.float64).reshape(-1, 4).T
    return sheet.displayed(np.stack([left, bottom, right, top], axis=1))
