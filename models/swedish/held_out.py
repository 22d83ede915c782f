"""Which paragraphs of a text are kept from learning, so that what was learnt can be measured on them."""

from __future__ import annotations

from hashlib import sha1

_ONE_IN = 50
"""So many paragraphs give one that is held out."""


def held_out(line: str) -> bool:
    """Whether the paragraph is for measuring only: one in fifty is, always the same, however it is spaced."""
    digest = sha1(" ".join(line.split()).encode(), usedforsecurity=False).digest()
    return int.from_bytes(digest[:4], "big") % _ONE_IN == 0
