"""The TSV of one image and of several, as Tesseract writes it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.ocr import tsv
from models.geometry import Box

HEAD = "level page_num block_num par_num line_num word_num left top width height conf text".replace(" ", "\t")


def row(page: int, text: str, conf: float = 96.0, level: int = 5, left: int = 10) -> str:
    return "\t".join(map(str, (level, page, 1, 1, 1, 1, left, 20, 30, 12, conf, text)))


def table(*rows: str) -> str:
    return "\n".join((HEAD, *rows)) + "\n"


def test_words_come_with_place_and_confidence() -> None:
    (word,) = tsv.words(table(row(1, "", -1, level=1), row(1, "Granby", 91.25, left=40)))
    assert (word.text, word.box, word.confidence) == ("Granby", Box(40, 20, 70, 32), 0.9125)


def test_each_image_has_its_own_words() -> None:
    found = tsv.pages(table(row(1, "ett"), row(1, "två"), row(3, "tre")), 3)
    assert [[word.text for word in page] for page in found] == [["ett", "två"], [], ["tre"]]


@pytest.mark.parametrize("rows", [(), (row(1, "", -1, level=1),), (row(1, "   "),)])
def test_image_without_words_has_none(rows: tuple[str, ...]) -> None:
    assert tsv.pages(table(*rows), 2) == ((), ())


def test_words_of_no_image_that_was_given_are_left_out() -> None:
    assert tsv.pages(table(row(0, "noll"), row(2, "två"), row(1, "ett")), 1)[0][0].text == "ett"


@pytest.mark.parametrize(
    ("written", "text"),
    [
        ('"Äskebyn', '"Äskebyn'),
        ("2013—2014", "2013–2014"),
        ("—-", "–"),
        ("–-", "–"),
        ("a-b", "a-b"),
        (" Åke ", "Åke"),
    ],
)
def test_text_is_taken_as_it_stands_but_for_long_dashes(written: str, text: str) -> None:
    assert [word.text for word in tsv.words(table(row(1, written), row(1, "sedan")))] == [text, "sedan"]


@pytest.mark.parametrize(("conf", "confidence"), [(-1, 0.0), (0, 0.0), (100, 1.0), (103.2, 1.0)])
def test_confidence_is_a_share(conf: float, confidence: float) -> None:
    assert tsv.words(table(row(1, "Granby", conf)))[0].confidence == confidence


@given(st.lists(st.tuples(st.integers(1, 5), st.text("abåäö§\"'", min_size=1, max_size=6)), max_size=30))
def test_no_word_is_lost_or_changes_its_image(words: list[tuple[int, str]]) -> None:
    found = tsv.pages(table(*(row(page, text) for page, text in words)), 5)
    for number in range(1, 6):
        assert [word.text for word in found[number - 1]] == [text for page, text in words if page == number]
