"""Page by page: the layer where it is good, the image where it isn't, both where a page is half a scan."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import pikepdf
import pytest
from pikepdf import Dictionary, Name

from benchmarks.layers.draw import HEIGHT, WIDTH, Line, Says, Sheet, pdf_of, shown
from ingest import pdf
from ingest.files import open_source
from ingest.layer.page import Unfinished, begin
from ingest.reader import FileReader
from models.finding import Finding, Severity
from models.geometry import Box
from models.page import Engine, Origin, Page, Unit, Word
from models.settings import ReadingSettings
from tests.ingest.layer.sheets import ENGLISH, FIGURES, LOST, NAMES, SWEDISH, flowing, lines_of, scanned

SETTINGS = ReadingSettings(dpi=144)
SCALE = 2
"""Pixels a point at 144 dpi."""
LINES = lines_of(SWEDISH)
ENGINE = Engine("tesseract", "5")


def begun(path: Path, content: bytes) -> Page | Unfinished:
    path.write_bytes(content)
    with pdf.opened(path) as document:
        return begin(document, path, 1, SETTINGS)


def waiting(path: Path, content: bytes) -> Unfinished:
    found = begun(path, content)
    assert isinstance(found, Unfinished)
    return found


def read(lines: Sequence[Line], confidence: float = 0.9) -> Page:
    """What recognition would give of these lines, in pixels."""
    words: list[Word] = []
    for line in lines:
        for n, text in enumerate(line.text.split()):
            x, y = SCALE * (line.x + 40 * n), SCALE * (HEIGHT - line.y)
            box = Box(x, y - 16, x + 60, y + 2)
            words.append(Word(text, "\n" if n == 0 else " ", box, confidence))
    size = (SCALE * WIDTH, SCALE * HEIGHT)
    return Page(1, tuple(words), Origin.OCR, *size, Unit.PIXEL, 144, ENGINE, steps=("deskew +0.10",))


def half_a_scan(above: str, below: str) -> tuple[bytes, list[Line]]:
    """A page with text above and an image of text under it, and the lines that the image shows."""
    shown_below = [replace(line, y=line.y - 400) for line in lines_of(below)]
    image = scanned(below)[: image_height(400)]
    sheet = Sheet(lines_of(above), np.ascontiguousarray(image), (0, 42, WIDTH, 400))
    return pdf_of([sheet]), shown_below


def image_height(points: float) -> int:
    return round(points * 120 / 72)


def test_good_layer_needs_no_image(tmp_path: Path) -> None:
    page = begun(tmp_path / "a.pdf", pdf_of([Sheet(LINES)]))
    assert isinstance(page, Page)
    assert (flowing(page.text), page.origin, page.steps) == (
        SWEDISH,
        Origin.TEXT_LAYER,
        ("layer: good Swedish",),
    )
    assert (page.width, page.height, page.unit) == (WIDTH, HEIGHT, Unit.POINT)


def in_macintosh(character: str) -> str:
    """What a layer in the character set of the Macintosh gives when it is read as that of Windows."""
    return character.encode("mac_roman", "ignore").decode("cp1252", "ignore")


@pytest.mark.parametrize("says", [None, in_macintosh])
def test_damaged_layer_is_taken_as_it_stands(tmp_path: Path, says: Says | None) -> None:
    page = begun(tmp_path / "a.pdf", pdf_of([Sheet(LINES)], says))
    assert isinstance(page, Page)
    assert page.steps == ("layer: damage that repair undoes",)
    assert flowing(page.text) != SWEDISH


def test_false_layer_is_read_from_the_image(tmp_path: Path) -> None:
    sheet = Sheet(lines_of(LOST), scanned(SWEDISH), mode=3)
    unfinished = waiting(tmp_path / "a.pdf", pdf_of([sheet]))
    assert (unfinished.picture.width, unfinished.picture.dpi) == (SCALE * WIDTH, 144)
    page = unfinished.finish(read(LINES))
    assert (flowing(page.text), page.origin, page.engine) == (SWEDISH, Origin.OCR, ENGINE)
    assert page.steps == ("layer: Swedish without its å, ä and ö", "deskew +0.10")
    assert page.words[0].box == Box(
        LINES[0].x, HEIGHT - LINES[0].y - 8, LINES[0].x + 30, HEIGHT - LINES[0].y + 1
    )
    assert (page.width, page.height, page.unit) == (WIDTH, HEIGHT, Unit.POINT)


@pytest.mark.parametrize(
    "worse", [[], [Line(70, 700, "~<| ;")], lines_of(LOST)[:3]], ids=["nothing", "dirt", "half"]
)
def test_false_layer_is_kept_where_the_image_reads_no_better(tmp_path: Path, worse: list[Line]) -> None:
    unfinished = waiting(tmp_path / "a.pdf", pdf_of([Sheet(lines_of(LOST))]))
    page = unfinished.finish(read(worse))
    assert flowing(page.text) == LOST
    assert page.steps[-1] == "layer kept: it reads better"


def test_false_layer_is_kept_with_its_finding_where_the_image_can_not_be_read(tmp_path: Path) -> None:
    unread = Finding("page-unread", Severity.ERROR, "It took too long.", 1)
    page = waiting(tmp_path / "a.pdf", pdf_of([Sheet(lines_of(LOST))])).finish(
        Page(1, (), Origin.OCR, findings=(unread,))
    )
    assert flowing(page.text) == LOST
    assert page.findings == (unread,)


def test_image_beside_good_text_is_read_in_its_place(tmp_path: Path) -> None:
    content, below = half_a_scan(NAMES, SWEDISH)
    unfinished = waiting(tmp_path / "a.pdf", content)
    pixels = unfinished.picture.pixels
    middle = round(SCALE * (HEIGHT - 442))
    assert pixels[:middle].min() == 255  # the text of the layer isn't read again
    assert pixels[middle:].min() < 100
    page = unfinished.finish(read(below))
    assert flowing(page.text) == f"{NAMES} {SWEDISH}"
    assert page.origin is Origin.TEXT_LAYER
    assert "image within the page read" in page.steps
    assert [word.confidence for word in (page.words[0], page.words[-1])] == [None, 0.9]


def test_word_that_stands_in_both_is_taken_once(tmp_path: Path) -> None:
    content, below = half_a_scan(NAMES, SWEDISH)
    twice = [*lines_of(NAMES), *below]
    page = waiting(tmp_path / "a.pdf", content).finish(read(twice))
    assert page.text.count("Cecilia") == 1


@pytest.mark.parametrize("confidence", [0.2, 0.9])
def test_photograph_beside_good_text_adds_nothing(tmp_path: Path, confidence: float) -> None:
    content, below = half_a_scan(NAMES, SWEDISH)
    garbled = [
        replace(line, text=line.text.replace("e", "x~") if confidence > 0.5 else line.text) for line in below
    ]
    page = waiting(tmp_path / "a.pdf", content).finish(read(garbled, confidence))
    assert flowing(page.text) == NAMES
    assert page.steps[-1] == "image within the page holds no text"


def test_image_that_can_not_be_read_is_remarked_on_and_the_text_kept(tmp_path: Path) -> None:
    unread = Finding("page-unread", Severity.ERROR, "It took too long.", 1)
    content, _ = half_a_scan(NAMES, SWEDISH)
    page = waiting(tmp_path / "a.pdf", content).finish(Page(1, (), Origin.OCR, findings=(unread,)))
    assert flowing(page.text) == NAMES
    assert [finding.severity for finding in page.findings] == [Severity.WARNING]


def test_image_beside_text_on_its_side_comes_last(tmp_path: Path) -> None:
    turned = f"q 0 1 -1 0 30 200 cm {shown(Line(0, 0, 'Antal elever i skolan'))}Q\n"
    image = scanned(SWEDISH)[: image_height(400)]
    sheet = Sheet(lines_of(NAMES), np.ascontiguousarray(image), (0, 42, WIDTH, 400), after=turned)
    below = [replace(line, y=line.y - 400) for line in LINES]
    page = waiting(tmp_path / "a.pdf", pdf_of([sheet])).finish(read(below))
    assert flowing(page.text) == f"{NAMES} Antal elever i skolan {SWEDISH}"


def test_scan_whose_layer_leaves_out_print_is_read_again(tmp_path: Path) -> None:
    text = f"{SWEDISH} {SWEDISH}"
    sheet = Sheet(lines_of(text)[:6], scanned(text), mode=3)
    page = waiting(tmp_path / "a.pdf", pdf_of([sheet])).finish(read(lines_of(text)))
    assert flowing(page.text) == text
    assert page.steps[0] == "layer: print that the layer leaves out"


@pytest.mark.parametrize("text", [FIGURES, NAMES, ENGLISH])
def test_writing_over_a_picture_of_the_whole_page_is_exact(tmp_path: Path, text: str) -> None:
    paper = np.full((90, 60), 230, np.uint8)
    page = begun(tmp_path / "a.pdf", pdf_of([Sheet(lines_of(text), paper)]))
    assert isinstance(page, Page)
    assert flowing(page.text) == text


def test_scan_with_a_note_of_its_signing_is_read_with_it(tmp_path: Path) -> None:
    note = (
        "Detta dokument har undertecknats med e-legitimation av Anna Ek den 14 mars 2014 kl. 13.02 i Granby"
    )
    lines = [Line(70, 30, note)]
    unfinished = waiting(tmp_path / "a.pdf", pdf_of([Sheet(lines, scanned(SWEDISH))]))
    assert flowing(unfinished.finish(read(LINES)).text) == f"{SWEDISH} {note}"


def test_tagged_page_without_text_is_read_from_its_image(tmp_path: Path) -> None:
    with pikepdf.open(
        io.BytesIO(pdf_of([Sheet(image=scanned(SWEDISH), before="/P <</MCID 0>> BDC\n", after="EMC")]))
    ) as whole:
        whole.Root.MarkInfo = Dictionary(Marked=True)
        whole.Root.StructTreeRoot = whole.make_indirect(Dictionary(Type=Name.StructTreeRoot))
        out = io.BytesIO()
        whole.save(out)
    page = waiting(tmp_path / "a.pdf", out.getvalue()).finish(read(LINES))
    assert page.steps[0] == "layer: no words"
    assert flowing(page.text) == SWEDISH


@pytest.mark.slow
def test_scanned_letter_inside_a_born_digital_pdf_is_found(tmp_path: Path) -> None:
    letter = (
        "Till Granby kommun\n"
        "Vi har tagit del av förslaget till ny grundskola och vill framföra följande synpunkter om trafiken. "
        "Barnen går i dag längs en väg utan trottoar, och rapporten nämner inte detta. Vi ber att nämnden "
        "prövar frågan på nytt innan något beslut fattas i ärendet."
    )
    misread = letter.replace("un", "nn").replace("rt", "1t").replace("rn", "m")
    pages = [
        Sheet(LINES),
        Sheet(lines_of(misread), scanned(letter, 200), mode=3),
        Sheet(lines_of(f"{SWEDISH} {NAMES}")),
    ]
    (tmp_path / "a.pdf").write_bytes(pdf_of(pages))
    source = open_source(tmp_path / "a.pdf", ReadingSettings())
    first, second, third = FileReader(ReadingSettings()).pages(source)
    assert [page.origin for page in (first, second, third)] == [
        Origin.TEXT_LAYER,
        Origin.OCR,
        Origin.TEXT_LAYER,
    ]
    assert flowing(second.text) == flowing(letter)
