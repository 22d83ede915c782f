"""The small tables that lie beside the modules of this folder: tab-separated, one head line, UTF-8."""

from __future__ import annotations

from functools import cache
from importlib.resources import files


@cache
def rows_of(name: str) -> tuple[dict[str, str], ...]:
    """The rows of the table `name`.tsv, each by the names of its head line."""
    text = files("models.swedish").joinpath(f"{name}.tsv").read_text("utf-8")
    head, *lines = (line.split("\t") for line in text.splitlines() if line)
    return tuple(dict(zip(head, line, strict=True)) for line in lines)
