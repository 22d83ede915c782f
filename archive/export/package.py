"""What a folder of CSV files holds, for programs: a Data Package with a Table Schema for each file.

Data Package and Table Schema 1.0 (specs.frictionlessdata.io), which version 2 of 2024 still reads.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

from sqlalchemy import Column, Table

from archive.export import columns
from archive.export.beside import beside
from archive.export.flat import TABLES, flat

Json = str | int | bool | list["Json"] | dict[str, "Json"]
NAME = "datapackage.json"
_TYPES: dict[type, dict[str, Json]] = {
    bool: {"type": "boolean", "trueValues": ["1"], "falseValues": ["0"]},
    int: {"type": "integer"},
    float: {"type": "number"},
}


def write_package(folder: Path, rows: Mapping[str, int]) -> Path:
    """Write the description beside the tables, with the number of rows of each; where it is."""
    path = folder / NAME
    with beside(path) as part:
        part.write_text(json.dumps(_package(rows), ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
    return path


def _package(rows: Mapping[str, int]) -> dict[str, Json]:
    return {
        "profile": "tabular-data-package",
        "name": "justerat",
        "title": "Council documents as tables",
        "resources": [_resource(table, rows[table.name]) for table in TABLES],
    }


def _resource(table: Table, rows: int) -> dict[str, Json]:
    title, description = columns.TABLES[table.name]
    return {
        "profile": "tabular-data-resource",
        "name": table.name,
        "path": f"{table.name}.csv",
        "title": title,
        "description": description,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "dialect": {"delimiter": ";", "lineTerminator": "\r\n", "doubleQuote": True, "header": True},
        "rows": rows,
        "schema": _schema(flat(table)),
    }


def _schema(table: Table) -> dict[str, Json]:
    schema: dict[str, Json] = {
        "fields": [_field(table, column) for column in table.c],
        "primaryKey": "id",
        "missingValues": [""],
    }
    foreign: list[Json] = [
        {
            "fields": column.name,
            "reference": {"resource": key.column.table.name, "fields": key.column.name},
        }
        for column in table.c
        for key in column.foreign_keys
    ]
    if foreign:
        schema["foreignKeys"] = foreign
    return schema


def _field(table: Table, column: Column[object]) -> dict[str, Json]:
    told = columns.told(table.name, column.name)
    field: dict[str, Json] = {
        "name": column.name,
        "type": "string",
        "description": f"{told.description} ({told.unit})" if told.unit else told.description,
    }
    kind = column.type.python_type
    if kind is str:
        # An empty text and none look the same in CSV, so that none of the texts is promised.
        return field
    field |= _TYPES[kind]
    if not column.nullable:
        field["constraints"] = {"required": True}
    return field
