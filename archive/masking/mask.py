"""Personal numbers taken out of any text: a block stands for each of their characters."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from models.swedish.personal.find import personal_spans

BLOCK = "\u2588"
"""What stands for a character that is hidden."""
_CENTURIES = ("18", "19", "20")
_TEN = 10
_BETWEEN = r"[\W_]{0,4}?"
"""What may stand between the digits where the same number is written otherwise."""


def hidden(text: str) -> str:
    """The text with a block for each character; white space stays, and so do its lines and its length."""
    return "".join(character if character.isspace() else BLOCK for character in text)


@dataclass(frozen=True)
class Mask:
    """Hides the given numbers, however they are written, and every other that can be told for one.

    `numbers` as they are printed; `year` is the document's, by which numbers are told.
    """

    numbers: frozenset[str]
    year: int | None = None

    def __call__(self, text: str) -> str:
        """The text with all of them hidden; it keeps its length."""
        if self._known is not None:
            text = self._known.sub(lambda found: hidden(found[0]), text)
        return hide(text, personal_spans(text, self.year))

    @cached_property
    def _known(self) -> re.Pattern[str] | None:
        forms = sorted({_form(number) for number in self.numbers})
        return re.compile("|".join(form for form in forms if form)) if forms else None


def hide(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """The text with these stretches hidden."""
    pieces: list[str] = []
    at = 0
    for start, end in sorted(spans):
        low = max(start, at)
        if end > low:
            pieces += [text[at:low], hidden(text[low:end])]
            at = end
    return "".join([*pieces, text[at:]])


def _form(number: str) -> str:
    """A pattern of the number with or without its century, and with anything between its digits."""
    characters = [character for character in number if character.isalnum()]
    if len(characters) > _TEN and "".join(characters[:2]) in _CENTURIES:
        characters = characters[2:]
    if not characters:
        return ""
    century = f"(?:(?:{'|'.join(_CENTURIES)}){_BETWEEN})?"
    return century + _BETWEEN.join(map(re.escape, characters))
