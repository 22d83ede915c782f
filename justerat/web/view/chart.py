"""Charts as shapes to be drawn: columns over years, and bars with their names above them."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from justerat.web.language import Language

_ROOM, _THIN, _THICK_COLUMN, _GAP = 740, 7, 24, 2
"""The room for all columns in pixels, how wide one is at least and at most, and the room after it."""
_TALL, _ABOVE, _BELOW, _LEFT = 180, 10, 22, 48
"""The tallest column, and the room around the columns."""
_NAME = 36
"""A year as it is written below a column takes so many pixels."""
_BAR_WIDTH, _ROW, _THICK = 400, 42, 14
_NARROW_SPACE = "\u202f"


@dataclass(frozen=True, slots=True)
class Point:
    """A number with its name, as it is shown, and where it leads."""

    label: str
    amount: float
    shown: str
    href: str


@dataclass(frozen=True, slots=True)
class Shape:
    """A point as it is drawn: its column or bar; `middle` is where its name is centred."""

    point: Point
    x: float
    y: float
    width: float
    height: float
    middle: float = 0
    named: bool = True


@dataclass(frozen=True, slots=True)
class Tick:
    """A line of the scale with its number."""

    y: float
    label: str


@dataclass(frozen=True, slots=True)
class Chart:
    """A drawing of so many pixels; `floor` is where columns stand, and `left` where they begin."""

    width: float
    height: float
    shapes: tuple[Shape, ...]
    ticks: tuple[Tick, ...] = ()
    left: float = 0
    floor: float = 0


def columns(points: Sequence[Point], language: Language, *, percent: bool = False) -> Chart:
    """A column a year, from left to right; round years are written below, as many as there is room for."""
    top = _round_up(max((point.amount for point in points), default=0)) or 1
    floor = _ABOVE + _TALL
    pitch = min(max(_ROOM // max(len(points), 1), _THIN), _THICK_COLUMN)
    every = math.ceil(_NAME / pitch / 5) * 5
    shapes = tuple(
        Shape(
            point,
            _LEFT + n * pitch,
            floor - _TALL * point.amount / top,
            pitch - _GAP,
            _TALL * point.amount / top,
            _LEFT + n * pitch + (pitch - _GAP) / 2,
            named=int(point.label) % every == 0,
        )
        for n, point in enumerate(points)
    )
    ticks = tuple(_ticks(top, language, percent=percent))
    return Chart(_LEFT + len(points) * pitch + _NAME / 2, floor + _BELOW, shapes, ticks, _LEFT, floor)


def bars(points: Sequence[Point]) -> Chart:
    """A bar a point, one below the other, each with its name and number above it."""
    top = max((point.amount for point in points), default=0) or 1
    shapes = tuple(
        Shape(point, 0, n * _ROW + _ROW - _THICK - 8, max(_BAR_WIDTH * point.amount / top, 1), _THICK)
        for n, point in enumerate(points)
    )
    return Chart(_BAR_WIDTH, len(points) * _ROW, shapes)


def number(value: float, language: Language) -> str:
    """A whole number as it is written in the language."""
    return f"{value:,.0f}".replace(",", _NARROW_SPACE if language is Language.SWEDISH else ",")


def percentage(share: float | None, language: Language, places: int = 1) -> str:
    """A share in percent as it is written in the language; nothing where it isn't known."""
    if share is None:
        return ""
    written = f"{100 * share:.{places}f}"
    return f"{written.replace('.', ',')} %" if language is Language.SWEDISH else f"{written}%"


def _round_up(most: float) -> float:
    """The round number that a scale can end at."""
    if most <= 0:
        return 0
    size = math.pow(10, math.floor(math.log10(most)))
    return next(step * size for step in (1, 1.2, 1.6, 2, 2.4, 3, 4, 5, 6, 8, 10) if step * size >= most)


def _ticks(top: float, language: Language, *, percent: bool) -> Iterator[Tick]:
    for part in (0, 0.5, 1):
        value = top * part
        label = percentage(value, language, 0 if top >= 0.1 else 1) if percent else number(value, language)
        if percent or value == int(value):
            yield Tick(_ABOVE + _TALL * (1 - part), label)
