"""Stage 1: pages of words become one text, each character anchored to a word on a page."""

from __future__ import annotations

import re
from collections.abc import Iterable

from models.page import Page
from models.text import PAGE_BREAK, Anchor, Change, PageSpan, Text

_CUT = re.compile(r"(?<=[^\W\d_])[-\u00ad¬]\n([ ]*)(?=[a-zåäöé])(\S+)[ ]*(\n?)")
"""A word cut at a line's end: letters, a hyphen, and letters in lower case on the next line."""
_SUSPENDED = frozenset(
    {"och", "eller", "samt", "respektive", "resp", "resp.", "till", "men", "som", "än", "m.fl."}
)
"""Words after which a hyphen at a line's end is printed on purpose ("plan- / och byggnämnd")."""


def join(pages: Iterable[Page]) -> Text:
    """One text of all pages, parted by form feeds, with words that were cut at line ends made whole."""
    return rejoin(as_read(pages))


def as_read(pages: Iterable[Page]) -> Text:
    """The pages exactly as read, one after the other."""
    pieces: list[str] = []
    anchors: list[Anchor] = []
    spans: list[PageSpan] = []
    at = 0
    for page in pages:
        if spans:
            pieces.append(PAGE_BREAK)
            at += len(PAGE_BREAK)
        start = at
        for word in page.words:
            at += len(word.gap)
            anchors.append(Anchor(at, at + len(word.text), page.number, word.box, word.confidence))
            pieces += [word.gap, word.text]
            at += len(word.text)
        spans.append(PageSpan(start, at, page.number))
    return Text("".join(pieces), tuple(anchors), tuple(spans))


def rejoin(text: Text) -> Text:
    """The text with words cut at line ends whole on the first line, the line break after them."""
    return text.apply(
        Change(cut.start(), cut.end(), _whole(cut), "hyphen", 0.95)
        for cut in _CUT.finditer(text.content)
        if cut[2].rstrip(",.;:") not in _SUSPENDED
    )


def _whole(cut: re.Match[str]) -> str:
    """The second half and the line break, unless the text ends there or the next line follows anyway."""
    if cut.end() == len(cut.string):
        return cut[2]
    return f"{cut[2]}\n" if cut[3] else f"{cut[2]}\n{cut[1]}"
