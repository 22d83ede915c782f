"""Bullets of a list, which engines read as letters and signs that look like them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from models.text import Change

_ITEM = re.compile(r"^[ \t]*(?P<mark>[eo¢©®¤°*«»•·])[ \t]+(?=[^\W\d_])", re.MULTILINE)
_STRANGE = frozenset("¢©®¤°")
"""No line of text begins with one of these by itself."""
_LETTERS = frozenset("eo")
"""Nor with one of these, but where the items of a list are lettered."""
_KEPT = frozenset("•·")
_FEWEST, _MISREAD = 3, 2
"""So many items make a list, of which so many are misread; without a strange sign all of the fewest are."""
_LINES_OF_ITEM = 4
"""An item takes no more lines than this."""
_LETTERED = re.compile(r"[ \t]*[a-zåäö][ \t]")


def bullets(content: str) -> Iterator[Change]:
    """The signs before the items of a list in which some were read as what no list has."""
    for items in _lists(content):
        marks = [item["mark"] for item in items]
        strange, letters = (sum(mark in kind for mark in marks) for kind in (_STRANGE, _LETTERS))
        enough = _MISREAD if strange else _FEWEST
        if len(items) < _FEWEST or strange + letters < enough or _is_lettered(content, items):
            continue
        for item in items:
            if item["mark"] not in _KEPT:
                yield Change(*item.span("mark"), "•", "bullet", 0.97)


def _lists(content: str) -> Iterator[list[re.Match[str]]]:
    """Items that follow one on the other."""
    together: list[re.Match[str]] = []
    for item in _ITEM.finditer(content):
        if together and content.count("\n", together[-1].end(), item.start() + 1) > _LINES_OF_ITEM:
            yield together
            together = []
        together.append(item)
    if together:
        yield together


def _is_lettered(content: str, items: Sequence[re.Match[str]]) -> bool:
    """Whether items about these have other letters: a list from a to z has an e too."""
    start = content.rfind("\n", 0, max(0, items[0].start() - 1)) + 1
    last = content.find("\n", items[-1].end())
    end = content.find("\n", last + 1) if last >= 0 else -1
    lines = content[start : end if end >= 0 else len(content)].splitlines()
    lettered = (_LETTERED.match(line) for line in lines)
    return any(found and found[0].strip() not in _LETTERS for found in lettered)
