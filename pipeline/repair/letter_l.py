"""The letters l and I: l read as a capital I or as an exclamation mark, I as a bar."""

from __future__ import annotations

import re
from collections.abc import Iterator

from models.swedish.lexicon import lexicon
from models.swedish.name_parts import is_name
from models.swedish.names import is_family, is_given
from models.text import Change
from pipeline.repair.accents import word_around

_READ_FOR_L = re.compile(r"I(?<=[^\W\d_].)(?=[Ia-zåäö])|!(?<=[a-zåäö].)(?=!? [a-zåäö(])")
"""No sentence ends before a small letter or a bracket."""
_BAR = re.compile(r"\|(?:(?<![^\n].)(?= [a-zåäö]{2})|(?<=[A-ZÅÄÖ]{2} .)(?= [A-ZÅÄÖ]{2}))")
_L = str.maketrans("I!", "ll")


def letter_l(content: str) -> Iterator[Change]:
    """Words and names that are known with l ("UIf", "tiII", "hande!"), and unknown as they stand."""
    end = 0
    for sign in _READ_FOR_L.finditer(content):
        if sign.start() < end:
            continue
        start, end = word_around(content, sign.start())
        end += len(content[end : end + 2]) - len(content[end : end + 2].lstrip("!"))
        read = content[start:end]
        text = read[0] + read[1:].translate(_L)
        known = lexicon().knows(read.rstrip("!")) or _is_name(read.rstrip("!"))
        if text[1:].islower() and not known and (lexicon().knows(text) or _is_name(text)):
            yield Change(start, end, text, "letter l", 0.95)


def letter_i(content: str) -> Iterator[Change]:
    """The word I that was read as a bar, at a line's start or among capitals, where no table has bars."""
    for bar in _BAR.finditer(content):
        start, end = content.rfind("\n", 0, bar.start()) + 1, content.find("\n", bar.end())
        if content.count("|", start, end if end >= 0 else len(content)) == 1:
            yield Change(*bar.span(), "I", "letter I", 0.95)


def _is_name(word: str) -> bool:
    return word[0].isupper() and (is_given(word) or is_family(word) or is_name(word))
