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
    HTML = "text/html"
    RTF = "application/rtf"
    DOC = "application/msword"
    DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    ODT = "application/vnd.oasis.opendocument.text"
    EML = "message/rfc822"
    MSG = "application/vnd.ms-outlook"
    ZIP = "application/zip"
    TAR = "application/x-tar"

    @property
    def holds_files(self) -> bool:
        """Whether other files lie in such a file, each of which is an input of its own."""
        return self in _HOLD_FILES

    @property
    def has_pages(self) -> bool:
        """Whether such a file is a document itself, and not only a box of them."""
        return self not in _ONLY_BOXES


_ONLY_BOXES = frozenset({MediaType.ZIP, MediaType.TAR})
_HOLD_FILES = _ONLY_BOXES | {MediaType.EML, MediaType.MSG}


@dataclass(frozen=True, slots=True)
class Source:
    """A file as given: `size` in bytes, `sha256` in lower-case hex.

    `path` is what is shown and kept: of a file out of an archive or e-mail the path of that, and its own name
    in it (akt.zip/bilagor/yttrande.docx). Such a file lies, unpacked, at `unpacked`.
    """

    path: Path
    sha256: str
    size: int
    media_type: MediaType
    unpacked: Path | None = None

    @property
    def file(self) -> Path:
        """Where the bytes lie: the only path that is ever opened."""
        return self.unpacked or self.path

    @property
    def id(self) -> str:
        """The first 16 hex digits of the digest: the same bytes always give the same id."""
        return self.sha256[:16]


def unpacked_path(folder: Path, sha256: str) -> Path:
    """Where a file with this digest lies among those unpacked in `folder`: no name of it is used."""
    return folder / sha256[:2] / sha256


def path_text(path: Path) -> str:
    r"""The path as text that can be shown and kept: bytes that are no UTF-8 stand as \\xff."""
    return os.fsencode(path).decode("utf-8", "backslashreplace")
