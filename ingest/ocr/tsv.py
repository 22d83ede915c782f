"""What Tesseract writes about the words that it read."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator

from models.geometry import Box
from models.page import Word

_WORD_LEVEL = "5"
_DASHES = re.compile(r"—-?|–-|-–")
"""How the models write the dash of Swedish print, which is shorter than that of English."""


def words(table: str) -> tuple[Word, ...]:
    """The words of the TSV of one image, boxes in pixels, in the order in which they were read."""
    return pages(table, 1)[0]


def pages(table: str, count: int) -> tuple[tuple[Word, ...], ...]:
    """The words of each of `count` images, from the TSV of them all."""
    found: list[list[Word]] = [[] for _ in range(count)]
    for number, word in _rows(table):
        if 1 <= number <= count:
            found[number - 1].append(word)
    return tuple(map(tuple, found))


def _rows(table: str) -> Iterator[tuple[int, Word]]:
    """Each word with the number of its image, from 1."""
    for row in csv.DictReader(table.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE):
        if row["level"] == _WORD_LEVEL and (text := (row["text"] or "").strip()):
            left, top = float(row["left"]), float(row["top"])
            box = Box(left, top, left + float(row["width"]), top + float(row["height"]))
            confidence = min(max(float(row["conf"]) / 100, 0.0), 1.0)
            yield int(row["page_num"]), Word(_DASHES.sub("–", text), box=box, confidence=round(confidence, 4))
