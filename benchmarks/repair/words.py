"""Words of a document as they are compared: those broken at line ends made whole, each with its place."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from rapidfuzz.distance import Levenshtein

_WORD = re.compile(r"\S+")
_SIGNS_AROUND = re.compile(r"^[\W_]+|[\W_]+$")


class Token(NamedTuple):
    """A word, where it stands in its text, and the number of its line from 0."""

    text: str
    start: int
    end: int
    line: int


def tokens(text: str) -> list[Token]:
    """The words of a text.

    A word that a hyphen parts at a line's end is one word, whether a program put it together or not.
    """
    found: list[Token] = []
    for line in _lines(text):
        rest = line
        if line and found and _goes_on(found[-1], line[0]):
            head, tail = found[-1], line[0]
            found[-1] = Token(head.text[:-1] + tail.text, head.start, tail.end, head.line)
            rest = line[1:]
        found += rest
    return found


def _lines(text: str) -> Iterator[list[Token]]:
    at = 0
    for number, line in enumerate(text.splitlines(keepends=True)):
        yield [Token(word[0], at + word.start(), at + word.end(), number) for word in _WORD.finditer(line)]
        at += len(line)


def _goes_on(before: Token, first: Token) -> bool:
    cut = len(before.text) > 2 and before.text.endswith("-") and before.text[-2].isalpha()
    return cut and before.line + 1 == first.line and first.text[0].islower()


def bare(word: str) -> str:
    """The word without the signs around it; "" for a word of signs alone."""
    return _SIGNS_AROUND.sub("", word)


def matched(printed: Sequence[str], found: Sequence[str]) -> dict[int, int]:
    """By word printed, the word found that stands for it in the shortest way from one text to the other."""
    pairs: dict[int, int] = {}
    for step in Levenshtein.opcodes(printed, found):
        if step.tag in {"equal", "replace"}:
            there = range(step.dest_start, step.dest_end)
            pairs.update(zip(range(step.src_start, step.src_end), there, strict=True))
    return pairs
