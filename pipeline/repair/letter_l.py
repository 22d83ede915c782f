"""The letter l of words in small letters, read as a capital I or, at their end, as an exclamation mark."""

from __future__ import annotations

import re
from collections.abc import Iterator

from models.swedish.lexicon import lexicon
from models.swedish.name_parts import is_name
from models.swedish.names import is_family, is_given
from models.text import Change

_WORDS = (
    re.compile(r"(?<!\w)[A-ZÅÄÖa-zåäö]+I(?:I|[a-zåäö])[A-Za-zåäö]*(?!\w)"),
    re.compile(r"(?<!\w)[A-ZÅÄÖa-zåäö][a-zåäö]+!{1,2}(?= [a-zåäö(])"),
)
"""No sentence ends before a small letter or a bracket."""
_READ = str.maketrans("I!", "ll")


def letter_l(content: str) -> Iterator[Change]:
    """Words and names that are known with l ("UIf", "tiII", "hande!"), and unknown as they stand."""
    for pattern in _WORDS:
        for word in pattern.finditer(content):
            text = word[0][0] + word[0][1:].translate(_READ)
            known = lexicon().knows(word[0].rstrip("!")) or _is_name(word[0].rstrip("!"))
            if text[1:].islower() and not known and (lexicon().knows(text) or _is_name(text)):
                yield Change(*word.span(), text, "letter l", 0.95)


def _is_name(word: str) -> bool:
    return word[0].isupper() and (is_given(word) or is_family(word) or is_name(word))
