"""Words in capitals put in lower case for the tagger, which knows damage best where most of it is met."""

from __future__ import annotations

import re

_CAPITALS = re.compile(r"(?<![^\W\d_])[A-ZÅÄÖÉ](?:[A-ZÅÄÖÉ]|[cosvwxz](?=[A-ZÅÄÖÉ]))+(?![^\W\d_])")
"""A word in capitals; one that looks like its small letter may have been read as it."""
_LONG = 7
"""A word in capitals of so many letters is no acronym; nor is a shorter one beside as many other capitals."""
_BESIDE = 4


def folded(text: str) -> str:
    """The text with its words in capitals, but for lone acronyms, in lower case; no sign moves."""
    return "".join(_line(line) for line in text.splitlines(keepends=True))


def _line(line: str) -> str:
    words = _CAPITALS.findall(line)
    if not words:
        return line
    letters = sum(map(len, words))

    def put(word: re.Match[str]) -> str:
        told = len(word[0]) >= _LONG or letters - len(word[0]) >= _BESIDE
        return word[0].lower() if told else word[0]

    return _CAPITALS.sub(put, line)
