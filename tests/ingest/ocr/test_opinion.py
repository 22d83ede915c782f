"""A second model is asked about what is in doubt alone, and heard where it reads better."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PIL import Image, ImageDraw, ImageFont

from ingest.ocr.opinion import reconsidered
from ingest.ocr.tesseract import Layout, Reading
from ingest.picture import Picture
from models.errors import PageTimeout
from models.geometry import Box
from models.page import Word
from models.swedish.lexicon import Lexicon, read_lexicon
from tests.ingest.ocr.fakes import Call, FakeEngine, always, line, paper, texts
from tests.ingest.prepare.pages import SERIF, face_file, frozen, page

KNOWN = ("kommunstyrelsen", "beslutar", "bifall", "till", "förslaget", "och", "ärendet", "enligt", "avslås")
SECOND = "swe"


@pytest.fixture(scope="module")
def words() -> Lexicon:
    return read_lexicon(f"{word}\t900\t0" for word in KNOWN)


def read(marked: str, top: float = 40.0) -> Reading:
    """A line of a page in which the words with a ? are doubtful, 100 pixels from the left."""
    placed: list[Word] = []
    left = 100.0
    for text in marked.split():
        placed += line(text.rstrip("?"), sure=0.3 if text.endswith("?") else 0.97, top=top, left=left)
        left += 10 * len(text.rstrip("?")) + 10
    return Reading(tuple(placed))


def saying(*answers: str, sure: float = 0.9) -> FakeEngine:
    """An engine that says these lines of the pieces it is shown, one after the other."""
    rest = iter(answers)

    def answer(picture: Picture, model: str, _: Layout) -> Reading:
        assert model == SECOND
        # Where they stand on the page: a piece is framed and begins a little before its words.
        words = line(*next(rest).split(), sure=sure, left=19, top=16)
        return Reading(tuple(replace(word, box=_inside(word, picture)) for word in words))

    return FakeEngine(answer)


def _inside(word: Word, picture: Picture) -> Box | None:
    return word.box and Box(word.box.x0, word.box.y0, min(word.box.x1, picture.width), word.box.y1)


@pytest.mark.parametrize(
    ("first", "second", "kept"),
    [
        pytest.param(
            "och bifail? till förslaget enligt ärendet avslås", "och bifall till", "bifall", id="better"
        ),
        pytest.param(
            "och bifall? till förslaget enligt ärendet avslås", "och bifail till", "bifall", id="worse"
        ),
        pytest.param(
            "och bifall? till förslaget enligt ärendet avslås", "och bifall till", "bifall", id="the same"
        ),
        pytest.param("och bifall? till förslaget enligt ärendet avslås", "", "bifall", id="nothing"),
        pytest.param(
            "och bifall? till förslaget enligt ärendet avslås",
            "och bi!al! till",
            "bifall",
            id="false letters",
        ),
    ],
)
def test_better_reading_wins(first: str, second: str, kept: str, words: Lexicon) -> None:
    given = read(first)
    (result,) = reconsidered([paper()], [given], saying(second), SECOND, words)
    found = {word.box.x0: word.text for word in result.words if word.box}
    assert found[140] == kept
    assert sorted(found.values()) == sorted([*texts(given.words)[:1], kept, *texts(given.words)[2:]])


def test_word_that_is_not_in_doubt_stays_whatever_the_second_says(words: Lexicon) -> None:
    given = read("och bifail? till förslaget enligt ärendet avslås")
    (result,) = reconsidered([paper()], [given], saying("ock bifall tjil"), SECOND, words)
    assert sorted(texts(result.words)) == sorted([*texts(given.words)[:1], "bifall", *texts(given.words)[2:]])


def test_mended_words_stand_where_they_stood(words: Lexicon) -> None:
    given = read("och bifail? till förslaget enligt ärendet avslås")
    (result,) = reconsidered([paper()], [given], saying("och bifall till"), SECOND, words)
    (word,) = [word for word in result.words if word.text == "bifall"]
    assert word.box is not None
    assert (word.box.x0, word.box.y0, word.box.x1, word.box.y1) == pytest.approx((140, 40, 200, 60), abs=2)


def test_pieces_of_all_pages_are_shown_in_one_call(words: Lexicon) -> None:
    pages = [
        read("och bifail? till förslaget enligt ärendet avslås"),
        read("och till bifall förslaget enligt ärendet avslås"),
        read("och ti11? till förslaget enligt ärendet avslås"),
    ]
    engine = saying("och bifall till", "och till till")
    first, second, third = reconsidered([paper()] * 3, pages, engine, SECOND, words)
    assert engine.calls == [Call(2, SECOND, Layout.LINE)]
    assert "bifall" in texts(first.words)
    assert second == pages[1]
    assert texts(third.words).count("till") == 2


def test_piece_is_a_small_image_with_paper_around_it(words: Lexicon) -> None:
    engine = saying("och bifall till")
    reconsidered([paper()], [read("och bifail? till förslaget enligt ärendet avslås")], engine, SECOND, words)
    (shown,) = engine.shown
    assert 150 < shown.width < 250
    assert 30 < shown.height < 80
    assert shown.dpi == 150


def test_page_that_is_mostly_in_doubt_is_read_whole(words: Lexicon) -> None:
    given = read("0ch? bifail? till? förslag3t? enligt")
    whole = Reading(line("och", "bifall", "till", "förslaget", "enligt", left=100, top=40))
    engine = FakeEngine(always(whole))
    (result,) = reconsidered([paper()], [given], engine, SECOND, words)
    assert engine.calls == [Call(1, SECOND, Layout.PAGE)]
    assert sorted(texts(result.words)) == sorted(texts(whole.words))


def test_page_without_doubt_or_without_words_is_shown_to_nobody(words: Lexicon) -> None:
    engine = saying()
    pages = [read("och bifall till förslaget"), Reading(), Reading(fault=PageTimeout("late"))]
    assert reconsidered([paper()] * 3, pages, engine, SECOND, words) == tuple(pages)
    assert engine.calls == []


def test_doubtful_word_at_the_edge_of_the_image_is_cut_within_it(words: Lexicon) -> None:
    at_edge = Reading((*line("bifail", sure=0.3), *line("till", "och", "enligt", "avslås", top=90)))
    engine = saying("bifall")
    reconsidered([paper(60, 120)], [at_edge], engine, SECOND, words)
    assert engine.shown[0].width <= 60 + 20


def test_print_that_the_first_model_missed_is_taken_from_the_second() -> None:
    """Only a figure or a known word that stands by itself, and only where the second model is sure of it."""
    image = Image.fromarray(page(SERIF, 150).copy())
    font = ImageFont.truetype(face_file(SERIF), 23)
    ImageDraw.Draw(image).text((440, 1140), "17", fill=25, font=font)
    picture = Picture(frozen(image), 150)
    body = Reading((Word("text", box=Box(100, 100, 800, 1100), confidence=0.99),))
    known = read_lexicon(["text\t900\t0", "mål\t900\t0"])
    for text, sure, taken in (
        ("17", 0.9, ["17"]),
        ("17", 0.4, []),
        ("17,5", 0.9, ["17,5"]),
        ("mål", 0.95, ["mål"]),
        ("mål", 0.8, []),
        ("och", 0.95, []),
        ("", 0.9, []),
    ):
        engine = saying(text, sure=sure)
        whole = replace(body, words=(*body.words, *line(*(["text"] * 6), top=200, left=100)))
        (result,) = reconsidered([picture], [whole], engine, SECOND, known)
        assert engine.calls == [Call(1, SECOND, Layout.LINE)]
        assert texts(result.words)[7:] == taken
