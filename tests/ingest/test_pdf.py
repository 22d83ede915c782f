"""PDFs made here: with a layer, without one, broken, locked, empty."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Image as Placed

from ingest import pdf
from ingest.files import open_source
from ingest.layer.read import read_layer
from ingest.reader import count_pages, read_page
from models.errors import InputDamaged, InputEncrypted, InputError, InputTooLarge, InputWithoutPages
from models.page import Origin, Unit
from models.settings import ReadingSettings

SETTINGS = ReadingSettings()
MINUTES = (
    "Kommunstyrelsen i Granby kommun",
    "",
    "Plats och tid          Kommunhuset, klockan 13.00",
    "§ 14   Dnr KS 2014/163",
    "Kommunstyrelsen beslutar att bevilja föreningen ett bidrag för år 2014",
    "och att uppdra åt förvaltningen att följa upp hur bidraget har använts.",
)

EMPTY = b"""%PDF-1.4
1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj
2 0 obj << /Type /Pages /Kids [] /Count 0 >> endobj
trailer << /Root 1 0 R /Size 3 >>
%%EOF
"""
"""A PDF that keeps all rules but that of having a page; readers build the missing table themselves."""


def draw(canvas: Canvas, lines: tuple[str, ...] = MINUTES) -> None:
    canvas.setFont("Courier", 10)
    for number, line in enumerate(lines):
        canvas.drawString(72, 770 - 14 * number, line)
    canvas.showPage()


def made(path: Path, *draws: Callable[[Canvas], None], encrypt: StandardEncryption | None = None) -> Path:
    canvas = Canvas(str(path), pagesize=(595, 842), encrypt=encrypt)
    for page in draws:
        page(canvas)
    canvas.save()
    return path


def test_text_layer_is_read_with_layout_and_places(tmp_path: Path) -> None:
    source = open_source(made(tmp_path / "a.pdf", draw, draw), SETTINGS)
    assert count_pages(source, SETTINGS) == 2
    page = read_page(source, 2, SETTINGS)
    assert page.text == "\n".join(MINUTES)
    assert (page.origin, page.unit, page.width, page.height) == (Origin.TEXT_LAYER, Unit.POINT, 595, 842)
    assert page.steps == ("layer: good Swedish",)
    box = page.words[0].box
    assert box is not None
    assert (box.x0, box.y1) == pytest.approx((72, 842 - 770), abs=4)


def test_junk_before_the_mark_is_no_hindrance(tmp_path: Path) -> None:
    path = made(tmp_path / "a.pdf", draw)
    path.write_bytes(b"HTTP/1.1 200 OK\r\n\r\n" + path.read_bytes())
    assert count_pages(open_source(path, SETTINGS), SETTINGS) == 1


def cut(path: Path) -> Path:
    content = made(path, draw, draw).read_bytes()
    path.write_bytes(content[: len(content) // 4])
    return path


def without_pages(path: Path) -> Path:
    path.write_bytes(EMPTY)
    return path


def locked(path: Path) -> Path:
    return made(path, draw, encrypt=StandardEncryption("hemligt", ownerPassword="granby"))


@pytest.mark.parametrize(
    ("make", "error"),
    [(cut, InputDamaged), (without_pages, InputWithoutPages), (locked, InputEncrypted)],
)
def test_file_that_cannot_be_opened(
    tmp_path: Path, make: Callable[[Path], Path], error: type[InputError]
) -> None:
    source = open_source(make(tmp_path / "a.pdf"), SETTINGS)
    with pytest.raises(error, match=r"a\.pdf"):
        count_pages(source, SETTINGS)


def test_owner_password_alone_locks_nobody_out(tmp_path: Path) -> None:
    path = made(tmp_path / "a.pdf", draw, encrypt=StandardEncryption("", ownerPassword="granby"))
    assert read_page(open_source(path, SETTINGS), 1, SETTINGS).text == "\n".join(MINUTES)


def test_too_many_pages(tmp_path: Path) -> None:
    source = open_source(made(tmp_path / "a.pdf", draw, draw), SETTINGS)
    with pytest.raises(InputTooLarge, match="more than 1 page"):
        count_pages(source, ReadingSettings(max_pages=1))


def test_file_that_breaks_off_after_its_pages_is_remarked(tmp_path: Path) -> None:
    path = made(tmp_path / "a.pdf", draw)
    path.write_bytes(path.read_bytes().replace(b"%%EOF", b""))
    page = read_page(open_source(path, SETTINGS), 1, SETTINGS)
    assert [finding.code for finding in page.findings] == ["file-breaks-off"]


def test_page_too_large_to_draw_is_a_finding(tmp_path: Path) -> None:
    source = open_source(made(tmp_path / "a.pdf", lambda canvas: canvas.showPage()), SETTINGS)
    page = read_page(source, 1, ReadingSettings(max_pixels=10_000))
    assert page.words == ()
    assert [finding.code for finding in page.findings] == ["page-unread"]


def test_blank_page_has_no_words_and_no_fault(tmp_path: Path) -> None:
    source = open_source(made(tmp_path / "a.pdf", lambda canvas: canvas.showPage()), SETTINGS)
    page = read_page(source, 1, SETTINGS)
    assert (page.words, page.findings, page.steps) == ((), (), ("layer: no words", "blank"))


def test_image_over_the_page_is_seen(tmp_path: Path) -> None:
    scan = io.BytesIO()
    Image.new("L", (60, 85), 255).save(scan, "PNG")

    def scanned(canvas: Canvas) -> None:
        Placed(scan, 595, 842).drawOn(canvas, 0, 0)
        draw(canvas, ("INKOM 2014-03-18",))

    path = made(tmp_path / "a.pdf", scanned)
    with pdf.opened(path) as document:
        layer = read_layer(document, path, 1)
    assert layer.image_share == pytest.approx(1.0)
    assert [word.text for word in layer.words] == ["INKOM", "2014-03-18"]


def test_page_is_drawn_in_grey_at_the_wanted_resolution(tmp_path: Path) -> None:
    picture = pdf.render(made(tmp_path / "a.pdf", draw), 1, ReadingSettings(dpi=144))
    assert (picture.width, picture.height, picture.dpi) == (1190, 1684, 144)
    assert picture.pixels.min() < 50
    assert picture.pixels.max() == 255
