"""Plain text: its encoding told by content, its pages parted by form feeds, its layout kept in the gaps."""

from __future__ import annotations

import codecs
import re
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from ingest.sniff import wide_order
from models.finding import Finding, Severity
from models.page import Origin, Page, Word
from models.source import Source
from models.text import PAGE_BREAK

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_EIGHT_BIT = ("cp1252", "latin-1", "mac-roman")
"""Tried in this order; where two explain the bytes equally well the earlier wins."""
_WEIGHTS = {
    **dict.fromkeys("åäö", 4.0),
    **dict.fromkeys("ÅÄÖ", 3.0),
    **dict.fromkeys("éüÉÜ", 1.5),
    **dict.fromkeys("§–—”“’‘»«…•½°´ \u00ad", 1.0),
    **dict.fromkeys("àáèêëçñóøæØÆ£€×²³¼¾±·©®", 0.2),
}
"""How well a character fits a Swedish text; any other speaks against the encoding that gives it."""
_STRANGE = -2.0
_CONTROL = -8.0
_UNDEFINED = -9.0
_WORD = re.compile(r"(\s*)(\S+)")


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text with the encoding it was in; `replaced` counts characters that the encoding doesn't know."""

    text: str
    encoding: str
    replaced: int = 0


def decode(content: bytes) -> Decoded:
    """The text of a file in UTF-8, UTF-16, Windows-1252, Latin-1 or MacRoman; line ends become line feeds."""
    encoding = next((name for mark, name in _MARKS if content.startswith(mark)), None) or wide_order(content)
    if encoding is None:
        encoding = "utf-8" if _mostly_utf8(content) else _eight_bit(content)
    text = content.decode(encoding, "replace")
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    return Decoded(lines, encoding, text.count("\ufffd"))


def words_of(text: str) -> tuple[Word, ...]:
    """The words of a plain text, the white space before each kept exactly."""
    return tuple(Word(found[2], found[1]) for found in _WORD.finditer(text))


def count_pages(source: Source) -> int:
    """How many pages the form feeds of the text make."""
    return len(_pages(source.file, source.sha256)[0])


def read_page(source: Source, number: int) -> Page:
    """Page `number` (from 1) of a text file."""
    pages, decoded = _pages(source.file, source.sha256)
    findings: tuple[Finding, ...] = ()
    if decoded.replaced and number == 1:
        message = (
            f"{decoded.replaced} characters of the file are no {decoded.encoding} and could not be read."
        )
        findings = (Finding("encoding-damaged", Severity.WARNING, message, 1),)
    steps = (f"decode {decoded.encoding}",)
    return Page(number, words_of(pages[number - 1]), Origin.TEXT, steps=steps, findings=findings)


@lru_cache(maxsize=1)
def _pages(path: Path, _sha256: str) -> tuple[tuple[str, ...], Decoded]:
    """All pages of one file: kept while its pages are asked for one by one."""
    decoded = decode(path.read_bytes())
    pages = decoded.text.split(PAGE_BREAK)
    if len(pages) > 1 and not pages[-1].strip():
        del pages[-1]  # a form feed that ends the last page begins no other
    return tuple(pages), Decoded("", decoded.encoding, decoded.replaced)


def _mostly_utf8(content: bytes) -> bool:
    """Whether it is UTF-8, with at most one broken sequence for every ten good ones."""
    text = content.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    good = sum(1 for character in text if character > "\x7f") - broken
    return broken == 0 or broken * 10 <= good


def _eight_bit(content: bytes) -> str:
    high = Counter(byte for byte in content if byte > 0x7F)
    return max(_EIGHT_BIT, key=lambda encoding: _fit(high, encoding))


def _fit(high: Counter[int], encoding: str) -> float:
    """How Swedish the bytes over 7F look in this encoding."""
    return sum(count * _weight(bytes((byte,)).decode(encoding, "replace")) for byte, count in high.items())


def _weight(character: str) -> float:
    if character == "\ufffd":
        return _UNDEFINED
    if "\x80" <= character <= "\x9f":
        return _CONTROL
    return _WEIGHTS.get(character, _STRANGE)
