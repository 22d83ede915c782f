"""What is in doubt, and what of the image is shown to the second model for it."""

from __future__ import annotations

import pytest

from ingest.ocr.doubt import is_doubtful, pieces
from models.geometry import Box
from models.page import Word
from models.swedish.lexicon import Lexicon, read_lexicon
from tests.ingest.ocr.fakes import line, texts

KNOWN = ("kommunstyrelsen", "beslutar", "bifall", "till", "förslaget", "och", "ärendet")


@pytest.fixture(scope="module")
def words() -> Lexicon:
    return read_lexicon(f"{word}\t900\t0" for word in KNOWN)


@pytest.mark.parametrize(
    ("text", "sure", "doubtful"),
    [
        ("beslutar", 0.95, False),
        ("Beslutar,", 0.95, False),
        ("beslutar", 0.4, True),
        ("Ekvalla", 0.97, False),
        ("Ekvalla", 0.85, True),
        ("Ekvalla", None, True),
        ("beslutâr", 0.99, True),
        ("bes1utar", 0.99, True),
        ("bi!all", 0.99, True),
        ("för|slaget", 0.99, True),
        ("KommunStyrelsen", 0.99, True),
        ("bifall!", 0.99, True),
        ("2014/163", 0.95, False),
        ("48", 0.95, False),
        ("48", 0.3, True),
        ("–", 0.95, False),
        ("§", 0.3, True),
        ("(bifall)", 0.95, False),
        ("Andrée", 0.99, False),
        ("Müller", 0.99, False),
    ],
)
def test_doubt(text: str, sure: float | None, doubtful: bool, words: Lexicon) -> None:
    assert is_doubtful(Word(text, confidence=sure), words) is doubtful


def read(marked: str, top: float = 0.0, gap: float = 10.0) -> tuple[Word, ...]:
    """A line in which the words with a ? are doubtful."""
    placed: list[Word] = []
    left = 0.0
    for text in marked.split():
        sure = 0.2 if text.endswith("?") else 0.99
        (word,) = line(text.rstrip("?"), sure=sure, top=top, left=left)
        placed.append(word)
        left = (word.box.x1 if word.box else 0.0) + gap
    return tuple(placed)


@pytest.mark.parametrize(
    ("marked", "shown"),
    [
        ("bifall till förslaget", []),
        ("bifall? till förslaget", [["bifall", "till"]]),
        ("bifall till förslaget?", [["till", "förslaget"]]),
        ("och bifall till? förslaget och", [["bifall", "till", "förslaget"]]),
        ("bifall? till förslaget?", [["bifall", "till", "förslaget"]]),
        ("bifall? till och förslaget?", [["bifall", "till", "och", "förslaget"]]),
        ("bifall? till och ärendet förslaget?", [["bifall", "till"], ["ärendet", "förslaget"]]),
        ("bifall?", [["bifall"]]),
    ],
)
def test_doubtful_words_are_shown_with_their_neighbours(
    marked: str, shown: list[list[str]], words: Lexicon
) -> None:
    found = list(pieces(read(marked), words))
    assert [texts(piece.words) for piece in found] == shown
    doubtful = [word.rstrip("?") for word in marked.split() if word.endswith("?")]
    assert [word.text for piece in found for word in piece.doubtful] == doubtful


def test_neighbour_in_another_column_is_not_shown(words: Lexicon) -> None:
    (piece,) = pieces(read("bifall till? förslaget", gap=200), words)
    assert texts(piece.words) == ["till"]


def test_pieces_never_reach_over_the_end_of_a_line(words: Lexicon) -> None:
    found = list(pieces((*read("bifall till?"), *read("förslaget och", top=40)), words))
    assert [texts(piece.words) for piece in found] == [["bifall", "till"]]


def test_piece_covers_its_words(words: Lexicon) -> None:
    (piece,) = pieces(read("och bifall? till", top=30), words)
    assert piece.box == Box(0, 30, 150, 50)


def test_words_without_places_are_shown_to_nobody(words: Lexicon) -> None:
    assert list(pieces([Word("bifall", confidence=0.1)], words)) == []


@pytest.mark.parametrize(
    ("printed", "shown"),
    [
        ("bifall 1 ärendet och", [["bifall", "1", "ärendet"]]),
        ("1 ärendet och", [["1", "ärendet"]]),
        ("och 1 september", []),
        ("till 1 mom", []),
        ("bifall 1 Granby", []),
        ("bifall 1 400", []),
        ("bifall 1", []),
    ],
)
def test_a_one_in_running_text_may_be_the_word_i(
    printed: str, shown: list[list[str]], words: Lexicon
) -> None:
    assert [texts(piece.words) for piece in pieces(read(printed), words)] == shown
