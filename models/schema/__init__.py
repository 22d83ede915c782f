"""The record's contract as JSON Schema, made from the typed model."""

from __future__ import annotations

import json
from pathlib import Path

from pydantic.json_schema import GenerateJsonSchema

from models.record import SCHEMA_VERSION, Record

PATH = Path(__file__).with_name("record.schema.json")
"""Where the published schema stands; `python -m models.schema` writes it."""


def record_schema() -> str:
    """The schema of a record as JSON text: every field is there in every record, and no other."""
    body = Record.model_json_schema(mode="serialization")
    body["title"] = f"justerat record {SCHEMA_VERSION}"
    head = {"$schema": GenerateJsonSchema.schema_dialect}
    return json.dumps(head | body, ensure_ascii=False, indent=2) + "\n"
