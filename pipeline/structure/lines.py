"""The lines of a text, parted again where a page's running head was glued to the line before it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby, pairwise

from models.outline import Line
from models.text import PAGE_BREAK, Text

PAGE_OF_PAGES = re.compile(
    r"(?<![\w§])(?:sida?\s*|sid\.\s*)?(\d{1,4})\s?(?:[(\[]\s?(\d{1,4})\s?[)\]]|av (\d{1,4}))(?!\w)",
    re.IGNORECASE,
)
"""A page's number among its pages: "3 (12)", "1[25]", "Sida 2(41)", "sid 3 av 8"."""
_HEAD_WORD = re.compile(r"[A-ZÅÄÖ]{4,}")
_FIRST = 2
"""So many lines of a letterhead may stand above its page number."""
_ROW = re.compile(rf"[^\n{PAGE_BREAK}]+")
_RULE = re.compile(r"\s*[_=*–—-]{5}[_=*–— -]*")
"""A drawn rule, which parts what stands over it from what stands under it as an empty line does."""


def lines_of(text: Text) -> tuple[Line, ...]:
    """Every line that holds more than white space or a drawn rule, in order, with its page and layout."""
    heads = _running_heads(text.content)
    return tuple(
        _spaced(text, [line for row in _ROW.finditer(text.content) for line in _unglued(text, row, heads)])
    )


def page_runs(lines: tuple[Line, ...]) -> tuple[tuple[Line, ...], ...]:
    """The lines page by page: a form feed begins a page, and so does a running head with a page number."""
    return tuple(
        run for _, group in groupby(lines, key=lambda line: line.page) for run in _at_heads(tuple(group))
    )


def _at_heads(lines: tuple[Line, ...]) -> Iterator[tuple[Line, ...]]:
    start = 0
    for n, line in enumerate(lines):
        top = _top(lines, n)
        if top > start and n > _FIRST and starts_page(line):
            yield lines[start:top]
            start = top
    yield lines[start:]


def _top(lines: tuple[Line, ...], head: int) -> int:
    """The first line of the letterhead that a running head stands in: lines with no empty line between."""
    top = head
    while top > 0 and head - top < _FIRST and not lines[top].spaced:
        top -= 1
    return top if lines[top].spaced else head


def starts_page(line: Line) -> bool:
    """Whether the line is a running head that carries the number of its page."""
    return bool(PAGE_OF_PAGES.search(line.text) and _HEAD_WORD.search(line.text))


def _running_heads(content: str) -> tuple[re.Pattern[str], ...]:
    """Patterns of the running heads: lines in capitals that occur again before a page's number."""
    heads = {line.strip() for line in _ROW.findall(content)[:12] if _HEAD_WORD.match(line.strip())}
    found: list[re.Pattern[str]] = []
    for head in sorted(heads):
        bare = PAGE_OF_PAGES.sub("", head).strip()
        pattern = re.compile(r"\s+".join(map(re.escape, bare.split())) + r"\s+" + PAGE_OF_PAGES.pattern)
        if len(bare) >= 8 and pattern.search(content):
            found.append(pattern)
    return tuple(found)


def _unglued(text: Text, row: re.Match[str], heads: tuple[re.Pattern[str], ...]) -> Iterator[Line]:
    cuts = {found.start() for head in heads for found in head.finditer(row[0]) if found.start()}
    edges = [0, *sorted(cuts), len(row[0])]
    for low, high in pairwise(edges):
        piece = row[0][low:high]
        if bare := piece.strip():
            start = row.start() + low + len(piece) - len(piece.lstrip())
            yield Line(start, start + len(bare), text.page_at(start), len(piece) - len(piece.lstrip()), bare)


def _spaced(text: Text, lines: list[Line]) -> Iterator[Line]:
    end = 0
    for line in lines:
        between = text.content[end : line.start]
        spaced = end == 0 or between.count("\n") > 1 or PAGE_BREAK in between
        if _RULE.fullmatch(line.text):
            continue
        yield Line(line.start, line.end, line.page, line.indent, line.text, spaced=spaced)
        end = line.end
