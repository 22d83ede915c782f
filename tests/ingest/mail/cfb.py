"""Writes OLE2 files ([MS-CFB]), as small as they can be: for tests only."""

from __future__ import annotations

import struct
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

Tree: TypeAlias = Mapping[str, "bytes | Tree"]
_MARK = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_SECTOR, _SMALL_SECTOR, _CUTOFF = 512, 64, 4096
_FREE, _END, _FAT, _NONE = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD, 0xFFFFFFFF
_STORAGE, _STREAM, _ROOT = 1, 2, 5


@dataclass(slots=True)
class _Entry:
    name: str
    kind: int
    start: int = _END
    size: int = 0
    right: int = _NONE
    child: int = _NONE


@dataclass(slots=True)
class _Writer:
    entries: list[_Entry] = field(default_factory=list[_Entry])
    sectors: list[bytes] = field(default_factory=list[bytes])
    chains: list[int] = field(default_factory=list[int])
    small: bytearray = field(default_factory=bytearray)
    small_chains: list[int] = field(default_factory=list[int])

    def add(self, name: str, kind: int, tree: Tree) -> int:
        place = len(self.entries)
        self.entries.append(_Entry(name, kind))
        above = None
        for inner, content in tree.items():
            at = (
                self.stream(inner, content)
                if isinstance(content, bytes)
                else self.add(inner, _STORAGE, content)
            )
            if above is None:
                self.entries[place].child = at
            else:
                self.entries[above].right = at
            above = at
        return place

    def stream(self, name: str, content: bytes) -> int:
        start = self.put(content) if len(content) >= _CUTOFF else self.put_small(content)
        self.entries.append(_Entry(name, _STREAM, start, len(content)))
        return len(self.entries) - 1

    def put(self, content: bytes) -> int:
        if not content:
            return _END
        start = len(self.sectors)
        count = -(-len(content) // _SECTOR)
        for at in range(count):
            self.sectors.append(content[at * _SECTOR : (at + 1) * _SECTOR].ljust(_SECTOR, b"\0"))
            self.chains.append(start + at + 1 if at + 1 < count else _END)
        return start

    def put_small(self, content: bytes) -> int:
        if not content:
            return _END
        start = len(self.small_chains)
        count = -(-len(content) // _SMALL_SECTOR)
        self.small += content.ljust(count * _SMALL_SECTOR, b"\0")
        self.small_chains += [start + at + 1 for at in range(count - 1)] + [_END]
        return start


def ole2(tree: Tree) -> bytes:
    """A file of these streams (bytes) and storages."""
    writer = _Writer()
    writer.add("Root Entry", _ROOT, tree)
    root = writer.entries[0]
    root.start, root.size = writer.put(bytes(writer.small)), len(writer.small)
    small_fat = writer.put(struct.pack(f"<{len(writer.small_chains)}I", *writer.small_chains))
    small_fat_sectors = -(-4 * len(writer.small_chains) // _SECTOR)
    directory = writer.put(b"".join(map(_packed, writer.entries)))
    fats = -(-(len(writer.sectors) + 1) // (_SECTOR // 4 - 1))
    first_fat = len(writer.sectors)
    table = writer.chains + [_FAT] * fats
    table += [_FREE] * (fats * _SECTOR // 4 - len(table))
    header = struct.pack(
        "<8s16x5H6x9I", _MARK, 0x3E, 3, 0xFFFE, 9, 6, 0, fats, directory, 0, _CUTOFF,
        small_fat if small_fat_sectors else _END, small_fat_sectors, _END, 0,
    )  # fmt: skip
    places = [*range(first_fat, first_fat + fats), *[_FREE] * (109 - fats)]
    return (
        header
        + struct.pack("<109I", *places)
        + b"".join(writer.sectors)
        + struct.pack(f"<{len(table)}I", *table)
    )


def _packed(entry: _Entry) -> bytes:
    name = entry.name.encode("utf-16-le") + b"\0\0"
    return struct.pack(
        "<64sHBBIII16xI8x8xIQ", name, len(name), entry.kind, 1, _NONE, entry.right, entry.child, 0,
        entry.start, entry.size,
    )  # fmt: skip
