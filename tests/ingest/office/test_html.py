from __future__ import annotations

import html
from pathlib import Path

import pytest
from hypothesis import given, settings

from ingest.office.html import read
from models.errors import InputDamaged, InputTooLarge
from models.settings import ReadingSettings
from tests.ingest.office.texts import TEXTS

SETTINGS = ReadingSettings()


def page_of(content: bytes, folder: Path) -> str:
    (folder / "sida.html").write_bytes(content)
    (page,) = read(folder / "sida.html", "sida.html", SETTINGS).pages
    return page


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        ("<title>Möte</title><p>ett<p>två", "Möte\n\nett\n\ntvå"),
        ("<title>Möte</title><h1>Möte i Granby</h1>", "Möte i Granby"),
        ("<style>p{}</style><script>alert('x')</script><p>ord<noscript>nej</noscript>", "ord"),
        ("<p>ett<!-- anmärkning --> två<br>tre", "ett två\ntre"),
        ("<ul><li>ett<li>två</ul>", "  * ett\n  * två"),
        ("<ol><li>ett<li>två</ol>", " 1. ett\n 2. två"),
        ("<table><tr><th>Namn<th>Parti<tr><td>Anna Ek<td>S</table>", "Namn      Parti\nAnna Ek   S"),
        ("<a href='http://granby.se'>länk</a> &amp; &aring;", "länk & å"),
        ("<iframe src='http://granby.se'></iframe><img src='http://granby.se/x.png' alt='bild'>ord", "ord"),
        ("", ""),
    ],
)
def test_pages_are_laid_out(markup: str, expected: str, tmp_path: Path) -> None:
    assert page_of(f"<html><meta charset=utf-8>{markup}</html>".encode(), tmp_path).strip(
        "\n"
    ) == expected.strip("\n")


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("<html><meta charset='iso-8859-1'><p>båt – slut".encode("cp1252"), "båt – slut"),
        ("<html><meta charset='macintosh'><p>båt".encode("mac-roman"), "båt"),
        ("<html><meta charset='iso-8859-1'><p>båt".encode(), "båt"),
        ("<html><p>båt".encode("utf-16"), "båt"),
        ("<html><p>båt".encode("latin-1"), "båt"),
        ("<?xml version='1.0' encoding='iso-8859-2'?><html><body><p>ő".encode("iso-8859-2"), "ő"),
        (b"<html><meta charset='okand'><p>b\xe5t", "båt"),
    ],
)
def test_the_encoding_is_told_by_mark_content_or_word(content: bytes, expected: str, tmp_path: Path) -> None:
    assert page_of(content, tmp_path) == expected


@settings(max_examples=50, deadline=None)
@given(texts=TEXTS)
def test_every_word_comes_out(texts: list[str], folder: Path) -> None:
    body = "".join(f"<p>{html.escape(text)}</p>" for text in texts)
    page = page_of(f"<html><meta charset=utf-8><body>{body}</body></html>".encode(), folder)
    assert page.split() == " ".join(texts).split()


def test_what_is_nested_too_deep_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputDamaged, match=r"sida\.html is nested too deep"):
        page_of(b"<html>" + b"<div>" * 5000 + b"ord", tmp_path)


def test_too_much_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text("<html>" + "a" * 200)
    with pytest.raises(InputTooLarge, match="limit of 100"):
        read(tmp_path / "a.html", "a.html", ReadingSettings(max_inner_bytes=100))
