"""ALTO 4.4: one page with the place of each word, as digital libraries keep it.

ALTO (Analyzed Layout and Text Object) is a standard of the Library of Congress; 4.4 is of 2022.
"""

from __future__ import annotations

from collections.abc import Iterable
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from archive.export.markup import Made, clean, number, word_id
from archive.export.printed import Block, Half, Line, Printed, PrintedPage, box_of
from models.geometry import Box
from models.page import Origin, Page, Unit

NAMESPACE = "http://www.loc.gov/standards/alto/ns-v4#"
VERSION = "4.4"
_SCHEMA = "http://www.loc.gov/alto/v4/alto-4-4.xsd"
_INSTANCE = "http://www.w3.org/2001/XMLSchema-instance"
_DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n'
_UNITS = {Unit.PIXEL: ("pixel", 1.0), Unit.POINT: ("inch1200", 1200 / 72)}
"""ALTO knows no points: they become 1200ths of an inch, each of them 16 2/3."""


def alto(printed: PrintedPage, made: Made) -> bytes:
    """The page as an ALTO file in UTF-8; a page of plain text has words without places."""
    page = printed.page
    unit, scale = _UNITS.get(page.unit or Unit.PIXEL, ("pixel", 1.0))
    root = Element("alto", {"xmlns": NAMESPACE, "xmlns:xsi": _INSTANCE, "SCHEMAVERSION": VERSION})
    root.set("xsi:schemaLocation", f"{NAMESPACE} {_SCHEMA}")
    steps = _describe(_add(root, "Description"), unit, page, made)
    _Layout(page, scale).write(_add(root, "Layout"), printed, steps)
    ElementTree.indent(root)
    return f"{_DECLARATION}{ElementTree.tostring(root, encoding='unicode')}\n".encode()


def _add(parent: Element, tag: str, text: str | None = None, **attributes: str) -> Element:
    made = ElementTree.SubElement(parent, tag, {name: clean(value) for name, value in attributes.items()})
    made.text = None if text is None else clean(text)
    return made


def _describe(parent: Element, unit: str, page: Page, made: Made) -> list[str]:
    """Write what the page was made from, and how; the names of the steps."""
    _add(parent, "MeasurementUnit", unit)
    source = _add(parent, "sourceImageInformation")
    _add(source, "fileName", made.name)
    _add(source, "fileIdentifier", f"sha256:{made.sha256}")
    date = made.processed_at.isoformat()
    program = ("justerat", made.version)
    steps = ["READING", "REPAIR"]
    if page.steps:
        steps.insert(0, "PREPARATION")
        _step(parent, steps[0], ("preOperation", None, page.steps, program))
    how, engine = _reading(page)
    _step(parent, "READING", ("contentGeneration", None, [how], engine))
    _step(parent, "REPAIR", ("contentModification", date, ["repair of misread words"], program))
    return steps


def _reading(page: Page) -> tuple[str, tuple[str, str] | None]:
    engine = (page.engine.name, page.engine.version) if page.engine else None
    match page.origin:
        case Origin.OCR:
            return "recognition of the page's image", engine
        case Origin.TEXT_LAYER:
            return "the words of the file's own text layer", engine
        case Origin.TEXT:
            return "the words of a file of plain text", engine


def _step(
    parent: Element,
    name: str,
    told: tuple[str, str | None, Iterable[str], tuple[str, str] | None],
) -> None:
    category, date, descriptions, program = told
    step = _add(parent, "Processing", ID=name)
    _add(step, "processingCategory", category)
    if date:
        _add(step, "processingDateTime", date)
    for description in descriptions:
        _add(step, "processingStepDescription", description)
    if program:
        software = _add(step, "processingSoftware")
        _add(software, "softwareName", program[0])
        _add(software, "softwareVersion", program[1])


class _Layout:
    """The words of a page as elements, boxes times `scale`."""

    def __init__(self, page: Page, scale: float) -> None:
        self._page = page
        self._scale = scale
        self._lines = 0

    def write(self, parent: Element, printed: PrintedPage, steps: Iterable[str]) -> None:
        """Write the page, its print space and its blocks."""
        page = self._page
        made = _add(parent, "Page", ID=f"P{page.number}", PHYSICAL_IMG_NR=str(page.number), LANG="sv")
        made.set("PROCESSINGREFS", " ".join(steps))
        if page.width is not None and page.height is not None:
            made.set("WIDTH", number(page.width * self._scale))
            made.set("HEIGHT", number(page.height * self._scale))
        if page.rotation:
            made.set("ROTATION", number(page.rotation))
        if page.confidence is not None:
            made.set("PC", f"{page.confidence:.4f}")
        space = _add(made, "PrintSpace", ID=f"P{page.number}_PS", **self._place(box_of(printed.words)))
        for count, block in enumerate(printed.blocks, 1):
            self._block(space, block, f"P{page.number}_B{count}")

    def _block(self, parent: Element, block: Block, name: str) -> None:
        box = box_of(word for line in block for word in line)
        made = _add(parent, "TextBlock", ID=name, **self._place(box))
        for line in block:
            self._line(made, line)

    def _line(self, parent: Element, line: Line) -> None:
        self._lines += 1
        name = f"P{self._page.number}_L{self._lines}"
        made = _add(parent, "TextLine", ID=name, **self._place(box_of(line)))
        before: Printed | None = None
        for word in line:
            if before and word.gap:
                _add(made, "SP", **self._place(_between(before.box, word.box)))
            self._string(made, word)
            before = word
        if before and before.cut and before.cut.hyphen:
            _add(made, "HYP", CONTENT=before.cut.hyphen, **self._place(before.cut.hyphen_box))

    def _string(self, parent: Element, word: Printed) -> None:
        name = word_id(self._page.number, word)
        made = _add(parent, "String", ID=name, CONTENT=word.text, **self._place(word.box))
        if word.confidence is not None:
            made.set("WC", f"{word.confidence:.4f}")
        if word.cut:
            made.set("SUBS_TYPE", "HypPart1" if word.cut.half is Half.FIRST else "HypPart2")
            made.set("SUBS_CONTENT", clean(word.cut.whole))
        if word.is_repaired:
            _add(made, "ALTERNATIVE", word.read, PURPOSE="as read")

    def _place(self, box: Box | None) -> dict[str, str]:
        if box is None:
            return {}
        edges = {"HPOS": box.x0, "VPOS": box.y0, "WIDTH": box.width, "HEIGHT": box.height}
        return {name: number(value * self._scale) for name, value in edges.items()}


def _between(left: Box | None, right: Box | None) -> Box | None:
    """The white between two words of a line that stand one after the other from the left."""
    if left is None or right is None or right.x0 < left.x1:
        return None
    return Box(left.x1, max(left.y0, right.y0), right.x0, max(left.y0, right.y0, min(left.y1, right.y1)))
