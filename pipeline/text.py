"""Stage 1: pages of words become one text, each character anchored to a word on a page."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from models.anchors import Anchor, Anchors
from models.page import Page
from models.text import PAGE_BREAK, Change, PageSpan, Text

_CUT = re.compile(r"(?<=[^\W\d_])[-\u00ad¬]\n([ ]*)(?=[a-zåäöé])(\S+)([ ]*)(\n?)")
"""A word cut at a line's end: letters, a hyphen, and letters in lower case on the next line."""
_COLUMN = 3
"""So many blanks part columns."""
_SUSPENDED = frozenset(
    {"och", "eller", "samt", "respektive", "resp", "resp.", "till", "men", "som", "än", "m.fl."}
)
"""Words after which a hyphen at a line's end is printed on purpose ("plan- / och byggnämnd")."""


def join(pages: Iterable[Page]) -> Text:
    """One text of all pages, parted by form feeds, with words that were cut at line ends made whole."""
    return rejoin(as_read(pages))


def as_read(pages: Iterable[Page]) -> Text:
    """The pages exactly as read, one after the other; none is held longer than it takes to read it."""
    running = _Running()
    anchors = Anchors(anchor for page in pages for anchor in running.add(page))
    return Text("".join(running.pieces), anchors, tuple(running.spans))


@dataclass(slots=True)
class _Running:
    """The text of the pages so far."""

    pieces: list[str] = field(default_factory=list[str])
    spans: list[PageSpan] = field(default_factory=list[PageSpan])
    at: int = 0

    def add(self, page: Page) -> Iterator[Anchor]:
        """The anchors of the next page's words."""
        if self.spans:
            self._put(PAGE_BREAK)
        start = self.at
        end = start
        for word in page.words:
            begin = end + len(word.gap)
            end = begin + len(word.text)
            yield Anchor(begin, end, page.number, word.box, word.confidence)
        self._put(page.text)
        self.spans.append(PageSpan(start, end, page.number))

    def _put(self, piece: str) -> None:
        self.pieces.append(piece)
        self.at += len(piece)


def rejoin(text: Text) -> Text:
    """The text with words cut at line ends whole on the first line, the line break after them."""
    return text.apply(
        Change(cut.start(), cut.end(), _whole(cut), "hyphen", 0.95)
        for cut in _CUT.finditer(text.content)
        if cut[2].rstrip(",.;:") not in _SUSPENDED
    )


def _whole(cut: re.Match[str]) -> str:
    """The second half and the line break, unless the text ends there or the next line follows anyway.

    What stands in a column of its own on the next line stays in it.
    """
    if cut.end() == len(cut.string):
        return cut[2]
    if cut[4]:
        return f"{cut[2]}\n"
    gap = " " * len(cut[2]) + cut[3] if len(cut[3]) >= _COLUMN else ""
    return f"{cut[2]}\n{cut[1]}{gap}"
