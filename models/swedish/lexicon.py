"""Which words are Swedish, how common they are, and whether they are written with a capital."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from models.swedish.word_table import Use, WordTable

DATA = Path(__file__).with_name("lexicon.words")
"""The words of the program, as `word_table.py` lays them."""

_PLAIN_JOINS = ("", "s", "-")
_JOINS = (*_PLAIN_JOINS, "e", "a", "o", "u")
"""What stands between the parts of a compound: bostad-s-bolag, regering(s), gat-u-kontor, famil-je-rätt."""
_LOOSE = frozenset({
    "att", "blev", "bli", "dem", "den", "det", "där", "eller", "ett", "från", "hade", "han", "hans", "har",
    "hon", "här", "kan", "men", "när", "och", "sig", "sin", "ska", "som", "var", "vår", "våra", "åt", "än",
})  # fmt: skip
"""Common words that are no part of a compound."""
_SHORTEST_PART = 3
_LAST_PART = 4
_PART_COUNTS = {3: 150, 4: 20, 5: 20}
_PART_COUNT = 4
"""How common a part must be, by its letters: short ones stand by chance in many strings."""
_VOWEL_JOIN_COUNT = 500
"""How common a part must be that is joined by a vowel."""
_MOST_PARTS = 3
_LONGEST = 100
"""No compound has more letters: a longer string isn't worth the time that grows with its square."""
_REMEMBERED = 1 << 16
"""So many words that were asked about are remembered."""


@dataclass(frozen=True)
class Lexicon:
    """Swedish words in lower case, each with its use in a large text."""

    uses: Mapping[str, Use] = field(repr=False)
    _known: dict[str, bool] = field(init=False, repr=False, compare=False, default_factory=dict[str, bool])

    def knows(self, word: str) -> bool:
        """Whether `word`, its case aside, is Swedish: listed, a listed word's genitive, or a compound."""
        folded = word.lower()
        known = self._known.get(folded)
        if known is None:
            known = self.lists(folded) or self.is_compound(folded)
            if len(self._known) >= _REMEMBERED:
                self._known.clear()
            self._known[folded] = known
        return known

    def lists(self, word: str) -> bool:
        """Whether `word`, its case aside, or what it is the genitive of, is listed itself."""
        return self.uses.get(word.lower()) is not None or self._genitive(word.lower())

    def count(self, word: str) -> int:
        """How often `word`, its case aside, stands in the text behind the lexicon; 0 for an unlisted one."""
        use = self.uses.get(word.lower())
        return use.lower + use.capital if use else 0

    def is_common(self, word: str) -> bool:
        """Whether `word` is normally written in lower case, and so no name; a compound also is."""
        folded = word.lower()
        use = self.uses.get(folded)
        if use is None:
            return self.is_compound(folded)
        return use.lower > use.capital

    def is_compound(self, word: str, parts: int = _MOST_PARTS) -> bool:
        """Whether `word` (lower case) can be cut into at most `parts` common words and their joins."""
        return len(word) <= _LONGEST and any(True for _ in self.cuts(word, parts))

    def cuts(self, word: str, parts: int = _MOST_PARTS) -> Iterator[tuple[str, ...]]:
        """The ways to cut `word` (lower case) into two to `parts` common words."""
        if parts < 2:
            return
        for at in range(_SHORTEST_PART, len(word) - _LAST_PART + 1):
            head = word[:at]
            if not self.is_part(head):
                continue
            for rest in self._after_join(head, word[at:]):
                if self.is_part(rest):
                    yield head, rest
                for tail in self.cuts(rest, parts - 1):
                    yield head, *tail

    def is_part(self, part: str) -> bool:
        """Whether `part` (lower case) is common enough to stand in a compound."""
        use = self.uses.get(part) if len(part) >= _SHORTEST_PART else None
        return bool(use and part not in _LOOSE and use.lower >= _PART_COUNTS.get(len(part), _PART_COUNT))

    def _after_join(self, head: str, rest: str) -> Iterator[str]:
        joins = _JOINS if self.count(head) >= _VOWEL_JOIN_COUNT else _PLAIN_JOINS
        for join in joins:
            if rest.startswith(join) and len(rest) - len(join) >= _LAST_PART:
                yield rest[len(join) :]

    def _genitive(self, word: str) -> bool:
        owner = word[:-1].rstrip(":'")
        return word.endswith("s") and len(word) > _LAST_PART and owner[-1] not in "sxz" and owner in self.uses


def read_lexicon(lines: Iterable[str]) -> Lexicon:
    """The lexicon that `lines` (word, tab, uses in lower case, tab, uses with a capital) hold."""
    rows = (line.split("\t") for line in lines)
    return Lexicon({word: Use(int(lower), int(capital)) for word, lower, capital in rows})


@cache
def lexicon() -> Lexicon:
    """The lexicon of the program; processes share its memory."""
    return Lexicon(WordTable(DATA))
