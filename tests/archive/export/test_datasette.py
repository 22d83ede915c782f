"""The database for Datasette, asked as Datasette asks it."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from archive.export.datasette import write_datasette
from archive.export.flat import WITH_TEXT, flat
from archive.folder import Archive
from tests.archive.records import outcome_of


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    with Archive.writing(tmp_path / "arkiv") as archive, archive.connection() as connection:
        archive.put(outcome_of(parts=2))
        archive.put(outcome_of(b"b", "in/b.txt"))
        ((path, rows),) = write_datasette(connection, tmp_path / "ut")
        assert (path.name, rows) == ("archive.db", 3 * 16)
    return tmp_path / "ut"


@pytest.fixture
def database(folder: Path) -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(folder / "archive.db")) as opened:
        yield opened


def test_it_is_sound_and_its_keys_hold(database: sqlite3.Connection) -> None:
    assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert database.execute("PRAGMA foreign_key_check").fetchall() == []
    for table in WITH_TEXT:
        keys = database.execute(f"PRAGMA foreign_key_list({table.name})").fetchall()
        assert [key[2] for key in keys] == ([] if table.name == "documents" else ["documents"])
        indexed = database.execute(f"PRAGMA index_list({table.name})").fetchall()
        assert table.name == "documents" or f"ix_{table.name}_document" in {one[1] for one in indexed}


def test_it_holds_no_packed_records(database: sqlite3.Connection) -> None:
    for table in WITH_TEXT:
        kinds = {row[2] for row in database.execute(f"PRAGMA table_info({table.name})")}
        assert "BLOB" not in kinds


ASKED = {
    "pages": "SELECT count(*) FROM pages WHERE key IN (SELECT rowid FROM pages_fts WHERE pages_fts MATCH ?)",
    "decisions": "SELECT count(*) FROM decisions"
    " WHERE rowid IN (SELECT rowid FROM decisions_fts WHERE decisions_fts MATCH ?)",
}


@pytest.mark.parametrize(
    ("table", "words", "found"),
    [("pages", "bygglov", 3), ("pages", "akero", 0), ("pages", "åkerö", 3), ("decisions", "ansökan", 3)],
)
def test_full_text(database: sqlite3.Connection, table: str, words: str, found: int) -> None:
    assert database.execute(ASKED[table], (words,)).fetchone() == (found,)


def test_values_can_be_read_and_joined(database: sqlite3.Connection) -> None:
    asked = """SELECT documents.path, decisions.outcome, amounts.value FROM amounts
        JOIN decisions USING (document, decision) JOIN documents ON documents.id = amounts.document
        WHERE amounts.value > 1000 ORDER BY 1"""
    rows = database.execute(asked).fetchall()
    assert rows == [("in/b.txt", "avslag", 1250.5), *[("in/granby [1].txt", "avslag", 1250.5)] * 2]


def test_metadata_tells_of_every_table_and_of_no_other_column(folder: Path) -> None:
    tables = json.loads((folder / "metadata.json").read_text("utf-8"))["databases"]["archive"]["tables"]
    assert set(tables) == {table.name for table in WITH_TEXT}
    for table in WITH_TEXT:
        told, names = tables[table.name], set(flat(table).c.keys())
        assert set(told["columns"]) == names
        assert names >= {*told["units"], *told["facets"]}
        assert told.get("label_column", "id") in names | {"id"}
    assert tables["pages"]["units"] == {"dpi": "1/inch", "rotation": "degree"}


def test_a_second_time_replaces_the_first(folder: Path, tmp_path: Path) -> None:
    with Archive.reading(tmp_path / "arkiv") as archive, archive.connection() as connection:
        ((_, rows),) = write_datasette(connection, folder)
    assert rows == 48
    assert sorted(path.name for path in folder.iterdir()) == ["archive.db", "metadata.json"]
