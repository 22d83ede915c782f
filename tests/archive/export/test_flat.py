"""The flat tables in each form: CSV with its description, and Parquet."""

from __future__ import annotations

import csv
import json
import sys
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest
from jsonschema import Draft4Validator, validate
from pyarrow.parquet import ParquetFile, read_table

from archive.export import columns, parquet
from archive.export.flat import TABLES, WITH_TEXT, batches, flat
from archive.export.package import write_package
from archive.export.tables import write_tables
from archive.folder import Archive
from models.matter import Amount, Decision
from models.mention import Place
from models.outcome import Outcome
from models.vocabulary import Currency, DecisionOutcome, DecisionStatus
from tests.archive.records import outcome_of, record_of, source_of
from tests.models.swedish.personal.numbers import NUMBER

pytestmark = pytest.mark.usefixtures("each_database")

PROFILE = Path(sys.prefix, "standards", "datapackage", "profiles", "tabular-data-package.json")


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    with Archive.writing(tmp_path / "arkiv") as opened:
        opened.put(outcome_of(parts=2))
        opened.put(outcome_of(b"b", "in/b.txt"))
        yield opened


def test_every_column_is_told() -> None:
    for table in WITH_TEXT:
        assert table.name in columns.TABLES
        for column in flat(table).c:
            assert columns.told(table.name, column.name).description


def test_batches_are_all_rows_however_few_are_read_at_once(
    archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    with archive.connection() as connection:
        whole = [(batch.table.name, tuple(row)) for batch in batches(connection) for row in batch.rows]
        monkeypatch.setattr("archive.export.extent.DOCUMENTS_AT_ONCE", 1)
        single = [(batch.table.name, tuple(row)) for batch in batches(connection) for row in batch.rows]
    assert sorted(map(str, whole)) == sorted(map(str, single))
    assert len([row for row in whole if row[0] == "documents"]) == 3


def test_csv_is_what_its_description_says(archive: Archive, tmp_path: Path) -> None:
    with archive.connection() as connection:
        written = write_tables(connection, tmp_path)
    package = json.loads(write_package(tmp_path, {path.stem: n for path, n in written}).read_text("utf-8"))
    validate(package, json.loads(PROFILE.read_text("utf-8")), Draft4Validator)
    documents = {row["id"] for row in rows_of(tmp_path / "documents.csv")}
    assert [resource["name"] for resource in package["resources"]] == [table.name for table in TABLES]
    for resource in package["resources"]:
        rows = rows_of(tmp_path / resource["path"])
        fields = resource["schema"]["fields"]
        assert resource["rows"] == len(rows) > 0
        assert len({row["id"] for row in rows}) == len(rows)
        for row in rows:
            assert list(row) == [field["name"] for field in fields]
            assert row.get("document", row["id"]) in documents
            for field in fields:
                assert is_value(row[field["name"]], field), (resource["name"], field, row)


def rows_of(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file, delimiter=";"))


def is_value(cell: str, field: dict[str, object]) -> bool:
    """Whether the cell can be what the field says, by the rules of Table Schema."""
    if not cell:
        return "constraints" not in field
    match field["type"]:
        case "boolean":
            return cell in {"0", "1"}
        case "integer":
            return str(int(cell)) == cell
        case "number":
            return Decimal(cell).is_finite()
        case _:
            return True


def test_parquet_is_the_tables_with_their_types(
    archive: Archive, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("archive.export.extent.DOCUMENTS_AT_ONCE", 1)
    monkeypatch.setattr(parquet, "ROWS_A_GROUP", 4)
    with archive.connection() as connection:
        written = parquet.write_parquet(connection, tmp_path / "ut")
        stored: dict[str, list[dict[str, object]]] = {table.name: [] for table in TABLES}
        for batch in batches(connection):
            names = flat(batch.table).c.keys()
            stored[batch.table.name] += [dict(zip(names, row, strict=True)) for row in batch.rows]
    for path, count in written:
        assert read_table(path).to_pylist() == stored[path.stem]
        assert count == len(stored[path.stem])
    file = ParquetFile(tmp_path / "ut" / "amounts.parquet")
    assert (file.metadata.num_rows, file.metadata.num_row_groups) == (6, 2)
    about = file.schema_arrow.field("bound").metadata
    assert about == {b"description": b"h\xc3\xb6gst, minst or cirka"}


def test_an_amount_read_out_of_a_personal_number_is_left_out_and_the_others_keep_their_ids(
    tmp_path: Path,
) -> None:
    text = f"Beviljas {NUMBER} och 500 kronor"
    source = source_of(text.encode(), "in/c.txt")
    low = text.index(NUMBER)
    places = [
        Place(page=1, start=start, end=end, raw=text[start:end], confidence=1, rule="test")
        for start, end in ((low, low + 8), (text.index("500"), text.index("500") + 3))
    ]
    amounts = tuple(
        Amount(value=value, currency=Currency.SEK, places=(place,))
        for value, place in zip(("19811218", "500"), places, strict=True)
    )
    decision = Decision(
        id="d1", status=DecisionStatus.FATTAT, outcome=DecisionOutcome.BEVILJA, text=text, amounts=amounts
    )
    record = record_of(source, pages=(text,)).model_copy(update={"decisions": (decision,)})
    with Archive.writing(tmp_path / "arkiv") as archive, archive.connection() as connection:
        archive.put(Outcome(source, (record,)))
        parquet.write_parquet(connection, tmp_path / "ut", public=True)
        rows = read_table(tmp_path / "ut" / "amounts.parquet").to_pylist()
    assert [(row["id"], row["value"]) for row in rows] == [(f"{record.id}/amounts/2", 500.0)]
