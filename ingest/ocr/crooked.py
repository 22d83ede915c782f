"""A stamp in ink as dark as the print: its lines climb or fall where the page's own are level."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from statistics import linear_regression, median

from ingest.ocr.merge import says_something
from models.geometry import Box, hull
from models.page import Word

_NEAR = 1.6
"""In usual word heights: words of one stamped line stand no further apart."""
_STEEP, _RISE = 0.07, 0.5
"""A crooked line climbs by more than this a step, and as a whole by so much of a word's height."""
_STRAIGHT = 0.3
"""Of a word's height: no word of it stands further from the line through all of them."""
_ALIKE = 0.08
"""Slopes of one stamp differ by less."""
_LINES_APART = 4.0
_LEAST_LINES, _LEAST_WORDS = 2, 5
_MOST_OF_PAGE = 0.2
"""Where more of the words climb, the page itself isn't level."""


@dataclass(frozen=True, slots=True)
class _Run:
    """Words side by side, and by how much they climb (below 0) or fall for each step to the right."""

    words: tuple[Word, ...]
    box: Box
    slope: float


def part_crooked(words: Sequence[Word]) -> tuple[tuple[Word, ...], str]:
    """The words of the page, and the text of a stamp set crooked among them, "" where there is none."""
    heights = [word.box.height for word in words if word.box]
    if not heights:
        return tuple(words), ""
    height = median(heights)
    runs = list(_runs(words, height))
    stamp = _stamp([run for run in runs if _is_crooked(run, height)], height)
    count = sum(len(run.words) for run in stamp)
    if len(stamp) < _LEAST_LINES or not _LEAST_WORDS <= count <= _MOST_OF_PAGE * len(words):
        return tuple(words), ""
    around = hull(run.box for run in stamp)
    inside = [run for run in runs if _holds(around, run.box)]
    apart = {id(word) for run in inside for word in run.words}
    told = (word.text for run in inside for word in run.words if says_something(word.text))
    return tuple(word for word in words if id(word) not in apart), " ".join(told)


def _runs(words: Sequence[Word], height: float) -> Iterable[_Run]:
    """Each word in a run with those beside it, however these climb."""
    growing: list[list[tuple[Word, Box]]] = []
    for word, box in sorted(
        ((word, word.box) for word in words if word.box), key=lambda placed: (placed[1].x0, placed[1].y0)
    ):
        run = next((run for run in growing if _is_next(run[-1][1], box, height)), None)
        if run is None:
            growing.append([(word, box)])
        else:
            run.append((word, box))
    for run in sorted(growing, key=lambda run: run[0][1].middle):
        boxes = [box for _, box in run]
        yield _Run(tuple(word for word, _ in run), hull(boxes), _slope(boxes))


def _is_next(before: Box, box: Box, height: float) -> bool:
    return -height / 2 <= box.x0 - before.x1 <= _NEAR * height and before.shares_row(box)


def _slope(boxes: Sequence[Box]) -> float:
    across = [(box.x0 + box.x1) / 2 for box in boxes]
    return (
        linear_regression(across, [box.middle for box in boxes]).slope if max(across) > min(across) else 0.0
    )


def _is_crooked(run: _Run, height: float) -> bool:
    """Whether the run climbs or falls in one straight line."""
    if len(run.words) < 2 or abs(run.slope) < max(_STEEP, _RISE * height / run.box.width):
        return False
    off = [word.box.middle - run.slope * (word.box.x0 + word.box.x1) / 2 for word in run.words if word.box]
    return max(off) - min(off) <= 2 * _STRAIGHT * height


def _stamp(crooked: Sequence[_Run], height: float) -> list[_Run]:
    """The most of the crooked lines that climb alike, one below the other; `crooked` is from above."""
    best: list[_Run] = []
    for first in crooked:
        stamp: list[_Run] = []
        for run in crooked:
            below = stamp[-1].box if stamp else first.box
            near = run.box.y0 - below.y1 <= _LINES_APART * height and _overlap_across(run.box, first.box)
            if near and abs(run.slope - first.slope) <= _ALIKE:
                stamp.append(run)
        best = max(best, stamp, key=len)
    return best


def _overlap_across(one: Box, other: Box) -> bool:
    return min(one.x1, other.x1) > max(one.x0, other.x0)


def _holds(around: Box, box: Box) -> bool:
    """Whether the box lies within `around`; a line of the page under the stamp goes on beside it."""
    return around.x0 <= box.x0 and box.x1 <= around.x1 and around.y0 <= box.middle <= around.y1
