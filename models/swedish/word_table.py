"""A table of words on disk that is mapped into memory: nothing is built to use it, processes share it."""

from __future__ import annotations

import mmap
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property, lru_cache
from pathlib import Path
from struct import Struct
from typing import NamedTuple, TypeVar, overload
from zlib import crc32

Other = TypeVar("Other")

_BUCKETS = 1 << 17
"""Words are found by their sum (CRC-32) modulo this: about one in two buckets holds a word."""
_ENDS = Struct("<2I")
_ONE = Struct("<I")
_REMEMBERED = 1 << 16
"""So many words that were asked for last are answered without the table."""


class Use(NamedTuple):
    """How often a word was met: in lower case, and with a capital where no sentence begins."""

    lower: int
    capital: int


class WordTable(Mapping[str, Use]):
    """The words of a file, each with its use.

    The file holds 2^17 + 1 places (32 bits, little-endian, from the file's beginning), where the rows of each
    bucket begin and those of the last end; then the rows: word, tab, use in lower case, tab, use with a
    capital, line feed.
    """

    def __init__(self, path: Path) -> None:
        with path.open("rb") as file:
            self._data = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        self._find = lru_cache(_REMEMBERED)(self._found)

    def __getitem__(self, word: str) -> Use:
        use = self._find(word)
        if use is None:
            raise KeyError(word)
        return use

    @overload
    def get(self, key: str, /) -> Use | None: ...
    @overload
    def get(self, key: str, /, default: Use | Other) -> Use | Other: ...
    def get(self, key: str, /, default: Use | Other | None = None) -> Use | Other | None:
        """The use of a word, or `default`; quicker than by an exception, for most words are not found."""
        use = self._find(key)
        return default if use is None else use

    def __contains__(self, word: object) -> bool:
        return isinstance(word, str) and self._find(word) is not None

    def __iter__(self) -> Iterator[str]:
        rows = self._data[_ENDS.unpack_from(self._data)[0] :].decode()
        return (row.partition("\t")[0] for row in rows.splitlines())

    def __len__(self) -> int:
        return self._size

    @cached_property
    def _size(self) -> int:
        return sum(1 for _ in self)

    def _found(self, word: str) -> Use | None:
        key = word.encode("utf-8", "surrogatepass")
        low, high = _ENDS.unpack_from(self._data, crc32(key) % _BUCKETS * _ONE.size)
        if low == high:
            return None
        _, met, rest = (b"\n" + self._data[low:high]).partition(b"\n%b\t" % key)
        if not met:
            return None
        lower, capital = rest.partition(b"\n")[0].split(b"\t")
        return Use(int(lower), int(capital))


def write(words: Iterable[tuple[str, Use]], path: Path) -> None:
    """Keep the words, which hold neither tab nor line feed, as `WordTable` reads them."""
    rows: dict[int, list[bytes]] = {}
    for word, use in words:
        key = word.encode()
        rows.setdefault(crc32(key) % _BUCKETS, []).append(b"%b\t%d\t%d\n" % (key, *use))
    buckets = {bucket: b"".join(rows[bucket]) for bucket in sorted(rows)}
    path.write_bytes(b"".join([*_places(buckets), *buckets.values()]))


def _places(buckets: Mapping[int, bytes]) -> Iterator[bytes]:
    """Where the rows of each bucket begin, and those of the last end; buckets without rows share a place."""
    at = (_BUCKETS + 1) * _ONE.size
    told = 0
    for bucket, rows in buckets.items():
        yield _ONE.pack(at) * (bucket + 1 - told)
        told = bucket + 1
        at += len(rows)
    yield _ONE.pack(at) * (_BUCKETS + 1 - told)
