"""Text layers whose font has no map to characters, so that glyph numbers stand for them, as edits."""

from __future__ import annotations

from collections.abc import Iterator

from models.swedish.glyph_numbers import shifted_lines
from models.text import Change


def font_map(content: str) -> Iterator[Change]:
    """Lines that are Swedish when each sign is moved by one number of places, and are not as they stand."""
    return (Change(*found, "font map", 0.98) for found in shifted_lines(content))
