"""Which letters are read for which: what engines make of Swedish, by families of recognition models."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

DATA = Path(__file__).with_name("confusions.tsv")
"""Family, printed letters, signs read for them and the share of times; # begins a remark."""
WORN = Path(__file__).with_name("worn.tsv")
"""The same, made by hand: what older engines and dirty paper give, from general knowledge of letter shapes."""


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
    """The program's tables, learnt and by hand."""
    return {**_read(DATA), **_read(WORN)}


def _read(path: Path) -> dict[str, Shares]:
    return read_confusions(path.read_text(encoding="utf-8").splitlines())
