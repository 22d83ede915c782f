from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from time import sleep

import pikepdf
import pytest
from pikepdf import Name
from pikepdf.pdfa import validate_written
from PIL import Image
from reportlab.pdfgen.canvas import Canvas

from archive.export.laying import printed_pages
from archive.export.pdfa import ghostscript
from archive.export.pdfa.conform import Told, faults
from archive.export.pdfa.write import write_pdf
from archive.export.printed import PrintedPage
from models.errors import ExportError, InputEncrypted, PageTimeout, ProgramMissing
from models.geometry import Box, hull
from models.page import Origin, Page, Unit, Word
from models.text import Text
from tests.archive.export.pages import small_page, small_text
from tests.archive.export.pdfa.reading import find, rotation, size, text
from tests.archive.export.turned import turned

TOLD = Told("Protokoll från Granby", "justerat 0.1.0", datetime(2026, 1, 2, tzinfo=UTC))
SAYS = "Sammanträdesprotokoll för kommunstyrelsen § 12 Ärendet bordlägges och återremitteras."
SCALE = 72 / 300
NEAR = 4.0
"""Points that a mark may reach over print: a line's type is as high as its highest letters."""


def printed(*pages: Page, says: Text | None = None) -> Callable[[], list[PrintedPage]]:
    edits = (says or small_text(*pages)).edits
    return lambda: list(printed_pages(pages, edits))


def scan(path: Path, page: Page) -> Path:
    """An image as large as the page says, at its dpi."""
    Image.new("L", (round(page.width or 0), round(page.height or 0)), "white").save(path)
    return path


def box_of(page: Page, word: str) -> Box:
    return next(one.box for one in page.words if one.text == word and one.box)


def assert_near(found: Box | None, box: Box) -> None:
    assert found is not None
    for edge, other in zip(found.rounded, box.rounded, strict=True):
        assert abs(edge - other) <= NEAR, (found, box)


def in_points(box: Box, page: Page) -> Box:
    """Pixels from the top as points from the bottom."""
    height = page.height or 0
    return Box(SCALE * box.x0, SCALE * (height - box.y1), SCALE * box.x1, SCALE * (height - box.y0))


@pytest.mark.parametrize("degrees", [0.0, 0.7, 357.6, 90.0, 91.5, 180.0, 178.9, 270.0, 268.8])
def test_what_is_searched_for_is_marked_on_its_print(degrees: float, tmp_path: Path) -> None:
    page = turned(small_page(), degrees)
    path = tmp_path / "ut.pdf"
    write_pdf(scan(tmp_path / "in.png", page), "image/png", printed(page), TOLD, path)
    assert text(path) == SAYS
    assert_near(find(path, "återremitteras."), in_points(box_of(page, "aterremitteras."), page))
    assert_near(find(path, "Ärendet"), in_points(box_of(page, "Ärendet"), page))
    assert_near(find(path, "§"), in_points(box_of(page, "§"), page))
    assert_near(find(path, "Sammanträdesprotokoll"), in_points(box_of(page, "Sammanträdes-"), page))
    assert rotation(path) == 90 * round(degrees / 90) % 360


def test_the_file_keeps_the_rules_and_tells_what_it_is(tmp_path: Path) -> None:
    path = tmp_path / "ut.pdf"
    write_pdf(scan(tmp_path / "in.png", small_page()), "image/png", printed(small_page()), TOLD, path)
    assert validate_written(path, "2b").passed
    assert size(path) == pytest.approx((240, 336), abs=0.01)
    with pikepdf.open(path) as pdf:
        assert pdf.check_pdf_syntax() == []
        assert str(pdf.Root.Lang) == "sv-SE"
        (intent,) = pdf.Root.OutputIntents
        assert Name("/GTS_PDFA1") == intent.S
        with pdf.open_metadata(set_pikepdf_as_editor=False) as metadata:
            assert metadata.pdfa_status == "2B"
            assert metadata["dc:title"] == TOLD.title
            assert metadata["xmp:CreatorTool"] == TOLD.program
            assert str(metadata["xmp:CreateDate"]).startswith("2026-01-02")
        (font,) = pdf.pages[0].Resources.Font.values()
        assert font.DescendantFonts[0].FontDescriptor.FontFile2 is not None
        assert b"3 Tr" in b"".join(part.read_bytes() for part in pdf.pages[0].Contents)


def test_every_page_of_a_tiff_is_there_also_one_that_was_not_read(tmp_path: Path) -> None:
    pages = (small_page(), Page(2, (), Origin.OCR), small_page(3))
    frames = [Image.new("1", (1000, 1400), 1) for _ in pages]
    frames[0].save(tmp_path / "in.tif", save_all=True, append_images=frames[1:], compression="group4")
    path = tmp_path / "ut.pdf"
    write_pdf(tmp_path / "in.tif", "image/tiff", printed(*pages), TOLD, path)
    assert [text(path, number) for number in (1, 2, 3)] == [SAYS, "", SAYS]


def in_pdf_units(page: Page) -> Page:
    return replace(page, unit=Unit.POINT, dpi=None)


def picture_pdf(
    path: Path, turn: int = 0, seen: tuple[float, float] = (1000, 1400), *, words: str = ""
) -> Path:
    """A page of this size as it is seen, in points, cut out of a larger one and turned by a viewer."""
    width, height = seen[::-1] if turn % 180 else seen
    canvas = Canvas(str(path), pagesize=(width + 50, height + 80))
    canvas.rect(60, 90, width - 50, height - 50)
    if words:
        canvas.drawString(100, 200, words)
    canvas.save()
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        if not words:  # reportlab always asks for a font, which it doesn't embed
            del pdf.pages[0].Resources.Font
            pdf.pages[0].Contents = pdf.make_stream(b"60 90 400 500 re S")
        pdf.pages[0].cropbox = pikepdf.Array([30, 50, 30 + width, 50 + height])
        pdf.pages[0].obj.Rotate = turn
        pdf.save(path)
    return path


def own(box: Box, turn: int, seen: tuple[float, float]) -> Box:
    """Where a box on the page as it is seen lies in the page's own coordinates."""
    width, height = seen
    corners = [
        {
            0: (30 + x, 50 + height - y),
            90: (30 + y, 50 + x),
            180: (30 + width - x, 50 + y),
            270: (30 + height - y, 50 + width - x),
        }[turn]
        for x, y in ((box.x0, box.y0), (box.x1, box.y1))
    ]
    return hull(Box(x, y, x, y) for x, y in corners)


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
@pytest.mark.parametrize("lies", [0.0, 90.0, 181.0, 270.0])
def test_text_is_grafted_on_a_page_as_it_is_seen(turn: int, lies: float, tmp_path: Path) -> None:
    page = in_pdf_units(turned(small_page(), lies))
    seen = (page.width or 0, page.height or 0)
    path = tmp_path / "ut.pdf"
    source = picture_pdf(tmp_path / "in.pdf", turn, seen)
    write_pdf(source, "application/pdf", printed(page), TOLD, path)
    assert text(path) == SAYS
    assert rotation(path) == (turn + 90 * round(lies / 90)) % 360
    found, expected = find(path, "Ärendet"), own(box_of(page, "Ärendet"), turn, seen)
    assert found is not None
    for edge, other in zip(found.rounded, expected.rounded, strict=True):
        assert abs(edge - other) <= 16  # the type of this page is forty points high


@pytest.mark.slow
def test_a_page_with_a_good_layer_keeps_its_own(tmp_path: Path) -> None:
    """Its font is not embedded, so that it goes through Ghostscript too."""
    place = Box(100, 1200, 200, 1215)
    words = tuple(Word(word, " ", place) for word in ("Ett", "gott", "lager", "på", "åtta", "ord", "är", "§"))
    page = Page(1, words, Origin.TEXT_LAYER, 1000, 1400, Unit.POINT)
    source = picture_pdf(tmp_path / "in.pdf", words=page.text.strip())
    path = tmp_path / "ut.pdf"
    write_pdf(source, "application/pdf", printed(page), TOLD, path)
    assert text(path) == page.text.strip()
    with pikepdf.open(path) as pdf:
        fonts = [str(font.BaseFont) for font in pdf.pages[0].Resources.Font.values()]
    assert not any("Occulta" in font for font in fonts)
    assert faults(validate_written(path, "2b")) == ()


@pytest.mark.slow
def test_a_false_layer_is_silenced_and_what_is_seen_stays(tmp_path: Path) -> None:
    source = picture_pdf(tmp_path / "in.pdf", words="Wrlqjhq pdnhu phqlqj")
    path = tmp_path / "ut.pdf"
    write_pdf(source, "application/pdf", printed(in_pdf_units(small_page())), TOLD, path)
    assert text(path) == SAYS


def test_a_mended_layer_is_replaced(tmp_path: Path) -> None:
    page = replace(in_pdf_units(small_page()), origin=Origin.TEXT_LAYER)
    path = tmp_path / "ut.pdf"
    write_pdf(picture_pdf(tmp_path / "in.pdf"), "application/pdf", printed(page), TOLD, path)
    assert text(path) == SAYS


def test_text_has_no_pages_to_show(tmp_path: Path) -> None:
    with pytest.raises(ExportError, match="no pages to show"):
        write_pdf(tmp_path / "in.txt", "text/plain", printed(small_page()), TOLD, tmp_path / "ut.pdf")


def test_a_password_and_a_broken_file_are_told(tmp_path: Path) -> None:
    source = picture_pdf(tmp_path / "in.pdf")
    with pikepdf.open(source) as pdf:
        pdf.save(tmp_path / "locked.pdf", encryption=pikepdf.Encryption(owner="a", user="b"))
    (tmp_path / "broken.pdf").write_bytes(b"%PDF-1.4\nnothing")
    pages = printed(in_pdf_units(small_page()))
    with pytest.raises(InputEncrypted):
        write_pdf(tmp_path / "locked.pdf", "application/pdf", pages, TOLD, tmp_path / "ut.pdf")
    with pytest.raises(ExportError, match="rules of PDF"):
        write_pdf(tmp_path / "broken.pdf", "application/pdf", pages, TOLD, tmp_path / "ut.pdf")


def test_a_file_that_only_its_owner_may_change_becomes_an_open_one(tmp_path: Path) -> None:
    source = picture_pdf(tmp_path / "in.pdf")
    with pikepdf.open(source) as pdf:
        pdf.save(tmp_path / "owned.pdf", encryption=pikepdf.Encryption(owner="a", user=""))
    pages = printed(in_pdf_units(small_page()))
    write_pdf(tmp_path / "owned.pdf", "application/pdf", pages, TOLD, tmp_path / "ut.pdf")
    with pikepdf.open(tmp_path / "ut.pdf") as pdf:
        assert not pdf.is_encrypted


def with_words(tmp_path: Path) -> tuple[Path, Callable[[], list[PrintedPage]]]:
    """A PDF that needs Ghostscript, and its page, which keeps its own text."""
    source = picture_pdf(tmp_path / "in.pdf", words="Kommunstyrelsen")
    word = Word("Kommunstyrelsen", "", Box(100, 1200, 200, 1215))
    return source, printed(Page(1, (word,), Origin.TEXT_LAYER, 1000, 1400, Unit.POINT))


def test_text_that_ghostscript_would_damage_is_not_given_to_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source, pages = with_words(tmp_path)
    blank = picture_pdf(tmp_path / "blank.pdf").read_bytes()

    def convert(_source: Path, target: Path, _pages: int) -> None:
        target.write_bytes(blank)

    monkeypatch.setattr(ghostscript, "convert", convert)
    with pytest.raises(ExportError, match="damage"):
        write_pdf(source, "application/pdf", pages, TOLD, tmp_path / "ut.pdf")


def test_ghostscript_is_asked_for_where_it_is_missing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source, pages = with_words(tmp_path)
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(ProgramMissing, match="apt install ghostscript"):
        write_pdf(source, "application/pdf", pages, TOLD, tmp_path / "ut.pdf")


def ends(state: Path) -> bool:
    """Whether the process is soon gone, or left as a zombie for the first process of the machine."""
    for _ in range(200):
        try:
            if state.read_text().split()[2] == "Z":
                return True
        except (FileNotFoundError, ProcessLookupError):
            return True
        sleep(0.05)
    return False


def test_ghostscript_is_stopped_with_all_that_it_started(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source, pages = with_words(tmp_path)
    program = tmp_path / "gs"
    program.write_text(f"#!/bin/sh\nsleep 600 &\necho $! > {tmp_path}/pid\nwait\n", "utf-8")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    monkeypatch.setattr(ghostscript, "_SECONDS", 0.5)
    monkeypatch.setattr(ghostscript, "_SECONDS_A_PAGE", 0)
    with pytest.raises(PageTimeout):
        write_pdf(source, "application/pdf", pages, TOLD, tmp_path / "ut.pdf")
    assert ends(Path("/proc", (tmp_path / "pid").read_text().strip(), "stat"))
