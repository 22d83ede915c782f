"""Acronyms with a speck in them that was read as an apostrophe ("I'FO"), which stand whole elsewhere."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from models.text import Change

_TORN = re.compile(r"(?<![\w'’])(?P<first>[A-ZÅÄÖl1|])['’‘`](?P<rest>[A-ZÅÄÖ]{1,4})(?![\w'’])")
_WHOLE = re.compile(r"(?<![\w'’])[A-ZÅÄÖ]{2,5}(?![\w'’])")
_LEAST = 2
"""So often an acronym must stand whole."""
_FIRST_ALIKE = {"T": "I", "l": "I", "1": "I", "|": "I"}
"""What a narrow I is read as beside a speck."""


def torn_acronyms(content: str) -> Iterator[Change]:
    """The acronyms that a speck tears, in order."""
    torn = [*_TORN.finditer(content)]
    whole = Counter(_WHOLE.findall(content)) if torn else Counter[str]()
    for found in torn:
        first, rest = found["first"], found["rest"]
        tries = (first + rest, _FIRST_ALIKE.get(first, first) + rest)
        text = next((text for text in tries if whole[text] >= _LEAST), None)
        if text:
            yield Change(*found.span(), text, "acronym", 0.93)
