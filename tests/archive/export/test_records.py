from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import select

from archive import tables
from archive.export.flat import TABLES
from archive.export.jsonl import lines, write_lines
from archive.export.tables import write_tables
from archive.folder import Archive
from models.record import Record
from tests.archive.records import outcome_of


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    with Archive.writing(tmp_path / "arkiv") as opened:
        opened.put(outcome_of(parts=2))
        yield opened


def read(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file, delimiter=";"))


def test_the_tables_come_back_as_they_are_in_the_database(archive: Archive, tmp_path: Path) -> None:
    with archive.connection() as connection:
        written = dict(write_tables(connection, tmp_path / "ut"))
        assert [path.stem for path in written] == [table.name for table in TABLES]
        for table in TABLES:
            rows = read(tmp_path / "ut" / f"{table.name}.csv")
            stored = connection.execute(select(table).order_by(table.c.id)).mappings().all()
            assert len(rows) == len(stored) == written[tmp_path / "ut" / f"{table.name}.csv"]
            for row, kept in zip(rows, stored, strict=True):
                for name in row.keys() & kept.keys():
                    value = kept[name]
                    plain = "" if value is None else str(int(value) if isinstance(value, bool) else value)
                    assert row[name].removeprefix("'") == plain.removeprefix("'")


def test_formulas_are_defused(archive: Archive, tmp_path: Path) -> None:
    with archive.connection() as connection:
        list(write_tables(connection, tmp_path))
    assert [row["heading"] for row in read(tmp_path / "items.csv")] == ["'-2+3", "'-2+3"]


def test_tables_begin_with_the_mark_and_join_by_ids(archive: Archive, tmp_path: Path) -> None:
    with archive.connection() as connection:
        list(write_tables(connection, tmp_path))
    assert (tmp_path / "people.csv").read_bytes().startswith(b"\xef\xbb\xbfid;document;position;name")
    documents = {row["id"] for row in read(tmp_path / "documents.csv")}
    for table in (tables.ITEMS, tables.DECISIONS, tables.AMOUNTS, tables.PEOPLE, tables.DNR):
        assert {row["document"] for row in read(tmp_path / f"{table.name}.csv")} == documents


def test_amounts_are_numbers_that_join_their_decisions(archive: Archive, tmp_path: Path) -> None:
    with archive.connection() as connection:
        list(write_tables(connection, tmp_path))
        joined = select(tables.AMOUNTS.c.value, tables.DECISIONS.c.outcome).join(
            tables.DECISIONS, tables.DECISIONS.c.decision == tables.AMOUNTS.c.decision
        )
        assert (1250.5, "avslag") in connection.execute(joined.where(tables.AMOUNTS.c.value > 1000)).all()
    (first, second) = read(tmp_path / "amounts.csv")[:2]
    assert (first["value"], first["value_to"], first["bound"], first["per"]) == ("1250.5", "", "högst", "år")
    assert (second["value"], second["value_to"], second["currency"]) == ("2.0", "3.0", "EUR")
    assert read(tmp_path / "addressees.csv")[0]["name"] == "Granby IF"


def test_json_lines_are_records(archive: Archive, tmp_path: Path) -> None:
    records = tuple(archive.records())
    assert tuple(Record.model_validate_json(line) for line in lines(records)) == records
    assert write_lines(lines(records), tmp_path / "ut.jsonl") == len(records) == 2
    assert (tmp_path / "ut.jsonl").read_text("utf-8") == "".join(lines(records))
