"""Several images in one call of Tesseract; one that takes too long or is broken takes none along."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytesseract
import pytest
from PIL import Image

from ingest.ocr import probe
from ingest.ocr.tesseract import Layout, Reading, Tesseract
from ingest.picture import Picture
from models.errors import InputDamaged, PageTimeout, ProgramMissing
from models.settings import ReadingSettings
from tests.ingest.ocr.fakes import texts
from tests.ingest.prepare.pages import SERIF, page

MODEL = "Latin"
ENGINE = Tesseract(ReadingSettings())
HEAD = "level page_num block_num par_num line_num word_num left top width height conf text".replace(" ", "\t")
LATE, BROKEN = 66, 77
"""Widths of the images over which the fake Tesseract takes too long, and which it can't open."""


def drawn(text: str) -> Picture:
    return Picture(page(SERIF, 150, inches=(5.0, 2.0), text=text), 150)


@pytest.mark.slow
@pytest.mark.parametrize("layout", [Layout.PAGE, Layout.BLOCK])
def test_each_image_of_a_call_has_its_own_words(layout: Layout) -> None:
    pages = ["Kommunstyrelsen i Granby", "Bygdegårdens föreståndare", "Återremiss till nämnden"]
    pictures = [drawn(text) for text in pages]
    pictures.insert(1, Picture(np.full((300, 750), 250, dtype=np.uint8), 150))
    first, empty, second, third = ENGINE.read(pictures, MODEL, layout)
    assert texts(empty.words) == []
    for reading, text in zip((first, second, third), pages, strict=True):
        assert set(texts(reading.words)) == set(text.split())
        for word in reading.words:
            assert word.box is not None
            assert 0 <= word.box.x0 < word.box.x1 <= 750
            assert 0 <= word.box.y0 < word.box.y1 <= 300
            assert (word.confidence or 0) > 0.6


@pytest.mark.slow
def test_one_image_reads_as_it_does_among_others() -> None:
    pictures = [drawn("Kommunstyrelsen i Granby"), drawn("Återremiss till nämnden")]
    together = ENGINE.read(pictures, MODEL, Layout.PAGE)
    alone = [ENGINE.read((picture,), MODEL, Layout.PAGE)[0] for picture in pictures]
    assert list(together) == alone


@pytest.mark.slow
@pytest.mark.parametrize("quarters", [1, 2])
def test_direction_is_told(quarters: int) -> None:
    upright = page(SERIF, 150)
    lying = Picture(np.ascontiguousarray(np.rot90(upright, -quarters)), 150)
    assert ENGINE.turn(lying) == -quarters % 4


class FakeTesseract:
    """Stands in for pytesseract: says each image's width, as Tesseract would write a word."""

    def __init__(self) -> None:
        self.calls: list[list[int]] = []
        self.dpi: list[float] = []
        self.paths: list[str] = []

    def image_to_data(self, path: str, _model: str, _options: str, timeout: float) -> str:
        assert timeout > 0
        self.paths.append(path)
        names = Path(path).read_text("utf-8").split() if path.endswith(".txt") else [path]
        widths = [self._width(name) for name in names]
        self.calls.append(widths)
        if LATE in widths:
            raise RuntimeError("Tesseract process timeout")
        if BROKEN in widths:
            raise pytesseract.TesseractError(1, "can't read")
        rows = [f"5\t{n}\t1\t1\t1\t1\t1\t2\t30\t12\t90\t{width}" for n, width in enumerate(widths, 1)]
        return "\n".join((HEAD, *rows))

    def _width(self, name: str) -> int:
        with Image.open(name) as image:
            self.dpi.append(float(image.info["dpi"][0]))
            return image.width


@pytest.fixture
def fake(monkeypatch: pytest.MonkeyPatch) -> FakeTesseract:
    stand_in = FakeTesseract()
    monkeypatch.setattr(pytesseract, "image_to_data", stand_in.image_to_data)
    monkeypatch.setattr(probe, "installed_models", lambda: frozenset({MODEL}))
    return stand_in


def images(*widths: int, dpi: int = 300) -> list[Picture]:
    return [Picture(np.full((40, width), 250, dtype=np.uint8), dpi) for width in widths]


def said(readings: Sequence[Reading]) -> list[list[str]]:
    return [texts(reading.words) for reading in readings]


def test_good_images_are_read_in_one_call_in_their_order(fake: FakeTesseract) -> None:
    assert said(ENGINE.read(images(50, 30, 40), MODEL, Layout.PAGE)) == [["50"], ["30"], ["40"]]
    assert fake.calls == [[50, 30, 40]]
    assert os.environ["OMP_THREAD_LIMIT"] == "1"


@pytest.mark.parametrize(("guilty", "kind"), [(LATE, PageTimeout), (BROKEN, InputDamaged)])
@pytest.mark.parametrize("at", [0, 1, 2])
def test_guilty_image_takes_no_neighbour_along(
    guilty: int, kind: type[Exception], at: int, fake: FakeTesseract
) -> None:
    widths = [30, 40]
    widths.insert(at, guilty)
    readings = ENGINE.read(images(*widths), MODEL, Layout.PAGE)
    assert said(readings) == [[] if width == guilty else [str(width)] for width in widths]
    faults = [reading.fault for reading in readings]
    assert isinstance(faults.pop(at), kind)
    assert faults == [None, None]
    assert fake.calls[0] == widths


def test_two_kinds_of_guilt_are_told_apart(fake: FakeTesseract) -> None:
    late, good, broken = ENGINE.read(images(LATE, 30, BROKEN), MODEL, Layout.PAGE)
    assert isinstance(late.fault, PageTimeout)
    assert "page_seconds" in late.fault.sentence
    assert texts(good.words) == ["30"]
    assert isinstance(broken.fault, InputDamaged)
    assert fake.calls[1:] == [[LATE], [30], [BROKEN]]


def test_each_image_says_its_own_resolution(fake: FakeTesseract) -> None:
    ENGINE.read([*images(30, dpi=150), *images(40, dpi=400)], MODEL, Layout.PAGE)
    assert fake.dpi == pytest.approx([150, 400], abs=0.5)


@pytest.mark.parametrize("widths", [(30,), (30, 40), (30, LATE)])
def test_nothing_is_left_behind(widths: tuple[int, ...], fake: FakeTesseract) -> None:
    ENGINE.read(images(*widths), MODEL, Layout.PAGE)
    assert fake.paths
    assert not any(Path(path).parent.exists() for path in fake.paths)


def test_no_image_starts_no_program(fake: FakeTesseract) -> None:
    assert ENGINE.read((), MODEL, Layout.LINE) == ()
    assert fake.calls == []


@pytest.mark.parametrize("widths", [(), (30,), (30, 40)])
def test_missing_model_stops_the_run(widths: tuple[int, ...], fake: FakeTesseract) -> None:
    with pytest.raises(ProgramMissing, match="tesseract-ocr-swe"):
        ENGINE.read(images(*widths), "swe", Layout.PAGE)
    assert fake.calls == []


@pytest.mark.parametrize(("answer", "quarters"), [("0", 0), ("90", 1), ("180", 2), ("270", 3)])
def test_direction_is_taken_from_what_tesseract_says(
    answer: str, quarters: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    def told(_path: str, timeout: float) -> str:
        assert timeout > 0
        return f"Page number: 0\nOrientation in degrees: 180\nRotate: {answer}\nOrientation confidence: 5.3\n"

    monkeypatch.setattr(probe, "installed_models", lambda: frozenset({"osd"}))
    monkeypatch.setattr(pytesseract, "image_to_osd", told)
    assert ENGINE.turn(images(30)[0]) == quarters


def test_page_stays_as_it_is_where_nothing_tells(monkeypatch: pytest.MonkeyPatch) -> None:
    def too_few(*_: object, **__: object) -> str:
        raise pytesseract.TesseractError(1, "Too few characters")

    monkeypatch.setattr(pytesseract, "image_to_osd", too_few)
    monkeypatch.setattr(probe, "installed_models", lambda: frozenset({"osd"}))
    assert ENGINE.turn(images(30)[0]) == 0
    monkeypatch.setattr(probe, "installed_models", lambda: frozenset({"eng"}))
    assert ENGINE.turn(images(30)[0]) == 0
