"""Text that was written in one character set and read in another, as edits."""

from __future__ import annotations

from collections.abc import Iterator

from models.swedish import character_sets
from models.text import Change


def mojibake(content: str) -> Iterator[Change]:
    """Words whose UTF-8 bytes were read one by one ("fÃ¶r")."""
    return (Change(*found, "mojibake", 0.99) for found in character_sets.utf8_by_bytes(content))


def wrong_set(content: str) -> Iterator[Change]:
    """Words of a page that was read in another character set of one byte a sign ("fšr", "f|r")."""
    return (Change(*found, "character set", 0.97) for found in character_sets.wrong_set(content))
