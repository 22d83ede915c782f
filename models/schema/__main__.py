"""`python -m models.schema` writes the published schema anew."""

from __future__ import annotations

from models.schema import PATH, record_schema

PATH.write_text(record_schema(), encoding="utf-8")
