"""Records as JSON Lines: one record a line, by id."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from archive.export.beside import beside
from models.record import Record


def lines(records: Iterable[Record]) -> Iterator[str]:
    """Each record on a line of its own, with its line feed."""
    for record in records:
        yield record.model_dump_json() + "\n"


def write_lines(made: Iterable[str], path: Path) -> int:
    """Write the lines to a file, whole or not at all; how many there were."""
    count = 0
    with beside(path) as part, part.open("w", encoding="utf-8", newline="\n") as file:
        for line in made:
            file.write(line)
            count += 1
    return count
