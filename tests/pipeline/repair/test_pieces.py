"""Which pieces of a text are words that may be mended."""

from __future__ import annotations

import pytest

from pipeline.repair.pieces import Kind, pieces


@pytest.mark.parametrize(
    "word", ["Gang", "GAng", "LedamO6ter", "6ppnAde", "1AngvArd", "kOstnad", "f6r", "AJOURNERING"]
)
def test_words(word: str) -> None:
    assert [piece.kind for piece in pieces(word, 0, len(word))] == [Kind.WORD]


@pytest.mark.parametrize("text", ["KS", "IKEAs", "KS-2014", "kbm", "hl", "pr", "a@b.se", "12b4"])
def test_what_is_kept(text: str) -> None:
    assert {piece.kind for piece in pieces(text, 0, len(text))} <= {Kind.KEPT, Kind.NUMBER}
