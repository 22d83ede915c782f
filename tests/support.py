"""What tests build documents with: text in, pages or a joined text out, no file and no program."""

from __future__ import annotations

import re

from models.outline import Part
from models.page import Origin, Page, Word
from models.text import Text
from pipeline.structure.lines import lines_of
from pipeline.text import join


def page_of(text: str, number: int = 1) -> Page:
    """A page of plain text, its layout kept in the gaps between the words."""
    words = tuple(Word(found[2], found[1]) for found in re.finditer(r"(\s*)(\S+)", text))
    return Page(number, words, Origin.TEXT)


def text_of(*pages: str) -> Text:
    """The joined text of these pages."""
    return join(page_of(page, number) for number, page in enumerate(pages, 1))


def lines_only(text: Text) -> Part:
    """A part with lines and no outline: for extractors that read the text alone."""
    return Part(1, 1, text, lines_of(text), (), (), ())
