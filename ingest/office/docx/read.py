"""A DOCX file as pages of text."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from ingest.office.docx.body import Body, Notes
from ingest.office.docx.numbers import Numbers
from ingest.office.docx.package import Package
from ingest.office.docx.styles import Styles, is_on
from ingest.office.sheets import Written
from ingest.office.xml import Element, attribute, bare, child, children
from ingest.unpack import zips
from models.errors import InputDamaged
from models.settings import ReadingSettings

_STEPS = ("docx: changes accepted, pages by breaks",)
_ON_PAGE = frozenset({"continuous", "nextColumn"})
_MARKS_OF_NOTES = frozenset({"separator", "continuationSeparator", "continuationNotice"})


def read(file: Path, name: str, settings: ReadingSettings) -> Written:
    """The document as text; an `InputError` where it breaks its format's rules or is too large."""
    with zips.opened(file, name, settings) as archive:
        package = Package(archive, name, settings.max_inner_bytes)
        body = child(package.root(package.main), "body")
        if body is None:
            raise InputDamaged(f"{name} holds no text where a Word document does; open and save it anew.")
        return Written(_pages(package, body), _STEPS)


def _pages(package: Package, body: Element) -> tuple[str, ...]:
    styles = Styles(package.related("styles"))
    numbers = Numbers(package.related("numbering"), styles.list_of)
    setter = Body(styles, numbers, Notes(dict(_notes(package))))
    margins = _Margins(package, setter)
    sections = [one for one in body.iter() if bare(one) == "sectPr" and _ends_section(one)]
    for number, (section, blocks) in enumerate(zip(sections, _sections(body), strict=False)):
        if number and attribute(child(section, "type"), "val") not in _ON_PAGE:
            setter.sheets.turn()
        margins.set(section)
        for block in blocks:
            setter.block(block)
    if not sections:
        setter.blocks(body)
    setter.sheets.add(setter.ends, apart=True)
    return setter.sheets.pages()


def _ends_section(properties: Element) -> bool:
    """Whether these are the properties of a section now, and not those that a change has replaced."""
    above = properties.getparent()
    return above is not None and bare(above) in {"body", "pPr"}


def _sections(body: Element) -> Iterator[list[Element]]:
    """The blocks of each section: its properties stand in its last paragraph, of the last in the body."""
    blocks: list[Element] = []
    for block in body:
        blocks.append(block)
        if any(bare(one) == "sectPr" and _ends_section(one) for one in block.iter()):
            yield blocks
            blocks = []
    yield blocks


class _Margins:
    """The heads and feet of sections, each text set once."""

    def __init__(self, package: Package, setter: Body) -> None:
        self._package, self._setter = package, setter
        self._parts = package.headers()
        self._both_sides = is_on(child(package.related("settings"), "evenAndOddHeaders"))

    def set(self, section: Element) -> None:
        """Have the section's heads and feet set, the first page's own first."""
        wanted = ["first"] if is_on(child(section, "titlePg")) else []
        wanted += ["default", "even"] if self._both_sides else ["default"]
        for side in wanted:
            for one in children(section, "headerReference", "footerReference"):
                part = self._parts.get(attribute(one, "id"))
                if part and attribute(one, "type", "default") == side:
                    lines = self._setter.lines(self._package.root(part))
                    sheets = self._setter.sheets
                    (sheets.head if bare(one) == "headerReference" else sheets.foot)(lines)


def _notes(package: Package) -> Iterator[tuple[tuple[str, str], Element]]:
    for kind in ("footnote", "endnote"):
        for one in children(package.related(f"{kind}s"), kind):
            if attribute(one, "type") not in _MARKS_OF_NOTES:
                yield (kind, attribute(one, "id")), one
