"""The colon in the numbers of laws; other brackets stay."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.swedish.law_number import law_number
from models.text import Text


@pytest.mark.parametrize(
    ("read", "printed"),
    [
        ("enligt lagen (2004-1199) om handel", "enligt lagen (2004:1199) om handel"),
        ("Lag (20041199).", "Lag (2004:1199)."),
        ("skollagen (20101800)", "skollagen (2010:1800)"),
        ("f6rordningen\n(1998.904) om anmälan", "f6rordningen\n(1998:904) om anmälan"),
        ("bygglagen (2004-119)", "bygglagen (2004:119)"),
        ("förvaltningslagens (2004;119)", "förvaltningslagens (2004:119)"),
        ("jordabalken (197021994)", "jordabalken (1970:1994)"),
    ],
)
def test_lost_colons_come_back(read: str, printed: str) -> None:
    assert Text(read).apply(law_number(read)).content == printed


@pytest.mark.parametrize(
    "text",
    [
        "lagen (2004:1199)",
        "för åren (2004-1199)", "stadgan (1999-2003)", "lagen (2004)", "förslag (2004-11)",
        "Bolagen (2004.11)", "lagen (12004-11)", "budgeten (20041199)", "lagen (2004-11998)",
        "lagen (0404-1199)", "i dagen (2004-11)", "underlag (2004.11)", "anslagen (2004-11)",
        "forslaget (20041102)",
    ],
)  # fmt: skip
def test_other_brackets_stay(text: str) -> None:
    assert not list(law_number(text))


@given(st.text(alphabet="lagen (2041-:)\n", max_size=40))
def test_figures_stay(content: str) -> None:
    after = Text(content).apply(law_number(content)).content
    assert [s for s in after if s not in "12-:"] == [s for s in content if s not in "12-:"]
