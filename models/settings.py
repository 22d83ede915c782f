"""What the user may choose; its digest stands in every record that was made with it."""

from __future__ import annotations

import hashlib

from pydantic import Field

from models.mention import Frozen


class ReadingSettings(Frozen):
    """How pages become words."""

    models: tuple[str, ...] = ("Latin", "swe")
    """Tesseract models: the first reads a page, the others are asked about words that may be wrong."""
    dpi: int = Field(default=300, ge=70, le=600)
    """Dots an inch at which PDF pages without a good text layer are drawn."""
    page_seconds: int = Field(default=120, ge=1)
    """After so many seconds the reading of a page is stopped."""
    max_pixels: int = Field(default=120_000_000, ge=1)
    """An image of more pixels is refused before it is unpacked (A0 at 300 dpi has 139 million)."""
    max_bytes: int = Field(default=2_000_000_000, ge=1)
    """A larger file is refused."""
    max_pages: int = Field(default=5_000, ge=1)
    """A file of more pages is refused."""
    max_members: int = Field(default=10_000, ge=1)
    """An archive or e-mail of more files, those in archives in it counted too, is refused."""
    max_unpacked_bytes: int = Field(default=10_000_000_000, ge=1)
    """One that unpacks to more bytes in all is refused; a single file in it may have `max_bytes`."""
    max_ratio: int = Field(default=200, ge=1)
    """One that unpacks to so many times its size is refused, where that is over 10 MB."""
    max_depth: int = Field(default=3, ge=0)
    """Archives and e-mails may lie so deep in one another; those that lie deeper are refused."""
    max_inner_bytes: int = Field(default=100_000_000, ge=1)
    """What is read into memory whole (text of an office document, a web page, an e-mail) may have so many."""


class RepairSettings(Frozen):
    """How readily read words are mended."""

    enabled: bool = True
    threshold: float = Field(default=0.5, ge=0, le=1)
    """An edit that is less sure than this becomes a finding for the reviewer instead."""
    words: tuple[str, ...] = ()
    """The archive's own words, which reviewers have read on the page. They are evidence and no choice: what
    is read from then on is repaired by them, and nothing is made anew for them."""


class WorkSettings(Frozen):
    """How the work is shared out and when it is given up; no record that is made depends on it."""

    batch_pages: int = Field(default=4, ge=1, le=64)
    """So many page images at most are read as one piece of work, so that models are loaded once for them."""
    worker_mb: int = Field(default=1_500, ge=300)
    """Memory in MB that a process may take, and each program that it starts; who needs more is stopped."""
    most_unread: float = Field(default=0.5, ge=0, le=1)
    """A file of which a larger share of the pages could not be read has failed."""


class Settings(Frozen):
    """Everything that the user may choose."""

    reading: ReadingSettings = ReadingSettings()
    repair: RepairSettings = RepairSettings()
    work: WorkSettings = WorkSettings()

    def digest(self) -> str:
        """Twelve hex digits over what changes a record: the same settings always give the same digest."""
        return _digest(self, without={"work": True, "repair": {"words"}})

    def reading_digest(self) -> str:
        """The same over what decides how pages are read: pages are read again only where this changes."""
        return _digest(self.reading)


def _digest(model: Frozen, without: dict[str, bool | set[str]] | None = None) -> str:
    return hashlib.sha256(model.model_dump_json(exclude=without).encode()).hexdigest()[:12]
