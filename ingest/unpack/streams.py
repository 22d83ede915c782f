"""Compressed streams, unpacked piece by piece in bounded memory and counted while they are read."""

from __future__ import annotations

import bz2
import io
import lzma
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO, Protocol

from ingest.unpack.room import SMALL
from models.errors import InputTooLarge
from models.settings import ReadingSettings

FAULTS = (EOFError, zlib.error, lzma.LZMAError, OSError, ValueError)
"""What the decompressors raise on bytes that break their format's rules."""
_CHUNK = 65_536
_XZ_MEMORY = 256 * 1024 * 1024
"""xz says itself how much memory it wants; what packs with its strongest setting wants 65 MB."""


class _Decompressor(Protocol):
    """What bz2 and lzma have in common."""

    @property
    def eof(self) -> bool: ...

    @property
    def needs_input(self) -> bool: ...

    @property
    def unused_data(self) -> bytes: ...

    def decompress(self, data: bytes, max_length: int = -1) -> bytes: ...


class _Gzip:
    """zlib's decompressor with the manners of the other two."""

    def __init__(self) -> None:
        self._inner = zlib.decompressobj(wbits=31)

    @property
    def eof(self) -> bool:
        return self._inner.eof

    @property
    def needs_input(self) -> bool:
        return not self._inner.unconsumed_tail

    @property
    def unused_data(self) -> bytes:
        return self._inner.unused_data

    def decompress(self, data: bytes, max_length: int = -1) -> bytes:
        return self._inner.decompress(self._inner.unconsumed_tail + data, max(max_length, 0))


def _xz() -> _Decompressor:
    return lzma.LZMADecompressor(memlimit=_XZ_MEMORY)


_MARKS: tuple[tuple[bytes, Callable[[], _Decompressor]], ...] = (
    (b"\x1f\x8b", _Gzip),
    (b"BZh", bz2.BZ2Decompressor),
    (b"\xfd7zXZ\0", _xz),
)


def is_compressed(head: bytes) -> bool:
    """Whether a file that begins so is one compressed with gzip, bzip2 or xz."""
    return _maker(head) is not None


class Unpacked(io.RawIOBase):
    """What a file holds, unpacked where it is compressed; `InputTooLarge` when that grows out of proportion.

    Memory stays at a few pieces of 64 kB, and for xz the window that it works in.
    """

    def __init__(self, file: Path, name: str, settings: ReadingSettings) -> None:
        super().__init__()
        self._file: BinaryIO = file.open("rb")
        self._name, self._settings = name, settings
        self._size = file.stat().st_size
        self._make = _maker(self._file.read(8))
        self._file.seek(0)
        self._decompressor = self._make() if self._make else None
        self._left = b""
        self._given = 0

    def readable(self) -> bool:
        """Yes."""
        return True

    def close(self) -> None:
        """Close the file too."""
        self._file.close()
        super().close()

    def read(self, size: int = -1) -> bytes:
        """Up to `size` bytes, none at the end; a stream that breaks off raises EOFError."""
        wanted = size if 0 <= size <= _CHUNK else _CHUNK
        data = self._file.read(wanted) if self._make is None else self._decompressed(wanted)
        self._given += len(data)
        self._judge()
        return data

    def _decompressed(self, wanted: int) -> bytes:
        while self._decompressor is not None:
            if self._decompressor.eof and not self._renew():
                return b""
            fresh = b""
            if self._decompressor.needs_input:
                fresh = self._left or self._file.read(_CHUNK)
                self._left = b""
                if not fresh:
                    message = "the compressed data breaks off"
                    raise EOFError(message)
            data = self._decompressor.decompress(fresh, wanted)
            if data:
                return data
        return b""

    def _renew(self) -> bool:
        """Begin the next of several streams in one file; what follows that is none is left alone."""
        rest = self._decompressor.unused_data if self._decompressor else b""
        rest = rest or self._file.read(_CHUNK)
        if _maker(rest) is not self._make or self._make is None:
            self._decompressor = None
            return False
        self._left, self._decompressor = rest, self._make()
        return True

    def _judge(self) -> None:
        limits = self._settings
        if self._make and self._given > max(SMALL, limits.max_ratio * self._size):
            raise InputTooLarge(
                f"{self._name} unpacks to more than {limits.max_ratio} times its size (max_ratio); "
                "look what is in it."
            )


def _maker(head: bytes) -> Callable[[], _Decompressor] | None:
    return next((make for mark, make in _MARKS if head.startswith(mark)), None)
