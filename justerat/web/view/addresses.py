"""Addresses of pages that answer a query."""

from __future__ import annotations

from urllib.parse import urlencode

from archive.facet import Value
from archive.search.query import quoted


def address(path: str, q: str, **more: str | None) -> str:
    """The page that answers this query; what is empty is left out."""
    parts = {"q": q, **more}
    return f"{path}?{urlencode({name: part for name, part in parts.items() if part})}"


def narrowed(q: str, name: str, value: Value) -> str:
    """The query, narrowed to a value of a facet."""
    clause = f"from:{value.value} to:{value.value}" if name == "year" else f"{name}:{quoted(value.value)}"
    return f"{q} {clause}".strip()
