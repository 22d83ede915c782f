"""Tellings as rows of the tables, and back."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from pydantic import TypeAdapter
from sqlalchemy import Table

from archive.database import fold
from archive.matters.told import tellings
from archive.tables import TOLD, TOLD_NUMBERS, Row
from models.record import Record
from models.way import Stated, Told

_TOLD = TypeAdapter(Told)
_UNIT = re.compile(r" (?:kommun|stad)$")


def matter_rows(record: Record) -> Iterator[tuple[Table, list[Row]]]:
    """The rows of what a record tells of matters."""
    municipality = municipality_key(record.municipality.name if record.municipality else None)
    told = tellings(record)
    yield TOLD, [_row(record.id, municipality, one) for one in told]
    yield (
        TOLD_NUMBERS,
        [
            {
                "document": record.id,
                "position": one.position,
                "municipality": municipality,
                "registry": number.registry,
                "year": number.year,
                "number": number.number,
            }
            for one in told
            for number in one.numbers
        ],
    )


def municipality_key(name: str | None) -> str:
    """A municipality as it is compared; "" where none is known."""
    return _UNIT.sub("", fold(name) or "")


def stated(document: str, content: str) -> Stated:
    """A telling again, as it stands in a record."""
    return Stated(document, _TOLD.validate_json(content))


def _row(document: str, municipality: str, told: Told) -> Row:
    return {
        "document": document,
        "position": told.position,
        "telling": told.telling.value,
        "by": told.by,
        "municipality": municipality,
        "organ": told.organ.name if told.organ else None,
        "year": told.year,
        "paragraph": told.paragraph,
        "body": told.body,
        "date": told.date,
        "kind": told.kind.value if told.kind else None,
        "act": told.act.value,
        "title": unicodedata.normalize("NFC", told.title) if told.title else None,
        "page": told.page,
        "content": _TOLD.dump_json(told, exclude_defaults=True).decode(),
    }
