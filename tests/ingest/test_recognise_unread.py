"""A sheet on which print was left unread is read by other layouts, and the better reading is kept."""

from __future__ import annotations

import pytest

from ingest.ocr.tesseract import Layout, Reading
from ingest.picture import Picture
from ingest.recognise import Recogniser
from models.errors import PageTimeout
from models.geometry import Box
from models.page import Word
from models.swedish.lexicon import Lexicon, read_lexicon
from tests.ingest.ocr.fakes import FakeEngine, line, texts
from tests.ingest.prepare.pages import SERIF, page

ROWS = tuple(Box(70, top, 330, top + 20) for top in range(70, 430, 20))
"""Where the page's print stands."""
LAYOUTS = (Layout.PAGE, Layout.BLOCK, Layout.SCATTERED)


@pytest.fixture(scope="module")
def words() -> Lexicon:
    return read_lexicon(f"{word}\t900\t0" for word in ("beslutar", "bifall", "till", "förslaget"))


def part(*known: str) -> Reading:
    """A reading of the first line alone, sure and Swedish."""
    return Reading(line(*known, top=80, left=80))


def whole(known: str) -> Reading:
    """A reading of all of the print, row by row the same."""
    return Reading(tuple(Word(known, box=row, confidence=0.95) for row in ROWS))


@pytest.mark.parametrize(
    ("answers", "kept", "tried"),
    [
        pytest.param((whole("bifall"), part("förslaget"), part()), "bifall", 1, id="nothing was left"),
        pytest.param((part("till"), whole("bifall"), part("förslaget")), "bifall", 2, id="a block"),
        pytest.param((part("till"), part("bifall"), whole("förslaget")), "förslaget", 3, id="scattered"),
        pytest.param((part("förslaget"), whole("qzx"), part("bifall")), "förslaget", 3, id="no better way"),
        pytest.param((part("till"), part("bifall"), part("qzx")), "bifall", 3, id="all leave some"),
        pytest.param(
            (part("till"), Reading(fault=PageTimeout("late")), whole("bifall")), "bifall", 3, id="late"
        ),
    ],
)
def test_better_reading_is_kept(
    answers: tuple[Reading, Reading, Reading], kept: str, tried: int, words: Lexicon
) -> None:
    by_layout: dict[Layout, Reading] = dict(zip(LAYOUTS, answers, strict=True))
    engine = FakeEngine(lambda _, __, layout: by_layout[layout])
    (found,) = Recogniser(engine, ("first",), words).read([Picture(page(SERIF, 100, inches=(4, 5)), 100)])
    assert set(texts(found.words)) == {kept}
    assert found.fault is None
    assert [call.layout for call in engine.calls] == list(LAYOUTS[:tried])
