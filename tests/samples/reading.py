"""The records of the samples, each file read once a test run."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import chain

from ingest.files import open_source
from ingest.reader import FileReader, ListReader
from models.mention import Place
from models.page import Page
from models.record import Record
from models.settings import Settings
from pipeline.document import read_document
from samples import FOLDER


@cache
def pages(name: str) -> tuple[Page, ...]:
    """The pages of one sample as read."""
    settings = Settings().reading
    return tuple(FileReader(settings).pages(open_source(FOLDER / name, settings)))


@cache
def records(name: str) -> tuple[Record, ...]:
    """The records of one sample; its path as it would be given from the repository's root."""
    source = open_source(FOLDER / name, Settings().reading)
    return tuple(
        record.model_copy(update={"source": record.source.model_copy(update={"path": f"samples/{name}"})})
        for record in read_document(source, ListReader(pages(name)), Settings()).records
    )


def places(record: Record) -> Iterator[Place]:
    """Every place that the record points at."""
    attendance = record.meeting.attendance if record.meeting else ()
    groups: list[tuple[Place, ...]] = [
        *(dnr.places for dnr in record.dnr),
        *(date.places for date in record.dates),
        *(paragraph.places for paragraph in record.paragraphs),
        *(person.places for person in record.people),
        *(organisation.places for organisation in record.organisations),
        *(item.places for item in record.items),
        *(decision.places for decision in record.decisions),
        *(person.places for person in attendance),
    ]
    return chain.from_iterable(groups)


def undone(record: Record, start: int, end: int) -> str:
    """`text[start:end]` with the edits that it touches undone: what was read there."""
    pieces: list[str] = []
    at = start
    for edit in sorted(record.edits, key=lambda edit: edit.start):
        if edit.start < end and edit.end > start:
            pieces += [record.text[at : max(at, edit.start)], edit.raw]
            at = edit.end
    return "".join([*pieces, record.text[at:end]])
