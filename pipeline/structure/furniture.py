"""Lines that every page repeats (running heads and feet, page numbers), and tables of contents."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace

from rapidfuzz import fuzz

from models.outline import Line, LineRole
from models.swedish.headings import heading_of
from pipeline.structure.lines import PAGE_OF_PAGES, page_runs

_TOP, _BOTTOM = 7, 5
"""How many lines from a page's edges may be furniture."""
_SAME = 88.0
_PAGE_NUMBER = re.compile(r"[-–—\s]*(?:sida?\s*|sid\.\s*)?\d{1,4}[-–—\s]*", re.IGNORECASE)
_TURN = re.compile(r"[-–—]\s*\d{1,3}\s*[-–—]|(?:forts(?:\.|ättning)|vänd)\b.{0,20}", re.IGNORECASE)
"""What typists wrote where a page ends or begins: "- 2 -", "Forts. sid. 2"."""
_SIGN = re.compile(r"(?:[A-Za-zÅÄÖåäö]{1,4}\s)?§")
_DECIDES = re.compile(r"\b(?:beslutar|beslutade|beslöt|beslöts|föreslår|yrkar)\b|^att\b", re.IGNORECASE)
_FOOT = re.compile(
    r"(?:justera(?:nde|re)s? ?(?:signatur(?:er)?|sign\.?)?|justerare|signatur(?:er)?"
    r"|utdragsbestyrkande|expedierat/bestyrkt|transaktionsidentitet.*"
    r"|det här dokumentet är digitalt signerat)",
    re.IGNORECASE,
)
"""What forms print at the foot of each page, on every municipality's paper."""
_CONTENTS = re.compile(
    r"(?:innehåll|innehållsförteckning|ärendelista|ärendeförteckning|dagordning)", re.IGNORECASE
)
_LONGEST_ENTRY = 6
"""So many lines at most make one entry of a table of contents."""
_LEADER = re.compile(r"(?:(?:[.…·]\s?){4,}\s*\d{0,4}|(?:_\s?){4,}\s*\d{1,4})$")
_TAIL = 60
"""A leader is looked for in so many letters at a line's end: a page may be one long line."""


def marked(lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """The lines with the role of each: body, furniture or contents."""
    pages = page_runs(lines)
    repeated = _repeated(pages)
    seen: set[str] = set()
    out: list[Line] = []
    for page in pages:
        edge = {id(line) for line in (*page[:_TOP], *page[-_BOTTOM:])}
        for line in page:
            key = _key(line)
            recurs = id(line) in edge and key in repeated
            first = recurs and page is pages[0] and key not in seen
            seen.add(key)
            furniture = _is_page_number(line, page) or _is_foot(line) or (recurs and not first)
            out.append(replace(line, role=LineRole.FURNITURE) if furniture else line)
    return _contents(tuple(out))


def _key(line: Line) -> str:
    return re.sub(r"\s+", " ", PAGE_OF_PAGES.sub("", line.text)).strip().casefold()


def _repeated(pages: tuple[tuple[Line, ...], ...]) -> set[str]:
    """The keys of lines that stand at the edge of most pages, or of three and more."""
    counts: Counter[str] = Counter()
    for page in pages:
        near = min(_TOP, max(2, len(page) // 3))
        for key in {_key(line) for line in (*page[:near], *page[-min(near, _BOTTOM) :]) if _can_repeat(line)}:
            alike = next((known for known in counts if fuzz.ratio(known, key) >= _SAME), key)
            counts[alike] += 1
            if alike != key:
                counts[key] += 0
    least = max(2, min(3, (len(pages) + 1) // 2))
    often = [key for key, count in counts.items() if count >= least]
    return {key for key in counts if any(fuzz.ratio(key, known) >= _SAME for known in often)}


def _can_repeat(line: Line) -> bool:
    if _SIGN.match(line.text) or _DECIDES.search(line.text) or not _key(line):
        return False
    heading = heading_of(line.text, labels=False)
    return heading is None or bool(_FOOT.fullmatch(line.text))


def _is_page_number(line: Line, page: tuple[Line, ...]) -> bool:
    at_edge = line in page[:2] or line in page[-2:]
    return bool(PAGE_OF_PAGES.fullmatch(line.text) or _TURN.fullmatch(line.text)) or (
        at_edge and bool(_PAGE_NUMBER.fullmatch(line.text))
    )


def _is_foot(line: Line) -> bool:
    """Whether every column of the line is a form's footer, as "Justerandes sign    Utdragsbestyrkande"."""
    columns = re.split(r"\s{3,}", line.text)
    alone = len(columns) == 1 and re.fullmatch(r"justera(?:re|nde)", line.text, re.IGNORECASE)
    return not alone and all(_FOOT.fullmatch(column) for column in columns)


def _contents(lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """The lines with every entry that ends in a leader, and the heading above the first, marked."""
    body = [n for n, line in enumerate(lines) if line.role is LineRole.BODY]
    inside: set[int] = set()
    for at, n in enumerate(body):
        if _has_leader(lines[n].text):
            inside.update(_entry(lines, body[max(0, at - _LONGEST_ENTRY) : at + 1], inside))
    return tuple(
        replace(line, role=LineRole.CONTENTS) if n in inside else line for n, line in enumerate(lines)
    )


def _entry(lines: tuple[Line, ...], last: list[int], inside: set[int]) -> list[int]:
    """Of the lines up to a leader, those since the entry before, the contents heading or a § sign."""
    entry = [last[-1]]
    for n in reversed(last[:-1]):
        if n in inside:
            return entry
        entry.append(n)
        if _CONTENTS.fullmatch(lines[n].text):
            return entry
        if _SIGN.match(lines[n].text):
            before = [k for k in last if k < n]
            heading = before and _CONTENTS.fullmatch(lines[before[-1]].text)
            return [*entry, before[-1]] if heading else entry
    return last[-1:]


def _has_leader(text: str) -> bool:
    """Whether dots or a rule lead from words to a page number at the line's end."""
    return bool(_LEADER.search(text[-_TAIL:])) and any(map(str.isalpha, text[:_TAIL]))
