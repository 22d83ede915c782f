"""The blocks of a DOCX document, set on pages in reading order."""

from __future__ import annotations

from dataclasses import dataclass, field

from ingest.office.docx.numbers import Numbers
from ingest.office.docx.runs import PAGE, Runs, is_gone
from ingest.office.docx.styles import Look, Styles
from ingest.office.sheets import Cell, Sheets, table_lines
from ingest.office.xml import Element, attribute, bare, child, children

_LEFT_OUT = frozenset({"del", "moveFrom", "Fallback", "pPr", "tblPr", "tcPr", "sdtPr", "sectPr"})
_CONTINUED = "vMerge"


@dataclass(slots=True)
class Notes:
    """Foot- and endnotes by their ids, and how many of each have been met."""

    texts: dict[tuple[str, str], Element]
    met: dict[str, int] = field(default_factory=dict[str, int])

    def next(self, kind: str) -> int:
        """The number of the next note of this kind."""
        self.met[kind] = self.met.get(kind, 0) + 1
        return self.met[kind]


@dataclass(slots=True)
class Body:
    """Sets blocks on `sheets`; what stands in cells, boxes and notes is set on sheets of its own first."""

    styles: Styles
    numbers: Numbers
    notes: Notes
    sheets: Sheets = field(default_factory=Sheets)
    page: Sheets | None = None
    """The sheets that have the page's end, where these are those of a cell or box."""
    ends: list[str] = field(default_factory=list[str])
    """The endnotes so far."""
    _above: Look = field(default_factory=Look)
    _joins: bool = False

    def blocks(self, element: Element) -> None:
        """Set every block in an element."""
        for one in element:
            self.block(one)

    def block(self, one: Element) -> None:
        """Set a paragraph or table, or what stands in any other element."""
        match bare(one):
            case "p":
                self._paragraph(one)
            case "tbl":
                self._table(one)
            case name if name and name not in _LEFT_OUT:
                self.blocks(one)
            case _:
                pass

    def lines(self, element: Element) -> Cell:
        """What stands in an element, as lines."""
        page = self.page or self.sheets
        inner = Body(self.styles, self.numbers, self.notes, page=page, ends=self.ends)
        inner.blocks(element)
        return inner.sheets.lines()

    def _paragraph(self, paragraph: Element) -> None:
        look, runs = self.styles.look(child(paragraph, "pPr")), Runs()
        runs.take(paragraph)
        if look.new_page:
            self.sheets.turn()
        self._set(runs, look)
        self._above, self._joins = look, is_gone(paragraph)

    def _set(self, runs: Runs, look: Look) -> None:
        """The paragraph's text, on the pages that it runs over."""
        label = self.numbers.label(look.list_id, look.level, look.style)
        apart = look.is_apart_from(self._above)
        for number, piece in enumerate(runs.text.split(PAGE)):
            if number:
                self.sheets.turn()
            shown = piece.strip(" ") if number else piece
            if label and shown.strip():
                shown, label = label + shown.lstrip(), ""
            if self._joins and not number:
                self.sheets.go_on(shown)
            elif shown.strip() or not number:
                self.sheets.add([shown], apart=apart and not number)
            self._hung(runs, number)

    def _hung(self, runs: Runs, number: int) -> None:
        """The text boxes and notes that hang on a paragraph's piece."""
        for box in (one for at, one in runs.boxes if at == number):
            self.sheets.add(self.lines(box), apart=True)
        for note in (one for at, one in runs.notes if at == number):
            self._note(bare(note).removesuffix("Reference"), attribute(note, "id"))

    def _note(self, kind: str, note: str) -> None:
        text = self.notes.texts.get((kind, note))
        if text is None:
            return
        first, *rest = self.lines(text) or [""]
        lines = [f"{self.notes.next(kind)}) {first.strip()}", *rest]
        if kind == "endnote":
            self.ends += lines
        else:
            (self.page or self.sheets).note(lines)

    def _table(self, table: Element) -> None:
        rows = [self._row(row) for row in _inside(table, "tr") if child(row, "trPr", "del") is None]
        self.sheets.add(table_lines(rows), apart=True)
        # What follows a table stands apart from it.
        self._above, self._joins = Look(after=200), False

    def _row(self, row: Element) -> list[Cell]:
        return [self._cell(cell) for cell in _inside(row, "tc")]

    def _cell(self, cell: Element) -> Cell:
        merged = child(cell, "tcPr", _CONTINUED)
        if merged is not None and attribute(merged, "val") != "restart":
            return []
        return [line for line in self.lines(cell) if line.strip()]


def _inside(element: Element, name: str) -> list[Element]:
    """The rows of a table or cells of a row, also those that a control or change wraps."""
    found: list[Element] = []
    for one in children(element):
        if bare(one) == name:
            found.append(one)
        elif bare(one) in {"sdt", "sdtContent", "ins", "moveTo", "customXml", "smartTag"}:
            found += _inside(one, name)
    return found
