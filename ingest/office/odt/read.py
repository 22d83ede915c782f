"""An ODT file as pages of text."""

from __future__ import annotations

from pathlib import Path
from zipfile import ZipFile

from ingest.office.odt.body import Body
from ingest.office.odt.styles import Styles
from ingest.office.sheets import Written
from ingest.office.xml import Element, attribute, bare, child, parse
from ingest.unpack import zips
from models.errors import InputDamaged, InputEncrypted
from models.settings import ReadingSettings

_STEPS = ("odt: changes accepted, pages by breaks",)


def read(file: Path, name: str, settings: ReadingSettings) -> Written:
    """The document as text; an `InputError` where it breaks its format's rules, is locked or too large."""
    with zips.opened(file, name, settings) as archive:
        if "META-INF/manifest.xml" in archive.namelist():
            listed = zips.content(archive, "META-INF/manifest.xml", settings.max_inner_bytes, name)
            if b"encryption-data" in listed:
                raise InputEncrypted(f"{name} can't be opened without its password; save it without one.")
        content = _root(archive, "content.xml", name, settings)
        styles = _root(archive, "styles.xml", name, settings) if "styles.xml" in archive.namelist() else None
    text = child(content, "body", "text")
    if text is None:
        raise InputDamaged(f"{name} holds no text where an ODT document does; open and save it anew.")
    return Written(_pages(text, Styles(*(one for one in (styles, content) if one is not None))), _STEPS)


def _root(archive: ZipFile, part: str, name: str, settings: ReadingSettings) -> Element:
    return parse(zips.content(archive, part, settings.max_inner_bytes, name), name)


def _pages(text: Element, styles: Styles) -> tuple[str, ...]:
    setter = Body(styles)
    first = next((one for one in text.iter() if bare(one) in {"p", "h"}), None)
    setter.begin(styles.look(attribute(first, "style-name")).master or styles.standard)
    setter.blocks(text)
    setter.sheets.add(setter.ends, apart=True)
    return setter.sheets.pages()
