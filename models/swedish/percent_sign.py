"""The percent sign, which Tesseract's Swedish model can't write: it arrives as 20, Yo, &, $ or another."""

from __future__ import annotations

import re
from collections.abc import Iterator

from models.text import Change

_PAGE = re.compile(r"[^\f]+")
_DECIMAL = r"\d{1,3},\d{1,2}"
_SHARE = r"(?:100|\d{1,2})(?:,\d{1,2})?"
_SIGNS = r"[$&§<>«/]{1,2}[co]?"
_LETTERS = r"(?:[YZKHFN9][o0c]|Zz|Z6|X|Z|YI?c|9?Io|[/2]o)"
"""What the two rings and the stroke look like in letters."""
_FIGURES = r"(?:[279]|[29]?4|[27]0|[29]6|9[024]|2[46][06]|92[06]|946)"
"""And in figures."""
_LIKE_SIGN = re.compile(rf"{_FIGURES}0?")
_NO_MEASURE = r"(?!\s+(?:kr|tkr|mkr|kronor|tusen|miljoner|miljarder|st|kap|procent|%)\b)"
_CLOSED = r"(?=[.,;)]*(?:\s+[a-zåäö]|\s*$|\.\s))"
_IN_BRACKETS = re.compile(
    rf"\((?:(?<=kr .)|(?<=kronor .)){_SHARE} (?P<sign>{_SIGNS}|{_LETTERS}|{_FIGURES})(?=\))"
)
"""The share that an amount is: "5 200 kr (43,6 20)"."""
_IN_TEXT = re.compile(
    rf"(?m)\s(?<=[a-zåäö].){_DECIMAL}\s(?P<sign>{_SIGNS}|{_LETTERS}|\d{{1,3}}){_CLOSED}{_NO_MEASURE}"
)
"""A number with decimals in running text, after which no other number can stand."""
_WHOLE_IN_TEXT = re.compile(
    r"\b(?:endast|cirka|ca|omkring|högst|minst|drygt|knappt|nästan|nära|hela|var|är|med|på|eller|har)\s"
    rf"\d{{1,2}}\s(?P<sign>(?:{_SIGNS}|{_LETTERS})(?=\s(?:av|i|från|till|jämfört|mer|fler|under)\b)"
    r"|[279][0246](?=\sav\b))(?!\s\w+\s(?:kap\b|\w*(?:lag|lagen|balken|förordningen)\b))"
)
"""A whole number before words that tell of what it is a share."""
_COLUMN = re.compile(
    rf"(?m)\d {_SHARE} (?P<sign>{_SIGNS}|{_LETTERS})[ \t]*$"
    rf"|\d {_DECIMAL} (?P<figures>{_FIGURES})[ \t]*$"
)
"""The last column of a table."""
_ROWS = 3
"""So many rows must end so: what ends one by chance is not the same in all."""


def percent_sign(content: str) -> Iterator[Change]:
    """Percent signs read as others, on pages that hold no percent sign: their engine has none."""
    for page in _PAGE.finditer(content):
        if "%" not in page[0]:
            yield from _on_page(content, *page.span())


def _on_page(content: str, start: int, end: int) -> Iterator[Change]:
    spans: dict[tuple[int, int], float] = {}
    for pattern, confidence in ((_IN_BRACKETS, 0.97), (_WHOLE_IN_TEXT, 0.9)):
        spans |= {one.span("sign"): confidence for one in pattern.finditer(content, start, end)}
    spans |= dict.fromkeys(_in_text(content, start, end), 0.95)
    rows = list(_COLUMN.finditer(content, start, end))
    if len(rows) >= _ROWS:
        spans |= dict.fromkeys((one.span(one.lastgroup or 0) for one in rows), 0.9)
    last = start
    for (low, high), confidence in sorted(spans.items()):
        if low >= last:
            yield Change(low, high, "%", "percent sign", confidence)
            last = high


def _in_text(content: str, start: int, end: int) -> list[tuple[int, int]]:
    """The signs behind numbers with decimals; no figures where some of them look nothing like the sign."""
    spans = [one.span("sign") for one in _IN_TEXT.finditer(content, start, end)]
    figures = [content[low:high] for low, high in spans if content[low:high].isdecimal()]
    if all(_LIKE_SIGN.fullmatch(figure) for figure in figures):
        return spans
    return [(low, high) for low, high in spans if not content[low:high].isdecimal()]
