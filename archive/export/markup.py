"""What the XML exports share: what they tell of their making, characters that XML may hold, and names."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime

from archive.export.printed import Printed

_NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that XML 1.0 has no way to write (section 2.2)."""


@dataclass(frozen=True, slots=True)
class Made:
    """Where the words come from: the file's name and SHA-256; the program's version and when it was used."""

    name: str
    sha256: str
    version: str
    processed_at: datetime


def clean(text: str) -> str:
    """Text that XML can hold, a character that it can't as U+FFFD, and no other white space than blanks."""
    return _NO_XML.sub("\ufffd", " ".join(text.split()))


def number(value: float) -> str:
    """A number to a hundredth, in as few digits as that takes."""
    return f"{value:.2f}".rstrip("0").rstrip(".")


def word_id(page: int, word: Printed) -> str:
    """A word's name: its page and its number among the words as read, which no later repair changes."""
    share = f"_{word.share}" if word.share > 1 else ""
    return f"P{page}_W{word.word}{share}"
