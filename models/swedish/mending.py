"""What the repairs that need no judgement make of a text: so damaged text layers are told from false ones."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from models.swedish.character_sets import utf8_by_bytes, wrong_set
from models.swedish.glyph_numbers import shifted_lines
from models.swedish.replacement import Replacement, replaced

FINDERS: tuple[Callable[[str], Iterable[Replacement]], ...] = (
    shifted_lines,
    utf8_by_bytes,
    wrong_set,
)
"""In the order in which the pipeline makes its edits. Letter-spacing isn't among them: it is undone word by
word, and a page that is full of it is read better from its image."""


def mended(content: str) -> str:
    """The content with glyph numbers and wrong character sets undone where they are sure."""
    for find in FINDERS:
        content = replaced(content, find(content))
    return content
