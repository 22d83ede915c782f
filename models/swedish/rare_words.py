"""Words that the text behind the lexicon hardly has: they are taken for words, and vouch for no other."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from models.swedish.word_table import WordTable

DATA = Path(__file__).with_name("rare.words")
"""The words, as `word_table.py` lays them."""


@cache
def rare_words() -> WordTable:
    """Rare Swedish words in lower case, none of them the lexicon's; processes share their memory."""
    return WordTable(DATA)


def is_rare(word: str) -> bool:
    """Whether `word`, its case aside, is one of them."""
    return word.lower() in rare_words()
