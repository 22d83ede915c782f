"""Signs alone between blanks, with labels of our own."""

from __future__ import annotations

import pytest

from pipeline.repair.lone_signs import lone_word, section_sign
from pipeline.repair.pieces import Piece, pieces
from tests.pipeline.repair.test_labelled import labelled


def piece_at(read: str, at: int) -> Piece:
    return next(piece for piece in pieces(read, 0, len(read)) if piece.start == at)


@pytest.mark.parametrize(
    ("read", "at", "said", "printed"),
    [
        ("skola | Granby", 6, "i", "i"),
        ("SKOLA | GRANBY", 6, "i", "I"),
        ("slutande a kronor 310", 9, "å", "å"),
        ("slutande ä kronor 310", 9, "å", "å"),
        ("den 1 maj", 4, "i", None),
        ("slutande 4 kronor 310", 9, "å", None),
        ("2 kap. 5 a", 9, "e", None),
    ],
)
def test_lone_words(read: str, at: int, said: str, printed: str | None) -> None:
    done = lone_word(read, labelled(read, {at: said}), 0, piece_at(read, at))
    assert (done.text if done else None) == printed


@pytest.mark.parametrize(
    ("read", "printed"),
    [
        ("5 12 Val av ombud", "§"),
        ("$ 12 Val av ombud", "§"),
        ("5 140 000 kr", None),
        ("8 140 tkr", None),
        ("7 12 Val", None),
    ],
)
def test_section_signs(read: str, printed: str | None) -> None:
    done = section_sign(read, labelled(read, {0: "§"}), 0, piece_at(read, 0))
    assert (done.text if done else None) == printed
