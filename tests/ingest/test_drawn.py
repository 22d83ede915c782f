"""Several pages read at a time: what befalls one is its own affair, and a second try asks for less."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np
import pypdfium2
import pytest
from PIL import Image
from reportlab.pdfgen.canvas import Canvas

from ingest import drawn
from ingest.files import open_source
from ingest.ocr.tesseract import Layout, Reading
from ingest.picture import Picture
from ingest.reader import read_pages
from ingest.recognise import Recognised
from models.errors import PageTimeout
from models.finding import UNREAD, Severity
from models.geometry import Box
from models.page import Engine, Page, Word
from models.settings import ReadingSettings

SETTINGS = ReadingSettings(dpi=200)
WIDE, HUNGRY, LATE, ODD = 300, 301, 302, 303
"""Widths of pictures, by which the engine knows what to do."""


@dataclass(frozen=True, slots=True)
class Engines:
    """An OcrEngine that finds one word over all of the picture, and fails on some."""

    settings: ReadingSettings

    @property
    def name(self) -> Engine:
        return Engine("one word", "1")

    def read(self, pictures: Sequence[Picture], model: str, layout: Layout) -> tuple[Reading, ...]:
        del model, layout
        return tuple(map(_read, pictures))

    def turn(self, picture: Picture) -> int:
        del picture
        return 0


def _read(picture: Picture) -> Reading:
    if picture.width == HUNGRY:
        raise MemoryError
    if picture.width == ODD:
        cv2.resize(picture.pixels, (0, 0))
    if picture.width == LATE:
        return Reading(fault=PageTimeout("Too late."))
    word = Word("protokoll", box=Box(0, 0, float(picture.width), float(picture.height)), confidence=0.9)
    return Reading((word,))


@pytest.fixture(autouse=True)
def _engine(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(drawn, "Tesseract", Engines)


def sheet(width: int, height: int = 200) -> Image.Image:
    """A sheet with a bar of print on it."""
    pixels = np.full((height, width), 240, np.uint8)
    pixels[80:100, 40:-40] = 10
    return Image.fromarray(pixels)


def pages_of(path: Path, count: int, attempt: int = 0) -> tuple[Page, ...]:
    return read_pages(open_source(path, SETTINGS), range(1, count + 1), SETTINGS, attempt)


def test_one_that_fails_takes_no_other_with_it(tmp_path: Path) -> None:
    frames = [sheet(width) for width in (WIDE, HUNGRY, WIDE, LATE, ODD, WIDE)]
    frames[0].save(tmp_path / "a.tif", save_all=True, append_images=frames[1:], dpi=(200, 200))
    pages = pages_of(tmp_path / "a.tif", 6)
    assert [page.number for page in pages] == [1, 2, 3, 4, 5, 6]
    assert [page.text.strip() for page in pages] == ["protokoll", "", "protokoll", "", "", "protokoll"]
    assert [f.code for page in pages for f in page.findings] == [UNREAD] * 3
    told = [page.findings[0].message for page in pages if page.findings]
    assert "worker_mb" in told[0]
    assert told[1] == "Too late."
    assert "scan the page again" in told[2]


def test_a_second_try_is_at_half_the_resolution_and_in_the_same_pixels(tmp_path: Path) -> None:
    sheet(600, 400).save(tmp_path / "a.png", dpi=(200, 200))
    (first,), (second,) = pages_of(tmp_path / "a.png", 1), pages_of(tmp_path / "a.png", 1, attempt=1)
    assert "half resolution" in second.steps
    assert (
        (second.width, second.height, second.dpi) == (first.width, first.height, first.dpi) == (600, 400, 200)
    )
    assert [word.box for word in second.words] == [word.box for word in first.words] == [Box(0, 0, 600, 400)]


def test_a_pdf_is_drawn_at_half_the_resolution_the_second_time(tmp_path: Path) -> None:
    scan(tmp_path / "a.pdf", pages=1)
    (first,), (second,) = pages_of(tmp_path / "a.pdf", 1), pages_of(tmp_path / "a.pdf", 1, attempt=1)
    assert (first.dpi, second.dpi) == (200, 100)
    assert (second.width, second.height, second.unit) == (first.width, first.height, first.unit)
    assert second.words[0].box == first.words[0].box


def test_a_pdf_is_opened_once_for_all_pages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    scan(tmp_path / "a.pdf", pages=5)
    opened: list[Path] = []
    really = pypdfium2.PdfDocument

    def counted(path: Path) -> object:
        opened.append(path)
        return really(path)

    monkeypatch.setattr(pypdfium2, "PdfDocument", counted)
    assert [page.text.strip() for page in pages_of(tmp_path / "a.pdf", 5)] == ["protokoll"] * 5
    assert opened == [tmp_path / "a.pdf"]


def test_pages_of_a_file_that_is_gone_are_told_one_by_one(tmp_path: Path) -> None:
    scan(tmp_path / "a.pdf", pages=2)
    source = open_source(tmp_path / "a.pdf", SETTINGS)
    (tmp_path / "a.pdf").write_bytes(b"%PDF-1.4 torn")
    pages = read_pages(source, (1, 2), SETTINGS)
    assert [(page.number, page.findings[0].code) for page in pages] == [(1, UNREAD), (2, UNREAD)]


def scan(path: Path, pages: int) -> None:
    """A PDF of pages that are images."""
    canvas = Canvas(str(path), pagesize=(216, 144))
    for _ in range(pages):
        canvas.rect(30, 60, 150, 10, fill=1)
        canvas.showPage()
    canvas.save()


def test_half_a_spread_and_a_stamp_are_told_beside_the_words(monkeypatch: pytest.MonkeyPatch) -> None:
    found = Recognised(
        (Word("protokoll", box=Box(0, 0, 9, 9)),), None, aside="INKOM 1974", fault=PageTimeout("Too late.")
    )

    class Readers:
        def __init__(self, *_: object) -> None:
            """Whatever it is made of, it gives the same."""

        def read(self, pictures: Sequence[Picture]) -> tuple[Recognised, ...]:
            return (found,) * len(pictures)

    monkeypatch.setattr(drawn, "Recogniser", Readers)
    waiting = [drawn.Drawn(7, Picture(np.full((9, 9), 255, np.uint8), 100))]
    page = drawn.recognised(waiting, SETTINGS)[7]
    assert page.text.strip() == "protokoll"
    told = [(finding.code, finding.severity, finding.page) for finding in page.findings]
    assert told == [(UNREAD, Severity.ERROR, 7), ("stamp", Severity.INFO, 7)]
    assert "INKOM 1974" in page.findings[1].message
