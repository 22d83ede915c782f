"""The letter l of words in small letters, read as a capital I or, at their end, as an exclamation mark."""

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


def _is_name(word: str) -> bool:
    return word[0].isupper() and (is_given(word) or is_family(word) or is_name(word))
