"""What kind of file it is, told by its bytes and never by its name."""

from __future__ import annotations

import codecs
from pathlib import Path

from ingest.markup import is_html, is_mail
from models.finding import Finding, Severity
from models.source import MediaType

HEAD_BYTES = 65_536
"""So much of a file decides its kind."""
_PDF_WITHIN = 1024
"""Readers of PDF accept other bytes before the mark, this many at most (ISO 32000, annex H)."""
_MARKS: tuple[tuple[bytes, MediaType], ...] = (
    (b"II*\0", MediaType.TIFF),
    (b"MM\0*", MediaType.TIFF),
    (b"II+\0", MediaType.TIFF),
    (b"MM\0+", MediaType.TIFF),
    (b"\x89PNG\r\n\x1a\n", MediaType.PNG),
    (b"\xff\xd8\xff", MediaType.JPEG),
    (b"\0\0\0\x0cjP  \r\n\x87\n", MediaType.JPEG2000),
    (b"\xff\x4f\xff\x51", MediaType.JPEG2000),
    (b"{\\rtf", MediaType.RTF),
)
_OTHER_MARKS: tuple[tuple[bytes, str], ...] = (
    (b"PK\x03\x04", "a ZIP, Word, Excel or OpenDocument file"),
    (b"PK\x05\x06", "an empty ZIP file"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an older Word, Excel or Outlook file"),
    (b"%!PS", "a PostScript file"),
    (b"AT&TFORM", "a DjVu document"),
    (b"GIF8", "a GIF image"),
    (b"BM", "a BMP image"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ\0", "an xz archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive"),
    (b"Rar!", "a RAR archive"),
    (b"SQLite format 3\0", "an SQLite database"),
    (b"\x7fELF", "a program"),
    (b"MZ", "a program"),
)
_SUFFIXES: dict[str, MediaType | None] = {
    **dict.fromkeys((".pdf",), MediaType.PDF),
    **dict.fromkeys((".tif", ".tiff"), MediaType.TIFF),
    **dict.fromkeys((".png",), MediaType.PNG),
    **dict.fromkeys((".jpg", ".jpeg", ".jpe"), MediaType.JPEG),
    **dict.fromkeys((".jp2", ".j2k", ".jpf", ".jpx", ".j2c"), MediaType.JPEG2000),
    **dict.fromkeys((".webp",), MediaType.WEBP),
    **dict.fromkeys((".txt", ".text"), MediaType.TEXT),
    **dict.fromkeys((".htm", ".html", ".xhtml"), MediaType.HTML),
    **dict.fromkeys((".rtf",), MediaType.RTF),
    **dict.fromkeys((".docx", ".docm", ".dotx", ".dotm"), MediaType.DOCX),
    **dict.fromkeys((".odt", ".ott"), MediaType.ODT),
    **dict.fromkeys((".eml", ".mht", ".mhtml"), MediaType.EML),
    **dict.fromkeys((".msg",), MediaType.MSG),
    **dict.fromkeys((".zip",), MediaType.ZIP),
    **dict.fromkeys((".tar", ".tgz", ".tbz2", ".txz"), MediaType.TAR),
    **dict.fromkeys((".xls", ".xlsx", ".ods", ".ppt", ".pptx", ".odp", ".gif", ".bmp", ".djvu"), None),
}
"""The kind that a name claims; None is a known kind that the program doesn't read.

`.doc` is not here: it is the name of anything that Word could open, and Word could open all of these.
"""
_WIDE = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_MARK_IN_LATIN_1 = codecs.BOM_UTF8.decode("latin-1")
_TEXT_CONTROLS = frozenset(b"\t\n\v\f\r\x1a\x1b")
_MOST_CONTROLS = 0.005
"""Text holds at most this share of control characters."""


def media_type(head: bytes) -> MediaType | None:
    """The kind of a file that begins with `head` (up to `HEAD_BYTES`), None where it isn't one we read.

    What holds other files (ZIP, OLE2, TAR) is told by ingest/inside.py.
    """
    for mark, kind in _MARKS:
        if head.startswith(mark):
            return kind
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        return MediaType.WEBP
    if b"%PDF-" in head[: _PDF_WITHIN + len(b"%PDF-")]:
        return MediaType.PDF
    if other_kind(head) is None and looks_like_text(head):
        return _kind_of_text(head)
    return None


def _kind_of_text(head: bytes) -> MediaType:
    """By the ASCII in it, to which web pages and e-mails keep where it matters; e-mail is never UTF-16."""
    wide = wide_order(head) or ("utf-16" if head.startswith(_WIDE) else None)
    text = head.decode(wide or "latin-1", "replace").removeprefix(_MARK_IN_LATIN_1).lstrip("\ufeff")
    if is_html(text):
        return MediaType.HTML
    return MediaType.EML if wide is None and is_mail(text) else MediaType.TEXT


def other_kind(head: bytes) -> str | None:
    """A name for a known kind of file that the program doesn't read."""
    for mark, name in _OTHER_MARKS:
        if head.startswith(mark) and not (len(mark) == 2 and looks_like_text(head)):
            return name
    return None


def looks_like_text(head: bytes) -> bool:
    """Whether the bytes can be read as plain text in one of the encodings that `plain` tells apart."""
    if head.startswith(_WIDE):
        return True
    if wide_order(head) is not None:
        return True
    controls = sum(1 for byte in head if (byte < 0x20 and byte not in _TEXT_CONTROLS) or byte == 0x7F)
    return controls <= _MOST_CONTROLS * len(head)


def wide_order(head: bytes) -> str | None:
    """The byte order of UTF-16 without a mark ("utf-16-le", "utf-16-be"), by where the zero bytes stand."""
    pairs = len(head) // 2
    if pairs < 2:
        return None
    even, odd = head[0 : 2 * pairs : 2].count(0) / pairs, head[1 : 2 * pairs : 2].count(0) / pairs
    if odd > 0.6 and even < 0.02:
        return "utf-16-le"
    if even > 0.6 and odd < 0.02:
        return "utf-16-be"
    return None


def differs_from_name(path: Path, kind: MediaType) -> Finding | None:
    """A remark for the archivist where the file's name claims another known kind than its bytes show."""
    suffix = path.suffix.lower()
    if _SUFFIXES.get(suffix, kind) == kind:
        return None
    message = f"The name ends in {suffix}, but the file holds {kind.value}; it was read as what it holds."
    return Finding("kind-differs-from-name", Severity.ERROR, message, 1)
