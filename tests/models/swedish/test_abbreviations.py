"""Abbreviations get their letters and stops back; other words and sentences stay."""

from __future__ import annotations

import pytest

from models.swedish.abbreviations import abbreviations
from models.text import Text


@pytest.mark.parametrize(
    ("read", "printed"),
    [
        ("papper, pennor ctc. Därefter", "papper, pennor etc. Därefter"),
        ("skolor m-fl. lokaler", "skolor m.fl. lokaler"),
        ("i t.cx. Granby", "i t.ex. Granby"),
        ("kl. 8 f,m. öppnas", "kl. 8 f.m. öppnas"),
        ("med bI.a. skolor", "med bl.a. skolor"),
        ("i en s-k. plan\noch", "i en s.k. plan\noch"),
        ("skolor m.fl. lokaler", "skolor m.fl. lokaler"),
        ("Ctc. är en by", "Ctc. är en by"),
        ("vi ser a-b. som", "vi ser a-b. som"),
        ("den är ny.", "den är ny."),
    ],
)
def test_abbreviations(read: str, printed: str) -> None:
    assert Text(read).apply(abbreviations(read)).content == printed
