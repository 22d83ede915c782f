"""Which pages of a PDF get a text of ours: those whose own text is not what the archive holds."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import pypdfium2

from archive.export.printed import PrintedPage
from models.page import Origin

_APART = 0.02
"""A text layer of which more characters are other ones, in any order, was mended when it was read."""
_HYPHENS = str.maketrans({"\ufffe": "-", "\x02": "-", "\u00ad": "-"})
"""How PDFium writes a hyphen at a line's end."""


def pages_to_lay(source: Path, pages: Iterable[PrintedPage]) -> frozenset[int]:
    """The numbers of the pages that were recognised, or whose text was mended."""
    with pypdfium2.PdfDocument(source) as document:
        return frozenset(one.page.number for one in pages if _is_ours(one, document))


def _is_ours(printed: PrintedPage, document: pypdfium2.PdfDocument) -> bool:
    if not printed.blocks or printed.page.number > len(document):
        return False
    if printed.page.origin is Origin.OCR or any(word.is_repaired for word in printed.words):
        return True
    own = _characters(document[printed.page.number - 1].get_textpage().get_text_range())
    ours = _characters(printed.read)
    return (own - ours).total() + (ours - own).total() > _APART * max(ours.total(), 1)


def _characters(text: str) -> Counter[str]:
    plain = unicodedata.normalize("NFKC", text.translate(_HYPHENS))
    return Counter(character for character in plain if not character.isspace())
