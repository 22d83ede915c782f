from __future__ import annotations

import re
from collections.abc import Iterable
from io import BytesIO
from pathlib import Path
from xml.etree.ElementTree import Element

from hypothesis import given, settings

from archive.export.hocr import NAMESPACE, write_hocr
from archive.export.laying import printed_pages
from archive.export.printed import PrintedPage
from models.page import Page, Unit
from models.text import Text
from tests.archive.export.pages import small_page, small_text, texts
from tests.archive.export.standards import parsed
from tests.archive.export.test_alto import MADE

GOLDEN = Path(__file__).parents[2] / "golden" / "small-page.hocr"
TITLE = "Protokoll <Granby>"


def hocr(pages: Iterable[PrintedPage], count: int, title: str = TITLE) -> bytes:
    file = BytesIO()
    write_hocr(file, pages, count, title, MADE)
    return file.getvalue()


def written(*pages: Page) -> bytes:
    return hocr(printed_pages(pages, small_text(*pages).edits), len(pages))


def of_class(root: Element, name: str) -> list[Element]:
    return [one for one in root.iter() if one.get("class") == name]


def test_golden(*, update_golden: bool) -> None:
    if update_golden:
        GOLDEN.write_bytes(written(small_page()))
    assert written(small_page()) == GOLDEN.read_bytes()


@settings(max_examples=30, deadline=None)
@given(texts())
def test_any_page_is_well_formed_and_holds_every_word(drawn: tuple[tuple[Page, ...], Text]) -> None:
    pages, text = drawn
    printed = list(printed_pages(pages, text.edits))
    root = parsed(hocr(printed, len(pages), text.content[:20]))
    assert root.tag == f"{{{NAMESPACE}}}html"
    assert len(of_class(root, "ocr_page")) == len(pages)
    words = of_class(root, "ocrx_word")
    assert len(words) == sum(len(list(page.words)) for page in printed)
    ids = [one.get("id") for one in root.iter() if one.get("id")]
    assert len(set(ids)) == len(ids)
    for one in words:
        title = one.get("title") or ""
        assert re.fullmatch(r"(bbox( \d+){4})?(; )?(x_wconf (\d{1,2}|100))?", title), title


def test_the_text_of_the_page_is_the_repaired_text() -> None:
    root = parsed(written(small_page()))
    lines = ["".join(line.itertext()) for line in of_class(root, "ocr_line")]
    assert lines == [
        "Sammanträdes\u00ad",
        "protokoll för kommunstyrelsen",
        "§ 12 Ärendet bordlägges och återremitteras.",
    ]


def test_points_become_pixels() -> None:
    root = parsed(written(small_page(unit=Unit.POINT)))
    (page,) = of_class(root, "ocr_page")
    assert (page.get("title") or "").startswith("bbox 0 0 4167 5833; ppageno 0; scan_res 300 300; ")
    assert of_class(root, "ocrx_word")[0].get("title") == "bbox 417 417 917 542; x_wconf 4"


def test_turned_pages_tell_the_angle_of_their_lines() -> None:
    root = parsed(written(small_page(rotation=271.5)))
    assert all("textangle 271.5" in (line.get("title") or "") for line in of_class(root, "ocr_line"))
