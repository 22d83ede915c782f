"""The text of one paragraph: runs, fields by what they show, tracked changes as accepted, breaks."""

from __future__ import annotations

from dataclasses import dataclass, field

from ingest.office.docx.styles import is_on
from ingest.office.sheets import GAP
from ingest.office.xml import Element, attribute, bare, child, children

PAGE = "\f"
"""Stands in the text where a page ends."""
_LEFT_OUT = frozenset(
    {"del", "moveFrom", "Fallback", "commentReference", "annotationRef", "instrText", "delText", "rPr", "pPr",
     "sdtPr", "sdtEndPr", "object", "rt"}
)  # fmt: skip
"""What is deleted, said twice, about the text and not of it, or no text."""
_SIGNS = {
    "tab": GAP, "ptab": GAP, "cr": "\n", "noBreakHyphen": "-", "lastRenderedPageBreak": PAGE,
}  # fmt: skip
_BOXES = {
    "f0fe": "☒", "f0fd": "☒", "f053": "☒", "f0a8": "☐", "f06f": "☐", "f0a3": "☐", "f0fc": "✓", "f0b7": "•",
    "f0a7": "•", "f0e0": "→",
}  # fmt: skip
"""Signs of Wingdings and Symbol that forms use."""


@dataclass(slots=True)
class Runs:
    """A paragraph as text; `boxes` are text boxes that hang on it, `notes` the references to notes.

    Each comes with how many pages have ended before it in the paragraph.
    """

    text: str = ""
    boxes: list[tuple[int, Element]] = field(default_factory=list[tuple[int, Element]])
    notes: list[tuple[int, Element]] = field(default_factory=list[tuple[int, Element]])
    _fields: list[bool] = field(default_factory=list[bool])
    """For each field that is open, whether what it shows has begun; before that stands what it asks for."""

    def take(self, element: Element) -> None:
        """Take in what stands in an element, in order."""
        for one in element:
            name = bare(one)
            if name in _LEFT_OUT or (name == "r" and _is_hidden(one)):
                continue
            match name:
                case "t" | "sym" | "br" | "tab" | "ptab" | "cr" | "noBreakHyphen" | "lastRenderedPageBreak":
                    self._write(_written(one, name))
                case "fldChar":
                    self._turn(attribute(one, "fldCharType"))
                case "txbxContent":
                    self.boxes.append((self.text.count(PAGE), one))
                case "footnoteReference" | "endnoteReference":
                    self.notes.append((self.text.count(PAGE), one))
                case "sdt" if _is_unfilled(one):
                    pass
                case _:
                    self.take(one)

    def _write(self, text: str) -> None:
        if all(self._fields):
            self.text += text

    def _turn(self, kind: str) -> None:
        match kind:
            case "begin":
                self._fields.append(False)
            case "separate" if self._fields:
                self._fields[-1] = True
            case "end" if self._fields:
                self._fields.pop()
            case _:
                pass


def is_gone(paragraph: Element) -> bool:
    """Whether the paragraph's end is deleted, so that it goes on in the next one."""
    mark = child(paragraph, "pPr", "rPr")
    return child(mark, "del") is not None or child(mark, "moveFrom") is not None


def _written(one: Element, name: str) -> str:
    if name == "t":
        return one.text or ""
    if name == "sym":
        return _sign(attribute(one, "char").lower())
    if name == "br":
        return PAGE if attribute(one, "type") == "page" else "\n"
    return _SIGNS[name]


def _sign(code: str) -> str:
    if code in _BOXES:
        return _BOXES[code]
    try:
        sign = chr(int(code, 16))
    except (ValueError, OverflowError):
        return ""
    return sign if sign.isprintable() and not "\ue000" <= sign <= "\uf8ff" else ""


def _is_hidden(run: Element) -> bool:
    return is_on(child(run, "rPr", "vanish"))


def _is_unfilled(control: Element) -> bool:
    """Whether a place to fill in shows only its prompt."""
    return any(is_on(one) for one in children(child(control, "sdtPr"), "showingPlcHdr"))
