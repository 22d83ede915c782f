"""Signs that no model reads surely are settled by what stands around them on the page: §, ² and %."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from models.geometry import Box
from models.page import Word
from models.swedish.section_sign import section_sign
from models.swedish.units import units
from models.text import Change


def with_sections(words: Sequence[Word]) -> tuple[Word, ...]:
    """`words`, laid out, with a section sign, a raised 2 or a % wherever only that can stand."""
    content = "".join(word.gap + word.text for word in words)
    changes = sorted((*section_sign(content), *units(content)), key=lambda change: change.start)
    return tuple(_changed(words, changes)) if changes else tuple(words)


def _changed(words: Sequence[Word], changes: Sequence[Change]) -> Iterator[Word]:
    at = 0
    waiting = list(reversed(changes))
    for word in words:
        start = at + len(word.gap)
        end = at = start + len(word.text)
        text = word.text
        while waiting and waiting[-1].start < end:
            change = waiting.pop()
            if start <= change.start and change.end <= end:
                shift = len(text) - len(word.text)
                low, high = (place - start + shift for place in (change.start, change.end))
                text = text[:low] + change.text + text[high:]
        yield from _parted(word, text)


def _parted(word: Word, text: str) -> Iterator[Word]:
    """The word with its new text; at a blank in it, two words, each over its share of the box."""
    parts = text.split(" ")
    if len(parts) == 1 or word.box is None:
        yield replace(word, text=text)
        return
    step = word.box.width / len(text)
    at = 0
    for n, part in enumerate(parts):
        left, right = word.box.x0 + at * step, word.box.x0 + (at + len(part)) * step
        gap = word.gap if n == 0 else " "
        yield replace(word, text=part, gap=gap, box=Box(left, word.box.y0, right, word.box.y1))
        at += len(part) + 1
