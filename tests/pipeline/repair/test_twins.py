"""Words that differ in marks alone, settled by their neighbours, with labels of our own."""

from __future__ import annotations

import pytest

from models.text import Text
from pipeline.repair.prior import Prior
from pipeline.repair.twins import settled
from pipeline.repair.words import Reader
from tests.pipeline.repair.test_labelled import doubted


def mended(read: str, at: int, sign: str) -> str:
    """What the neighbours make of a text of which the tagger doubts one sign."""
    reader = Reader(read, doubted(read, at, sign), 0, Prior(read))
    words = [*reader.read()]
    return Text(read).apply(done.change() for _, done in settled(reader, words) if done).content


@pytest.mark.parametrize(
    ("read", "at", "sign", "printed"),
    [
        ("enligt var plan", 8, "å", "enligt vår plan"),
        ("Las den har", 9, "ä", "Las den här"),
        ("DEN HAR PLANEN", 5, "ä", "DEN HAR PLANEN"),
        ("nämnden har beslutat", 9, "ä", "nämnden har beslutat"),
        ("de fortsatta insatserna", 8, "ä", "de fortsatta insatserna"),
    ],
)
def test_neighbours_settle_twins(read: str, at: int, sign: str, printed: str) -> None:
    assert mended(read, at, sign) == printed
