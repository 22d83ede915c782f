"""Numbers that are black on the page and nowhere in the file."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from pikepdf import AttachedFileSpec, OutlineItem
from pikepdf.pdfa import validate_written
from PIL import Image
from reportlab.pdfgen.canvas import Canvas

from archive.export.hiding import masked_page
from archive.export.laying import printed_pages
from archive.export.pdfa.write import write_pdf
from archive.export.printed import PrintedPage
from archive.masking.mask import Mask
from models.errors import ExportError
from models.geometry import Box
from models.page import Origin, Page, Unit, Word
from tests.archive.export.pages import TESSERACT
from tests.archive.export.pdfa.reading import text
from tests.archive.export.pdfa.test_write import TOLD
from tests.models.swedish.personal.numbers import NUMBER

PUBLIC = replace(TOLD, mask=Mask(frozenset([NUMBER])))
SAYS = f"Anna Holm, {NUMBER}, bor i Granby."
SIZE = (300, 200)
"""Points of the page; a scan of it at 144 dpi has twice as many pixels."""


def page_of(unit: Unit, origin: Origin, rotation: float = 0.0) -> Page:
    scale = 2 if unit is Unit.PIXEL else 1
    words: list[Word] = []
    x = 20.0
    for token in SAYS.split():
        box = Box(x * scale, 80 * scale, (x + 5 * len(token)) * scale, 90 * scale)
        words.append(Word(token, " " if words else "", box, 0.9))
        x += 5 * len(token) + 5
    width, height = SIZE[0] * scale, SIZE[1] * scale
    dpi = 144 if unit is Unit.PIXEL else None
    return Page(1, tuple(words), origin, width, height, unit, dpi, TESSERACT, rotation)


def hiding(page: Page) -> Callable[[], list[PrintedPage]]:
    at = SAYS.index(NUMBER)
    return lambda: [masked_page(one, [(at, at + len(NUMBER))]) for one in printed_pages([page], ())]


def born_digital(path: Path) -> Path:
    """A PDF with the number as text on the page, in its title, as an attachment and in a bookmark."""
    canvas = Canvas(str(path), pagesize=SIZE)
    canvas.setTitle(f"Beslut {NUMBER}")
    canvas.setFont("Courier", 8)
    x = 20.0
    for token in SAYS.split():
        canvas.drawString(x, SIZE[1] - 90, token)
        x += 5 * len(token) + 5
    canvas.save()
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        pdf.attachments["a.txt"] = AttachedFileSpec(pdf, NUMBER.encode(), filename="a.txt")
        with pdf.open_outline() as outline:
            outline.root.append(OutlineItem(f"Anna Holm {NUMBER}", 0))
        pdf.save(path)
    return path


def drawn(path: Path) -> Image.Image:
    with pypdfium2.PdfDocument(path) as document:
        return document[0].render(scale=2).to_pil().convert("L")


def assert_black_and_gone(path: Path) -> None:
    assert validate_written(path, "2b").passed
    said = text(path)
    assert "Anna Holm," in said
    assert "9876" not in said
    number = next(word for word in page_of(Unit.PIXEL, Origin.OCR).words if NUMBER in word.text)
    assert number.box is not None
    left, top, right, bottom = (round(edge) for edge in number.box.rounded)
    inside = drawn(path).crop((left, top, right, bottom))
    assert not any(inside.histogram()[40:])
    with pikepdf.open(path) as pdf:
        every = b"".join(
            bytes(one.read_bytes()) for one in pdf.objects if isinstance(one, pikepdf.Stream)
            and one.get("/Subtype") != "/Image"
        )  # fmt: skip
        assert not pdf.attachments
        assert "/Outlines" not in pdf.Root
    assert NUMBER.encode() not in every
    assert NUMBER.encode() not in path.read_bytes()


def test_a_born_digital_page_becomes_a_picture(tmp_path: Path) -> None:
    source, target = born_digital(tmp_path / "in.pdf"), tmp_path / "ut.pdf"
    assert NUMBER in text(source)
    write_pdf(source, "application/pdf", hiding(page_of(Unit.POINT, Origin.TEXT_LAYER)), PUBLIC, target)
    assert_black_and_gone(target)


def test_a_scan_is_blacked_out_in_its_pixels(tmp_path: Path) -> None:
    source, target = tmp_path / "in.png", tmp_path / "ut.pdf"
    Image.new("L", (SIZE[0] * 2, SIZE[1] * 2), "white").save(source)
    write_pdf(source, "image/png", hiding(page_of(Unit.PIXEL, Origin.OCR)), PUBLIC, target)
    assert_black_and_gone(target)


def test_a_page_turned_by_the_viewer_is_blacked_out_where_it_is_seen(tmp_path: Path) -> None:
    source, target = born_digital(tmp_path / "in.pdf"), tmp_path / "ut.pdf"
    with pikepdf.open(source, allow_overwriting_input=True) as pdf:
        width, height = SIZE
        page = pdf.pages[0]
        page.contents_add(f"q 0 1 -1 0 {height} 0 cm ".encode(), prepend=True)
        page.contents_add(b" Q")
        page.obj.MediaBox = pikepdf.Array([0, 0, height, width])
        page.obj.Rotate = 90
        pdf.save(source)
    write_pdf(source, "application/pdf", hiding(page_of(Unit.POINT, Origin.TEXT_LAYER)), PUBLIC, target)
    assert_black_and_gone(target)


def test_a_number_whose_place_nobody_knows_is_not_published(tmp_path: Path) -> None:
    page = page_of(Unit.POINT, Origin.TEXT_LAYER)
    lost = replace(page, words=tuple(replace(word, box=None) for word in page.words))
    with pytest.raises(ExportError, match="page 1 can't be hidden"):
        write_pdf(
            born_digital(tmp_path / "in.pdf"), "application/pdf", hiding(lost), PUBLIC, tmp_path / "ut.pdf"
        )


def test_a_number_that_was_never_read_is_not_published(tmp_path: Path) -> None:
    page = page_of(Unit.POINT, Origin.TEXT_LAYER)
    unread = replace(page, words=tuple(word for word in page.words if NUMBER not in word.text))
    with pytest.raises(ExportError, match="Page 1 would still show a personal number"):
        write_pdf(
            born_digital(tmp_path / "in.pdf"),
            "application/pdf",
            lambda: list(printed_pages([unread], ())),
            PUBLIC,
            tmp_path / "ut.pdf",
        )
