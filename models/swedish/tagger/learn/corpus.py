"""Running text set as pages set it: lines broken, words cut at their ends, headings in capitals, lists."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from models.swedish.tagger.learn.municipal import municipal

_WIDTHS = (0, 38, 48, 56, 64, 72, 80, 88, 96)
"""Signs a line, 0 for paragraphs in one line."""
_FOREIGN_WIDTH = 72
"""Signs a line of another language, where paragraphs stand in one line."""
_CUTS = (0.0, 0.0, 0.2, 0.8)
_MUNICIPAL = 0.12
"""The share of paragraphs before which stand lists of people, matters and the like."""
_CAPITALS = 0.03
_OLD = 0.06
_FOREIGN = 0.02
_SHORTEST_CUT = 7


@dataclass(frozen=True)
class Setting:
    """How a page is set: signs a line (0 for no limit), the share of words cut at its end, the spelling."""

    width: int
    cut: float
    gap: str = "\n"
    """What stands between paragraphs."""
    old: bool = False


def pages(paragraphs: Sequence[str], foreign: Sequence[Sequence[str]], rng: random.Random) -> Iterator[str]:
    """The paragraphs in their order as pages of 6 to 30 paragraphs, each set in a way of its own.

    `foreign` holds words of other languages, by language: a page may have a paragraph of them.
    """
    at = 0
    while at < len(paragraphs):
        size = rng.randint(6, 30)
        yield _page(paragraphs[at : at + size], foreign, rng)
        at += size


def _page(paragraphs: Sequence[str], foreign: Sequence[Sequence[str]], rng: random.Random) -> str:
    gap = ("\n", "\n\n")
    setting = Setting(rng.choice(_WIDTHS), rng.choice(_CUTS), rng.choice(gap), rng.random() < _OLD)
    blocks: list[str] = []
    for paragraph in paragraphs:
        if rng.random() < _MUNICIPAL:
            blocks.append(municipal(rng))
        if foreign and rng.random() < _FOREIGN:
            blocks.append(_foreign(rng.choice(foreign), setting.width, rng))
        blocks.append(_paragraph(paragraph.strip(), setting, rng))
    return setting.gap.join(blocks) + setting.gap


def _foreign(words: Sequence[str], width: int, rng: random.Random) -> str:
    text = " ".join(rng.choices(words, k=rng.randint(3, 60)))
    return in_lines(text, Setting(width or _FOREIGN_WIDTH, 0.0), rng)


def _paragraph(text: str, setting: Setting, rng: random.Random) -> str:
    text = old_spelling(text) if setting.old else text
    if rng.random() < _CAPITALS:
        text = in_capitals(text, rng)
    return in_lines(text, setting, rng) if setting.width else text


_BEFORE = (
    r"(?:an|av|be|bi|bort|efter|er|fram|för|genom|i|in|med|miss|ned|o|om|på|sam|till|under|upp|ut|vid|åter"
    r"|över)*"
)
"""What may stand before a verb or noun."""
_STEMS = (
    r"(?:ar|behö|bli|dri|gi|ha(?!veri)|hal|hä|kal|kli|krä|kär|le(?!ver[ae])|li|lo|mö|pro(?!vin|vi?an)|ri|sil"
    r"|skri|skä|so|sta|strä|svä|tra|tol|tor|tvi|vä|vär|värv|ä|ö)"
)
"""Swedish words up to the v between vowels, or after l and r, that was written fv; words of Latin keep v."""
_ENDS = r"(?:bre|ble|dre|ga|gol|hal|ha|kal|li|lo|skre|skri|själ|tol|val)"
_OLD_FORMS = tuple(
    (re.compile(pattern), put)
    for pattern, put in (
        (r"\bav\b", "af"), (rf"\b({_BEFORE}{_STEMS})v(?=[aeiouyåäö])", r"\1fv"),
        (rf"\b({_ENDS})v(?=s?\b)", r"\1f"),
        (r"\bvar(?=(?:t|je|ken|andra|andras)\b)", "hvar"), (r"\bvad\b", "hvad"), (r"\bvilk", "hvilk"),
        (r"\bvem\b", "hvem"), (r"\bkv", "qv"), (r"\bKv", "Qv"),
        (r"\b(gla|go|brä|rö|bre|fö|klä)tt\b", r"\1dt"),
        (r"\binte\b", "icke"), (r"\bska\b", "skall"),
    )
)  # fmt: skip
"""Spelling before 1906, near enough to show that a word may be spelled so; what is in doubt stays."""


def old_spelling(text: str) -> str:
    """The text spelled as before the reform of 1906."""
    for pattern, put in _OLD_FORMS:
        text = pattern.sub(put, text)
    return text


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
