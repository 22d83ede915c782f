"""The repaired text laid back on the pages that it was read from."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from rapidfuzz.distance import Levenshtein

from archive.export.printed import HYPHENS, Cut, Half, Printed, PrintedPage
from models.geometry import Box, hull
from models.page import Page, Word
from models.text import PAGE_BREAK, Edit

_TOKEN = re.compile(r"\S+")
_QUARTER = 90


def printed_pages(pages: Iterable[Page], edits: Sequence[Edit]) -> Iterator[PrintedPage]:
    """Each page with the words that `edits`, in positions of all pages as read, make of it.

    The pages' `text` one after the other is the repaired text, and their `read` the text as read, pages
    parted by form feeds that stand before the page.
    """
    at = edited = 0
    for number, page in enumerate(pages):
        first = edited
        raw = (PAGE_BREAK if number else "") + page.text
        end = at + len(raw)
        while edited < len(edits) and edits[edited].start < end:
            edited += 1
        # An edit that runs on from the page before has given its text there.
        taken = edits[first - 1].end if first else 0
        yield _Paper(page, raw, at).printed(edits[first:edited], max(at, min(taken, end)))
        at = end


@dataclass(frozen=True, slots=True)
class _Spot:
    """A word as read: where it stands in the file's text, on which line of which block, after which gap."""

    word: Word
    gap: str
    start: int
    end: int
    line: tuple[int, int]


@dataclass(frozen=True, slots=True)
class _Piece:
    """Characters of one token that stand on one line: `first` and `last` are spots, `low` and `high` raw."""

    text: str
    gap: str
    whole: str
    first: int
    last: int
    low: int
    high: int


class _Paper:
    """One page while the repaired text is laid on it; `at` is where its `raw` begins in the file's text."""

    def __init__(self, page: Page, raw: str, at: int) -> None:
        self._page = page
        self._raw = raw
        self._at = at
        self._spots = list(_spots(page, at + len(raw) - len(page.text), raw[: len(raw) - len(page.text)]))
        self._starts = [spot.start for spot in self._spots]

    def printed(self, edits: Sequence[Edit], begin: int) -> PrintedPage:
        """The page, of which what stands before `begin` belongs to an edit of the page before."""
        content, origins = self._content(edits, begin)
        pieces = list(self._pieces(content, origins))
        words: list[Printed] = []
        for n, piece in enumerate(pieces):
            again = bool(words) and words[-1].word == piece.first + 1
            words.append(self._word(pieces, n, words[-1].share + 1 if again else 1))
        lines = [tuple(line) for _, line in groupby(words, key=self._line_of)]
        blocks = groupby(lines, key=lambda line: self._line_of(line[0])[0])
        last = pieces[-1].last + 1 if pieces else 0
        return PrintedPage(
            self._page,
            tuple(tuple(block) for _, block in blocks),
            content[len(content.rstrip()) :],
            "".join(spot.gap + spot.word.text for spot in self._spots[last:]) if self._spots else self._raw,
        )

    def _line_of(self, word: Printed) -> tuple[int, int]:
        return self._spots[word.word - 1].line

    def _content(self, edits: Sequence[Edit], begin: int) -> tuple[str, list[int]]:
        """What the page says now, and of each character where in the text as read it comes from."""
        pieces: list[str] = []
        origins: list[int] = []
        at = begin
        for edit in edits:
            pieces += [self._raw[at - self._at : edit.start - self._at], edit.text]
            origins += range(at, edit.start)
            origins += _origins(self._raw[edit.start - self._at : edit.end - self._at], edit)
            at = edit.end
        end = self._at + len(self._raw)
        pieces.append(self._raw[at - self._at :] if at < end else "")
        origins += range(at, end)
        return "".join(pieces), origins

    def _pieces(self, content: str, origins: Sequence[int]) -> Iterator[_Piece]:
        """The tokens of the page, each taken apart where a new line begins."""
        at = 0
        for token in _TOKEN.finditer(content) if self._spots else ():
            places = [(n, self._spot_at(origins[n])) for n in range(*token.span())]
            gap = content[at : token.start()]
            for _, group in groupby(places, key=lambda place: self._spots[place[1]].line):
                here = list(group)
                low, high = here[0][0], here[-1][0]
                yield _Piece(
                    content[low : high + 1],
                    gap,
                    token[0],
                    here[0][1],
                    here[-1][1],
                    origins[low],
                    origins[high],
                )
                gap = ""
            at = token.end()

    def _spot_at(self, position: int) -> int:
        return max(bisect_right(self._starts, position) - 1, 0)

    def _word(self, pieces: Sequence[_Piece], n: int, share: int) -> Printed:
        piece = pieces[n]
        before = pieces[n - 1].last if n else -1
        own = self._spots[before + 1 : piece.last + 1]
        spots = self._spots[piece.first : piece.last + 1]
        known = [spot.word.confidence for spot in spots if spot.word.confidence is not None]
        cut = self._cut(pieces, n)
        boxes = [box for m in range(piece.first, piece.last + 1) if (box := self._share(pieces, n, m, cut))]
        return Printed(
            piece.text,
            piece.gap,
            "".join(spot.gap + spot.word.text for spot in own)[len(own[0].gap) if own else 0 :],
            own[0].gap if own else "",
            piece.first + 1,
            share,
            self._spots[piece.first].start,
            hull(boxes) if boxes else None,
            min(known, default=None),
            cut,
        )

    def _cut(self, pieces: Sequence[_Piece], n: int) -> Cut | None:
        piece = pieces[n]
        if piece.text == piece.whole:
            return None
        follows = n + 1 < len(pieces) and not pieces[n + 1].gap and pieces[n + 1].whole == piece.whole
        if not follows or piece.text != piece.whole[: len(piece.text)]:
            return Cut(piece.whole, Half.SECOND)
        spot = self._spots[piece.last]
        last = spot.word.text[-1]
        if last not in HYPHENS or piece.text.endswith(last):
            return Cut(piece.whole, Half.FIRST)
        length = len(spot.word.text)
        return Cut(piece.whole, Half.FIRST, last, self._part(spot.word.box, (length - 1) / length, 1.0))

    def _share(self, pieces: Sequence[_Piece], n: int, m: int, cut: Cut | None) -> Box | None:
        """The part of spot `m` that piece `n` takes: all of it, unless pieces beside it take some too."""
        piece, spot = pieces[n], self._spots[m]
        length = spot.end - spot.start
        low, high = 0.0, 1.0
        if n and pieces[n - 1].last == m:
            low = max(piece.low - spot.start, 0) / length
        if n + 1 < len(pieces) and pieces[n + 1].first == m:
            high = max(pieces[n + 1].low - spot.start, piece.high + 1 - spot.start) / length
        elif cut and cut.hyphen and m == piece.last:
            high = (length - 1) / length
        return self._part(spot.word.box, min(low, 1.0), min(max(high, low), 1.0))

    def _part(self, box: Box | None, low: float, high: float) -> Box | None:
        """From `low` to `high`, shares of its length, along the print, which runs as the page is turned."""
        if box is None or (low, high) == (0.0, 1.0):
            return box
        width, height = box.width, box.height
        match round(self._page.rotation / _QUARTER) % 4:
            case 0:
                return Box(box.x0 + low * width, box.y0, box.x0 + high * width, box.y1)
            case 1:
                return Box(box.x0, box.y1 - high * height, box.x1, box.y1 - low * height)
            case 2:
                return Box(box.x1 - high * width, box.y0, box.x1 - low * width, box.y1)
            case _:
                return Box(box.x0, box.y0 + low * height, box.x1, box.y0 + high * height)


def _spots(page: Page, at: int, before: str) -> Iterator[_Spot]:
    """The page's words with their places; `before` is what parts the page from the one above."""
    block = line = 0
    gap = before
    for word in page.words:
        gap += word.gap
        at += len(word.gap)
        if not word.text:
            continue
        breaks = word.gap.count("\n")
        block += breaks > 1
        line += breaks > 0
        yield _Spot(word, gap, at, at + len(word.text), (block, line))
        at += len(word.text)
        gap = ""


def _origins(read: str, edit: Edit) -> Iterator[int]:
    """For each character of an edit, the place of the character as read that it stands for."""
    for op in Levenshtein.opcodes(read, edit.text):
        if op.tag == "insert":
            yield from [edit.start + max(op.src_start - 1, 0)] * (op.dest_end - op.dest_start)
        elif op.tag != "delete":
            yield from range(edit.start + op.src_start, edit.start + op.src_end)
