"""What tests build documents with: text in, pages or a joined text out, no file and no program."""

from __future__ import annotations

import re

from models.page import Origin, Page, Word
from models.text import Text
from pipeline.text import join


def page_of(text: str, number: int = 1) -> Page:
    """A page of plain text, its layout kept in the gaps between the words."""
    words = tuple(Word(found[2], found[1]) for found in re.finditer(r"(\s*)(\S+)", text))
    return Page(number, words, Origin.TEXT)


def text_of(*pages: str) -> Text:
    """The joined text of these pages."""
    return join(page_of(page, number) for number, page in enumerate(pages, 1))
