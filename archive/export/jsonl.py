"""Records as JSON Lines: one record a line, by id."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from models.record import Record


def lines(records: Iterable[Record]) -> Iterator[str]:
    """Each record on a line of its own, with its line feed."""
    for record in records:
        yield record.model_dump_json() + "\n"


def write_lines(records: Iterable[Record], path: Path) -> int:
    """Write the records to a file, whole or not at all; how many there were."""
    beside = path.with_name(f".{path.name}.part")
    count = 0
    with beside.open("w", encoding="utf-8", newline="\n") as file:
        for line in lines(records):
            file.write(line)
            count += 1
    beside.replace(path)
    return count
