"""The table of corrections: rows are added and read, never changed."""

from __future__ import annotations

import json
from collections.abc import Iterator

from sqlalchemy import Connection, func, insert, select

from archive.tables import CORRECTIONS
from models.correction import Correction

_AT_ONCE = 500


def corrections_of(connection: Connection, document: str) -> list[Correction]:
    """Everything that was said of a document, in order; also of one that is not there just now."""
    asked = select(CORRECTIONS.c.content).where(CORRECTIONS.c.document == document)
    found = connection.scalars(asked.order_by(CORRECTIONS.c.number))
    return [Correction.model_validate_json(content) for content in found]


def all_corrections(connection: Connection) -> Iterator[Correction]:
    """Everything that was ever said, in order."""
    asked = select(CORRECTIONS.c.content).order_by(CORRECTIONS.c.number)
    for content in connection.scalars(asked.execution_options(yield_per=_AT_ONCE)):
        yield Correction.model_validate_json(content)


def next_number(connection: Connection) -> int:
    """The number of the correction that this transaction adds."""
    return (connection.scalar(select(func.max(CORRECTIONS.c.number))) or 0) + 1


def add(connection: Connection, one: Correction) -> None:
    """Keep a correction."""
    row = {
        "number": one.number, "document": one.document, "sha256": one.sha256, "page": one.page,
        "field": one.field, "act": one.act.value, "root": one.root, "undoes": one.undoes, "by": one.by,
        "at": one.at, "before": json.dumps(one.before, ensure_ascii=False),
        "after": json.dumps(one.after, ensure_ascii=False), "change": one.change,
        "content": one.model_dump_json(),
    }  # fmt: skip
    connection.execute(insert(CORRECTIONS).values(row))
