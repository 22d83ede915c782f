"""The archive's own words: those that people put into texts, or confirmed there, and no lexicon has."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

from archive.review.chains import chains
from models.correction import TEXT, Act, Correction
from models.swedish.lexicon import lexicon

_WORD = re.compile(r"[^\W\d_]{3,100}")


def own_words(corrections: Iterable[Correction]) -> dict[str, int]:
    """Each word with how often people have read it, by the corrections that stand."""
    said: dict[str, list[Correction]] = defaultdict(list)
    for one in corrections:
        if one.field == TEXT:
            said[one.document].append(one)
    counts: dict[str, int] = {}
    for told in said.values():
        for chain in chains(told):
            for word in _words(chain.last):
                counts[word] = counts.get(word, 0) + 1
    return counts


def _words(one: Correction) -> Iterator[str]:
    """What a correction tells to be a word: all that was confirmed, and what was put in otherwise."""
    if one.act is Act.REJECT or not isinstance(one.after, str):
        return
    before = set(_WORD.findall(str(one.before))) if one.act is Act.CORRECT else set[str]()
    for word in _WORD.findall(one.after):
        if word not in before and not lexicon().knows(word):
            yield word
