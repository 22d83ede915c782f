"""Names and headings in the form in which they are compared."""

from __future__ import annotations

import re
import unicodedata


def fold(text: str | None) -> str:
    """The text without case, hyphens, stops and double spaces."""
    return re.sub(r"[\s.'’–-]+", " ", unicodedata.normalize("NFC", text or "").casefold()).strip()
