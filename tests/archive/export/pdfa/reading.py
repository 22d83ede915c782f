"""What a PDF reader finds in a PDF that was written: PDFium, which browsers use."""

from __future__ import annotations

from pathlib import Path

import pikepdf
import pypdfium2

from models.geometry import Box, hull


def text(path: Path, number: int = 1) -> str:
    """What copying a page gives, with hyphens as they are printed and blanks alone between words."""
    with pypdfium2.PdfDocument(path) as document:
        found = document[number - 1].get_textpage().get_text_range()
    return " ".join(found.replace("\ufffe", "- ").split())


def find(path: Path, words: str, number: int = 1) -> Box | None:
    """Where searching marks the words first: in points, in the page's own coordinates, origin bottom left."""
    with pypdfium2.PdfDocument(path) as document:
        page = document[number - 1].get_textpage()
        match = page.search(words, match_case=True).get_next()
        if match is None:
            return None
        rects = [page.get_rect(n) for n in range(page.count_rects(*match))]
        return hull(Box(*rect) for rect in rects)


def size(path: Path, number: int = 1) -> tuple[float, float]:
    with pypdfium2.PdfDocument(path) as document:
        return document[number - 1].get_size()


def rotation(path: Path, number: int = 1) -> int:
    """By how much a viewer turns the page, clockwise."""
    with pikepdf.open(path) as pdf:
        return int(pdf.pages[number - 1].obj.get("/Rotate", 0))
