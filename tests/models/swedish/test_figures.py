"""Figures read as letters come back; words, codes and plurals stay."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.swedish.figures import figures
from models.text import Text


@pytest.mark.parametrize(
    ("read", "printed"),
    [
        ("den 3 maj 2o14", "den 3 maj 2014"),
        ("Granby 8:s2", "Granby 8:52"),
        ("kronor 17.s01:-", "kronor 17.501:-"),
        ("läget 65o35'N och", "läget 65o35'N och"),
        ("till 65o44,0'N, 23", "till 65o44,0'N, 23"),
        ("800 $6 910 218", "800 56 910 218"),
        ("se Bilaga $4, sid", "se Bilaga 54, sid"),
        ("enligt 3 kap. 4 $ och", "enligt 3 kap. 4 $ och"),
        ("bidrag 150 ooo kronor", "bidrag 150 000 kronor"),
        ("bidrag 15 O00.", "bidrag 15 000."),
        ("bidrag 6o 120 kronor", "bidrag 60 120 kronor"),
        ("kl. 09.5o i dag", "kl. 09.50 i dag"),
        ("374 000 8 9II 100", "374 000 8 911 100"),
        ("100 I 070 96", "100 1 070 96"),
        ("den ı december", "den 1 december"),
        ("l:e vice ordförande", "1:e vice ordförande"),
        ("Lag (2010:123s).", "Lag (2010:1235)."),
        ("bidrag 362 0o00 kronor", "bidrag 362 000 kronor"),
        ("bidrag 4 00O0 kronor", "bidrag 4 000 kronor"),
        ("bidrag 2.065 000 kronor", "bidrag 2 065 000 kronor"),
        ("sid. ṣ0–97", "sid. 50–97"),
        ("icke mindre än ş8 hushåll", "icke mindre än 58 hushåll"),
    ],
)
def test_figures_come_back(read: str, printed: str) -> None:
    assert Text(read).apply(figures(read)).content == printed


@pytest.mark.parametrize(
    "text",
    [
        "1o) att bygga", "på 1980s", "väg 3o", "100-200 000 kronor", "2010.065 000",
        "modell A4o2", "www.granby.example/2o1x",
        "B2s4 och 4s", "I 150 år",
        "Karl I 1634",
        "den i december", "avdelning II", "1:e vice ordförande", "o", "OOO", "en 2o", "a1o2@granby.example",
    ],
)  # fmt: skip
def test_others_stay(text: str) -> None:
    assert not list(figures(text))


@given(st.text(alphabet="oOQsIl10 2.:,/x", max_size=40))
def test_letters_become_as_many_figures(content: str) -> None:
    found = list(figures(content))
    assert all(change.text in {"0", " "} or len(change.text) == change.end - change.start for change in found)
    assert all(change.text.isdecimal() or change.text == " " for change in found)
    Text(content).apply(found)
