"""The one known word that is a letter away, where the tagger allows it."""

from __future__ import annotations

import pytest

from pipeline.repair.nearest import nearest
from pipeline.repair.pieces import Kind, Piece
from tests.pipeline.repair.test_labelled import labelled


def near(
    read: str, said: dict[int, str], lost: dict[int, str] | None = None, *, opens: bool = False
) -> str | None:
    piece = Piece(10, 10 + len(read), read, Kind.WORD, opens)
    return nearest(labelled(read, said, lost), 10, piece, read)


@pytest.mark.parametrize(
    ("read", "said", "lost", "printed"),
    [
        ("natarligt", {3: "u"}, {}, "naturligt"),
        ("litteratvr", {8: "u"}, {}, "litteratur"),
        ("ltteratur", {}, {0: "i"}, "litteratur"),
        ("kulturstrpendium", {8: "i"}, {}, "kulturstipendium"),
        ("projektorganisatsonen", {16: "i"}, {}, "projektorganisationen"),
    ],
)
def test_a_word_that_is_none(read: str, said: dict[int, str], lost: dict[int, str], printed: str) -> None:
    assert near(read, said, lost) == printed


def test_a_word_with_a_capital_is_a_name_but_where_it_opens_a_sentence() -> None:
    assert near("Projaktet", {4: "e"}) is None
    assert near("Projaktet", {4: "e"}, opens=True) == "Projektet"


@pytest.mark.parametrize(
    ("read", "said"),
    [
        ("natarligt", {}),
        ("naturligt", {3: "a"}),
        ("nat1rligt", {3: "u"}),
        ("NATARLIGT", {3: "u"}),
        ("natt", {}),
        ("n" * 41, {}),
        ("xqzvwkj", {}),
    ],
    ids=["sure", "known", "figure", "capitals", "short", "long", "no word"],
)
def test_others_stay(read: str, said: dict[int, str]) -> None:
    assert near(read, said) is None
