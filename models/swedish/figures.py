"""Figures that were read as the letters that look like them, where a number stands around them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from models.swedish.months import MONTH
from models.text import Change

_FIGURES = str.maketrans("oOQsşṣ$Ilı|", "00055551111")
_END = r"(?![\w@'’])"
_FIRST = r"\d(?<![^\s(].)"
_CONTEXTS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"{_FIRST}[\d.,:/]*?(?P<letters>[oOsşṣIlı])(?=\d[\d.,:/]*+{_END})",  # 2o10, 8:s2, 17.s01:-
        rf"(?P<letters>[oOQ0](?<=\d .)[oOQ0]{{2}}){_END}",  # 150 ooo
        rf"{_FIRST}\d?(?P<letters>[oO])(?= \d{{3}}(?!\d))",  # 6o 120
        rf"{_FIRST}\d?[.:,]\d(?P<letters>[oO]){_END}",  # 09.5o
        rf"\d(?<=\d .)(?:(?P<letters>[Iı]{{2}})|\d(?P<letter>[Iıo])){_END}",  # 8 9II
        r"(?P<letters>[Iılşṣ|])(?<!\S.)(?= 0\d\d(?!\d))",  # I 070
        r"(?P<letters>\$)(?<=\d .)(?=\d{0,2} \d{3}(?!\d))",  # 17 800 $6 910
        r"(?P<letters>\$)(?<=[Bb]ilaga .)(?=\d?(?![\w:]))",  # Bilaga $4
        rf"(?P<letters>[ılşṣ|])(?<=\bden .)(?= {MONTH}\b)",
        r"(?P<letters>[Ilı])(?<!\S.)(?=:[ea] [a-zåäö])",  # l:e vice ordförande
        r"\(\d{4}:\d{0,3}(?P<letters>[oOsşṣIlı])(?=\d{0,3}\))",  # (2010:123s)
        rf"(?P<letters>[şṣ])(?<!\S.)(?=\d{{1,2}}{_END})",
    )
)
"""Beside digits and inside a number's signs; in a group of three behind digits; in the number of a law;
before a month; before an ordinal's ending. A pattern that begins with signs, and looks behind after them,
finds its places sooner."""
_DOUBLED = re.compile(r"0[oO](?:(?<=\d 0.)(?=00(?!\w))|(?<=\d 00.)(?=0(?!\w)))")
"""One nought that was read twice, as a figure and a letter, in a group of three."""
_POINT = re.compile(r"\d(?<![\d.,:/-].)\d{0,2}(?P<point>\.)(?=\d{3} \d{3}(?!\d))")
"""A point behind the first group of a number, where a blank stands behind the second."""


def figures(content: str) -> Iterator[Change]:
    """The letters that are figures, in order, and blanks of a number that were read as signs."""
    spans = {one.span(one.lastgroup or 0): "" for pattern in _CONTEXTS for one in pattern.finditer(content)}
    spans |= {one.span(): "0" for one in _DOUBLED.finditer(content)}
    spans |= {one.span("point"): " " for one in _POINT.finditer(content)}
    end = 0
    for low, high in sorted(spans):
        text = spans[low, high] or content[low:high].translate(_FIGURES)
        if low >= end and text != content[low:high]:
            yield Change(low, high, text, "figures", 0.93)
            end = high
