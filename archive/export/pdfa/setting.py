"""How the words of a page are set in invisible type, each on its print, however that is turned."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import cos, inf, radians, sin
from statistics import median

from archive.export.printed import Cut, Half, Line, Printed, PrintedPage
from models.geometry import Box, hull
from models.page import Origin, Page

POINTS_AN_INCH = 72
ADVANCE = 0.5
"""Every letter of the invisible type is so wide, in ems; stretching makes each word as wide as its print."""
_DESCENT = 0.2
_LOW = frozenset("gjpqy,;()[]{}§Qµ")
"""Characters that go under the line that the others stand on."""
_SMALL = frozenset("acemnorsuvwxz")
_HEIGHTS = {(False, False): 0.5, (True, False): 0.72, (False, True): 0.7, (True, True): 0.92}
"""How high print is in ems, by whether it goes up as high as b and down as low as p."""
_LEAST = 0.5
_LEAST_SPACE = 0.15
"""A blank of fewer ems is none to many programs; words that were read as one are set so far apart."""
_MOST_SPACE = 40.0
"""A blank wider than so many ems is a gap between columns, and no wider blank helps."""
_STEEPEST = 30.0
_APART = 0.3


@dataclass(frozen=True, slots=True)
class SetWord:
    """A word in type: `x` and `y` are where its base line begins, in points from the page's bottom left.

    `angle` is in degrees counterclockwise, `size` in points. `width` is that of the word and `space` that of
    the blank after it, both along the line, in points. `cut` tells of a half of a word.
    """

    text: str
    x: float
    y: float
    angle: float
    size: float
    width: float
    space: float
    cut: Cut | None = None


def scale_of(dpi: int | None) -> float:
    """Points a pixel."""
    return POINTS_AN_INCH / (dpi or 300)


def set_words(printed: PrintedPage, scale: float, height: float) -> Iterator[SetWord]:
    """The words in reading order, boxes times `scale` being points of a page that is `height` points high."""
    for block in printed.blocks:
        for line in block:
            shown = tuple(word for word in line if not word.hidden)
            yield from _set_line(shown, printed.page, scale, height)


@dataclass(frozen=True, slots=True)
class _Print:
    """A word's print seen along its line: from `left` to `right`, standing on `foot`, `rise` high."""

    text: str
    cut: Cut | None
    left: float
    right: float
    foot: float
    rise: float
    is_ink: bool
    """Whether the box was drawn about the ink; in a text layer it is as high as the type."""

    @property
    def goes_low(self) -> bool:
        return not self.is_ink or bool(_LOW & set(self.text))

    @property
    def em(self) -> float | None:
        """The size of type by the print's height; None where marks alone don't tell it."""
        letters = [letter for letter in self.text if letter.isalnum() or letter == "§"]
        if not letters:
            return None
        if not self.is_ink:
            return self.rise
        high = not set(letters) <= _SMALL | _LOW - {"Q", "§"}
        return self.rise / _HEIGHTS[high, self.goes_low]


def _set_line(line: Line, page: Page, scale: float, height: float) -> Iterator[SetWord]:
    prints = [_print(word, box, page, scale, height) for word in line if (box := _whole(word))]
    ems = [em for one in prints if (em := one.em)]
    size = max(median(ems) if ems else max((one.rise for one in prints), default=1.0), _LEAST)
    feet = list(_feet(prints, size))
    before = edge = -inf
    for n, one in enumerate(prints):
        # A word whose box reaches into the one before begins after it: overlapping type reads as one word.
        left = max(one.left, edge) if one.left >= before else one.left
        width = max(one.right - left, _LEAST_SPACE * size)
        # A line ends with a blank too: some programs see no end of a line where the next begins to its right.
        space = size / 4
        if n + 1 < len(prints):
            white = prints[n + 1].left - left - width
            space = min(max(white, _LEAST_SPACE * size), _MOST_SPACE * size)
            width = max(width - max(space - white, 0.0), width / 2)
        before, edge = left, left + width + _LEAST_SPACE * size
        x, y = _turned(left, feet[n], page.rotation)
        yield SetWord(one.text, x, y, page.rotation, size, width, space, one.cut)


def _feet(prints: Sequence[_Print], size: float) -> Iterator[float]:
    """The heights at which the words stand; one apart from both its neighbours had a speck in its box."""
    feet: list[float] = []
    for one in prints:
        if one.em or not feet:
            feet.append(one.foot + (_DESCENT * size if one.goes_low else 0.0))
        else:
            feet.append(feet[-1])
    for n, foot in enumerate(feet):
        first = max(min(n - 1, len(feet) - 3), 0)
        usual = median(feet[first : first + 3])
        yield usual if len(feet) > 2 and abs(foot - usual) > _APART * size else foot


def _whole(word: Printed) -> Box | None:
    """The word's box with its hyphen."""
    if word.box and word.cut and word.cut.hyphen_box:
        return hull((word.box, word.cut.hyphen_box))
    return word.box


def _print(word: Printed, box: Box, page: Page, scale: float, height: float) -> _Print:
    """The word as it is seen when the page is turned so that its lines lie level."""
    along, across = _sides(box, page.rotation)
    x, y = scale * (box.x0 + box.x1) / 2, height - scale * box.middle
    angle = radians(page.rotation)
    middle = x * cos(angle) + y * sin(angle)
    level = y * cos(angle) - x * sin(angle)
    text = word.text + (word.cut.hyphen if word.cut and word.cut.half is Half.FIRST else "")
    return _Print(
        text,
        word.cut,
        middle - scale * along / 2,
        middle + scale * along / 2,
        level - scale * across / 2,
        scale * across,
        page.origin is Origin.OCR,
    )


def _sides(box: Box, rotation: float) -> tuple[float, float]:
    """How long and high the print is whose box, once it was turned back, is `box`."""
    quarters = round(rotation / 90)
    along, across = (box.height, box.width) if quarters % 2 else (box.width, box.height)
    skew = abs(radians(rotation - 90 * quarters))
    if skew > radians(_STEEPEST):
        return along, across
    c, s = cos(skew), sin(skew)
    length, rise = (along * c - across * s) / (c * c - s * s), (across * c - along * s) / (c * c - s * s)
    return (length, rise) if length > 0 and rise > 0.3 * across else (along, across)


def _turned(along: float, level: float, rotation: float) -> tuple[float, float]:
    """A place on the line, back on the page."""
    angle = radians(rotation)
    return along * cos(angle) - level * sin(angle), along * sin(angle) + level * cos(angle)
