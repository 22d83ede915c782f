"""Fields of an e-mail's head as text."""

from __future__ import annotations

from email.errors import HeaderParseError
from email.header import decode_header
from email.utils import parsedate_to_datetime

from ingest.plain import decode

_LONGEST = 100_000
"""A field of more characters is cut: thousands of addresses."""


def field(raw: str) -> str:
    """A field's value on one line, its encoded words (RFC 2047) and bytes decoded."""
    text = " ".join(_decoded_bytes(raw[:_LONGEST]).split())
    if "=?" not in text:
        return text
    try:
        pieces = "".join(_piece(piece, charset) for piece, charset in decode_header(text))
    except (HeaderParseError, ValueError):
        return text
    return " ".join(pieces.split()) or text


def day(raw: str) -> str:
    """A Date as day and time of ISO 8601, by the writer's own clock; as it stands where it is none."""
    value = field(raw)
    try:
        return f"{parsedate_to_datetime(value):%Y-%m-%d %H:%M}"
    except (ValueError, TypeError, IndexError, OverflowError):
        return value


def text_of(content: bytes, charset: str | None) -> str:
    """A text in the encoding that its head states, or that it shows where that can't be."""
    if charset and charset.lower() not in {"us-ascii", "ascii"}:
        try:
            return content.decode(charset, "replace")
        except (LookupError, ValueError):
            pass
    return decode(content).text


def _decoded_bytes(raw: str) -> str:
    try:
        content = raw.encode("ascii", "surrogateescape")
    except UnicodeEncodeError:
        return raw.encode("utf-8", "replace").decode()
    return decode(content).text if not content.isascii() else raw


def _piece(piece: bytes | str, charset: str | None) -> str:
    return piece if isinstance(piece, str) else text_of(piece, charset)
