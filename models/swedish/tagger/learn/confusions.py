"""Which letters are read for which where recognition had no Swedish letters."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import NamedTuple

DATA = Path(__file__).with_name("confusions.tsv")
"""Printed letters, the signs read for them and the share of times, with tabs between; # begins a remark."""


class Confusion(NamedTuple):
    """What was printed and what was read for it; both equal where a letter was read right."""

    printed: str
    read: str


Shares = dict[Confusion, float]


def read_confusions(lines: Iterable[str]) -> Shares:
    """The confusions that `lines` hold, each with the share of times that it happens."""
    rows = (line.split("\t") for line in lines if line.strip() and not line.startswith("# "))
    return {Confusion(printed, read): float(share) for printed, read, share in rows}


@cache
def confusions() -> Shares:
    """The program's table, read once."""
    return read_confusions(DATA.read_text(encoding="utf-8").splitlines())
