"""Records that were kept in files."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from models.record import Record


def stored(folder: Path) -> Iterator[Record]:
    """The records of every file (*.json, or *.jsonl with one a line); other JSON is passed over."""
    for file in sorted(folder.rglob("*.json*")):
        text = file.read_text("utf-8")
        for chunk in text.splitlines() if file.suffix == ".jsonl" else [text]:
            if chunk.strip() and _is_record(json.loads(chunk)):
                yield Record.model_validate_json(chunk)


def _is_record(loaded: object) -> bool:
    return isinstance(loaded, dict) and "schema_version" in loaded and "source" in loaded
