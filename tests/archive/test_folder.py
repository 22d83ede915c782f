from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from archive import files
from archive.folder import Archive
from archive.memory import MemoryStore
from archive.store import Query, Store
from models.errors import ArchiveBusy, ArchiveError, ArchiveMissing, ArchiveNewer, RecordMissing
from models.outcome import Outcome
from models.record import Record
from tests.archive.records import outcome_of, outcomes

pytestmark = pytest.mark.usefixtures("each_database")
only_sqlite = pytest.mark.usefixtures("sqlite")


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    with Archive.writing(tmp_path / "arkiv") as opened:
        yield opened


@pytest.fixture(params=["folder", "memory"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    if request.param == "memory":
        yield MemoryStore()
        return
    with Archive.writing(tmp_path / "arkiv") as opened:
        yield opened


@given(outcome=outcomes())
@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_what_is_put_is_got_and_its_file_agrees(archive: Archive, outcome: Outcome) -> None:
    archive.put(outcome)
    for record in outcome.records:
        assert archive.get(record.id) == record
        file = files.record_path(archive.folder, record.id)
        assert Record.model_validate_json(file.read_text("utf-8")) == record


def test_every_store_puts_gets_and_searches(store: Store) -> None:
    outcome = outcome_of(parts=2)
    store.put(outcome)
    store.put(outcome)
    assert store.get(outcome.records[1].id) == outcome.records[1]
    assert {hit.document for hit in store.search(Query("ÅKERÖ bygglov")).hits} == {
        record.id for record in outcome.records
    }
    with pytest.raises(RecordMissing):
        store.get("0" * 16)


def test_the_beginning_of_an_id_is_enough_where_it_is_the_only_one(archive: Archive) -> None:
    archive.put(outcome_of(b"a"))
    archive.put(outcome_of(b"b", "in/other.txt", parts=2))
    one, two = outcome_of(b"a").records[0], outcome_of(b"b", parts=2).records
    assert archive.get(one.id[:4]).id == one.id
    assert archive.get(two[0].id).id == two[0].id
    assert [archive.get(f"{each.id[:4]}-{n}").id for n, each in enumerate(two, 1)] == [
        each.id for each in two
    ]
    for unclear in ("", "%", two[0].id[:16]):
        with pytest.raises(RecordMissing):
            archive.get(unclear)


def test_fewer_documents_in_the_same_file_leave_no_record_behind(archive: Archive) -> None:
    archive.put(outcome_of(parts=2))
    archive.put(outcome_of(parts=1))
    assert [path.name for path in archive.folder.rglob("*-*.json")] == [f"{outcome_of().records[0].id}.json"]
    assert archive.search(Query("bygglov")).total == 1


def test_new_bytes_under_a_path_take_the_place_of_the_old(archive: Archive) -> None:
    archive.put(outcome_of(b"a"))
    archive.put(outcome_of(b"b"))
    assert [record.id for record in archive.records()] == [outcome_of(b"b").records[0].id]


def test_record_files_are_pretty_and_in_order(archive: Archive) -> None:
    archive.put(outcome_of())
    (path,) = archive.folder.rglob("records/*/*.json")
    text = path.read_text("utf-8")
    assert text.startswith('{\n  "schema_version": "1.0",\n  "id": "')
    assert "Åsa Öberg" in text
    assert text.endswith("}\n")


def test_a_kill_between_database_and_file_is_mended(
    archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Killed(BaseException):
        pass

    def killed(*_: object) -> None:
        raise Killed

    with monkeypatch.context() as patch:
        patch.setattr(files, "write", killed)
        with pytest.raises(Killed):
            archive.put(outcome_of())
    assert list(archive.folder.rglob("*-1.json")) == []
    archive.mend()
    assert len(list(archive.folder.rglob("*-1.json"))) == 1


def test_one_writer_at_a_time_and_readers_all_the_time(archive: Archive) -> None:
    archive.put(outcome_of())
    with pytest.raises(ArchiveBusy), Archive.writing(archive.folder):
        pass
    with Archive.reading(archive.folder) as reader:
        assert reader.is_written_to()
        assert reader.search(Query("bygglov")).total == 1


def test_no_archive_is_told(tmp_path: Path) -> None:
    with pytest.raises(ArchiveMissing), Archive.reading(tmp_path):
        pass
    assert list(tmp_path.iterdir()) == []


def test_a_newer_archive_is_left_alone(tmp_path: Path) -> None:
    with Archive.writing(tmp_path) as archive, archive.connection() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
        connection.commit()
    with pytest.raises(ArchiveNewer), Archive.reading(tmp_path):
        pass
    with pytest.raises(ArchiveNewer), Archive.writing(tmp_path):
        pass


@only_sqlite
def test_a_database_that_is_none_is_told(tmp_path: Path) -> None:
    (tmp_path / "archive.sqlite").write_bytes(b"x" * 4096)
    with pytest.raises(ArchiveError, match="not a database"), Archive.reading(tmp_path):
        pass


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(ArchiveError), Archive.writing(tmp_path / "file" / "arkiv"):
        pass


@only_sqlite
def test_the_database_is_in_wal_mode_with_foreign_keys(tmp_path: Path) -> None:
    with Archive.writing(tmp_path) as archive, archive.connection() as connection:
        assert connection.exec_driver_sql("PRAGMA journal_mode").scalar() == "wal"
        assert connection.exec_driver_sql("PRAGMA foreign_keys").scalar() == 1
