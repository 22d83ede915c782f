"""The words of a page whose characters PDFium gives oddly, taken with pdfplumber."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any, Literal

import pdfplumber
from pdfplumber.page import Page as PlumberPage

from ingest.layer.glyphs import SLANTED, Look, direction
from ingest.layer.sheet import Sheet
from ingest.layer.words import WORD_GAP, Drawn, uprighted
from ingest.pdf import PLUMBER_FAULTS
from models.geometry import Box
from models.page import Word

Way = Literal["ltr", "rtl", "ttb", "btt"]
_WAYS: tuple[tuple[Way, Way], ...] = (
    ("ttb", "ltr"),
    ("rtl", "ttb"),
    ("btt", "rtl"),
    ("ltr", "btt"),
    ("ttb", "ltr"),
)
"""For each direction of writing: how its lines follow each other, and its characters."""


def plumbed_words(path: Path, number: int, sheet: Sheet) -> tuple[Drawn, ...]:
    """The words of page `number` (from 1), characters drawn twice taken once; none where it fails."""
    try:
        with path.open("rb") as file, pdfplumber.open(file, pages=[number]) as document:
            return tuple(_words(document.pages[0], sheet)) if document.pages else ()
    except PLUMBER_FAULTS:
        return ()


def _words(page: PlumberPage, sheet: Sheet) -> Iterator[Drawn]:
    left, top, _, _ = page.bbox
    once = page.dedupe_chars()
    for way in sorted({_way(char) for char in once.chars}):
        lines, characters = _WAYS[way]
        found = once.filter(partial(_goes, way)).extract_words(
            x_tolerance_ratio=WORD_GAP,
            line_dir=lines,
            char_dir=characters,
            line_dir_rotated=lines,
            char_dir_rotated=characters,
        )
        for word in found:
            box = Box(word["x0"] - left, word["top"] - top, word["x1"] - left, word["bottom"] - top)
            text = "".join(str(word["text"]).split())
            if text:
                lying = uprighted(box, way, sheet)
                yield Drawn(Word(text, box=lying), lying, way, lying.height, Look.PLAIN)


def _goes(way: int, char: dict[str, Any]) -> bool:
    """Whether a character of pdfplumber's is written in this direction."""
    return _way(char) == way


def _way(char: dict[str, Any]) -> int:
    along, up = (float(part) for part in char["matrix"][:2])
    return direction(along, -up) if along or up else SLANTED
