"""Whether a JPEG 2000 file may stand in a PDF/A-2 as it is (ISO 19005-2, 6.2.8.3), by its header."""

from __future__ import annotations

from collections.abc import Iterator

_SIGNATURE = b"\x00\x00\x00\x0cjP  \r\n\x87\n"
_CHANNELS = frozenset({1, 3})
"""PDF/A allows four as well, for CMYK, which stands under other rules."""
_ENUMERATED = 1
_COLOURS = frozenset({16, 17})
"""sRGB and grey."""
_PLAIN = frozenset({b"ihdr", b"colr", b"res "})
"""No palette, no transparency, no channels of different depths."""


def may_be_kept(content: bytes) -> bool:
    """Whether it is a plain picture in sRGB or grey; others may be allowed too, and are packed anew."""
    if not content.startswith(_SIGNATURE):
        return False
    header = next((inside for kind, inside in _boxes(content) if kind == b"jp2h"), b"")
    boxes = list(_boxes(header))
    kinds = [kind for kind, _ in boxes]
    if not set(kinds) <= _PLAIN or kinds.count(b"ihdr") != 1 or kinds.count(b"colr") != 1:
        return False
    inside = dict(boxes)
    size, colour = inside[b"ihdr"], inside[b"colr"]
    if len(size) < 14 or len(colour) < 7:
        return False
    channels, depth = int.from_bytes(size[8:10], "big"), size[10]
    known = colour[0] == _ENUMERATED and int.from_bytes(colour[3:7], "big") in _COLOURS
    return known and channels in _CHANNELS and depth == 7


def _boxes(content: bytes) -> Iterator[tuple[bytes, bytes]]:
    """The boxes of a file or of a box that holds some: kind and content (ISO 15444-1, annex I)."""
    at = 0
    while at + 8 <= len(content):
        length, head = int.from_bytes(content[at : at + 4], "big"), 8
        if length == 1:
            length, head = int.from_bytes(content[at + 8 : at + 16], "big"), 16
        elif length == 0:
            length = len(content) - at
        if length < head:
            return
        yield content[at + 4 : at + 8], content[at + head : at + length]
        at += length
