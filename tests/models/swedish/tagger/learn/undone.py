"""What the labels make of the signs that were read."""

from __future__ import annotations

from models.swedish.tagger.alphabet import KEEP, LOST, NOTHING, Codes


def undone(read: Codes, here: Codes, after: Codes) -> list[int]:
    """The codes of what the labels say is printed."""
    printed: list[int] = []
    for sign, said, lost in zip(read.tolist(), here.tolist(), after.tolist(), strict=True):
        if said != LOST:
            printed.append(sign if said == KEEP else said)
        if lost != NOTHING:
            printed.append(lost)
    return printed
