"""Where the documents of a file begin: front pages, page numbers that start again, titles of letters."""

from __future__ import annotations

import re

from models.outline import BlockKind, Line
from models.swedish.headings import heading_of
from models.swedish.kinds import kind_of_title
from models.vocabulary import Kind
from pipeline.structure.lines import PAGE_OF_PAGES, page_runs
from pipeline.structure.opening import opening_at, opening_of

_TOP = 10
_LETTERHEAD = 6
"""So many lines a letter's head takes, with its date and dnr."""
_COUNTERS = 3
"""So many lines a page's number and head may take before its text begins."""
_DATE = re.compile(r"(?:den )?\d{1,2} [a-zåäö]+ (?:19|20)\d\d|(?:19|20)\d\d-\d\d-\d\d|datum:?", re.IGNORECASE)
_DNR = re.compile(r"d\s?nr\b|diarienr|diarienummer|handläggare", re.IGNORECASE)
_PAGE_ALONE = re.compile(r"(?:^|(?<=\s\s\s))(?:sida|sid\.?|blad)\s*(\d{1,4})$", re.IGNORECASE)
"""A page's number that doesn't say of how many: "Sida 4"."""
_SIGN = re.compile(r"(?:[A-Za-zÅÄÖåäö]{1,5}\s+)?§\.?\s?\d")
_APPENDIX = re.compile(r"bilaga(?: (?:\d{1,2}|[A-Z]))?(?: till .{3,60})?[:.]?", re.IGNORECASE)


def part_starts(lines: tuple[Line, ...]) -> tuple[int, ...]:
    """The indices of the lines that begin a document, the first among them."""
    starts: list[int] = []
    at = 0
    last: tuple[int, int | None] | None = None
    heads: frozenset[str] = frozenset()
    for page in page_runs(lines):
        counter = _counter(page)
        if not starts or _begins(page, counter, last, heads):
            starts.append(at)
        starts += [at + n for n in _letters(page) if n + at not in starts]
        starts += [at + n for n in _openings(page) if _minutes_went_on(lines[starts[-1] : at + n])]
        last = counter or last
        heads = frozenset(column for line in page[:_TOP] for column in _columns(line))
        at += len(page)
    return tuple(starts)


def _counter(page: tuple[Line, ...]) -> tuple[int, int | None] | None:
    """The page's number and of how many, where it prints them."""
    edge = (*page[:4], *page[-3:])
    for line in edge:
        if found := PAGE_OF_PAGES.search(line.text):
            return int(found[1]), int(found[2] or found[3])
    alone = (found for line in edge if (found := _PAGE_ALONE.search(line.text)))
    return next(((int(found[1]), None) for found in alone), None)


def _begins(
    page: tuple[Line, ...],
    counter: tuple[int, int | None] | None,
    last: tuple[int, int | None] | None,
    heads: frozenset[str],
) -> bool:
    """Whether a document begins with the page; `last` is the last counter, `heads` what the last head held.

    An excerpt keeps the page number that it has in its minutes.
    """
    top = page[:_TOP]
    if counter and counter[0] > 1:
        return any(_is_excerpt(column) for line in top for column in _columns(line) if column not in heads)
    restarts = counter is not None and counter[0] == 1 and (last is not None or _is_letterhead(top))
    front = any(_opens_minutes(line) for line in page[:18]) and any(_title(line) for line in top)
    appendix = any(_APPENDIX.fullmatch(line.text) for line in top[:3])
    new = [line for line in top if not heads.issuperset(_columns(line))]
    letter = (
        not last and any(_title(line) for line in new) and any(_DATE.fullmatch(line.text) for line in top)
    )
    return restarts or front or appendix or letter or opening_of(page[:_COUNTERS]) is not None


def _opens_minutes(line: Line) -> bool:
    heading = heading_of(line.text, labels=True)
    return heading is not None and heading.kind in (BlockKind.TIME_AND_PLACE, BlockKind.DECIDING)


def _title(line: Line) -> bool:
    """Whether one of the line's columns is the title of a document."""
    return any(kind_of_title(column) for column in _columns(line))


def _columns(line: Line) -> list[str]:
    return re.split(r"\s{3,}", line.text)


def _is_excerpt(column: str) -> bool:
    return kind_of_title(column) is Kind.PROTOKOLLSUTDRAG


def _is_letterhead(top: tuple[Line, ...]) -> bool:
    """Whether the head of a page 1 has a date and a dnr, as where a letter follows on an unnumbered page."""
    columns = [column for line in top[:_LETTERHEAD] for column in _columns(line)]
    return any(_DATE.fullmatch(column) for column in columns) and any(
        _DNR.match(column) for column in columns
    )


def _minutes_went_on(lines: tuple[Line, ...]) -> bool:
    """Whether a § stands among the lines, so that what opens after them are another meeting's minutes."""
    return any(_SIGN.match(line.text) for line in lines)


def _openings(page: tuple[Line, ...]) -> list[int]:
    """Lines further down with which the minutes of the next meeting open, as in a bound volume."""
    return [n for n in range(_COUNTERS, len(page)) if page[n].spaced and opening_at(page, n)]


def _letters(page: tuple[Line, ...]) -> list[int]:
    """Titles further down that begin a letter: alone on a line, its date beside it and a dnr below."""
    found: list[int] = []
    for n in range(_TOP, len(page)):
        line = page[n]
        if not (line.spaced and line.text[:1].isupper() and _title(line)):
            continue
        dated = _DATE.fullmatch(page[n - 1].text)
        numbered = any(_DNR.match(after.text) for after in page[n + 1 : n + 4])
        if dated and numbered:
            found.append(n - 1)
    return found
