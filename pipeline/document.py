"""The way of one document, from its pages to its records."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from functools import cache
from importlib.metadata import version

from ingest.reader import Reader
from models.finding import Finding
from models.outcome import Outcome
from models.page import Page, Sheet
from models.record import Record
from models.settings import Settings
from models.source import Source
from pipeline.check import check
from pipeline.extract.provenance import Provenance
from pipeline.extract.record import extract
from pipeline.repair import repair
from pipeline.structure.outline import outline
from pipeline.text import join

_installed = cache(version)
"""The version of a package, which is looked for on disk; none changes while a process goes on."""


def read_document(source: Source, reader: Reader, settings: Settings) -> Outcome:
    """Read, repair, outline, extract and check one file."""
    sheets: list[Sheet] = []
    text = join(_noted(reader.pages(source), sheets))
    repaired = repair(text, settings.repair)
    parts = outline(repaired.text)
    provenance = _provenance(source, tuple(sheets), repaired.findings, settings)
    records: tuple[Record, ...] = ()
    for part in parts:
        records += (check(extract(part, provenance, records)),)
    return Outcome(source, records)


def _noted(pages: Iterable[Page], sheets: list[Sheet]) -> Iterator[Page]:
    """The pages as they come, the sheet of each noted, so that the words of no two are in memory at once."""
    for page in pages:
        sheets.append(page.sheet)
        yield page


def _provenance(
    source: Source, sheets: tuple[Sheet, ...], repairs: tuple[Finding, ...], settings: Settings
) -> Provenance:
    engines = {sheet.engine.name: sheet.engine.version for sheet in sheets if sheet.engine}
    findings = (*(finding for sheet in sheets for finding in sheet.findings), *repairs)
    return Provenance(
        source,
        sheets,
        findings,
        _installed("justerat"),
        settings.digest(),
        tuple(sorted({**engines, "spacy": _installed("spacy")}.items())),
        datetime.now(UTC).replace(microsecond=0),
    )
