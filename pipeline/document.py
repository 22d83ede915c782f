"""The way of one document, from its pages to its records."""

from __future__ import annotations

from datetime import UTC, datetime
from importlib.metadata import version

from ingest.reader import Reader
from models.finding import Finding
from models.outcome import Outcome
from models.page import Page
from models.record import Record
from models.settings import Settings
from models.source import Source
from pipeline.check import check
from pipeline.extract.provenance import Provenance
from pipeline.extract.record import extract
from pipeline.repair import repair
from pipeline.structure.outline import outline
from pipeline.text import join


def read_document(source: Source, reader: Reader, settings: Settings) -> Outcome:
    """Read, repair, outline, extract and check one file."""
    pages = tuple(reader.pages(source))
    text = join(pages)
    repaired = repair(text, settings.repair)
    parts = outline(repaired.text)
    provenance = _provenance(source, pages, repaired.findings, settings)
    records: tuple[Record, ...] = ()
    for part in parts:
        records += (check(extract(part, provenance, records)),)
    return Outcome(source, records)


def _provenance(
    source: Source, pages: tuple[Page, ...], repairs: tuple[Finding, ...], settings: Settings
) -> Provenance:
    engines = {page.engine.name: page.engine.version for page in pages if page.engine}
    findings = (*(finding for page in pages for finding in page.findings), *repairs)
    return Provenance(
        source,
        pages,
        findings,
        version("justerat"),
        settings.digest(),
        tuple(sorted({**engines, "spacy": version("spacy")}.items())),
        datetime.now(UTC).replace(microsecond=0),
    )
