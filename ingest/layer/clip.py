"""Whether what a PDF page draws reaches beyond the part of the page that it may be drawn on."""

from __future__ import annotations

from ctypes import byref, c_float

from pypdfium2 import raw

_TOLERANCE = 1.0
_MOST_SEGMENTS = 8
"""A clip of more segments is no rectangle, and cuts no text but drop capitals and the like."""


def is_clipped(drawn: raw.Handle) -> bool:
    """Whether part of the object lies outside a rectangle to which it is clipped."""
    clip = raw.FPDFPageObj_GetClipPath(drawn)
    paths = raw.FPDFClipPath_CountPaths(clip) if clip else 0
    if paths <= 0:
        return False
    edges = [c_float() for _ in range(4)]
    if not raw.FPDFPageObj_GetBounds(drawn, *map(byref, edges)):
        return False
    bounds = tuple(edge.value for edge in edges)
    return any(_cuts(clip, path, bounds) for path in range(paths))


def _cuts(clip: raw.Handle, path: int, bounds: tuple[float, ...]) -> bool:
    segments = raw.FPDFClipPath_CountPathSegments(clip, path)
    if not 3 <= segments <= _MOST_SEGMENTS:
        return False
    x, y = c_float(), c_float()
    across: list[float] = []
    up: list[float] = []
    for n in range(segments):
        if raw.FPDFPathSegment_GetPoint(raw.FPDFClipPath_GetPathSegment(clip, path, n), byref(x), byref(y)):
            across.append(x.value)
            up.append(y.value)
    if not across:
        return False
    left, bottom, right, top = bounds
    return (
        left < min(across) - _TOLERANCE
        or right > max(across) + _TOLERANCE
        or bottom < min(up) - _TOLERANCE
        or top > max(up) + _TOLERANCE
    )
