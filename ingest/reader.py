"""The seam between files and pages."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol

from models.page import Page
from models.source import Source


class Reader(Protocol):
    """Whatever gives the pages of a source."""

    def pages(self, source: Source) -> Iterator[Page]:
        """The pages in order, from 1; every page of the file is there, also one that could not be read."""
        ...
