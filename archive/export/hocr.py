"""hOCR 1.2: one document as an XHTML page that holds the place of each word."""

from __future__ import annotations

from collections.abc import Iterable
from typing import BinaryIO
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from archive.export.markup import Made, clean, number, word_id
from archive.export.printed import Block, Half, Line, Printed, PrintedPage, box_of
from models.geometry import Box
from models.page import Page, Unit

NAMESPACE = "http://www.w3.org/1999/xhtml"
_BEGIN = f"""<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE html>
<html xmlns="{NAMESPACE}" xml:lang="sv" lang="sv">
""".encode("ascii")
_POINTS_AN_INCH = 72
_DPI = 300
"""hOCR knows whole pixels only: pages in points are given as an image of so many dots an inch would be."""
_SOFT_HYPHEN = "\u00ad"
_CAPABILITIES = "ocr_page ocr_carea ocr_par ocr_line ocrx_word ocrp_wconf ocrp_lang"


def write_hocr(file: BinaryIO, pages: Iterable[PrintedPage], count: int, title: str, made: Made) -> None:
    """Write `count` pages as one hOCR file in UTF-8, page by page; those of plain text have no places."""
    file.write(_BEGIN)
    file.write(_bytes(_head(title, made, count)))
    file.write(b"\n<body>\n")
    for page in pages:
        file.write(_bytes(_Writer(page.page).written(page, made)))
        file.write(b"\n")
    file.write(b"</body>\n</html>\n")


def _bytes(element: Element) -> bytes:
    return ElementTree.tostring(element, encoding="unicode").encode("utf-8")


def _add(parent: Element, tag: str, text: str | None = None, **attributes: str) -> Element:
    named = {name.rstrip("_"): clean(value) for name, value in attributes.items()}
    made = ElementTree.SubElement(parent, tag, named)
    made.text = None if text is None else clean(text)
    return made


def _head(title: str, made: Made, pages: int) -> Element:
    head = Element("head")
    _add(head, "meta", charset="utf-8")
    _add(head, "title", title)
    for name, content in (
        ("ocr-system", f"justerat {made.version}"),
        ("ocr-capabilities", _CAPABILITIES),
        ("ocr-langs", "sv"),
        ("ocr-number-of-pages", str(pages)),
        ("dcterms.source", f"sha256:{made.sha256}"),
    ):
        _add(head, "meta", name=name, content=content)
    return head


class _Writer:
    """The words of a page as elements, boxes in whole pixels."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self._dpi = page.dpi or (_DPI if page.unit is Unit.POINT else None)
        self._scale = (self._dpi or _DPI) / _POINTS_AN_INCH if page.unit is Unit.POINT else 1.0
        self._lines = 0

    def written(self, printed: PrintedPage, made: Made) -> Element:
        """The page with its blocks, lines and words."""
        page = self._page
        whole = Box(0, 0, page.width, page.height) if page.width and page.height else None
        facts = [
            *self._place(whole),
            f"ppageno {page.number - 1}",
            *([f"scan_res {self._dpi} {self._dpi}"] if self._dpi else []),
            f'x_source "sha256:{made.sha256}"',
        ]
        parent = Element("div", {"class": "ocr_page", "id": f"P{page.number}", "title": "; ".join(facts)})
        for count, block in enumerate(printed.blocks, 1):
            self._block(parent, block, count)
        return parent

    def _block(self, parent: Element, block: Block, count: int) -> None:
        title = self._title(box_of(word for line in block for word in line))
        name = f"P{self._page.number}_B{count}"
        area = _add(parent, "div", class_="ocr_carea", id=name, **title)
        paragraph = _add(area, "p", class_="ocr_par", id=f"{name}_P", lang="sv", **title)
        for line in block:
            self._line(paragraph, line)

    def _line(self, parent: Element, line: Line) -> None:
        self._lines += 1
        turned = [f"textangle {number(self._page.rotation)}"] if self._page.rotation else []
        title = self._title(box_of(line), *turned)
        made = _add(parent, "span", class_="ocr_line", id=f"P{self._page.number}_L{self._lines}", **title)
        made.tail = "\n"
        for word in line:
            self._word(made, word).tail = " "
        made[-1].tail = None

    def _word(self, parent: Element, word: Printed) -> Element:
        sure = [] if word.confidence is None else [f"x_wconf {round(100 * word.confidence)}"]
        cut = word.cut and word.cut.half is Half.FIRST
        return _add(
            parent,
            "span",
            word.text + (_SOFT_HYPHEN if cut else ""),
            class_="ocrx_word",
            id=word_id(self._page.number, word),
            **self._title(word.box, *sure),
        )

    def _title(self, box: Box | None, *facts: str) -> dict[str, str]:
        told = [*self._place(box), *facts]
        return {"title": "; ".join(told)} if told else {}

    def _place(self, box: Box | None) -> list[str]:
        if box is None:
            return []
        edges = (round(edge * self._scale) for edge in (box.x0, box.y0, box.x1, box.y1))
        return [f"bbox {' '.join(map(str, edges))}"]
