"""Where a record comes from: the file, its pages, and what read them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from models.finding import Finding
from models.page import Sheet
from models.source import Source


@dataclass(frozen=True, slots=True)
class Provenance:
    """A source with its pages as read, what was found amiss so far, and what the run was made with.

    `settings` is the digest of the settings; `processed_at` carries its time zone.
    """

    source: Source
    sheets: tuple[Sheet, ...]
    findings: tuple[Finding, ...]
    version: str
    settings: str
    engines: tuple[tuple[str, str], ...]
    processed_at: datetime
