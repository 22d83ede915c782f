"""What the user may choose; its digest stands in every record that was made with it."""

from __future__ import annotations

import hashlib

from pydantic import Field

from models.mention import Frozen


class ReadingSettings(Frozen):
    """How pages become words."""

    models: tuple[str, ...] = ("Latin", "swe")
    """Tesseract models: the first reads a page, the others are asked about words that it may have got wrong."""
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


class RepairSettings(Frozen):
    """How readily read words are mended."""

    enabled: bool = True
    threshold: float = Field(default=0.8, ge=0, le=1)
    """An edit that is less sure than this becomes a finding for the reviewer instead."""


class Settings(Frozen):
    """Everything that changes what a record holds."""

    reading: ReadingSettings = ReadingSettings()
    repair: RepairSettings = RepairSettings()

    def digest(self) -> str:
        """Twelve hex digits over all settings: the same settings always give the same digest."""
        return _digest(self)

    def reading_digest(self) -> str:
        """The same over what decides how pages are read: pages are read again only where this changes."""
        return _digest(self.reading)


def _digest(model: Frozen) -> str:
    return hashlib.sha256(model.model_dump_json().encode()).hexdigest()[:12]
