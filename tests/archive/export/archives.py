"""Archives whose documents stand on pages that can be exported."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from pathlib import Path

from archive.folder import Archive
from archive.jobs import Making
from archive.packing import pack_page
from models.outcome import Outcome
from models.page import Page
from models.record import PartOf, Record, RecordEdit
from models.source import MediaType, Source
from models.text import Text
from tests.archive.records import record_of

READING = "r"


def keep(archive: Archive, path: Path, kind: MediaType, pages: Sequence[Page], parts: Sequence[Text]) -> str:
    """Keep a file of these pages with a record for each part of its text; its SHA-256."""
    content = path.read_bytes()
    source = Source(path, hashlib.sha256(content).hexdigest(), len(content), kind)
    version = "1"
    archive.jobs.queue([path])
    archive.jobs.start(path, source.sha256, Making("s", version))
    kept = archive.read_pages(READING, version)
    kept.put(source.sha256, {page.number: pack_page(page) for page in pages if page.words})
    records = (record_for(source, n, len(parts), len(pages), text) for n, text in enumerate(parts, 1))
    archive.put(Outcome(source, tuple(records)))
    return source.sha256


def record_for(source: Source, part: int, of: int, pages: int, text: Text) -> Record:
    """The record of one part of a file's text, with the edits that lead back to what was read."""
    numbers = [page.number for page in text.pages]
    spans = [text.span_of(n) for n in range(len(text.edits))]
    edits = tuple(
        RecordEdit(start=start, end=end, raw=text.raw[edit.start : edit.end], reason="test", confidence=0.9)
        for edit, (start, end) in zip(text.edits, spans, strict=True)
    )
    made = record_of(source, part, of, ("",) * pages)
    place = PartOf(number=part, of=of, page_from=min(numbers), page_to=max(numbers))
    return made.model_copy(update={"text": text.content, "edits": edits, "part": place})
