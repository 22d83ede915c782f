from __future__ import annotations

import pytest
from hypothesis import given, settings

from archive.export.laying import printed_pages
from archive.export.printed import Half, Printed, box_of
from models.geometry import Box, hull
from models.page import Origin, Page, Word
from models.text import Change, Text
from pipeline.text import as_read
from tests.archive.export.pages import small_page, small_text, texts


def printed(*pages: Page) -> list[Printed]:
    return [word for page in printed_pages(pages, small_text(*pages).edits) for word in page.words]


def word(text: str) -> Printed:
    return next(one for one in printed(small_page()) if one.text == text)


@settings(max_examples=120, deadline=None)
@given(texts())
def test_words_in_their_gaps_are_the_text_as_repaired_and_as_read(
    drawn: tuple[tuple[Page, ...], Text],
) -> None:
    pages, text = drawn
    laid = list(printed_pages(pages, text.edits))
    assert [page.page for page in laid] == list(pages)
    assert "".join(page.text for page in laid) == text.content
    assert "".join(page.read for page in laid) == text.raw
    for page in laid:
        ids = [(one.word, one.share) for one in page.words]
        assert len(set(ids)) == len(ids)
        assert all(one.text and not set(one.text) & set(" \n\f") for one in page.words)
        places = [one.box for one in page.page.words if one.box]
        assert all(_within(one.box, hull(places)) for one in page.words if one.box)


def _within(box: Box, other: Box) -> bool:
    slack = 1e-6
    return (
        other.x0 - slack <= box.x0
        and box.x1 <= other.x1 + slack
        and other.y0 - slack <= box.y0
        and box.y1 <= other.y1 + slack
    )


@settings(max_examples=50, deadline=None)
@given(texts())
def test_what_was_not_edited_stands_as_it_was_read(drawn: tuple[tuple[Page, ...], Text]) -> None:
    pages, _ = drawn
    raw = as_read(pages)
    laid = list(printed_pages(pages, ()))
    assert "".join(page.text for page in laid) == raw.raw
    assert not any(one.is_repaired for page in laid for one in page.words if one.read == one.text)


def test_lines_and_blocks_are_those_of_the_print() -> None:
    (page,) = printed_pages([small_page()], small_text().edits)
    assert [[[one.text for one in line] for line in block] for block in page.blocks] == [
        [["Sammanträdes"], ["protokoll", "för", "kommunstyrelsen"]],
        [["§", "12", "Ärendet", "bordlägges", "och", "återremitteras."]],
    ]


def test_a_word_that_a_line_cuts_stands_in_its_two_halves() -> None:
    first, second = word("Sammanträdes"), word("protokoll")
    assert first.cut is not None
    assert second.cut is not None
    assert (first.cut.half, second.cut.half) == (Half.FIRST, Half.SECOND)
    assert first.cut.whole == second.cut.whole == "Sammanträdesprotokoll"
    assert first.box == Box(100, 100, 220, 130)
    assert (first.cut.hyphen, first.cut.hyphen_box) == ("-", Box(220, 100, 230, 130))
    assert not first.is_repaired


def test_joined_words_share_a_box_and_the_lower_confidence() -> None:
    joined = word("kommunstyrelsen")
    assert joined.box == Box(240, 140, 400, 170)
    assert (joined.read, joined.is_repaired, joined.confidence) == ("kommun styrelsen", True, 0.9)


def test_words_that_were_read_as_one_share_its_box() -> None:
    first, second = word("bordlägges"), word("och")
    assert (first.box, second.box) == (Box(250, 180, 350, 210), Box(350, 180, 380, 210))
    assert (first.read, second.read) == ("bordläggesoch", "")
    assert ((first.word, first.share), (second.word, second.share)) == ((9, 1), (9, 2))


@pytest.mark.parametrize(
    ("rotation", "first", "second"),
    [
        (0.0, Box(0, 0, 20, 40), Box(20, 0, 40, 40)),
        (90.0, Box(0, 20, 40, 40), Box(0, 0, 40, 20)),
        (180.0, Box(20, 0, 40, 40), Box(0, 0, 20, 40)),
        (270.0, Box(0, 0, 40, 20), Box(0, 20, 40, 40)),
    ],
)
def test_a_box_is_split_along_the_print(rotation: float, first: Box, second: Box) -> None:
    page = Page(1, (Word("abcd", "", Box(0, 0, 40, 40)),), Origin.OCR, rotation=rotation)
    text = as_read([page]).apply([Change(2, 2, " ", "test", 1.0)])
    (laid,) = printed_pages([page], text.edits)
    assert [one.box for one in laid.words] == [first, second]


def test_a_repaired_word_keeps_its_box_and_what_was_read() -> None:
    mended = word("återremitteras.")
    assert (mended.read, mended.confidence, mended.is_repaired) == ("aterremitteras.", 0.04, True)


def test_the_box_of_a_line_holds_its_words() -> None:
    (page,) = printed_pages([small_page()], small_text().edits)
    assert box_of(page.blocks[0][1]) == Box(100, 140, 400, 170)
    assert box_of([]) is None
