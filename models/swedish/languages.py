"""Which language a text is in, told by its commonest words."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from models.swedish.table import rows_of

SWEDISH = "swedish"
NEAR = frozenset({None, SWEDISH, "norwegian", "danish"})
"""What Swedish that lost its å, ä and ö may be taken for; it is for no other language."""
_LEAST_SHARE = 0.08
"""Of running text, such common words are a tenth (Finnish) to a third; of names and figures hardly any."""
_LEAST_OF_SWEDISH = 0.05
"""The tables and lists of a Swedish document are looked at as Swedish."""


@cache
def common_words() -> dict[str, frozenset[str]]:
    """The commonest words of each language, in lower case."""
    return {row["language"]: frozenset(row["words"].split()) for row in rows_of("common_words")}


def language_of(words: Sequence[str]) -> str | None:
    """The language of which most of `words` are common words; None where there are few of any.

    Swedish is also told where it lost its å, ä and ö. On a tie the earlier language of the table is taken.
    """
    # A letter alone and large is a party, a section or an initial.
    folded = [word.lower() for word in words if len(word) > 1 or word.islower()]
    if not folded:
        return None
    shares = {
        name: sum(map(common.__contains__, folded)) / len(folded) for name, common in common_words().items()
    }
    best = max(shares, key=lambda name: shares[name])
    return best if shares[best] >= (_LEAST_OF_SWEDISH if best == SWEDISH else _LEAST_SHARE) else None
