"""Plain text in every encoding, page by page."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from ingest.files import open_source
from ingest.plain import decode, words_of
from ingest.reader import FileReader
from models.page import Page
from models.settings import ReadingSettings

LETTER = (
    "GRANBY KOMMUN – Kommunstyrelsen § 14\n\nÅke Österman föreslår att ärendet återremitteras; på frågan "
    "svarar ordföranden “ja”. Även Märta Öberg är för.\n"
)
ENCODINGS = ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252", "mac-roman"]
COMMON = (
    "på",
    "är",
    "och",
    "att",
    "för",
    "från",
    "år",
    "Åsa",
    "Örjan",
    "Älvsjö",
    "nämnden",
    "§",
    "kafé",
    "12",
)
SWEDISH = st.lists(st.sampled_from(COMMON), min_size=8, max_size=60).map(" ".join)


def read(path: Path) -> list[Page]:
    settings = ReadingSettings()
    return list(FileReader(settings).pages(open_source(path, settings)))


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_letter_in_each_encoding(encoding: str) -> None:
    assert decode(LETTER.encode(encoding)).text == LETTER


def test_latin1_with_its_control_characters() -> None:
    assert decode("på\x9d är åäö".encode("latin-1")).text == "på\x9d är åäö"


@given(SWEDISH, st.sampled_from([*ENCODINGS, "latin-1"]))
def test_swedish_text_comes_back_from_every_encoding(text: str, encoding: str) -> None:
    assume(sum(c in "åäöÅÄÖ" for c in text) >= 2)
    assert decode(text.encode(encoding)).text == text


@given(st.binary(max_size=400))
def test_any_bytes_decode_to_text_without_carriage_returns(content: bytes) -> None:
    assert "\r" not in decode(content).text


def test_one_broken_letter_does_not_change_the_encoding() -> None:
    decoded = decode(LETTER.encode() + b" \xe5 slut")
    assert decoded.encoding == "utf-8"
    assert decoded.replaced == 1


@given(st.text())
def test_words_and_gaps_are_the_text(text: str) -> None:
    words = words_of(text)
    assert "".join(word.gap + word.text for word in words) == text.rstrip()
    assert all(word.text.split() == [word.text] for word in words)


def test_form_feeds_part_pages(tmp_path: Path) -> None:
    path = tmp_path / "protokoll.txt"
    path.write_bytes("Sida ett\r\n\fSida två\f\fSida fyra\n\f".encode("mac-roman"))
    assert [page.text for page in read(path)] == ["Sida ett", "Sida två", "", "Sida fyra"]


def test_text_named_pdf_is_read_and_remarked(tmp_path: Path) -> None:
    path = tmp_path / "protokoll.pdf"
    path.write_text("Sida ett\fSida två", "utf-8")
    first, second = read(path)
    assert [finding.code for finding in first.findings] == ["kind-differs-from-name"]
    assert second.findings == ()


def test_broken_letters_are_remarked(tmp_path: Path) -> None:
    path = tmp_path / "brev.txt"
    path.write_bytes(LETTER.encode() + b"\xe5")
    (page,) = read(path)
    assert [finding.code for finding in page.findings] == ["encoding-damaged"]
