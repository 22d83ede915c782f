"""Lines that every page repeats: running heads and feet, page numbers."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from rapidfuzz import fuzz, process

from models.outline import Line, LineRole
from models.swedish.headings import heading_of
from pipeline.structure.contents import without_contents
from pipeline.structure.lines import PAGE_OF_PAGES, page_runs

_TOP, _BOTTOM = 7, 5
"""How many lines from a page's edges may be furniture."""
_HEAD = 3
"""How many lines a running head takes that is misread on page after page."""
_SAME = 88.0
_COUNTER = re.compile(
    r"\b(?:blad|sida?|sid\.)\s*(?:nr\s*)?\d{1,4}\b|(?<=\s\s\s)\d{1,4}$|^\d{1,4}(?=\s\s\s)"
    r"|(?<=\s\s\s)\S{1,4}\s?\(\d{1,4}\W?\)$",
    re.IGNORECASE,
)
"""A page's number beside a running head, also where it was misread: "iz (17)"."""
_PAGE_NUMBER = re.compile(r"[-–—\s]*(?:sida?\s*|sid\.\s*|blad\s*)?\d{1,4}[-–—\s]*", re.IGNORECASE)
_TURN = re.compile(
    r"[-–—]\s*\d{1,3}\s*[-–—]|(?:§[ ]?\d{1,4},?[ ]\(?)?(?:forts(?:\.|ättning)|vänd)(?!\w).{0,20}",
    re.IGNORECASE,
)
"""What typists wrote where a page ends or begins: "- 2 -", "Forts. sid. 2"."""
_SIGN = re.compile(r"(?:[A-Za-zÅÄÖåäö]{1,4}\s)?§")
_DECIDES = re.compile(r"\b(?:beslutar|beslutade|beslöt|beslöts|föreslår|yrkar)\b|^att\b", re.IGNORECASE)
_FOOT = re.compile(
    r"(?:juster(?:a(?:nde|r)|ings(?:m[äa]n(?:nen)?|man))(?:es?|ens|s|nas)? ?(?:signatur(?:er)?|sign\.?)?"
    r"|(?:signatur(?:er)?|sign\.?)(?: justera(?:nde|re))?[ .…_]*|rätt utdrag\w*(?: intyga[rs]| bestyrke[rs])?"
    r"|utdrag\w*[ ]?bestyrk\w+|expedierat/bestyrkt|transaktionsidentitet.*"
    r"|det här dokumentet är digitalt signerat)",
    re.IGNORECASE,
)
"""What forms print at the foot of each page, on every municipality's paper."""


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
    return without_contents(tuple(out))


def _key(line: Line) -> str:
    return re.sub(r"\s+", " ", _COUNTER.sub("", PAGE_OF_PAGES.sub("", line.text))).strip().casefold()


def _repeated(pages: tuple[tuple[Line, ...], ...]) -> set[str]:
    """The keys of lines that stand at the edge of most pages, or of three and more.

    A key that occurs once counts for the one it is a misreading of, or for the one that stands in its place
    on the page before.
    """
    edges = [_edge_keys(page) for page in pages]
    counts = Counter(key for keys in edges for key in keys)
    several = [key for key, count in counts.items() if count > 1]
    read_as = {key: _nearest(key, several) for key, count in counts.items() if count == 1}
    for above, below in pairwise(pages):
        for key, before in _in_the_same_place(below, above):
            if key in read_as and read_as[key] is None and _nearest(key, [before]):
                read_as[key] = read_as.get(before) or before
    counts.update(known for known in read_as.values() if known is not None)
    least = max(2, min(3, (len(pages) + 1) // 2))
    often = {key for key, count in counts.items() if count >= least}
    return often | {key for key, known in read_as.items() if known in often}


def _in_the_same_place(page: tuple[Line, ...], other: tuple[Line, ...]) -> Iterator[tuple[str, str]]:
    """The keys of the outermost lines of two pages, line for line."""
    for one, two in (
        *zip(page[:_HEAD], other, strict=False),
        *zip(page[-_HEAD:], other[-_HEAD:], strict=False),
    ):
        yield _key(one), _key(two)


def _edge_keys(page: tuple[Line, ...]) -> list[str]:
    near = min(_TOP, max(2, len(page) // 3))
    edge = (*page[:near], *page[-min(near, _BOTTOM) :])
    return list(dict.fromkeys(_key(line) for line in edge if _can_repeat(line)))


def _nearest(key: str, known: list[str]) -> str | None:
    found = process.extractOne(key, known, scorer=fuzz.ratio, score_cutoff=_SAME)
    return found[0] if found else None


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
