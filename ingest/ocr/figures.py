"""What the image shows of a number: the blanks between its groups, and its commas and points.

Figures are all of one width in nearly every face, so where two stand further apart than the others there is a
blank between them, or a comma; that the 1 leaves more white beside it changes next to nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

from ingest.ocr.ink import Ink, Mark, figure_of, inside, is_point, marks, single
from models.geometry import Box
from models.page import Word

_NUMBER = re.compile(r"(?=.*\d)(?P<figures>[\d.,:']{1,12})(?P<percent>%?)(?P<end>[.,;:)]?)$")
_MARKS = re.compile(r"[.':]")
"""What dirt in the blank between two groups is read as."""
_FALSE_PERCENT = re.compile(r"\d%$")
_APART = 1.3
"""Figures so many times as far apart as others have a blank or a comma between them."""
_APART_TOUCHING = 1.15
"""The same where the comma touches the figure behind; not after a 1, which leaves white itself."""
_LEAST_TOUCHING = 3
"""Of two figures nobody can tell whether one has a comma's tail, or stands lower: a day of a month may."""
_PERCENT, _PERCENT_AFTER_1 = 0.24, 0.45
"""Of a figure's height: white so wide before % is a blank; more after a 1, which leaves white itself."""
_WIDER = 1.5
_PERCENT_MARKS, _IS_PERCENT = (1, 2, 3), (0.75, 1.6)
"""% is so many marks, together so wide, in heights of a figure."""
_USUAL_ROOM = 0.75
"""Of its height: the room that a figure takes in most faces."""
_COMMA, _POINT = 0.12, 0.04
"""Of a figure's height: a comma goes on so far below the line, a point no further than that."""
_CLEAR = 20
"""Pixels: figures so high have commas whose tails are seen."""
_GROUP = 3
_SURE = 0.65
_LEAST_MARK = 2
"""Pixels: what is smaller is no comma."""


@dataclass(frozen=True, slots=True)
class _Seen:
    """The characters of a number with the mark of each, and the usual figure among them."""

    text: str
    marks: tuple[Mark, ...]
    figure: Mark

    def distances(self) -> Iterator[tuple[int, float]]:
        """Each place between two figures side by side, with how far their middles are apart."""
        for n, (one, other) in enumerate(pairwise(self.marks), 1):
            if self.text[n - 1 : n + 1].isdigit():
                yield n, other.centre - one.centre


def is_number(word: Word) -> bool:
    """Whether a blank or a comma may have been read wrongly in this word."""
    return len(word.text) > 1 and bool(_NUMBER.match(word.text))


def looked_through(word: Word, dark: Ink) -> tuple[Word, ...] | None:
    """The words into which the image parts a number, with its marks as printed; None if unclear."""
    found = _NUMBER.match(word.text)
    box = word.box
    if found is None or box is None:
        return None
    ink = inside(box, dark)
    every = marks(ink) if ink.size else []
    if len(every) == 1 and _FALSE_PERCENT.match(word.text):
        false = (word.confidence or 0.0) < _SURE and every[0].width >= 0.6 * every[0].height
        return (replace(word, text="%"),) if false else None
    seen = _seen(every[:-1] if found["end"] else every, found["figures"], bool(found["percent"]))
    if seen is None:
        return None
    rest = found["percent"] + found["end"]
    seams = [n for n in _group_seams(seen.text) if n in _wide(seen)]
    if found["percent"] and _stands_off(seen, every):
        seams.append(len(seen.text))
    return tuple(_cut(word, box, seen, rest, seams))


def _seen(every: Sequence[Mark], text: str, percent: bool) -> _Seen | None:
    """The figures of `text`, each with its mark; of what stands behind them, % is up to three marks."""
    figure = figure_of(every)
    if figure is None:
        return None
    for behind in _PERCENT_MARKS if percent else (0,):
        own, sign = every[: len(every) - behind], every[len(every) - behind :]
        if not sign or _IS_PERCENT[0] <= (sign[-1].right - sign[0].left) / figure.height <= _IS_PERCENT[1]:
            seen = _matched(text, single(own, sum(map(str.isdigit, text)), figure), figure)
            if seen:
                return seen
    return None


def _matched(text: str, own: Sequence[Mark], figure: Mark) -> _Seen | None:
    """`text` with its marks, where they agree or the one comma or point in which they differ is plain."""
    if _agree(text, own, figure):
        with_tail = _with_touching_comma(text, own, figure)
        if with_tail:
            return with_tail
        return _Seen("".join(_point(*one, figure) for one in zip(text, own, strict=True)), tuple(own), figure)
    plain = _MARKS.sub("", text)
    if plain != text and _agree(plain, own, figure):
        seen = _Seen(plain, tuple(own), figure)
        return seen if len(text) - len(_MARKS.split(text)[-1]) - 1 in _wide(seen) else None
    return _with_comma(text, own, figure)


def _agree(text: str, own: Sequence[Mark], figure: Mark) -> bool:
    """Whether there is a high mark for each figure and a low one for each comma or point."""
    return len(own) == len(text) and all(
        is_point(mark, figure) != character.isdigit() for character, mark in zip(text, own, strict=True)
    )


def _with_comma(text: str, own: Sequence[Mark], figure: Mark) -> _Seen | None:
    """The number with the one comma that the image has and `text` has not, between figures that make room."""
    places = [n for n, mark in enumerate(own) if is_point(mark, figure)]
    if len(own) != len(text) + 1 or not text.isdigit() or len(places) != 1 or not 0 < places[0] < len(text):
        return None
    at = places[0]
    if min(own[at].width, own[at].height) < _LEAST_MARK:
        return None
    seen = _Seen(text[:at] + "," + text[at:], tuple(own), figure)
    room = own[at + 1].centre - own[at - 1].centre
    usual = median([apart for _, apart in seen.distances()] or [_USUAL_ROOM * figure.height])
    if room < _APART * usual or own[at].bottom - figure.bottom < _COMMA * figure.height:
        return None
    return seen


def _with_touching_comma(text: str, own: Sequence[Mark], figure: Mark) -> _Seen | None:
    """The number with the comma that touches the figure behind it, told by its tail and by the room it takes.

    No more than one figure has a tail: in faces whose own figures go below the line, several do.
    """
    low = [n for n in range(len(own)) if _has_tail(own, n)]
    if not text.isdigit() or len(own) < _LEAST_TOUCHING or len(low) != 1 or low[0] == 0:
        return None
    at = low[0]
    # By their right edges, since the comma stands to the left of the figure that it touches.
    rooms = [other.right - one.right for one, other in pairwise(own)]
    usual = median([*rooms[: at - 1], *rooms[at:]])
    if rooms[at - 1] < (_APART if text[at - 1] == "1" else _APART_TOUCHING) * usual:
        return None
    mark = own[at]
    rest = [*own[:at], *own[at + 1 :]]
    left = max(mark.left, mark.right - median(one.width for one in rest))
    line = median(one.bottom for one in rest)
    parts = (replace(mark, right=left), replace(mark, left=left, bottom=line))
    return _Seen(text[:at] + "," + text[at:], (*own[:at], *parts, *own[at + 1 :]), figure)


def _has_tail(own: Sequence[Mark], n: int) -> bool:
    """Whether figure n goes as far below the line of the others as a comma does."""
    rest = [*own[:n], *own[n + 1 :]]
    if not rest:
        return False
    line, height = median(mark.bottom for mark in rest), median(mark.height for mark in rest)
    return own[n].bottom - line >= _COMMA * height


def _point(character: str, mark: Mark, figure: Mark) -> str:
    """The comma or point that the mark is, as read where the image leaves it open."""
    below = (mark.bottom - figure.bottom) / figure.height
    if character == "." and below >= _COMMA:
        return ","
    small = figure.height < _CLEAR  # a comma's tail is the first to go where the scan is coarse
    return "." if character == "," and below <= _POINT and not small else character


def _group_seams(text: str) -> list[int]:
    """The places at which a number may be parted into groups: each third from its end or its comma."""
    whole = text.split(",", maxsplit=1)[0]
    return list(range(len(whole) - _GROUP, 0, -_GROUP))[::-1] if whole.isdigit() else []


def _wide(seen: _Seen) -> set[int]:
    """The places where figures stand further apart than elsewhere in the number."""
    seams = set(_group_seams(seen.text))
    every = list(seen.distances())
    others = [apart for n, apart in every if n not in seams]
    return {n for n, apart in every if apart >= _APART * median(others)} if others else set()


def _stands_off(seen: _Seen, every: Sequence[Mark]) -> bool:
    """Whether there is a blank before the % that stands behind the figures."""
    last = seen.marks[-1]
    behind = next((mark for mark in every if mark.left >= last.right), None)
    if behind is None or behind.height < 0.6 * seen.figure.height:
        return False
    beside = pairwise(zip(seen.text, seen.marks, strict=True))
    others = [b.left - a.right for (x, a), (y, b) in beside if (x + y).isdigit() and "1" not in x + y]
    least = _PERCENT_AFTER_1 if seen.text[-1] == "1" else _PERCENT
    return behind.left - last.right >= max(least * seen.figure.height, _WIDER * max(others, default=0))


def _cut(word: Word, box: Box, seen: _Seen, rest: str, seams: Sequence[int]) -> Iterator[Word]:
    text = seen.text + rest
    edges = [0, *seams, len(text)]
    for start, end in pairwise(edges):
        left = box.x0 + seen.marks[start].left if 0 < start < len(seen.marks) else box.x0
        if start == len(seen.marks):
            left = box.x0 + seen.marks[-1].right + seen.figure.height * _PERCENT
        right = box.x0 + seen.marks[end - 1].right if end < len(text) else box.x1
        yield replace(word, text=text[start:end], box=Box(left, box.y0, right, box.y1))
