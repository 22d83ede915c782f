"""Pale ink in strokes so broad that they tell it by themselves: a stamp whose letters hang on the print's."""

from __future__ import annotations

import cv2
import numpy as np

from ingest.picture import GreyImage
from ingest.prepare.sheet import grey
from ingest.prepare.tone import Tone

_PALER, _FAINTEST = 0.25, 0.2
"""Pale ink is paler than the page's own by this share of the contrast, and darker than paper by that."""
_SHARP = 0.2
"""Of the contrast: where letters are nowhere darker than this, they are blurred, and have every shade."""
_FINE, _COARSE, _COARSE_DPI = 3, 5, 250
"""Pixels: a broad stroke fills a square of this side, or of the second from so many dots an inch on."""
_APART = 9
"""Pixels: soft edges of the page's own ink are nearer to it than half of this."""
_LEAST = 0.0001
"""Of the page: fewer pixels in broad strokes are dirt."""
_DARKEST, _BELOW, _CLEAR = 1, 0.1, 0.35
"""The edge between the inks lies by a share of the contrast below the darkest of the pale ink, leaving out so
many per cent; it must stay so clear of the page's own ink."""

_RULE = 36
"""A rule is longer than an inch, and at most an inch through this broad."""

Bounds = tuple[int, int, int, int]
"""Left, top, right, bottom, in pixels."""


def broad_strokes(pixels: GreyImage, dpi: int, now: Tone, usual: float) -> tuple[float, Bounds] | None:
    """The shade that parts the pale ink from the page's own, and where the pale ink is; None without any.

    `usual` is the shade of the page's own letters where they are darkest.
    """
    if usual > _SHARP * now.contrast:
        return None
    own = usual + _PALER * now.contrast
    side = _COARSE if dpi >= _COARSE_DPI else _FINE
    pale = grey((pixels > own) & (pixels < now.paper - _FAINTEST * now.contrast))
    broad = cv2.erode(_without_rules(pale, dpi), np.ones((side, side), dtype=np.uint8)) > 0
    if np.count_nonzero(broad) < _LEAST * pixels.size:
        return None
    beside = cv2.dilate(grey(pixels <= own), np.ones((_APART, _APART), dtype=np.uint8)) > 0
    rows, columns = np.nonzero(broad & ~beside)
    if rows.size < _LEAST * pixels.size:
        return None
    edge = float(np.percentile(pixels[rows, columns], _DARKEST)) - _BELOW * now.contrast
    if edge < usual + _CLEAR * now.contrast:
        return None
    around = dpi // 8
    left, right = np.percentile(columns, (1, 99))
    top, bottom = np.percentile(rows, (1, 99))
    return edge, (
        max(0, int(left) - around),
        max(0, int(top) - around),
        int(right) + around,
        int(bottom) + around,
    )


def _without_rules(strokes: GreyImage, dpi: int) -> GreyImage:
    """The strokes without what is long and thin: a grey rule belongs to print of any ink."""
    _, labels, statistics, _ = cv2.connectedComponentsWithStats(strokes, connectivity=8)
    length = statistics[:, [cv2.CC_STAT_WIDTH, cv2.CC_STAT_HEIGHT]].max(axis=1)
    ruled = (length > dpi) & (statistics[:, cv2.CC_STAT_AREA] * _RULE <= length * dpi)
    ruled[0] = True
    return grey(~ruled[np.asarray(labels, dtype=np.int64)])
