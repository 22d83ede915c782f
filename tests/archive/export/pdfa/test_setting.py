from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings

from archive.export.laying import printed_pages
from archive.export.pdfa.setting import SetWord, set_words
from models.geometry import Box
from models.page import Page, Word
from models.text import Text
from tests.archive.export.pages import small_page, small_text, texts
from tests.archive.export.turned import turned

HEIGHT = 1400.0


def set_page(page: Page) -> list[SetWord]:
    (printed,) = printed_pages([page], small_text(page).edits)
    return list(set_words(printed, 1.0, page.height or HEIGHT))


def test_a_line_is_set_in_one_size_on_one_foot() -> None:
    words = set_page(small_page())[4:]
    assert [word.text for word in words] == ["§", "12", "Ärendet", "bordlägges", "och", "återremitteras."]
    assert len({word.size for word in words}) == 1
    assert [word.x for word in words] == [100, 120, 170, 250, 350, 390]


def test_a_word_is_as_wide_as_its_print_and_its_blank_fills_the_white() -> None:
    words = {word.text: word for word in set_page(small_page())}
    assert words["Sammanträdes-"].width == 130
    assert (words["12"].width, words["12"].space) == (20, 30)


def test_words_that_were_read_as_one_are_set_apart() -> None:
    words = {word.text: word for word in set_page(small_page())}
    first = words["bordlägges"]
    assert first.space >= 0.1 * first.size
    assert first.x + first.width + first.space == pytest.approx(words["och"].x)


@pytest.mark.parametrize("degrees", [0.0, 2.5, 90.0, 92.0, 180.0, 270.0, 357.0])
def test_type_is_as_long_and_high_as_the_print_however_it_lies(degrees: float) -> None:
    upright, lying = set_page(small_page()), set_page(turned(small_page(), degrees))
    for one, other in zip(upright, lying, strict=True):
        assert other.angle == degrees % 360
        assert other.size == pytest.approx(one.size, rel=0.03)
        assert other.width == pytest.approx(one.width, rel=0.15)


def test_a_box_that_reaches_into_another_is_set_after_it() -> None:
    page = small_page()
    dash = Word("–", " ", Box(500, 190, 545, 193), 0.9)
    words = {word.text: word for word in set_page(replace(page, words=(*page.words, dash)))}
    before = words["återremitteras."]
    assert before.x + before.width + 0.1 * before.size < words["–"].x


def test_a_speck_in_a_box_moves_no_word_off_its_line() -> None:
    page = small_page()
    words = [
        replace(word, box=Box(word.box.x0, word.box.y0, word.box.x1, word.box.y1 + 25))
        if word.text == "Ärendet" and word.box
        else word
        for word in page.words
    ]
    lines: dict[str, float] = {word.text: word.y for word in set_page(replace(page, words=tuple(words)))}
    assert abs(lines["Ärendet"] - lines["12"]) < 10


def test_marks_alone_take_the_foot_of_the_word_before() -> None:
    page = small_page()
    dash = Word("–", " ", Box(550, 190, 560, 193), 0.9)
    words = {word.text: word for word in set_page(replace(page, words=(*page.words, dash)))}
    assert words["–"].y == words["återremitteras."].y


@settings(max_examples=60, deadline=None)
@given(texts())
def test_any_page_can_be_set(drawn: tuple[tuple[Page, ...], Text]) -> None:
    pages, text = drawn
    for printed in printed_pages(pages, text.edits):
        words = list(set_words(printed, 0.24, 240.0))
        assert len(words) == sum(word.box is not None for word in printed.words)
        assert all(word.size > 0 and word.width > 0 and word.space > 0 for word in words)
