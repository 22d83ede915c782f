"""The small tables that lie beside the modules of this folder: tab-separated, one head line, UTF-8."""

from __future__ import annotations

import csv
from importlib.resources import files


def rows_of(name: str) -> tuple[dict[str, str], ...]:
    """The rows of the table `name`.tsv, each by the names of its head line."""
    text = files("models.swedish").joinpath(f"{name}.tsv").read_text("utf-8")
    return tuple(csv.DictReader(text.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE))
