"""Blocks become lines of words in the columns of a page, until the page is full."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from benchmarks.reading.make.blocks import Block, Shape
from benchmarks.reading.make.faces import width
from benchmarks.reading.make.sheet import Sheet, Type, Word

BREAK = "~"
_GAP = 8.0
"""Columns of a row keep so many points apart."""


@dataclass(frozen=True, slots=True)
class Frame:
    """A column of the page, in points."""

    x0: float
    x1: float
    top: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Look:
    """How text is set: `row_split` is where a row's second column begins, as a share of the width."""

    text: Type
    head: Type
    leading: float
    justified: bool = False
    gap: float = 4.0
    row_split: float = 0.5


class FullError(Exception):
    """The page holds no more."""


def fill(sheet: Sheet, frames: tuple[Frame, ...], look: Look, blocks: Iterable[Block]) -> None:
    """Set blocks until the last frame is full; what is left of the last block is not printed."""
    setter = _Setter(sheet, list(frames), look)
    try:
        for block in blocks:
            setter.put(block)
    except FullError:
        return


class _Setter:
    """Sets line after line, from the top of the first frame on."""

    def __init__(self, sheet: Sheet, frames: list[Frame], look: Look) -> None:
        self.sheet = sheet
        self.frames = frames
        self.look = look
        self.y = frames[0].top

    def put(self, block: Block) -> None:
        """Set one block."""
        look, text = self.look, block.cells[0]
        match block.shape:
            case Shape.ITEM | Shape.HEAD:
                self._head(text, look.gap * (2 if block.shape is Shape.ITEM else 1))
            case Shape.ENTRY:
                self._paragraph(text, look.text, indent=12)
            case Shape.TEXT:
                self._paragraph(text, look.text, justified=look.justified)
                self.y += look.gap
            case Shape.ROW | Shape.TABLE:
                self._row(block)

    def _head(self, text: str, above: float) -> None:
        at_top = self.y == self.frames[0].top
        self.y += 0 if at_top else above
        # A heading never stands alone at the foot.
        if self.y + 3 * self.look.leading > self.frames[0].bottom:
            self._turn()
        self._paragraph(text, self.look.head)

    def _paragraph(self, text: str, type_: Type, *, indent: float = 0, justified: bool = False) -> None:
        """Lines of one paragraph; an entry's lines after the first hang in by `indent`."""
        wide = self.frames[0].x1 - self.frames[0].x0
        lines = list(wrap(text, wide - indent, type_))
        for number, line in enumerate(lines):
            x = self._room() + (indent if number else 0)
            stretched = wide if justified and number < len(lines) - 1 else None
            self._add(placed(line, x, self.y, type_, stretched))

    def _row(self, block: Block) -> None:
        """One line of columns; all of it is made smaller where a cell would not fit."""
        x0, frame = self._room(), self.frames[0]
        wide, count = frame.x1 - frame.x0, len(block.cells)
        first = self.look.row_split if block.shape is Shape.ROW else 0.4
        starts = [0.0, *(first + (1 - first) * n / (count - 1) for n in range(count - 1))]
        ends = [*starts[1:], 1.0]
        rooms = [(end - start) * wide - _GAP for start, end in zip(starts, ends, strict=True)]
        type_ = self.look.text
        needed = (width(cell, type_.face, type_.size) for cell in block.cells)
        shrink = min(1.0, *(room / need for room, need in zip(rooms, needed, strict=True)))
        type_ = Type(type_.face, type_.size * shrink)
        words: list[Word] = []
        for number, (cell, start, room) in enumerate(zip(block.cells, starts, rooms, strict=True)):
            right = block.shape is Shape.TABLE and number > 0
            shift = room - width(cell, type_.face, type_.size) if right else 0
            words += placed(cell, x0 + start * wide + shift, self.y, type_)
        self._add(words)

    def _room(self) -> float:
        """The left end of the next line, in the next frame where this one is full."""
        if self.y > self.frames[0].bottom:
            self._turn()
        return self.frames[0].x0

    def _turn(self) -> None:
        self.frames.pop(0)
        if not self.frames:
            raise FullError
        self.y = self.frames[0].top

    def _add(self, words: Iterable[Word]) -> None:
        self.sheet.lines.append(tuple(words))
        self.y += self.look.leading


def placed(text: str, x: float, y: float, type_: Type, stretched: float | None = None) -> list[Word]:
    """The words of a line at their places; blanks widened so that it fills `stretched` points."""
    texts = text.split()
    widths = [width(word, type_.face, type_.size, bold=type_.bold) for word in texts]
    blank = width(" ", type_.face, type_.size, bold=type_.bold)
    if stretched is not None and len(texts) > 1:
        blank = (stretched - sum(widths)) / (len(texts) - 1)
    words: list[Word] = []
    for word, wide in zip(texts, widths, strict=True):
        words.append(Word(x, y, word, type_))
        x += wide + blank
    return words


def wrap(text: str, wide: float, type_: Type) -> Iterator[str]:
    """Lines no wider than `wide`; a word is broken only at `BREAK`."""
    line = ""
    for word in text.split():
        longer = f"{line} {word}" if line else word
        if _width(longer, type_) <= wide or not line:
            line = longer
            continue
        head, line = _broken(line, word, wide, type_)
        yield head
    yield line.replace(BREAK, "")


def _broken(line: str, word: str, wide: float, type_: Type) -> tuple[str, str]:
    pieces = word.split(BREAK)
    for count in range(len(pieces) - 1, 0, -1):
        head = f"{line} {''.join(pieces[:count])}-"
        if _width(head, type_) <= wide:
            return head.replace(BREAK, ""), "".join(pieces[count:])
    return line.replace(BREAK, ""), word


def _width(text: str, type_: Type) -> float:
    return width(text.replace(BREAK, ""), type_.face, type_.size, bold=type_.bold)
