"""The structure of a file: the documents in it, their matters, the blocks under their headings."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from models.text import Text

_CUT = re.compile(r"(?<=[a-zåäö])-\n(?=[a-zåäö])(?!(?:och|eller|samt)\b)")
"""Where a word is cut at a line's end."""
_MARGIN = 60
"""How far a margin reaches, in letters."""


class LineRole(StrEnum):
    """What a line is for: page furniture and tables of contents repeat what stands elsewhere."""

    BODY = "body"
    FURNITURE = "furniture"
    CONTENTS = "contents"


class BlockKind(StrEnum):
    """The part of a document that a known heading opens; `LEAD` is what stands before any heading."""

    LEAD = "lead"
    TIME_AND_PLACE = "plats och tid"
    DECIDING = "beslutande"
    SUBSTITUTES = "ersättare"
    OTHERS_PRESENT = "övriga närvarande"
    ADJUSTING = "justering"
    SIGNATURES = "underskrifter"
    PARAGRAPHS = "paragrafer"
    NOTICE = "anslag"
    SUMMARY = "sammanfattning"
    BASIS = "beslutsunderlag"
    PROPOSAL = "förslag till beslut"
    MOTIONS = "yrkanden"
    PROCEDURE = "beslutsgång"
    VOTE = "omröstning"
    DECISION = "beslut"
    RESERVATION = "reservation"
    STATEMENT = "särskilt yttrande"
    RECUSAL = "jäv"
    SENT_TO = "skickas till"
    OTHER = "övrigt"


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a part: `start` and `end` in the part's `text.content`, white space at the ends left out.

    `indent` is the number of blanks before it, `spaced` whether empty lines or a page's top part it from the
    line before. Columns are parted by three or more blanks inside `text`.
    """

    start: int
    end: int
    page: int
    indent: int
    text: str
    role: LineRole = LineRole.BODY
    spaced: bool = False


@dataclass(frozen=True, slots=True)
class Block:
    """The lines under one heading; `heading` is None for a lead.

    A heading that shares its line with a value ("Sekreterare   Anna Ek") has the rest of the line as first
    of `lines`.
    """

    kind: BlockKind
    heading: Line | None
    lines: tuple[Line, ...]

    @property
    def text(self) -> str:
        """The block's lines, one to a row."""
        return "\n".join(line.text for line in self.lines)


@dataclass(frozen=True, slots=True)
class ItemOutline:
    """One § of minutes: its number, the lines of its heading, and the blocks under it.

    `margin` is how far after a heading that nothing follows a dnr of its own may stand, `above` the line of
    a dnr that stands over the sign, `beside` those in the margin of its text.
    """

    paragraph: int
    sign: Line
    heading: tuple[Line, ...]
    blocks: tuple[Block, ...]
    margin: int = _MARGIN
    above: Line | None = None
    beside: tuple[Line, ...] = ()

    @property
    def start(self) -> int:
        """Where it begins in the part's text: with its sign, or with the dnr over it."""
        return (self.above or self.sign).start

    @property
    def title(self) -> str:
        """The heading as one line."""
        whole = "\n".join(" ".join(line.text.split()) for line in self.heading)
        return _CUT.sub("", whole).replace("\n", " ")

    @property
    def head(self) -> tuple[int, int]:
        """From the sign to the first block, in the part's text: where the item's own dnr stands."""
        first = next((block.heading or block.lines[0] for block in self.blocks), None)
        last = self.heading[-1] if self.heading else self.sign
        return self.start, first.start if first else last.end + self.margin

    def blocks_of(self, *kinds: BlockKind) -> Iterator[Block]:
        """The blocks of these kinds, in order."""
        return (block for block in self.blocks if block.kind in kinds)

    def lines(self) -> Iterator[Line]:
        """Every line of the item, in order."""
        yield self.sign
        yield from self.heading
        for block in self.blocks:
            if block.heading is not None:
                yield block.heading
            yield from block.lines


@dataclass(frozen=True, slots=True)
class Part:
    """One document of a file: its own stretch of text, all its lines, and what they make up.

    `front` holds the blocks before the first item (the whole document, where it has no items) and `back`
    those after the last (signatures, notice of posting). Furniture and contents are in `lines` only; `listed`
    are the items that contents name and that stand nowhere else, without blocks.
    """

    number: int
    of: int
    text: Text
    lines: tuple[Line, ...]
    front: tuple[Block, ...]
    items: tuple[ItemOutline, ...]
    back: tuple[Block, ...]
    listed: tuple[ItemOutline, ...] = ()

    @property
    def page_from(self) -> int:
        """The number of its first page."""
        return self.text.pages[0].number if self.text.pages else 1

    @property
    def page_to(self) -> int:
        """The number of its last page."""
        return self.text.pages[-1].number if self.text.pages else 1

    def blocks(self) -> Iterator[Block]:
        """Every block, in order."""
        yield from self.front
        for item in self.items:
            yield from item.blocks
        yield from self.back

    def without_items(self) -> Part:
        """The part with its § signs as headings of blocks: of a document whose sections are no matters."""
        front = list(self.front)
        for item in self.items:
            front += [Block(BlockKind.OTHER, item.sign, item.heading), *item.blocks]
        return replace(self, front=(*front, *self.back), items=(), back=(), listed=())

    def item_at(self, position: int) -> ItemOutline | None:
        """The item in which `text.content[position]` stands."""
        at = bisect_right(self.items, position, key=lambda item: item.start) - 1
        found = self.items[at] if at >= 0 else None
        first_of_back = self.back[0].heading or self.back[0].lines[0] if self.back else None
        return None if first_of_back and position >= first_of_back.start else found
