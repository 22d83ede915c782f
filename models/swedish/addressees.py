"""What somebody is to whom a decision turns, told by the words of the name: a body, an office, a firm."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from models.swedish.names import NAME_WORD, is_family, is_given
from models.swedish.roles import address, is_role
from models.swedish.table import rows_of
from models.vocabulary import AddresseeKind

_SHORTEST = 4
"""A shorter word is known only by itself and in capitals ("AB", "IF"); a longer one also ends other words."""


@dataclass(frozen=True, slots=True)
class Told:
    """What a name is by the first of its words that tells it; `words` are how many it takes up to there."""

    kind: AddresseeKind
    words: int


def told_by(words: list[str]) -> Told | None:
    """What a name of these words is; None where none tells. A genitive is of another's name."""
    addressed = _addressed().match(" ".join(words))
    if addressed:
        return Told(AddresseeKind.PERSON, addressed[0].count(" ") + 1)
    kinds = ((at, _kind_of_word(word, alone=len(words) == 1)) for at, word in enumerate(words, 1))
    at, kind = next(((at, kind) for at, kind in kinds if kind), (0, None))
    if kind in {None, AddresseeKind.OFFICIAL} and _is_person(words[at:]):
        return Told(AddresseeKind.PERSON, len(words))
    return Told(kind, at) if kind else None


def _kind_of_word(word: str, *, alone: bool) -> AddresseeKind | None:
    low = word.casefold().strip(".,")
    if len(low) < _SHORTEST and not word.isupper():
        return None
    if low in _endings("any") or (low in _endings("part") and not alone):
        return _endings("any").get(low) or _endings("part")[low]
    ends = [low[start:] for start in range(1, len(low) - _SHORTEST + 1)]
    strong = next((kind for end in ends for use in ("any", "part") if (kind := _endings(use).get(end))), None)
    if strong or (is_role(word) and not low.endswith("s")):
        return strong or AddresseeKind.OFFICIAL
    return next((_endings("last")[end] for end in ends if end in _endings("last")), None)


@cache
def _endings(use: str) -> dict[str, AddresseeKind]:
    """The words of this use: "any" tell by themselves, "part" in or beside others, "last" where no title is.

    So a folkhälsoråd is a body, and a kommunalråd a person.
    """
    return {row["ending"]: AddresseeKind(row["kind"]) for row in rows_of("addressees") if row["use"] == use}


def _is_person(words: list[str]) -> bool:
    """Whether the words are a person's name: a known given name, and a family name after it."""
    named = 1 < len(words) < 5 and all(_name_word().fullmatch(word) for word in words)
    return named and is_given(words[0]) and (is_family(words[-1]) or len(words) == 2)


@cache
def _addressed() -> re.Pattern[str]:
    return re.compile(rf"{address()}[ ]{NAME_WORD}")


@cache
def _name_word() -> re.Pattern[str]:
    return re.compile(NAME_WORD)
