"""ZIP: opened only where its directory keeps to the rules and to the limits."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Generator
from contextlib import contextmanager
from itertools import pairwise
from pathlib import Path
from typing import IO
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from ingest.unpack.room import SMALL, Part
from models.errors import (
    InputDamaged,
    InputEncrypted,
    InputError,
    InputTooLarge,
    InputUnsupported,
    InputWithoutPages,
)
from models.settings import ReadingSettings

FAULTS = (
    BadZipFile,
    zlib.error,
    EOFError,
    struct.error,
    ValueError,
    KeyError,
    IndexError,
    OverflowError,
    NotImplementedError,
    OSError,
)
"""What zipfile raises on a file that breaks the rules of ZIP."""
_END = struct.Struct("<4s4H2LH")
_END_64 = struct.Struct("<4sQ2H2L4Q")
_LOCATOR_64_BYTES = 20
_LONGEST_COMMENT = 65_535
_ENTRY_BYTES = 1_000
"""The directory may hold so much for each file: a name, a remark and what systems add."""
_LOCAL_HEADER_BYTES = 30
_ENCRYPTED = 1
_LINK, _KIND_OF_FILE = 0o120000, 0o170000
_METHODS = frozenset({ZIP_STORED, ZIP_DEFLATED})
"""The others are hardly met, and unpack without a bound on memory."""


@contextmanager
def opened(file: Path, name: str, settings: ReadingSettings) -> Generator[ZipFile]:
    """The archive; `InputDamaged` where it, or what is read from it, breaks the rules of ZIP."""
    try:
        _judge_directory(file, name, settings)
        with ZipFile(file) as archive:
            _judge_places(archive, name)
            yield archive
    except FAULTS as error:
        raise InputDamaged(f"{name} breaks off or breaks the rules of ZIP; fetch or pack it anew.") from error


def content(archive: ZipFile, inner: str, most: int, name: str) -> bytes:
    """One file out of the archive `name`; KeyError where it holds no such, `InputTooLarge` over `most`."""
    entry = archive.getinfo(inner)
    if entry.flag_bits & _ENCRYPTED:
        raise InputEncrypted(f"{name} can't be opened without its password; save it without one.")
    if entry.file_size > most:
        raise InputTooLarge(f"{name} holds a part of {entry.file_size:,} bytes, over the limit of {most:,}.")
    if entry.compress_type not in _METHODS:
        message = "a part is packed in a way that office programs don't"
        raise BadZipFile(message)
    with archive.open(entry) as stream:
        return stream.read(entry.file_size)


def parts(file: Path, name: str, settings: ReadingSettings) -> Generator[Part]:
    """Each file in the archive; `InputTooLarge` before the first where they are said to be too much."""
    with opened(file, name, settings) as archive:
        entries = [entry for entry in archive.infolist() if not entry.is_dir()]
        _judge_sizes(entries, file, name, settings)
        if entries and all(entry.flag_bits & _ENCRYPTED for entry in entries):
            raise InputEncrypted(f"{name} can't be unpacked without its password; pack it without one.")
        for entry in entries:
            yield _part(archive, entry)


def _part(archive: ZipFile, entry: ZipInfo) -> Part:
    refused = _refusal(entry)
    if refused:
        return Part(_name(entry), refused=refused)

    def stream() -> IO[bytes]:
        return archive.open(entry)

    return Part(_name(entry), stream)


def _refusal(entry: ZipInfo) -> tuple[type[InputError], str] | None:
    if entry.flag_bits & _ENCRYPTED:
        return InputEncrypted, "can't be unpacked without its password; pack it without one."
    if (entry.external_attr >> 16) & _KIND_OF_FILE == _LINK:
        return InputUnsupported, "is a link, which is never followed; pack the file itself."
    if entry.compress_type not in _METHODS:
        return InputUnsupported, "is packed in a way that the program doesn't unpack; pack it with Deflate."
    return None


def _name(entry: ZipInfo) -> str:
    """The name as it was written: some programs write UTF-8 unsaid, which zipfile takes for CP437."""
    if entry.flag_bits & 0x800:
        return entry.filename
    try:
        return entry.filename.encode("cp437").decode("utf-8")
    except UnicodeError:
        return entry.filename


def _judge_directory(file: Path, name: str, settings: ReadingSettings) -> None:
    """Refuse a directory that would fill the memory; zipfile takes it in whole."""
    entries, size = _directory(file)
    if entries == 0:
        raise InputWithoutPages(f"{name} opens and holds no files; fetch it again or leave it out.")
    if entries > settings.max_members or size > settings.max_members * _ENTRY_BYTES:
        limit = f"{settings.max_members:,}"
        raise InputTooLarge(
            f"{name} holds more files than the limit of {limit} (max_members); pack fewer in one."
        )


def _directory(file: Path) -> tuple[int, int]:
    """How many entries the directory says it has, and how many bytes (APPNOTE 4.3.14-4.3.16)."""
    size = file.stat().st_size
    with file.open("rb") as opened_file:
        opened_file.seek(max(0, size - _END.size - _LONGEST_COMMENT - _END_64.size - _LOCATOR_64_BYTES))
        tail = opened_file.read()
    at = tail.rfind(b"PK\x05\x06")
    if at < 0:
        message = "no end of directory"
        raise BadZipFile(message)
    _, _, _, _, entries, length, _, _ = _END.unpack_from(tail, at)
    larger = at - _LOCATOR_64_BYTES - _END_64.size
    if larger >= 0 and tail[larger : larger + 4] == b"PK\x06\x06":
        _, _, _, _, _, _, _, entries, length, _ = _END_64.unpack_from(tail, larger)
    return entries, length


def _judge_places(archive: ZipFile, name: str) -> None:
    """Refuse entries that lie over one another: so few bytes unpack to any number."""
    entries = sorted(archive.infolist(), key=lambda entry: entry.header_offset)
    for entry, following in pairwise(entries):
        if entry.header_offset + _LOCAL_HEADER_BYTES + entry.compress_size > following.header_offset:
            raise InputDamaged(
                f"{name} holds files that lie over one another, as only a trap does; pack it anew."
            )


def _judge_sizes(entries: list[ZipInfo], file: Path, name: str, settings: ReadingSettings) -> None:
    """By the sizes that the directory tells: zipfile never unpacks more of an entry than that."""
    total = sum(entry.file_size for entry in entries)
    if total > settings.max_unpacked_bytes:
        limit = f"{settings.max_unpacked_bytes:,}"
        raise InputTooLarge(
            f"{name} unpacks to {total:,} bytes, over the limit of {limit} (max_unpacked_bytes)."
        )
    if total > SMALL and total > settings.max_ratio * file.stat().st_size:
        raise InputTooLarge(
            f"{name} unpacks to more than {settings.max_ratio} times its size (max_ratio); look in it."
        )
