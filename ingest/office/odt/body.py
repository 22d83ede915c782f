"""The blocks of an ODT document, set on pages in reading order."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from ingest.office.odt.styles import Look, Styles, label
from ingest.office.odt.text import PAGE, Text, cited
from ingest.office.sheets import Cell, Sheets, table_lines
from ingest.office.xml import Element, attribute, bare, child, children, number

_LEFT_OUT = frozenset(
    {"tracked-changes", "forms", "sequence-decls", "variable-decls", "user-field-decls",
     "dde-connection-decls", "alphabetical-index-auto-mark-file", "table-of-content-source",
     "index-title-template", "annotation", "object", "scripts", "shapes"}
)  # fmt: skip
_HEADS = ("header-first", "header", "header-left")
_FEET = ("footer-first", "footer", "footer-left")
_MOST_REPEATED = 100
"""A cell that stands for so many more is the empty rest of a row."""
_DEEPEST_LIST = 10


@dataclass(frozen=True, slots=True)
class _Item:
    """Where in a list a block stands: its style, its level, and how far each level has counted."""

    style: str
    level: int
    reached: dict[int, int]


@dataclass(slots=True)
class Body:
    """Sets blocks on `sheets`; what stands in cells, boxes and notes is set on sheets of its own first."""

    styles: Styles
    sheets: Sheets = field(default_factory=Sheets)
    page: Sheets | None = None
    """The sheets that have the page's end, where these are those of a cell or box."""
    ends: list[str] = field(default_factory=list[str])
    """The endnotes so far."""
    _masters: set[str] = field(default_factory=set[str])
    """The kinds of page that have been begun."""
    _above: Look = field(default_factory=Look)
    _headings: dict[int, int] = field(default_factory=dict[int, int])
    _lists: dict[str, dict[int, int]] = field(default_factory=dict[str, dict[int, int]])
    """How far lists have counted, by their ids and by their styles, for those that go on."""

    def blocks(self, element: Element) -> None:
        """Set every block in an element."""
        for one in element:
            self._block(one)

    def lines(self, element: Element) -> Cell:
        """What stands in an element, as lines."""
        inner = Body(self.styles, page=self.page or self.sheets, ends=self.ends)
        inner.blocks(element)
        return inner.sheets.lines()

    def begin(self, master: str) -> None:
        """Have the heads and feet of this kind of page set, the first page's own first, each text once."""
        if master in self._masters:
            return
        self._masters.add(master)
        for names, keep in ((_HEADS, self.sheets.head), (_FEET, self.sheets.foot)):
            for name in names:
                for one in children(self.styles.masters.get(master), name):
                    if attribute(one, "display") != "false":
                        keep(self.lines(one))

    def _block(self, one: Element) -> None:
        match bare(one):
            case "p":
                self._paragraph(one, "")
            case "h":
                self._paragraph(one, self._heading(one))
            case "list":
                self._list(one, None)
            case "table":
                self._table(one)
            case "soft-page-break":
                self.sheets.turn()
            case "text-box":
                self.sheets.add(self.lines(one), apart=True)
            case name if name and name not in _LEFT_OUT:
                self.blocks(one)
            case _:
                pass

    def _heading(self, heading: Element) -> str:
        level = number(attribute(heading, "outline-level"), 1)
        _count(self._headings, level, 1)
        return label(self.styles.outline_level(level), self._headings)

    def _paragraph(self, paragraph: Element, shown: str) -> None:
        look, text = self.styles.look(attribute(paragraph, "style-name")), Text()
        text.take(paragraph)
        if look.new_page:
            self.sheets.turn()
        if look.master and self.page is None:
            self.begin(look.master)
        apart = bare(paragraph) == "h" or look.apart_before or self._above.apart_after
        self._set(text, shown, apart=apart)
        if look.page_after:
            self.sheets.turn()
        self._above = look

    def _set(self, text: Text, shown: str, *, apart: bool) -> None:
        """The paragraph's text, on the pages that it runs over, with what hangs on it."""
        for place, piece in enumerate(text.text.split(PAGE)):
            if place:
                self.sheets.turn()
            if shown and piece.strip():
                piece, shown = shown + piece.lstrip(), ""  # noqa: PLW2901  the number goes before the first words
            if piece.strip() or not place:
                self.sheets.add([piece], apart=apart and not place)
            for box in (one for at, one in text.boxes if at == place):
                self.sheets.add(self.lines(box), apart=True)
            for note in (one for at, one in text.notes if at == place):
                self._note(note)

    def _note(self, note: Element) -> None:
        body = child(note, "note-body")
        first, *rest = (self.lines(body) if body is not None else []) or [""]
        lines = [f"{cited(note)}) {first.strip()}", *rest]
        if attribute(note, "note-class") == "endnote":
            self.ends += lines
        else:
            (self.page or self.sheets).note(lines)

    def _list(self, one: Element, above: _Item | None) -> None:
        style = attribute(one, "style-name") or (above.style if above else "")
        level = min(above.level + 1 if above else 1, _DEEPEST_LIST)
        reached = above.reached if above else self._begun(one, style)
        if above:
            reached.pop(level, None)
        for item in children(one, "list-item", "list-header"):
            if bare(item) == "list-item":
                form = self.styles.level(style, level)
                told = attribute(item, "start-value")
                _count(
                    reached, level, number(attribute(form, "start-value"), 1), number(told) if told else None
                )
            self._item(item, _Item(style, level, reached))
        self._lists[style] = self._lists[attribute(one, "id")] = reached

    def _begun(self, one: Element, style: str) -> dict[int, int]:
        """How far a list has counted before its first item: lists can go on with earlier ones."""
        earlier = attribute(one, "continue-list")
        if earlier in self._lists and earlier:
            return self._lists[earlier]
        goes_on = attribute(one, "continue-numbering") == "true"
        return self._lists.get(style, {}) if goes_on else {}

    def _item(self, element: Element, item: _Item) -> None:
        """An item's blocks: its label stands before the first paragraph, none in a list's header."""
        shown = label(self.styles.level(item.style, item.level), item.reached)
        shown = shown if bare(element) == "list-item" else ""
        for one in children(element):
            match bare(one):
                case "list":
                    self._list(one, item)
                case "p" | "h":
                    self._paragraph(one, shown)
                    shown = ""
                case _:
                    self._block(one)

    def _table(self, table: Element) -> None:
        if self.styles.starts_page(attribute(table, "style-name")):
            self.sheets.turn()
        self.sheets.add(table_lines([self._row(row) for row in _rows(table)]), apart=True)
        self._above = replace(Look(), apart_after=True)

    def _row(self, row: Element) -> list[Cell]:
        cells: list[Cell] = []
        for cell in children(row, "table-cell", "covered-table-cell"):
            times = number(attribute(cell, "number-columns-repeated"), 1)
            lines = [line for line in self.lines(cell) if line.strip()]
            cells += [lines] * (times if times <= _MOST_REPEATED else 1)
        return cells


def _rows(table: Element) -> list[Element]:
    found: list[Element] = []
    for one in children(table):
        if bare(one) == "table-row":
            found.append(one)
        elif bare(one) in {"table-header-rows", "table-rows", "table-row-group"}:
            found += _rows(one)
    return found


def _count(reached: dict[int, int], level: int, start: int, told: int | None = None) -> None:
    """Count one more at this level; deeper ones begin anew."""
    reached[level] = told if told is not None else reached.get(level, start - 1) + 1
    for deeper in [at for at in reached if at > level]:
        del reached[deeper]
