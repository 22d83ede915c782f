"""Words compared as if their letters had lost their marks."""

from __future__ import annotations

import unicodedata

_WITHOUT_PARTS = str.maketrans({"ø": "o", "æ": "a", "đ": "d", "ł": "l", "ß": "s"})


def plain(word: str) -> str:
    """The word in lower case with å ä ö é and the like as bare letters: what a damaged page leaves of it."""
    if word.isascii():
        return word.lower()
    parts = unicodedata.normalize("NFD", word.casefold().translate(_WITHOUT_PARTS))
    return "".join(letter for letter in parts if not unicodedata.combining(letter))


def loose(pattern: str) -> str:
    """The regular expression, with each å, ä and ö that stands outside a class also met without its mark."""
    return pattern.replace("å", "[åa]").replace("ä", "[äa]").replace("ö", "[öo]")
