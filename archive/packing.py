"""A page as read, packed for keeping and for going from process to process."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from pydantic import TypeAdapter

from models.page import Page

_PAGE = TypeAdapter(Page)
_LENGTH = struct.Struct(">Q")


def pack_page(page: Page) -> bytes:
    """The page as JSON, packed."""
    return zlib.compress(_PAGE.dump_json(page))


def unpack_page(content: bytes) -> Page:
    """The page again, equal to what was packed."""
    return _PAGE.validate_json(zlib.decompress(content))


@dataclass(frozen=True, slots=True)
class PackedPages:
    """A file of packed pages, each with its length before it, that are never all in memory at once."""

    path: Path
    count: int
    size: int

    @classmethod
    def write(cls, path: Path, pages: Iterable[bytes]) -> PackedPages:
        """Put the packed pages into a file; `size` is their bytes together."""
        count = size = 0
        with path.open("wb") as file:
            for content in pages:
                file.write(_LENGTH.pack(len(content)))
                file.write(content)
                count += 1
                size += len(content)
        return cls(path, count, size)

    def __iter__(self) -> Iterator[Page]:
        """The pages, one by one."""
        with self.path.open("rb") as file:
            while length := file.read(_LENGTH.size):
                yield unpack_page(file.read(_LENGTH.unpack(length)[0]))
