"""One file that was given to the program."""

from __future__ import annotations

import os
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path


class MediaType(StrEnum):
    """The kinds of file that can be read, told apart by their first bytes."""

    PDF = "application/pdf"
    TIFF = "image/tiff"
    PNG = "image/png"
    JPEG = "image/jpeg"
    JPEG2000 = "image/jp2"
    WEBP = "image/webp"
    TEXT = "text/plain"


@dataclass(frozen=True, slots=True)
class Source:
    """A file as given: `size` in bytes, `sha256` in lower-case hex."""

    path: Path
    sha256: str
    size: int
    media_type: MediaType

    @property
    def id(self) -> str:
        """The first 16 hex digits of the digest: the same bytes always give the same id."""
        return self.sha256[:16]


def path_text(path: Path) -> str:
    r"""The path as text that can be shown and kept: bytes that are no UTF-8 stand as \\xff."""
    return os.fsencode(path).decode("utf-8", "backslashreplace")
