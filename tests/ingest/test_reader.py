"""Whole pages read with the real Tesseract, and what happens when that can't be."""

from __future__ import annotations

from pathlib import Path

import cv2
import numpy as np
import pytest
from PIL import Image
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Image as Placed

from ingest import pdf
from ingest.files import open_source
from ingest.ocr import probe
from ingest.reader import FileReader, ListReader, count_pages, read_page
from models.errors import ProgramMissing
from models.finding import Severity
from models.page import Origin, Page, Unit
from models.settings import ReadingSettings
from models.source import MediaType, Source
from tests.support import page_of

SETTINGS = ReadingSettings()
LINES = (
    "GRANBY KOMMUN        Sammanträdesprotokoll",
    "§ 14   Dnr KS 2014/163",
    "Kommunstyrelsen beslutar att bevilja föreningen ett bidrag om 12 % av kostnaden.",
    "Åke Öhrn (S) yrkar bifall till förslaget, Märta Müller (M) yrkar avslag.",
)


@pytest.fixture(scope="session")
def scan(tmp_path_factory: pytest.TempPathFactory) -> Image.Image:
    """A small sheet of print at 200 dpi, on paper that isn't quite white."""
    path = tmp_path_factory.mktemp("scan") / "sheet.pdf"
    canvas = Canvas(str(path), pagesize=(504, 144))
    canvas.setFont("Helvetica", 11)
    for number, text in enumerate(LINES):
        canvas.drawString(36, 110 - number * 18, text)
    canvas.save()
    drawn = pdf.render(path, 1, ReadingSettings(dpi=200)).pixels
    return Image.fromarray(np.minimum(drawn, 245).astype(np.uint8))


def read(path: Path, settings: ReadingSettings = SETTINGS) -> Page:
    return read_page(open_source(path, settings), 1, settings)


def letters(text: str) -> str:
    """The text without its spaces: "§ 14" and "§14" are read alike."""
    return "".join(text.split())


def assert_read(page: Page) -> None:
    assert letters(page.text) == letters("".join(LINES))
    assert page.findings == ()
    for word in page.words:
        assert word.box is not None
        assert 0 <= word.box.x0 < word.box.x1 <= (page.width or 0)
        assert 0 <= word.box.y0 < word.box.y1 <= (page.height or 0)


@pytest.mark.slow
def test_scan_is_read_with_places_and_engine(tmp_path: Path, scan: Image.Image) -> None:
    scan.save(tmp_path / "a.png", dpi=(200, 200))
    page = read(tmp_path / "a.png")
    assert_read(page)
    assert (page.origin, page.unit, page.dpi, page.rotation) == (Origin.OCR, Unit.PIXEL, 200, 0)
    assert page.engine is not None
    assert page.confidence is not None
    assert page.confidence > 0.8


@pytest.mark.slow
def test_sheet_on_its_side_and_crooked_is_read_at_its_true_places(tmp_path: Path, scan: Image.Image) -> None:
    crooked = scan.rotate(-1.5, resample=Image.Resampling.BICUBIC, fillcolor=245)
    crooked.rotate(90, expand=True).save(tmp_path / "a.png", dpi=(200, 200))
    page = read(tmp_path / "a.png")
    assert_read(page)
    assert (page.width, page.height) == (400, 1400)
    assert page.rotation == pytest.approx(88.5, abs=0.2)
    first = page.words[0].box
    assert first is not None
    assert (first.x0, first.y1) == pytest.approx((66, 1300), abs=40)


@pytest.mark.slow
def test_scan_inside_a_pdf_is_read_though_it_has_a_stamp(tmp_path: Path, scan: Image.Image) -> None:
    canvas = Canvas(str(tmp_path / "a.pdf"), pagesize=(504, 144))
    scan.save(tmp_path / "a.png")
    Placed(str(tmp_path / "a.png"), 504, 144).drawOn(canvas, 0, 0)
    canvas.drawString(380, 10, "INKOM 2014")
    canvas.save()
    page = read(tmp_path / "a.pdf")
    assert letters(page.text).startswith(letters("".join(LINES)))
    assert (page.unit, page.width, page.height) == (Unit.POINT, 504, 144)
    assert page.steps[0] == "layer: few words over an image of the page"


@pytest.mark.slow
def test_doubtful_layer_is_kept_where_the_image_reads_no_better(tmp_path: Path) -> None:
    canvas = Canvas(str(tmp_path / "a.pdf"), pagesize=(504, 144))
    canvas.setFont("Helvetica", 1.5)
    for number in range(8):
        canvas.drawString(
            36, 120 - 3 * number, "att och som den det eller qxw zzk vqp kjw bbx xzq fgh ptk wqz"
        )
    canvas.save()
    page = read(tmp_path / "a.pdf", ReadingSettings(dpi=70))
    assert page.origin is Origin.TEXT_LAYER
    assert page.steps == ("layer: Swedish without its å, ä and ö", "layer kept: it reads better")


@pytest.mark.slow
def test_page_that_takes_too_long_is_kept_with_its_reason(tmp_path: Path) -> None:
    noise = np.random.default_rng(1).integers(0, 255, (1800, 1800), dtype=np.uint8)
    cv2.imwrite(str(tmp_path / "a.png"), cv2.GaussianBlur(noise, (0, 0), 2) * 3)
    page = read(tmp_path / "a.png", ReadingSettings(page_seconds=1))
    assert page.words == ()
    assert [(f.code, f.severity, f.page) for f in page.findings] == [("page-unread", Severity.ERROR, 1)]
    assert "too long" in page.findings[0].message


def test_missing_program_stops_the_run(
    tmp_path: Path, scan: Image.Image, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(probe, "installed_models", lambda: frozenset({"eng"}))
    scan.save(tmp_path / "a.png")
    with pytest.raises(ProgramMissing, match="tesseract-ocr-swe"):
        read(tmp_path / "a.png")


def test_reader_gives_every_page_in_order(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("ett\ftvå\ftre", "utf-8")
    source = open_source(tmp_path / "a.txt", SETTINGS)
    assert [page.text for page in FileReader(SETTINGS).pages(source)] == ["ett", "två", "tre"]
    assert count_pages(source, SETTINGS) == 3


def test_fake_reader_gives_what_it_was_given() -> None:
    pages = [page_of("ett"), page_of("två", 2)]
    source = Source(Path("a"), "0" * 64, 1, MediaType.TEXT)
    assert list(ListReader(pages).pages(source)) == pages
