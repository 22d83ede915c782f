"""Kinds are told by bytes."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.sniff import differs_from_name, media_type, other_kind
from models.finding import Severity
from models.source import MediaType

JP2 = b"\0\0\0\x0cjP  \r\n\x87\n"


@pytest.mark.parametrize(
    ("head", "kind"),
    [
        (b"%PDF-1.4\n", MediaType.PDF),
        (b"\xef\xbb\xbf%PDF-1.4\n", MediaType.PDF),
        (b"skrivare" * 128 + b"%PDF-1.4\n", MediaType.PDF),
        (b"skrivare" * 200 + b"%PDF-1.4\n", MediaType.TEXT),
        (b"II*\0\x08\0\0\0", MediaType.TIFF),
        (b"MM\0*\0\0\0\x08", MediaType.TIFF),
        (b"II+\0\x08\0\0\0", MediaType.TIFF),
        (b"MM\0+\0\x08\0\0", MediaType.TIFF),
        (b"\x89PNG\r\n\x1a\n", MediaType.PNG),
        (b"\xff\xd8\xff\xe0", MediaType.JPEG),
        (JP2, MediaType.JPEG2000),
        (b"\xff\x4f\xff\x51\0", MediaType.JPEG2000),
        (b"RIFF\0\0\0\0WEBPVP8 ", MediaType.WEBP),
        (b"RIFF\0\0\0\0WAVEfmt ", None),
        ("Sammanträde på Granby".encode(), MediaType.TEXT),
        ("Sammanträde".encode("utf-16-le"), MediaType.TEXT),
        ("Sammanträde".encode("utf-16"), MediaType.TEXT),
        (b"BM " * 20, MediaType.TEXT),
        (b"MZ\x90\0\x03\0\0\0", None),
        (b"{\\rtf1\\ansi", MediaType.RTF),
        (b"PK\x03\x04\x14\0", None),
        (bytes(range(32)) * 10, None),
    ],
)
def test_kind_of_first_bytes(head: bytes, kind: MediaType | None) -> None:
    assert media_type(head) == kind


@given(st.binary(max_size=200))
def test_any_bytes_have_at_most_one_name(head: bytes) -> None:
    assert media_type(head) is None or other_kind(head) is None or b"%PDF-" in head


@pytest.mark.parametrize(
    ("name", "kind", "differs"),
    [
        ("protokoll.pdf", MediaType.PDF, False),
        ("protokoll.PDF", MediaType.TEXT, True),
        ("protokoll.docx", MediaType.PDF, True),
        ("bild.jpg", MediaType.JPEG2000, True),
        ("bild.tif", MediaType.TIFF, False),
        ("protokoll", MediaType.PDF, False),
        ("protokoll.2014", MediaType.PDF, False),
    ],
)
def test_name_that_claims_another_kind(name: str, kind: MediaType, differs: bool) -> None:
    finding = differs_from_name(Path(name), kind)
    assert (finding is not None) is differs
    if finding:
        assert (finding.code, finding.severity, finding.page) == ("kind-differs-from-name", Severity.ERROR, 1)
