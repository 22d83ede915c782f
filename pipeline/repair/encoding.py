"""Text that was written in one character set and read in another."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from models.swedish.lexicon import lexicon
from models.text import Change

_SIGNS = "åäöÅÄÖéÉèüÜæøÆØ§–—’‘“”»«•…½°´€"
_WORD = re.compile(r"\S+")
_EDGE = ".,;:!?()\"'-"
_LEAST_WORDS = 5
_LEAST_SHARE = 0.02
"""So many words, and such a share of all, must become Swedish before a character set is held to be wrong."""
_FOREIGN = re.compile(r"[ćčžđęłńśź]", re.IGNORECASE)


def _twice(sign: str) -> Iterator[str]:
    """What `sign` looks like when its UTF-8 bytes are read one by one."""
    for single in ("cp1252", "latin-1"):
        try:
            yield sign.encode().decode(single)
        except UnicodeDecodeError:
            continue


def _between(written: str, read: str) -> dict[str, str]:
    """What å ä ö and their like become when bytes of one character set are read in another."""
    pairs = ((sign.encode(written).decode(read, "ignore"), sign) for sign in "åäöÅÄÖé")
    return {seen: sign for seen, sign in pairs if seen and not seen.isascii()}


_UTF8 = {seen: sign for sign in _SIGNS for seen in _twice(sign)}
_UTF8_SEEN = re.compile("|".join(map(re.escape, sorted(_UTF8, key=len, reverse=True))))
_SEVEN_BIT = {"}": "å", "{": "ä", "|": "ö", "]": "Å", "[": "Ä", "\\": "Ö"}
"""The Swedish seven-bit character set (SEN 850200 B), read as ASCII."""
_SETS: tuple[Mapping[str, str], ...] = (
    _between("mac_roman", "cp1252"),
    _between("latin-1", "mac_roman"),
    _between("cp850", "cp1252"),
    _between("latin-1", "cp850"),
    _SEVEN_BIT,
)


def mojibake(content: str) -> Iterator[Change]:
    """Words whose UTF-8 bytes were read one by one ("fÃ¶r")."""
    for word in _WORD.finditer(content):
        mended = _UTF8_SEEN.sub(lambda seen: _UTF8[seen[0]], word[0])
        if mended != word[0]:
            yield Change(word.start(), word.end(), mended, "mojibake", 0.99)


def wrong_set(content: str) -> Iterator[Change]:
    """Words of a document that was read in another character set of one byte a sign ("fšr", "f|r").

    The set is the one by which most words become Swedish; without enough of them nothing is changed.
    """
    found = list(_WORD.finditer(content))
    tried = [[change for word in found for change in _through(word, signs)] for signs in _SETS]
    best = max(tried, key=len)
    if len(best) >= max(_LEAST_WORDS, _LEAST_SHARE * len(found)):
        yield from best


def _through(word: re.Match[str], signs: Mapping[str, str]) -> Iterator[Change]:
    if not any(sign in word[0] for sign in signs) or _FOREIGN.search(word[0]):
        return
    for stripped in dict.fromkeys((word[0], word[0].strip(_EDGE))):
        mended = "".join(signs.get(sign, sign) for sign in stripped)
        if mended.strip(_EDGE) != stripped.strip(_EDGE) and _is_word(mended.strip(_EDGE)):
            start = word.start() + word[0].index(stripped)
            yield Change(start, start + len(stripped), mended, "character set", 0.97)
            return


def _is_word(text: str) -> bool:
    return text.isalpha() and lexicon().knows(text)
