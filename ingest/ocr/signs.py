"""Signs that the Swedish model has no letter for are taken from a model that has them, nothing else."""

from __future__ import annotations

import re
from collections.abc import Sequence
from difflib import SequenceMatcher
from itertools import accumulate

SIGNS = frozenset("§%@*°½•–üÜ")
"""What the Swedish model of Tesseract can't write (its unicharset holds none of them)."""
_LONE = re.compile(r"[&8$S5]?(?:(§{1,2}|%|@|\*|°|½|•|–)|(%)[ao0])$")
"""A sign by itself; the wrong letter that the other model saw sometimes stands before it, and behind % its
lower ring once more."""
_LONGEST_FOR_ONE = 4
"""In place of one sign the Swedish model writes up to so many letters ("9246" for %)."""


def with_signs(plain: Sequence[str], signed: Sequence[str]) -> list[str] | None:
    """The words of one piece of print as `plain` has them, with the signs that `signed` has in their places.

    Parted as the reading that parts it more; None where the two differ in more than signs.
    """
    ours, theirs = "".join(plain), "".join(signed)
    lone = _LONE.match(theirs)
    if lone and len(ours) <= _LONGEST_FOR_ONE:
        return [lone[1] or lone[2], *[""] * (max(len(plain), len(signed)) - 1)]
    if not _same_but_signs(ours, theirs):
        return None
    # An address is one word: what was read for its @ is what tore it apart.
    by_ours = len(plain) >= len(signed) and "@" not in theirs
    return _parted(ours, theirs, plain if by_ours else signed, by_ours=by_ours)


def _same_but_signs(plain: str, signed: str) -> bool:
    """Whether few letters differ that don't stand where a sign does."""
    matcher = SequenceMatcher(None, plain, signed, autojunk=False)
    others = sum(
        max(end - start, high - low)
        for kind, start, end, low, high in matcher.get_opcodes()
        if kind != "equal" and not SIGNS.intersection(signed[low:high])
    )
    return others <= max(1, len(signed) // 5) and any(block.size for block in matcher.get_matching_blocks())


def _parted(plain: str, signed: str, finer: Sequence[str], *, by_ours: bool) -> list[str]:
    """The merged letters, cut where the words of `finer` end."""
    ends = list(accumulate(len(text) for text in finer))
    words = [""] * len(finer)
    matcher = SequenceMatcher(None, plain, signed, autojunk=False)
    for kind, start, end, low, high in matcher.get_opcodes():
        sign = kind != "equal" and SIGNS.intersection(signed[low:high])
        piece = signed[low:high] if sign else plain[start:end]
        first, last = (start, end) if by_ours else (low, high)
        for n, letter in enumerate(piece):
            at = min(first + n, max(last - 1, first))
            words[_word_at(at, ends)] += letter
    return words


def _word_at(position: int, ends: Sequence[int]) -> int:
    return next((n for n, end in enumerate(ends) if position < end), len(ends) - 1)
