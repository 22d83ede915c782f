"""Documents that are text already: a page of words for each page of it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from ingest.files import shown
from ingest.mail import eml, msg
from ingest.office import doc, html, rtf
from ingest.office.docx import read as docx
from ingest.office.odt import read as odt
from ingest.office.sheets import Written
from ingest.plain import words_of
from models.page import Origin, Page
from models.settings import ReadingSettings
from models.source import MediaType, Source

_Read = Callable[[Path, str, ReadingSettings], Written]
_READERS: dict[MediaType, _Read] = {
    MediaType.DOC: doc.read,
    MediaType.DOCX: docx.read,
    MediaType.EML: eml.read,
    MediaType.HTML: html.read,
    MediaType.MSG: msg.read,
    MediaType.ODT: odt.read,
    MediaType.RTF: rtf.read,
}
KINDS = frozenset(_READERS)
"""The kinds of file that are read here."""


def count_pages(source: Source, settings: ReadingSettings) -> int:
    """How many pages the document has, by its own breaks."""
    return len(_written(source, settings).pages)


def read_page(source: Source, number: int, settings: ReadingSettings) -> Page:
    """Page `number` (from 1)."""
    written = _written(source, settings)
    findings = written.findings if number == 1 else ()
    words = words_of(written.pages[number - 1])
    return Page(number, words, Origin.TEXT, steps=written.steps, findings=findings)


_LAST: dict[tuple[Source, str], Written] = {}
"""The document that was read last in this process: kept while its pages are asked for one by one."""


def _written(source: Source, settings: ReadingSettings) -> Written:
    key = (source, settings.model_dump_json())
    if key not in _LAST:
        written = _READERS[source.media_type](source.file, shown(source.path), settings)
        _LAST.clear()
        _LAST[key] = written
    return _LAST[key]
