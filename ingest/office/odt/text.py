"""The text of one paragraph of an ODT document."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from ingest.office.sheets import GAP
from ingest.office.xml import Element, attribute, bare, child, number

PAGE = "\f"
"""Stands in the text where a page ends."""
_SPACE = re.compile(r"[ \t\r\n]+")
_LEFT_OUT = frozenset({"annotation", "annotation-end", "ruby-text", "forms", "object", "script"})
_DRAWING = "svg-compatible"
"""Of the names of what is said of a drawing, and is no text."""
_MOST_BLANKS = 500


@dataclass(slots=True)
class Text:
    """A paragraph as text; `boxes` are text boxes that hang on it, `notes` its foot- and endnotes.

    Each comes with how many pages have ended before it in the paragraph.
    """

    text: str = ""
    boxes: list[tuple[int, Element]] = field(default_factory=list[tuple[int, Element]])
    notes: list[tuple[int, Element]] = field(default_factory=list[tuple[int, Element]])

    def take(self, element: Element) -> None:
        """Take in what stands in an element, in order."""
        self._write(element.text)
        for one in element:
            self._piece(one)
            self._write(one.tail)

    def _piece(self, one: Element) -> None:
        match bare(one):
            case "s":
                self.text += " " * min(number(attribute(one, "c"), 1), _MOST_BLANKS)
            case "tab":
                self.text += GAP
            case "line-break":
                self.text += "\n"
            case "soft-page-break":
                self.text += PAGE
            case "note":
                self.notes.append((self.text.count(PAGE), one))
            case "text-box":
                self.boxes.append((self.text.count(PAGE), one))
            case name if name and name not in _LEFT_OUT and _DRAWING not in str(one.tag):
                self.take(one)
            case _:
                pass

    def _write(self, text: str | None) -> None:
        """White space counts as one blank (ODF 1.3, part 3, 6.1.2)."""
        fresh = _SPACE.sub(" ", text or "")
        self.text += fresh.lstrip(" ") if not self.text or self.text[-1] in "\n\f" else fresh


def cited(note: Element) -> str:
    """What a note is known by where it is cited."""
    citation = child(note, "note-citation")
    return "" if citation is None else "".join(map(str, citation.itertext())).strip()
