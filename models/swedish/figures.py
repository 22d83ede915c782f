"""Figures that were read as the letters that look like them, where a number stands around them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from models.text import Change

_FIGURES = str.maketrans("oOQsşIlı|", "000551111")
_MONTH = r"(?:januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december)"
_END = r"(?![\w@])"
_CONTEXTS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?<![^\s(])\d[\d.,:/]*?(?P<letters>[oOsşIlı])(?=\d[\d.,:/]*{_END})",  # 2o10, 8:s2, 17.s01:-
        rf"(?<=\d )(?=[oOQ0]{{3}}{_END})(?P<letters>0*[oOQ][oOQ0]*)",  # 150 ooo
        r"(?<![^\s(])\d{1,2}(?P<letters>[oO])(?= \d{3}(?!\d))",  # 6o 120
        rf"(?<![^\s(])\d{{1,2}}[.:,]\d(?P<letters>[oO]){_END}",  # 09.5o
        rf"(?<=\d )\d(?P<letters>[Iı]{{2}}){_END}|(?<=\d )\d\d(?P<letter>[Iıo]){_END}",  # 8 9II
        r"(?<!\S)(?P<letters>[Iılş|])(?= 0\d\d(?!\d))",  # I 070
        rf"(?<=\bden )(?P<letters>[ılş|])(?= {_MONTH}\b)",
        r"(?<!\S)(?P<letters>[Ilı])(?=:[ea] [a-zåäö])",  # l:e vice ordförande
        rf"(?<!\S)(?P<letters>ş)(?=\d{{1,2}}{_END})",
    )
)
"""Beside digits and inside a number's signs; in a group of three behind digits; before a month; before an
ordinal's ending."""


def figures(content: str) -> Iterator[Change]:
    """The letters that are figures, in order."""
    spans = {one.span(one.lastgroup or 0) for pattern in _CONTEXTS for one in pattern.finditer(content)}
    end = 0
    for low, high in sorted(spans):
        if low >= end:
            yield Change(low, high, content[low:high].translate(_FIGURES), "figures", 0.93)
            end = high
