"""Running text set as pages set it: lines broken, words cut at their ends, headings in capitals, lists."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from models.swedish.tagger.learn.municipal import municipal
from models.swedish.tagger.learn.old_forms import old_spelling, old_words

_WIDTHS = (0, 38, 48, 56, 64, 72, 80, 88, 96)
"""Signs a line, 0 for paragraphs in one line."""
_LOOSE_WIDTH = 72
"""Signs a line of loose words, where paragraphs stand in one line."""
_CUTS = (0.0, 0.0, 0.2, 0.8)
_MUNICIPAL = 0.18
"""The share of paragraphs before which stand lists of people, matters and the like."""
_CAPITALS = 0.05
_OLD = 0.10
"""The share of pages in older Swedish."""
_BEFORE_1906 = 0.5
"""The share of these that are spelled as before the reform."""
_FOREIGN = 0.02
_LISTED = 0.05
"""The share of paragraphs before which stand Swedish words in no order, so that rare ones are met."""
_SHORTEST_CUT = 7


@dataclass(frozen=True)
class Setting:
    """How a page is set: signs a line (0 for no limit), the share of words cut at its end, the spelling."""

    width: int
    cut: float
    gap: str = "\n"
    """What stands between paragraphs."""
    old: bool = False
    """Whether verbs stand in the plural and small words are those of old offices."""
    unreformed: bool = False
    """Whether it is spelled as before 1906."""


@dataclass(frozen=True, slots=True)
class Loose:
    """Words in no order between paragraphs: of other languages, by language, and rare Swedish ones."""

    foreign: Sequence[Sequence[str]] = ()
    swedish: Sequence[str] = ()


def pages(paragraphs: Sequence[str], loose: Loose, rng: random.Random) -> Iterator[str]:
    """The paragraphs in their order as pages of 6 to 30 paragraphs, each set in a way of its own.

    A page may have a paragraph of loose words.
    """
    at = 0
    while at < len(paragraphs):
        size = rng.randint(6, 30)
        yield _page(paragraphs[at : at + size], loose, rng)
        at += size


def _page(paragraphs: Sequence[str], loose: Loose, rng: random.Random) -> str:
    gap = ("\n", "\n\n")
    old = rng.random() < _OLD
    unreformed = old and rng.random() < _BEFORE_1906
    setting = Setting(rng.choice(_WIDTHS), rng.choice(_CUTS), rng.choice(gap), old, unreformed)
    blocks: list[str] = []
    for paragraph in paragraphs:
        if rng.random() < _MUNICIPAL:
            blocks.append(municipal(rng))
        if loose.foreign and rng.random() < _FOREIGN:
            blocks.append(_words(rng.choice(loose.foreign), setting.width, rng))
        if loose.swedish and rng.random() < _LISTED:
            blocks.append(_words(loose.swedish, setting.width, rng))
        blocks.append(_paragraph(paragraph.strip(), setting, rng))
    return setting.gap.join(blocks) + setting.gap


def _words(words: Sequence[str], width: int, rng: random.Random) -> str:
    text = " ".join(rng.choices(words, k=rng.randint(3, 60)))
    return in_lines(text, Setting(width or _LOOSE_WIDTH, 0.0), rng)


def _paragraph(text: str, setting: Setting, rng: random.Random) -> str:
    text = old_words(text, rng) if setting.old else text
    text = old_spelling(text) if setting.unreformed else text
    if rng.random() < _CAPITALS:
        text = in_capitals(text, rng)
    return in_lines(text, setting, rng) if setting.width else text


def in_capitals(text: str, rng: random.Random) -> str:
    """The text with up to nine words in a row in capitals."""
    words = text.split(" ")
    start = rng.randrange(len(words))
    end = start + rng.randint(1, 9)
    return " ".join([*words[:start], *(word.upper() for word in words[start:end]), *words[end:]])


def in_lines(text: str, setting: Setting, rng: random.Random) -> str:
    """The text broken into lines; of the words that don't fit at a line's end, a share is cut."""
    lines: list[str] = []
    line = ""
    for word in text.split(" "):
        room = setting.width - len(line) - 2
        if len(line) + len(word) + 1 <= setting.width or not line:
            line = f"{line} {word}" if line else word
        elif word.isalpha() and len(word) >= _SHORTEST_CUT and room > 2 and rng.random() < setting.cut:
            place = min(room, rng.randint(2, len(word) - 3))
            lines.append(f"{line} {word[:place]}-")
            line = word[place:]
        else:
            lines.append(line)
            line = word
    return "\n".join([*lines, line])
