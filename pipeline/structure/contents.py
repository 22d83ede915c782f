"""Tables of contents: entries that lead to a page number, and pages that say what they are."""

from __future__ import annotations

import re
from dataclasses import replace

from models.outline import Line, LineRole
from pipeline.structure.lines import page_runs

_HEADING = re.compile(
    r"(?:innehåll|innehållsförteckning|ärendelista|ärendeförteckning|dagordning)", re.IGNORECASE
)
_SIGN = re.compile(r"(?:[A-Za-zÅÄÖåäö]{1,5}\s){0,2}§\.?\s?\d+")
_LEADER = re.compile(r"(?:(?:[.…·]\s?){4,}\s*\d{0,4}|(?:_\s?){4,}\s*\d{1,4})$")
_PAGE = re.compile(r"\w.*\s(\d{1,4})$")
"""An entry's last line, and the page that it names."""
_SIGNED = re.compile(
    r"(?:underskrift(?:er)?[ :]*)?(?:sekreterare|ordförande|justera(?:nde|re)|sign(?:atur)?|underskrift)?"
    r"[ :]*[.…·_]",
    re.IGNORECASE,
)
"""An office and the dots on which its holder signs."""
_TAIL = 60
"""A leader is looked for in so many letters at a line's end: a page may be one long line."""
_LONGEST_LEADER = 200
_COLUMN = re.compile(r"\s{2,}\d{1,4}$")
"""A page number in a column of its own."""
_LONGEST_ENTRY = 6
"""So many lines at most make one entry."""


def without_contents(lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """The lines, those of tables of contents marked as such."""
    inside = _led(lines) | _announced(lines)
    body = LineRole.BODY
    return tuple(
        replace(line, role=LineRole.CONTENTS) if n in inside and line.role is body else line
        for n, line in enumerate(lines)
    )


def _led(lines: tuple[Line, ...]) -> set[int]:
    """The lines of entries that end in a leader, and the heading above the first."""
    body = [n for n, line in enumerate(lines) if line.role is LineRole.BODY]
    inside: set[int] = set()
    for at, n in enumerate(body):
        if _has_leader(lines[n].text):
            inside.update(_entry(lines, body[max(0, at - _LONGEST_ENTRY) : at + 1], inside))
    return inside


def _entry(lines: tuple[Line, ...], last: list[int], inside: set[int]) -> list[int]:
    """Of the lines up to a leader, those since the entry before, the contents heading or a § sign."""
    entry = [last[-1]]
    for n in reversed(last[:-1]):
        if n in inside:
            return entry
        entry.append(n)
        if _HEADING.fullmatch(lines[n].text):
            return entry
        if _SIGN.match(lines[n].text):
            before = [k for k in last if k < n]
            heading = before and _HEADING.fullmatch(lines[before[-1]].text)
            return [*entry, before[-1]] if heading else entry
    return last[-1:]


def is_contents_heading(text: str) -> bool:
    """Whether the line is the heading of a table of contents."""
    return _HEADING.fullmatch(text) is not None


def without_leader(line: Line) -> Line:
    """The line without the dots that lead to a page number, and without the number."""
    found = _LEADER.search(line.text, max(0, len(line.text) - _LONGEST_LEADER)) or _COLUMN.search(line.text)
    text = line.text[: found.start()].rstrip() if found else line.text
    return replace(line, end=line.start + len(text), text=text)


def _has_leader(text: str) -> bool:
    """Whether dots or a rule lead from words to a page number at the line's end, and nobody signs on them."""
    return (
        not _SIGNED.match(text)
        and bool(_LEADER.search(text[-_TAIL:]))
        and any(map(str.isalpha, text[:_TAIL]))
    )


def _announced(lines: tuple[Line, ...]) -> set[int]:
    """What follows a contents heading on its page, where all § named there come again, or pages are named.

    Recognition makes letters of the dots that lead to page numbers, so that no leader is left to see.
    """
    inside: set[int] = set()
    after = 0
    for page in page_runs(lines):
        start, after = after, after + len(page)
        top = next((n for n, line in enumerate(page) if _HEADING.fullmatch(line.text)), None)
        if top is None:
            continue
        signs = {found[0] for line in page[top:] if (found := _SIGN.match(line.text))}
        again = {found[0] for line in lines[after:] if (found := _SIGN.match(line.text))}
        if signs and (signs <= again or _names_pages(page[top:], len(signs))):
            inside.update(range(start + top, after))
    return inside


def _names_pages(lines: tuple[Line, ...], entries: int) -> bool:
    """Whether nearly each of so many entries ends in a page number, none lower than the one before."""
    body = (line.text for line in lines if line.role is LineRole.BODY)
    pages = [int(found[1]) for text in body if (found := _PAGE.search(text))]
    return entries > 1 and len(pages) >= 0.8 * entries and pages == sorted(pages)
