"""Blocks are set on pages."""

from __future__ import annotations

from itertools import pairwise

from benchmarks.extraction.grammar.marks import bare
from benchmarks.extraction.layout.blocks import Block, Cell, Document, Shape
from benchmarks.extraction.layout.house import House
from benchmarks.extraction.layout.sheet import HEIGHT, WIDTH, Breaks, Run, Sheet, Type, wrap

_GAP = 8.0
"""Columns of a row keep so many points apart."""
_SMALL = 0.85
_HANG = 18.0


def lay_out(document: Document) -> list[Sheet]:
    """The pages of one document, with heads and feet."""
    setter = _Setter(document.house)
    for block in document.blocks:
        setter.put(block)
    setter.end_rows()
    for number, sheet in enumerate(setter.sheets, 1):
        body = sheet.runs
        sheet.runs = []
        counter = (str(number), str(len(setter.sheets)))
        _furnish(sheet, document.house, document.head, document.house.margins[2] - 62, counter)
        sheet.runs += body
        _furnish(sheet, document.house, document.foot, HEIGHT - document.house.margins[3] + 34, counter)
    return setter.sheets


def _furnish(
    sheet: Sheet, house: House, rows: tuple[tuple[Cell, ...], ...], y: float, counter: tuple[str, str]
) -> None:
    """Rows of a running head or foot from the base line at `y` down."""
    left, right = house.margins[:2]
    type_ = Type(house.face.font(bold=False), house.size * house.face.scale * _SMALL)
    for cells in rows:
        for share, text in cells:
            said = bare(text).replace("<pages>", counter[1]).replace("<page>", counter[0])
            x = left + share * (WIDTH - left - right)
            sheet.runs.append(Run(x, y, said, type_))
        y += house.leading * 0.95


class _Setter:
    """Sets block after block, from the top of the first page on."""

    def __init__(self, house: House) -> None:
        self.house = house
        self.sheets = [Sheet()]
        self.left, right, self.top, self.bottom = house.margins
        self.wide = WIDTH - self.left - right
        self.y = self.top
        self.breaks = Breaks(house.hyphens, house.at_hyphens)
        self.rows: list[tuple[int, Run]] = []
        """The runs of a table that is not yet ended, each with its column."""

    def put(self, block: Block) -> None:
        """Set one block."""
        if block.shape is not Shape.ROW:
            self.end_rows()
        match block.shape:
            case Shape.TEXT:
                self._paragraph(block)
            case Shape.HEAD | Shape.CENTER:
                self._head(block)
            case Shape.ENTRY:
                self._entry(block)
            case Shape.ROW:
                self._row(block)
            case Shape.RULE:
                self.sheets[-1].rules.append((self.left, self.left + self.wide, self.y))
                self.y += self.house.leading
            case Shape.BLANK:
                self.y += self.house.leading * 0.8
            case Shape.PAGE:
                self._turn()

    def end_rows(self) -> None:
        """Draw the rows gathered, in the order of the house."""
        if self.house.by_column:
            self.rows.sort(key=lambda pair: pair[0])
        self.sheets[-1].runs += [run for _, run in self.rows]
        self.rows = []

    def _type(self, block: Block) -> Type:
        house = self.house
        return Type(house.face.font(bold=block.bold), house.size * house.face.scale * block.size)

    def _turn(self) -> None:
        self.end_rows()
        self.sheets.append(Sheet())
        self.y = self.top

    def _room(self, height: float) -> None:
        if self.y + height > HEIGHT - self.bottom:
            self._turn()

    def _line(self, x: float, text: str, type_: Type, *, blank: float = 0.0) -> None:
        self._room(0)
        self.sheets[-1].runs.append(Run(x, self.y, text, type_, blank))
        self.y += max(self.house.leading, type_.size * 1.2)

    def _paragraph(self, block: Block) -> None:
        house, type_ = self.house, self._type(block)
        x = self.left + block.indent * self.wide
        wide = self.wide * (1 - block.indent)
        lines = list(wrap(bare(block.cells[0]), wide, type_, first=house.first_line, breaks=self.breaks))
        for number, line in enumerate(lines):
            first = 0.0 if number else house.first_line
            last = number == len(lines) - 1
            blanks = line.count(" ")
            loose = (wide - first - type_.width(line)) / blanks if blanks else 0.0
            self._line(x + first, line, type_, blank=loose if house.justified and not last else 0.0)
        self.y += house.gap * house.leading

    def _head(self, block: Block) -> None:
        type_, text = self._type(block), bare(block.cells[0])
        if self.y > self.top:
            self.y += 0.4 * self.house.leading
        self._room(3 * self.house.leading)
        for line in wrap(text, self.wide * (1 - block.indent), type_):
            indent = block.indent * self.wide
            middle = (self.wide - type_.width(line)) / 2
            self._line(self.left + (middle if block.shape is Shape.CENTER else indent), line, type_)
        self.y += 0.15 * self.house.leading

    def _entry(self, block: Block) -> None:
        type_ = self._type(block)
        sign, text = map(bare, block.cells)
        x = self.left + block.indent * self.wide
        hang = max(_HANG, type_.width(sign + "  "))
        self._room(0)
        self.sheets[-1].runs.append(Run(x, self.y, sign, type_))
        wide = self.wide * (1 - block.indent) - hang
        for line in wrap(text, wide, type_, breaks=self.breaks):
            self._line(x + hang, line, type_)

    def _row(self, block: Block) -> None:
        """One row, whole on a page; its longest cell decides where the next begins."""
        type_, house = self._type(block), self.house
        rooms = [(end - start) * self.wide - _GAP for start, end in pairwise((*block.stops, 1.0))]
        breaks = Breaks(there=house.at_hyphens)
        cells = [
            list(wrap(bare(cell), room, type_, breaks=breaks))
            for cell, room in zip(block.cells, rooms, strict=True)
        ]
        self._room((max(map(len, cells)) - 1) * house.leading)
        for column, (lines, start) in enumerate(zip(cells, block.stops, strict=True)):
            for number, line in enumerate(lines):
                if line:
                    place = Run(self.left + start * self.wide, self.y + number * house.leading, line, type_)
                    self.rows.append((column, place))
        self.y += max(map(len, cells)) * house.leading
