"""Archives made for tests, sound and hostile."""

from __future__ import annotations

import io
import struct
import tarfile
import zlib
from collections.abc import Mapping
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

LINK = 0o120777 << 16


def zipped(files: Mapping[str, bytes], *, method: int = ZIP_DEFLATED, attributes: int = 0) -> bytes:
    """A ZIP of these files."""
    out = io.BytesIO()
    with ZipFile(out, "w", method) as archive:
        for name, content in files.items():
            entry = ZipInfo(name)
            entry.compress_type, entry.external_attr = method, attributes
            archive.writestr(entry, content)
    return out.getvalue()


def encrypted(content: bytes, *, only: int | None = None) -> bytes:
    """The same ZIP, its entries (or the one of that number) said to be encrypted."""
    changed = bytearray(content)
    at, number = changed.find(b"PK\x01\x02"), 0
    while at >= 0:
        if only in {None, number}:
            changed[at + 8] |= 1
        at, number = changed.find(b"PK\x01\x02", at + 4), number + 1
    return bytes(changed)


def overlapping(copies: int, size: int) -> bytes:
    """A ZIP whose entries all lie on the same packed bytes."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    content = bytes(size)
    packed = packer.compress(content) + packer.flush()
    common = struct.pack("<HHHHHIII", 20, 0, 8, 0, 0x21, zlib.crc32(content), len(packed), size)
    local = b"PK\x03\x04" + common + struct.pack("<HH", 1, 0) + b"a" + packed
    entries = b"".join(
        b"PK\x01\x02"
        + struct.pack("<H", 20)
        + common
        + struct.pack("<HHHHHII", 1, 0, 0, 0, 0, 0, 0)
        + name.encode()
        for name in (chr(ord("a") + number) for number in range(copies))
    )
    end = struct.pack("<4HIIH", 0, 0, copies, copies, len(entries), len(local), 0)
    return local + entries + b"PK\x05\x06" + end


def lying(content: bytes, declared: int) -> bytes:
    """The same ZIP of one file, said to unpack to `declared` bytes."""
    changed = bytearray(content)
    struct.pack_into("<I", changed, changed.find(b"PK\x01\x02") + 24, declared)
    return bytes(changed)


def tarred(entries: Mapping[str, bytes | str]) -> bytes:
    """A TAR of files, where a text instead of bytes makes a link to it."""
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as archive:
        for name, content in entries.items():
            entry = tarfile.TarInfo(name)
            if isinstance(content, str):
                entry.type, entry.linkname = tarfile.SYMTYPE, content
                archive.addfile(entry)
            else:
                entry.size = len(content)
                archive.addfile(entry, io.BytesIO(content))
    return out.getvalue()


def special(kind: bytes) -> bytes:
    """A TAR of one entry that is no file."""
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as archive:
        entry = tarfile.TarInfo("sak")
        entry.type, entry.linkname = kind, "/etc/passwd"
        archive.addfile(entry)
    return out.getvalue()


def long_remark(size: int) -> bytes:
    """A TAR whose first entry has a name of so many bytes."""
    entry = tarfile.TarInfo("././@LongLink")
    entry.type, entry.size = tarfile.GNUTYPE_LONGNAME, size
    return entry.tobuf(tarfile.GNU_FORMAT) + bytes(size) + bytes(1024)
