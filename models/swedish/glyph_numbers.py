"""Text in which glyph numbers stand for characters: a font came without its map, and letters lie places off.

In most fonts a letter's number lies 29 below its code, and the letters beyond ASCII come in the order of the
Macintosh character set (TrueType reference, "post" table, format 1). Other offsets are found by counting
letters.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from models.swedish.lexicon import lexicon
from models.swedish.replacement import Replacement
from models.swedish.table import rows_of

CONTROL_PICTURES = 0x2400
"""A control character stands in a word as its picture, so many places above it."""

_STANDARD = 29
_FIRST_MARKED, _LAST_MARKED, _TO_MACINTOSH = 98, 186, 30
"""The numbers of glyphs from Ä to Ÿ in the standard order, and what makes Macintosh codes of them."""
_FARTHEST = 96
_LAST_CODE = 0x1FF
_LIKELIEST = 2
"""So many offsets that fit the letters best are tried on the words."""
_SAMPLE = 40
"""Lines of a page by which its offset is found."""
_BLANKS = " \t\n\r\f\xa0"
_LINE = re.compile(r"[^\s\n\f][^\n\f]*")
_NUMBERS = re.compile(r"[\x03-\x08\x0b\x0e-\x1f\u2403-\u241f]|\(cid:\d{1,3}\)")
"""What figures, blanks and stops become, and how programs write numbers down: sound text holds none."""
_CID = re.compile(r"\(cid:(\d{1,3})\)")
_UNPRINTED = re.compile(r"[\x00-\x1f\x7f-\x9f]")
"""What the right shift never gives for a line of text."""
_WORD = re.compile(r"[^\W\d_]{2,}")
_SWEDISH = 0.6
"""The share of a line's letters that must stand in Swedish words after the shift."""
_STRANGE = 0.3
"""The share that may be Swedish before it."""
_SOUND = re.compile(
    r"(?<!\S)(?:och|att|av|för|som|på|till|med|det|om|den|ett|är)(?= )[^\n\f]*?"
    r" (?:och|att|av|för|som|på|till|med|det|om|den|ett|är)(?!\w)"
)
"""A line with two of the commonest words is none of glyph numbers, and need not be looked at word by word."""
_LEAST_WORDS = 3
_LONGER = re.compile(r"[^\W\d_]{4,}")
_LEAST_TOLD = 20
"""So many letters in such words no chance gives: a foreign name that is moved may become short words."""
_LEAST_SIGNS = 6
"""So many different signs a line must have to tell of a shift: rules and dots have few."""
_WHOLE = 3
"""So many lines must become Swedish for each that is so before, for the whole page to be moved."""
_RARE = 1e-4


class Shift(NamedTuple):
    """By how much numbers lie below codes, and whether letters beyond ASCII come as on the Macintosh."""

    places: int
    macintosh: bool

    @property
    def is_usual(self) -> bool:
        """Whether it is likelier where no word tells: the standard offset comes with the standard order."""
        return self.macintosh == (self.places == _STANDARD)

    def undo(self, line: str) -> str:
        """The line with each number made the character that it stands for; blanks stay."""
        return _CID.sub(lambda cid: _picture(int(cid[1])), line).translate(_table(self))


def shifted_lines(content: str) -> Iterator[Replacement]:
    """Lines that are Swedish when each sign is moved by one number of places, and are not as they stand.

    Where nearly a whole page is so, its lines of names and figures are moved with the others.
    """
    pages = [_page(content, *page.span()) for page in re.finditer(r"[^\f]+", content)]
    shifts = [_best(page.strange) for page in pages]
    found = [shift for shift in shifts if shift]
    if not found:
        return
    usual = max(dict.fromkeys(found), key=found.count)
    for page, shift in zip(pages, shifts, strict=True):
        yield from _moved(page, shift or usual, certain=shift is not None)


class _Page(NamedTuple):
    """The lines of a page that may be no Swedish, how much of each is, and how many others there are."""

    lines: list[re.Match[str]]
    shares: list[float]
    sound: int

    @property
    def strange(self) -> list[re.Match[str]]:
        """The lines of which hardly anything is Swedish."""
        pairs = zip(self.lines, self.shares, strict=True)
        strange = (line for line, share in pairs if share <= _STRANGE)
        return [line for line in strange if len({*line[0]} - {" "}) >= _LEAST_SIGNS]


def _page(content: str, start: int, end: int) -> _Page:
    lines = list(_LINE.finditer(content, start, end))
    shares = [_share_now(line[0]) for line in lines]
    kept = [(line, share) for line, share in zip(lines, shares, strict=True) if share < _SWEDISH]
    return _Page([line for line, _ in kept], [share for _, share in kept], len(lines) - len(kept))


def _moved(page: _Page, shift: Shift, *, certain: bool) -> Iterator[Replacement]:
    """The lines of a page that the shift betters; all that it doesn't worsen, where it betters most."""
    moved = [shift.undo(line[0]) for line in page.lines]
    gained = [
        share <= _STRANGE and _is_better(text, 1) for text, share in zip(moved, page.shares, strict=True)
    ]
    whole = certain and sum(gained) >= _WHOLE * page.sound
    for line, text, better in zip(page.lines, moved, gained, strict=True):
        if better or _NUMBERS.search(line[0]) or (whole and _known(text) >= _known(line[0])):
            yield Replacement(line.start(), line.end(), text)


def _best(lines: Sequence[re.Match[str]]) -> Shift | None:
    """The shift that makes most of the lines Swedish; none where it makes no line so."""
    sample = [line[0] for line in sorted(lines, key=lambda line: -len(line[0]))[:_SAMPLE]]
    gains = {
        shift: sum(_is_better(shift.undo(line), _LEAST_WORDS) for line in sample)
        for places in _likeliest("".join(sample))
        for shift in (Shift(places, macintosh=True), Shift(places, macintosh=False))
    }
    best = max(gains, key=lambda shift: (_known_words(shift, sample), shift.is_usual, shift), default=None)
    return best if best and gains[best] and _told(best, sample) >= _LEAST_TOLD else None


def _told(shift: Shift, lines: Sequence[str]) -> int:
    """How many letters stand in longer Swedish words of the lines that the shift makes Swedish."""
    moved = (shift.undo(line) for line in lines)
    words = (word for line in moved if _is_better(line, _LEAST_WORDS) for word in _LONGER.findall(line))
    return sum(len(word) for word in words if lexicon().knows(word))


def _known_words(shift: Shift, lines: Sequence[str]) -> int:
    return sum(lexicon().knows(word) for line in lines for word in _WORD.findall(shift.undo(line)))


def _is_better(mended: str, least: int) -> bool:
    """Whether a strange line has become a line of Swedish."""
    if _UNPRINTED.search(mended):
        return False
    return len(_WORD.findall(mended)) >= least and _share(mended) >= _SWEDISH


def _share_now(line: str) -> float:
    """How much of a line is Swedish as it stands."""
    if _NUMBERS.search(line):
        return 0.0
    return 1.0 if _SOUND.search(line) else _share(line)


def _share(line: str) -> float:
    """The share of the letters of a line's words that stand in Swedish ones."""
    letters = sum(map(len, _WORD.findall(line)))
    return _known(line) / letters if letters else 0.0


def _known(line: str) -> int:
    """How many letters of a line stand in Swedish words."""
    return sum(len(word) for word in _WORD.findall(line) if lexicon().knows(word))


def _likeliest(text: str) -> list[int]:
    """The offsets under which the signs of `text` are as common as the letters that they become."""
    written = _CID.sub(lambda cid: _picture(int(cid[1])), text)
    codes = np.array([ord(sign) for sign in _as_numbers(written) if sign not in _BLANKS], np.int64)
    codes = codes[codes < _LAST_CODE]
    if not len(codes):
        return []
    counts = np.bincount(codes, minlength=_LAST_CODE)
    prices = _letter_prices()
    offsets = [places for places in range(-_FARTHEST, _FARTHEST + 1) if places]
    fits = [float(counts @ prices[_FARTHEST + places :][:_LAST_CODE]) for places in offsets]
    best = np.argsort(-np.array(fits), kind="stable")[:_LIKELIEST]
    return [offsets[n] for n in best]


def _as_numbers(text: str) -> str:
    return "".join(
        chr(ord(c) - CONTROL_PICTURES) if 0 <= ord(c) - CONTROL_PICTURES < 0x20 else c for c in text
    )


def _picture(number: int) -> str:
    """A number as the character that stands for it in a text."""
    return chr(number + CONTROL_PICTURES if number < 0x20 else number)


@cache
def _letter_prices() -> npt.NDArray[np.float64]:
    """The logarithm of how common the character of each code is in Swedish, codes from `-_FARTHEST` on."""
    shares = np.full(_LAST_CODE + 2 * _FARTHEST, _RARE)
    for row in rows_of("letter_counts"):
        shares[_FARTHEST + min(ord(row["letter"]), _LAST_CODE - 1)] += int(row["count"])
    prices: npt.NDArray[np.float64] = np.log(shares / shares.sum() + _RARE)
    return prices


@cache
def _table(shift: Shift) -> dict[int, str]:
    """What each number below `_LAST_CODE` stands for, also where its picture stands in its place."""
    table: dict[int, str] = {}
    for number in range(1, _LAST_CODE):
        printed = _printed(number, shift)
        if chr(number) not in _BLANKS:
            table[number] = printed
        if number < 0x20:
            table[number + CONTROL_PICTURES] = printed
    return table


def _printed(number: int, shift: Shift) -> str:
    glyph = number + shift.places - _STANDARD
    if shift.macintosh and _FIRST_MARKED <= glyph <= _LAST_MARKED:
        return bytes([glyph + _TO_MACINTOSH]).decode("mac_roman")
    return chr(max(number + shift.places, 0))
