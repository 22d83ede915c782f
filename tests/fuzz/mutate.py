"""How files are broken: what transfer, bad disks and hostile hands do to bytes."""

from __future__ import annotations

import random
import re
import struct
from collections.abc import Callable, Iterator, Mapping

_INTERESTING = (0, 1, 2, 7, 127, 128, 255, 256, 65_535, 65_536, 0x7FFFFFFF, 0x80000000, 0xFFFFFFFF)
_NUMBERS = (
    b"0",
    b"-1",
    b"1",
    b"9",
    b"65536",
    b"2147483647",
    b"4294967296",
    b"99999999999999999999",
    b"1e9",
    b"0.00001",
)
_WORDS = (
    b"/Kids[2 0 R 2 0 R]", b"/Parent 2 0 R", b"/Count 1000000", b"/Length 0", b"/Filter/FlateDecode",
    b"/MediaBox[0 0 1e9 1e9]", b"/Rotate 91", b"endobj", b"<<", b">>", b"[", b"stream\n", b"1 0 R",
    b"BT", b"q", b"Do", b"\xff\xd8\xff", b"II*\0", b"PK\x03\x04", b"../", b"\0" * 16, b"\xff" * 16,
    b"{\\rtf1", b"<table>", b"\x0c",
)  # fmt: skip
_SPLICED = 0.03
"""So often a file goes on as another one."""
_DIGITS = re.compile(rb"\d+")


def mutants(seeds: Mapping[str, bytes], cases: int, seed: int) -> Iterator[tuple[str, bytes]]:
    """So many broken files with their names; the same `seed` always gives the same ones."""
    chance = random.Random(seed)  # noqa: S311
    names = sorted(seeds)
    for number in range(cases):
        name = names[number % len(names)]
        content = seeds[name]
        for _ in range(chance.choice((1, 1, 1, 2, 3, 5, 8))):
            content = chance.choice(_WAYS)(chance, content)
        if chance.random() < _SPLICED:
            other = seeds[chance.choice(names)]
            content = (
                content[: chance.randrange(len(content) + 1)] + other[chance.randrange(len(other) + 1) :]
            )
        yield f"{number:06}-{name}", content


def _flip(chance: random.Random, content: bytes) -> bytes:
    broken = bytearray(content)
    for _ in range(chance.choice((1, 1, 4, 16)) if content else 0):
        broken[chance.randrange(len(broken))] ^= 1 << chance.randrange(8)
    return bytes(broken)


def _overwrite(chance: random.Random, content: bytes) -> bytes:
    at = chance.randrange(len(content) + 1)
    form = chance.choice(("<H", ">H", "<I", ">I"))
    value = chance.choice(_INTERESTING) & (0xFFFF if form[1] == "H" else 0xFFFFFFFF)
    written = struct.pack(form, value)
    return content[:at] + written + content[at + len(written) :]


def _truncate(chance: random.Random, content: bytes) -> bytes:
    return content[: chance.randrange(len(content) + 1)]


def _remove(chance: random.Random, content: bytes) -> bytes:
    at = chance.randrange(len(content) + 1)
    return content[:at] + content[at + chance.choice((1, 2, 16, 200)) :]


def _repeat(chance: random.Random, content: bytes) -> bytes:
    at = chance.randrange(len(content) + 1)
    return (
        content[:at]
        + content[at : at + chance.choice((4, 40, 400))] * chance.choice((2, 3, 50))
        + content[at:]
    )


def _insert(chance: random.Random, content: bytes) -> bytes:
    at = chance.randrange(len(content) + 1)
    return content[:at] + chance.choice(_WORDS) + content[at:]


def _number(chance: random.Random, content: bytes) -> bytes:
    """Another number for one that is written in digits, as PDF and TAR have them."""
    found = list(_DIGITS.finditer(content))
    if not found:
        return _overwrite(chance, content)
    start, end = chance.choice(found).span()
    return content[:start] + chance.choice(_NUMBERS) + content[end:]


_WAYS: tuple[Callable[[random.Random, bytes], bytes], ...] = (
    _flip, _flip, _overwrite, _overwrite, _truncate, _remove, _repeat, _insert, _number, _number,
)  # fmt: skip
