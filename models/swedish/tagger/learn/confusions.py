"""Which letters are read for which: what engines make of Swedish, by families of recognition models."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import NamedTuple

DATA = Path(__file__).with_name("confusions.tsv")
"""Family, printed letters, signs read for them, share of times; # and a blank begin a remark."""
BY_HAND = Path(__file__).with_name("worn.tsv")
"""The same by hand: families `worn` (old engines, dirty paper) and `blank`, and a few rows of others."""
MARKED = frozenset("åäöÅÄÖ")
"""The letters that many engines don't have; what they make of them is theirs alone."""
_WORN = "worn"
_BLANK = "blank"
"""The rows that every family gets: specks and lost gaps come of the paper, not of the engine."""
_LENT = {"eng": 1 / 8, "nor": 1 / 4, "deu": 1 / 4, "swe": 1 / 4}
"""The part of its share with which a worn letter is met in the other families."""


class Confusion(NamedTuple):
    """What was printed and what was read for it; both equal where a letter was read right."""

    printed: str
    read: str


Shares = dict[Confusion, float]


def read_confusions(lines: Iterable[str]) -> dict[str, Shares]:
    """By family, the confusions that `lines` hold, each with the share of times that it happens."""
    families: dict[str, Shares] = {}
    for line in lines:
        if line.strip() and not line.startswith("# "):
            family, printed, read, share = line.rstrip("\n").split("\t")
            families.setdefault(family, {})[Confusion(printed, read)] = float(share)
    return families


def confusions() -> dict[str, Shares]:
    """The program's families, each with all that it may be read as: learnt, by hand, and lent by `worn`."""
    return mixed(_read(DATA), _read(BY_HAND))


def mixed(learnt: Mapping[str, Shares], by_hand: Mapping[str, Shares]) -> dict[str, Shares]:
    """The learnt families and `worn`; a row by hand goes before one learnt, and that before one lent."""
    worn, blank = by_hand.get(_WORN, {}), by_hand.get(_BLANK, {})
    families = {
        family: {**_lent(worn, part), **learnt.get(family, {}), **by_hand.get(family, {}), **blank}
        for family, part in _LENT.items()
    }
    return {**families, _WORN: {**worn, **blank}}


def _lent(worn: Shares, part: float) -> Shares:
    return {row: share * part for row, share in worn.items() if row.printed not in MARKED}


def _read(path: Path) -> dict[str, Shares]:
    return read_confusions(path.read_text(encoding="utf-8").splitlines())
