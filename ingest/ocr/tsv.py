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


def words(table: str) -> Iterator[Word]:
    """The words of Tesseract's TSV, boxes in pixels, in the order in which it read them."""
    for row in csv.DictReader(table.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE):
        if row["level"] == _WORD_LEVEL and (text := (row["text"] or "").strip()):
            left, top = float(row["left"]), float(row["top"])
            box = Box(left, top, left + float(row["width"]), top + float(row["height"]))
            confidence = min(max(float(row["conf"]) / 100, 0.0), 1.0)
            yield Word(_DASHES.sub("–", text), box=box, confidence=round(confidence, 4))
