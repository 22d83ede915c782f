"""What is published holds no personal number, and nothing that the program says does."""

from __future__ import annotations

import logging
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pypdfium2
import pytest
from pyarrow.parquet import read_table
from reportlab.pdfgen.canvas import Canvas

from tests.justerat.conftest import Call
from tests.models.swedish.personal.numbers import NUMBER, OTHER

pytestmark = pytest.mark.slow
LINES = (
    "GRANBY KOMMUN                PROTOKOLL",
    "Socialnämnden                2021-03-09",
    "§ 4",
    f"Bistånd åt Anna Holm, {NUMBER}",
    "Beslut",
    f"Socialnämnden beviljar Bo Ek, {OTHER}, bistånd enligt ansökan om personlig assistans.",
)
DIGITS = ("8112189876", "6408233234")

OPTIONS = (
    *("--url", "https://arkiv.example", "--publisher", "Socialnämnden"),
    *("--licence", "https://licence.example", "--contact", "arkiv@granby.example"),
)


@pytest.fixture
def folder(tmp_path: Path, call: Call, caplog: pytest.LogCaptureFixture) -> Path:
    """An archive of a PDF, a text and a broken file, all of whose names or pages hold numbers."""
    given, kept = tmp_path / "in", tmp_path / "arkiv"
    given.mkdir()
    canvas = Canvas(str(given / "a.pdf"), pagesize=(595, 842))
    for n, line in enumerate(LINES):
        canvas.drawString(60, 780 - 24 * n, line)
    canvas.save()
    (given / f"bistand {NUMBER}.txt").write_text("\n\n".join(LINES), encoding="utf-8")
    (given / "b.pdf").write_bytes(f"%PDF-1.4 {NUMBER}".encode())
    caplog.set_level(logging.DEBUG)
    said = call("run", given, "--archive", kept)
    assert said.code != 0
    assert_silent(said.out + said.err + caplog.text, but=f"bistand {NUMBER}.txt")
    return kept


def assert_silent(text: str, but: str = "\0") -> None:
    """That nobody's number is in the text, but for a file's name, which the person gave."""
    joined = "".join(filter(str.isalnum, text.replace(but, "")))
    assert not [digits for digits in DIGITS if digits in joined]


def written(to: Path) -> Iterator[str]:
    for path in (to,) if to.is_file() else sorted(path for path in to.rglob("*") if path.is_file()):
        assert_silent(path.name)
        if path.suffix == ".pdf":
            with pypdfium2.PdfDocument(path) as document:
                yield from (page.get_textpage().get_text_range() for page in document)
        elif path.suffix == ".db":
            with closing(sqlite3.connect(path)) as database:
                yield "\n".join(database.iterdump())
        elif path.suffix == ".parquet":
            yield str(read_table(path).to_pylist())
        else:
            yield path.read_text("utf-8-sig")


@pytest.mark.parametrize(
    "form",
    ["jsonl", "jsonld", "annotations", "csv", "parquet", "sqlite", "erms", "dcat", "alto", "hocr", "pdf"],
)
def test_no_form_holds_a_number(
    form: str, folder: Path, tmp_path: Path, call: Call, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    to = tmp_path / f"ut.{form}"
    said = call("export", form, "--public", "--archive", folder, "--to", to, *OPTIONS)
    assert said.code == 0 or (form == "pdf" and "It holds text and no pages to show" in said.out)
    texts = list(written(to))
    assert any("Socialn" in text for text in texts)
    for text in (*texts, said.err, caplog.text):
        assert_silent(text)


def test_without_being_asked_nothing_is_hidden(folder: Path, call: Call) -> None:
    assert NUMBER in call("export", "jsonl", "--archive", folder).out


def test_a_finding_counts_them_and_names_none(folder: Path, call: Call) -> None:
    records = call("export", "jsonl", "--archive", folder).out
    assert records.count("2 personal numbers on page 1: publish with export --public") == 2


def test_to_standard_output(folder: Path, call: Call) -> None:
    said = call("export", "jsonl", "--public", "--archive", folder)
    assert_silent(said.out)
