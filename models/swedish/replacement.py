"""What stands for what in a text, before anybody has decided to change it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple


class Replacement(NamedTuple):
    """`text` can stand for `content[start:end]`."""

    start: int
    end: int
    text: str


def replaced(content: str, replacements: Iterable[Replacement]) -> str:
    """The content with these replacements, which lie in order and apart, made."""
    pieces: list[str] = []
    at = 0
    for one in replacements:
        pieces += [content[at : one.start], one.text]
        at = one.end
    return "".join((*pieces, content[at:]))
