"""Swedish numbers in words, as old and new documents write them: "femhundra", "ett tusen två hundra"."""

from __future__ import annotations

import re
from decimal import Decimal

_ONES = (
    "en", "två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio", "tio", "elva", "tolv", "tretton",
    "fjorton", "femton", "sexton", "sjutton", "arton", "nitton", "tjugo",
)  # fmt: skip
_TENS = ("trettio", "fyrtio", "femtio", "sextio", "sjuttio", "åttio", "nittio")
_OLD = {
    "ett": 1, "et": 1, "tvenne": 2, "tu": 2, "trenne": 3, "aderton": 18, "tjugu": 20, "fyratio": 40,
    "åttatio": 80, "nitio": 90,
}  # fmt: skip
_SMALL = {
    **{word: n for n, word in enumerate(_ONES, 1)},
    **{word: n * 10 for n, word in enumerate(_TENS, 3)},
    **_OLD,
}
_HUNDRED = frozenset({"hundra", "hundrade"})
_LARGE = {
    **dict.fromkeys(("tusen", "tusende"), 10**3),
    **dict.fromkeys(("miljon", "miljoner", "million", "millioner"), 10**6),
    **dict.fromkeys(("miljard", "miljarder", "milliard", "milliarder"), 10**9),
}
_JOINED = {"ettusen": ("ett", "tusen"), "ettusende": ("ett", "tusende")}
"""Words that share a letter where they are written together."""
_PARTS = sorted((*_SMALL, *_HUNDRED, *_LARGE, *_JOINED), key=len, reverse=True)
_LONGEST = 60
_HALF = re.compile(
    r"(?:(?P<whole>[\w ]{1,60}) och )?en halv (?P<scale>miljon|million|miljard|milliard)(?:er)?"
)


def numeral(words: str) -> Decimal | None:
    """The number that all these words say, small or with capitals; None where they say no single one."""
    low = " ".join(words.casefold().replace("-", " ").split())
    half = _HALF.fullmatch(low)
    if half:
        whole = _count(half["whole"].split()) if half["whole"] else 0
        return None if whole is None else (whole + Decimal("0.5")) * _LARGE[half["scale"]]
    count = _count(low.split())
    return None if count is None else Decimal(count)


def is_numeral(word: str) -> bool:
    """Whether a word is a number or a part of one ("femhundra", "tusen", "halv")."""
    low = word.casefold()
    return low == "halv" or all(_parts(part) for part in low.split("-"))


def _parts(word: str) -> tuple[str, ...]:
    """A word taken apart into the numbers it is written together of; nothing where it isn't."""
    found: list[str] = []
    at = 0
    while at < len(word) <= _LONGEST:
        part = next((part for part in _PARTS if word.startswith(part, at)), None)
        if part is None:
            return ()
        found += _JOINED.get(part, (part,))
        at += len(part)
    return tuple(found)


def _count(words: list[str]) -> int | None:
    """The number, where each word is of a lower order than the one before, or multiplies it."""
    parts = [_parts(word) for word in words]
    if not parts or not all(parts):
        return None
    total, scale = 0, 10**12
    group = _Group()
    for part in (part for word in parts for part in word):
        if part in _LARGE:
            empty = not group.value
            if _LARGE[part] >= scale or (empty and total):
                return None
            scale = _LARGE[part]
            total += scale if empty else group.value * scale
            group = _Group()
        elif not group.take(part):
            return None
    return total + group.value


class _Group:
    """What is below a thousand on its way: hundreds, then tens, then ones."""

    def __init__(self) -> None:
        self.value = 0
        self._room = 100
        self._hundreds = False

    def take(self, part: str) -> bool:
        """Take the next word in; False where it can't follow."""
        if part in _HUNDRED:
            if self._hundreds:
                return False
            self.value, self._room, self._hundreds = (self.value or 1) * 100, 100, True
            return True
        small = _SMALL[part]
        if small >= self._room:
            return False
        self.value += small
        self._room = 10 if small >= 20 else 1
        return True
