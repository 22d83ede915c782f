"""A record as rows of the tables."""

from __future__ import annotations

import unicodedata
import zlib
from collections.abc import Iterable, Iterator

from pydantic import BaseModel
from sqlalchemy import Connection, Table, delete, insert, select

from archive.edtf import bounds
from archive.matters.rows import matter_rows
from archive.search import index
from archive.tables import (
    ADDRESSEES,
    AMOUNTS,
    DATES,
    DECISIONS,
    DNR,
    DOCUMENTS,
    FINDINGS,
    ITEMS,
    PAGES,
    PARAGRAPHS,
    PEOPLE,
    TOLD,
    TOLD_NUMBERS,
    Row,
    Value,
)
from models.matter import Decision, Item
from models.record import Record
from models.text import PAGE_BREAK
from models.vocabulary import ParagraphKind

_MATTERS, _INDEX = "0003", "0007"
"""The steps from which on an archive has the tables of matters, and what the search index holds now.

(No step made the latter: the index of 0006 lacks doubts and measures, and the next one fills it anew.)
"""
_AT_ONCE = 100
"""So many records are held in memory while all are gone through."""
LIST_SEPARATOR = " | "
"""What parts the values of a list that stands in one column."""


def insert_record(connection: Connection, record: Record, original: Record) -> None:
    """Put all rows of a record that is not there; `original` is the one that the program made of it."""
    kept = {"original": None if record is original else pack(original)}
    connection.execute(insert(DOCUMENTS).values(document_row(record) | kept))
    for table, values in [(PAGES, page_rows(record)), *part_rows(record)]:
        if values:
            connection.execute(insert(table), values)


def document_row(record: Record) -> Row:
    """The row of `documents`, with the packed record itself."""
    start, end = _days(record)
    first, last = _paragraph_range(record)
    return {
        "id": record.id,
        "source": record.source.sha256,
        "part": record.part.number,
        "page_from": record.part.page_from,
        "page_to": record.part.page_to,
        "kind": record.kind.value,
        "title": record.title,
        "municipality": record.municipality.name if record.municipality else None,
        "municipality_code": record.municipality.code if record.municipality else None,
        "body": record.body,
        "date": record.date,
        "date_start": start,
        "date_end": end,
        "paragraph_from": first,
        "paragraph_to": last,
        "status": record.quality.status.value,
        "confidence": record.quality.confidence,
        "version": record.pipeline.version,
        "settings": record.pipeline.settings,
        "processed_at": record.pipeline.processed_at.isoformat(),
        "record": pack(record),
    }


def page_rows(record: Record) -> list[Row]:
    """The rows of `pages`, each with its text; nothing of the text is left out of the last one."""
    text = unicodedata.normalize("NFC", record.text)
    texts = text.split(PAGE_BREAK, max(len(record.pages) - 1, 0))
    texts += [""] * (len(record.pages) - len(texts))
    return [
        {"document": record.id, **_plain(page), "text": text}
        for page, text in zip(record.pages, texts, strict=False)
    ]


def part_rows(record: Record) -> Iterator[tuple[Table, list[Row]]]:
    """Each table of things that a document holds, with its rows."""
    yield ITEMS, _numbered(record, ITEMS, (_item(item) for item in record.items))
    yield DECISIONS, _numbered(record, DECISIONS, (_decision(decision) for decision in record.decisions))
    yield AMOUNTS, _numbered(record, AMOUNTS, (row for one in record.decisions for row in _amounts(one)))
    turned = (_of(one, addressee) for one in record.decisions for addressee in one.addressees)
    yield ADDRESSEES, _numbered(record, ADDRESSEES, turned)
    yield PEOPLE, _numbered(record, PEOPLE, (_plain(person) for person in record.people))
    yield DNR, _numbered(record, DNR, (_plain(dnr) for dnr in record.dnr))
    yield DATES, _numbered(record, DATES, (_plain(date) for date in record.dates))
    yield PARAGRAPHS, _numbered(record, PARAGRAPHS, (_plain(paragraph) for paragraph in record.paragraphs))
    yield FINDINGS, _numbered(record, FINDINGS, (_plain(finding) for finding in record.findings))
    yield from matter_rows(record)


def pack(record: Record) -> bytes:
    """The record as JSON, packed."""
    return zlib.compress(record.model_dump_json().encode())


def unpack(content: bytes) -> Record:
    """The record again."""
    return Record.model_validate_json(zlib.decompress(content))


def refill(connection: Connection, before: str) -> None:
    """Make anew from the records what an archive whose last step was `before` lacks: matters, the index."""
    if before < _MATTERS:
        for table in (TOLD_NUMBERS, TOLD):
            connection.execute(delete(table))
    if before < _INDEX:
        index.clear(connection)
        for records in _in_groups(connection):
            if before < _MATTERS:
                _put_matters(connection, records)
            index.put(connection, records)


def _put_matters(connection: Connection, records: Iterable[Record]) -> None:
    for record in records:
        for table, values in matter_rows(record):
            if values:
                connection.execute(insert(table), values)


def _in_groups(connection: Connection) -> Iterator[list[Record]]:
    """Every record by id, some at a time."""
    ids = list(connection.scalars(select(DOCUMENTS.c.id).order_by(DOCUMENTS.c.id)))
    for low in range(0, len(ids), _AT_ONCE):
        asked = select(DOCUMENTS.c.record).where(DOCUMENTS.c.id.in_(ids[low : low + _AT_ONCE]))
        packed = connection.scalars(asked.order_by(DOCUMENTS.c.id)).all()
        yield [unpack(content) for content in packed]


def _numbered(record: Record, table: Table, rows: Iterable[Row]) -> list[Row]:
    return [
        {"id": f"{record.id}/{table.name}/{position}", "document": record.id, "position": position, **row}
        for position, row in enumerate(rows, 1)
    ]


def _plain(model: BaseModel) -> Row:
    """A flat model's fields by name: closed lists as their values, lists of words as one column."""
    return {name: _column(value) for name, value in model.model_dump(mode="json", exclude={"places"}).items()}


def _column(value: Value | list[str]) -> Value:
    return LIST_SEPARATOR.join(value) if isinstance(value, list) else value


def _item(item: Item) -> Row:
    return {
        "paragraph": item.paragraph,
        "heading": item.heading,
        "dnr": LIST_SEPARATOR.join(item.dnr),
        "summary": item.summary,
        "vote_method": item.vote.method.value if item.vote else None,
        "vote_yes": item.vote.yes if item.vote else None,
        "vote_no": item.vote.no if item.vote else None,
        "immediate": item.immediate,
    }


def _decision(decision: Decision) -> Row:
    return {
        "decision": decision.id,
        "paragraph": decision.paragraph,
        "body": decision.body,
        "date": decision.date,
        "dnr": decision.dnr,
        "status": decision.status.value,
        "outcome": decision.outcome.value,
        "text": decision.text,
    }


def _amounts(decision: Decision) -> Iterator[Row]:
    """The decision's amounts as numbers, to count with; the record has them exact."""
    for amount in decision.amounts:
        to = None if amount.value_to is None else float(amount.value_to)
        yield {**_of(decision, amount), "value": float(amount.value), "value_to": to}


def _of(decision: Decision, named: BaseModel) -> Row:
    return {"decision": decision.id, **_plain(named)}


def _days(record: Record) -> tuple[str | None, str | None]:
    """The first and last day of the document: of its date, else of the window it is known to lie in."""
    for date in record.dates:
        if date.value == record.date and date.start and date.end:
            return date.start, date.end
    known = bounds(record.date)
    return known or (record.not_before, record.not_after)


def _paragraph_range(record: Record) -> tuple[int | None, int | None]:
    """The § that the document minutes, from the first to the last."""
    own = [paragraph for paragraph in record.paragraphs if paragraph.kind is ParagraphKind.MINUTED]
    first = min((paragraph.number for paragraph in own), default=None)
    return first, max((paragraph.number_to or paragraph.number for paragraph in own), default=None)
