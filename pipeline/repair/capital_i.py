"""A capital I inside a word in small letters, which is an l."""

from __future__ import annotations

import re
from collections.abc import Iterator

from models.swedish.lexicon import lexicon
from models.swedish.name_parts import is_name
from models.swedish.names import is_family, is_given
from models.text import Change

_WORD = re.compile(r"(?<!\w)[A-ZÅÄÖa-zåäö]+I(?:I|[a-zåäö])[A-Za-zåäö]*(?!\w)")


def capital_i(content: str) -> Iterator[Change]:
    """Words and names that are known with l in place of I ("UIf", "tiII"), and unknown as they stand."""
    for word in _WORD.finditer(content):
        text = word[0][0] + word[0][1:].replace("I", "l")
        if word[0].isupper() or not text[1:].islower() or lexicon().knows(word[0]):
            continue
        named = text[0].isupper() and (is_given(text) or is_family(text) or is_name(text))
        if named or lexicon().knows(text):
            yield Change(*word.span(), text, "capital I", 0.95)
