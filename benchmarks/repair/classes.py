"""What kinds of word a printed word is, and what was read for it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from benchmarks.repair.words import Token, bare
from models.swedish.lexicon import lexicon

_MARKED = re.compile(r"[åäöÅÄÖ]")
_RARE = frozenset({
    "an", "ar", "aren", "aret", "arets", "bada", "bestar", "dar", "doms", "far", "fatt", "for", "fora",
    "fors", "galla", "galler", "genomfor", "halsa", "hojs", "hor", "hora", "kanna", "lagga", "laget", "lan",
    "langa", "lans", "lata", "mal", "malen", "malet", "manad", "manga", "mota", "rakning", "ratt", "ratten",
    "ror", "sa", "saga", "sanda", "sate", "satt", "skal", "stalla", "stallet", "stamman", "svarare",
    "trader", "vag", "vanda", "varme", "vaxa",
})  # fmt: skip
"""Swedish words that the program's list leaves out, for they are nearly always damage (är, där, för)."""
_SENTENCE_END = (".", "!", "?", ":", ";", "”", '"', "-", "–", "•")


def classes(printed: Sequence[Token], at: int, read: str) -> Iterator[str]:
    """The classes of the printed word, which was read as `read` ("" where it was lost).

    å ä ö: it holds one of them. Real-word: it was read as another Swedish word. Name: it has a capital
    inside a sentence and isn't all capitals. Compound: no list holds it, but its parts are known. Number: it
    has a figure.
    """
    word = bare(printed[at].text)
    if _MARKED.search(word):
        yield "å ä ö"
    if _is_real_word(word, bare(read)):
        yield "real-word"
    if _is_name(printed, at, word):
        yield "name"
    if word.isalpha() and not lexicon().count(word) and lexicon().knows(word):
        yield "compound"
    if any(map(str.isdigit, word)):
        yield "number"


def _is_real_word(word: str, read: str) -> bool:
    other = read.isalpha() and read.lower() != word.lower()
    return other and (read.lower() in _RARE or lexicon().knows(read))


def _is_name(printed: Sequence[Token], at: int, word: str) -> bool:
    before = printed[at - 1] if at else None
    inside = (
        before is not None and before.line == printed[at].line and not before.text.endswith(_SENTENCE_END)
    )
    return inside and word[:1].isupper() and not (len(word) > 1 and word.isupper())
