"""Hostile documents on the terminal and in exports: text stays text, whatever reads it."""

from __future__ import annotations

import csv
import sqlite3
from pathlib import Path

import pytest
from lxml import etree
from pyarrow.parquet import read_table
from pydantic import JsonValue, TypeAdapter

from archive.dialect.types import storable
from archive.folder import Archive
from justerat.cli.main import main
from models.record import Record
from tests.hostile import ELSEWHERE, TEXTS, document
from tests.justerat.conftest import Call

RECORD = document(TEXTS, "hostile").records[0]
JSON: TypeAdapter[JsonValue] = TypeAdapter(JsonValue)
XML = etree.XMLParser(resolve_entities=False, no_network=True)
STORED = [storable(text) for text in TEXTS.values()]
"""The texts as tables hold them: records keep the sign NUL, columns can't (archive/dialect/types.py)."""
ACTING = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""What makes a spreadsheet take a cell for a formula (OWASP, CSV Injection)."""


@pytest.fixture
def hostile(tmp_path: Path) -> Path:
    with Archive.writing(tmp_path / "arkiv") as archive:
        outcome = document(TEXTS, "hostile")
        archive.jobs.queue([outcome.source.path])
        archive.put(outcome)
    return tmp_path / "arkiv"


@pytest.mark.parametrize(
    "command",
    [
        ("status",),
        ("show", RECORD.id),
        ("search", "granby*"),
        ("search", "in:beslut from:1900", "--facets", "--limit", "100"),
        ("search", TEXTS["control signs"]),
        ("matters",),
        ("matter", TEXTS["terminal's markup"]),
        ("changes",),
    ],
)
def test_nothing_acts_on_the_terminal(call: Call, hostile: Path, command: tuple[str, ...]) -> None:
    said = call(*command, "--archive", hostile)
    for written in (said.out, said.err):
        assert all(sign.isprintable() or sign == "\n" for sign in written)


def test_records_are_given_as_they_are(call: Call, hostile: Path) -> None:
    for command in (("show", RECORD.id, "--json"), ("export", "jsonl")):
        said = call(*command, "--archive", hostile)
        assert Record.model_validate_json(said.out) == RECORD


def test_no_cell_of_a_table_is_a_formula(call: Call, hostile: Path, tmp_path: Path) -> None:
    call("export", "csv", "--to", tmp_path / "csv", "--archive", hostile)
    for path in (tmp_path / "csv").glob("*.csv"):
        with path.open(encoding="utf-8-sig", newline="") as file:
            cells = [cell for row in csv.reader(file, delimiter=";") for cell in row]
        assert not [cell for cell in cells if cell.startswith(ACTING)]
    with (tmp_path / "csv" / "people.csv").open(encoding="utf-8-sig", newline="") as file:
        names = [row["name"] for row in csv.DictReader(file, delimiter=";")]
    expected = [f"'{text}" if text.startswith(ACTING) else text for text in STORED]
    assert [name.replace("\r\n", "\n") for name in names] == [one.replace("\r\n", "\n") for one in expected]


def test_tables_for_programs_hold_the_text_itself(call: Call, hostile: Path, tmp_path: Path) -> None:
    call("export", "parquet", "--to", tmp_path / "parquet", "--archive", hostile)
    rows = read_table(tmp_path / "parquet" / "people.parquet").to_pylist()
    assert [row["name"] for row in rows] == STORED
    call("export", "sqlite", "--to", tmp_path / "datasette", "--archive", hostile)
    connection = sqlite3.connect(tmp_path / "datasette" / "archive.db")
    names = [row[0] for row in connection.execute("SELECT name FROM people ORDER BY position")]
    tables = {row[0] for row in connection.execute("SELECT name FROM sqlite_master")}
    connection.close()
    assert names == STORED
    assert "documents" in tables
    assert "tokens" not in tables


@pytest.mark.parametrize("form", ["jsonld", "annotations"])
def test_linked_data_is_json_whose_addresses_are_ours(
    call: Call, hostile: Path, tmp_path: Path, form: str
) -> None:
    call("export", form, "--to", tmp_path / form, "--url", "https://arkiv.example/", "--archive", hostile)
    written = (tmp_path / form).read_text("utf-8")
    lines = written.strip().split("\n") if form == "annotations" else [written]
    ids = [one for line in lines for one in ids_of(JSON.validate_json(line))]
    assert ids
    assert not [one for one in ids if ELSEWHERE in one or one.startswith(("javascript:", "data:"))]


def ids_of(value: JsonValue) -> list[str]:
    """All that names a resource in JSON-LD."""
    if isinstance(value, list):
        return [one for each in value for one in ids_of(each)]
    if not isinstance(value, dict):
        return []
    own = [one for key, one in value.items() if key in {"id", "@id"} and isinstance(one, str)]
    return own + [one for each in value.values() for one in ids_of(each)]


@pytest.fixture(scope="module")
def read(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An archive of a file that holds the texts, read by the program itself."""
    folder = tmp_path_factory.mktemp("read")
    lines = [f"§ {number} {text}\n\nNämnden beslutar {text}" for number, text in enumerate(TEXTS.values(), 1)]
    (folder / "a.txt").write_text("Granby kommun\nProtokoll 1974-11-05\n\n" + "\n\n".join(lines), "utf-8")
    assert main(["run", str(folder / "a.txt"), "--archive", str(folder / "arkiv"), "--json"]) in {0, 3}
    return folder / "arkiv"


@pytest.mark.slow
@pytest.mark.parametrize("form", ["alto", "hocr", "erms"])
def test_xml_is_whole_and_holds_no_element_of_theirs(
    call: Call, read: Path, tmp_path: Path, form: str
) -> None:
    said = call("export", form, "--to", tmp_path / form, "--archive", read)
    assert said.code == 0, said.err
    files = [path for path in (tmp_path / form).rglob("*") if path.suffix in {".xml", ".html", ".hocr"}]
    assert files
    for path in files:
        root = etree.parse(path, XML).getroot()
        names = {etree.QName(one).localname.lower() for one in root.iter(etree.Element)}
        assert not names & {"script", "img", "svg", "iframe", "form", "style", "x", "base"}
        assert path.resolve().is_relative_to((tmp_path / form).resolve())


@pytest.mark.slow
def test_what_is_read_of_hostile_text_is_shown(call: Call, read: Path) -> None:
    said = call("search", "beslutar", "--limit", "100", "--archive", read)
    assert said.code == 0
    assert "<script>" in said.out
    assert all(sign.isprintable() or sign == "\n" for sign in said.out)
