"""Where an archive's tables are: found again, in no other database, and told where they can't be used."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from sqlalchemy import make_url, text

from archive import database, places
from archive.folder import Archive
from archive.places import SETTING
from archive.store import Query
from models.errors import ArchiveBusy, ArchiveError, ArchiveMissing, SettingsError
from tests.archive.records import outcome_of

HIDDEN = "hemligt"
"""A password, which no message may show."""


@pytest.fixture
def folder(tmp_path: Path, postgresql: str) -> Path:
    """An archive in PostgreSQL."""
    assert postgresql
    with Archive.writing(tmp_path / "Årkiv 1") as archive:
        archive.put(outcome_of())
    return tmp_path / "Årkiv 1"


@pytest.fixture
def in_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An archive in SQLite."""
    with monkeypatch.context() as patch:
        patch.delenv(SETTING, raising=False)
        with Archive.writing(tmp_path / "arkiv") as archive:
            archive.put(outcome_of())
    return tmp_path / "arkiv"


def total(folder: Path) -> int:
    with Archive.reading(folder) as archive:
        return archive.search(Query("bygglov")).total


def test_a_folder_knows_its_schema_without_the_setting(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kept = json.loads((folder / "database.json").read_text("utf-8"))
    assert kept["schema_name"].startswith("arkiv_1_")
    assert not (folder / "archive.sqlite").exists()
    monkeypatch.delenv(SETTING)
    assert total(folder) == 1
    with Archive.writing(folder) as archive:
        assert len(list(archive.records())) == 1


def test_each_archive_has_its_own_tables(folder: Path, tmp_path: Path) -> None:
    with Archive.writing(tmp_path / "other" / folder.name) as archive:
        assert list(archive.records()) == []
    assert total(folder) == 1


@pytest.mark.parametrize(
    "other",
    [
        "postgresql+psycopg://justerat@/other?host=/run/postgresql",
        "postgresql+psycopg://justerat:secret@db.granby.example/arkiv",
    ],
)
def test_another_database_than_its_own_is_refused(
    folder: Path, in_file: Path, other: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(SETTING, other)
    for archive in (folder, in_file):
        for opened in (Archive.reading, Archive.writing):
            with pytest.raises(ArchiveError, match=f"keeps its tables .* {SETTING}") as told, opened(archive):
                pass
            assert "secret" not in str(told.value)
    assert not (in_file / "database.json").exists()


def test_no_archive_is_no_archive_in_postgresql_either(tmp_path: Path, postgresql: str) -> None:
    assert postgresql
    with pytest.raises(ArchiveMissing), Archive.reading(tmp_path):
        pass
    assert list(tmp_path.iterdir()) == []


def test_a_schema_that_is_gone_is_told_and_not_made_anew(folder: Path) -> None:
    place = places.begun(folder)
    assert place is not None
    engine = database.connect(place)
    with engine.begin() as connection:
        connection.execute(text(f"DROP SCHEMA {place.schema} CASCADE"))
    engine.dispose()
    for opened in (Archive.reading, Archive.writing):
        with pytest.raises(ArchiveMissing, match="restore its backup"), opened(folder):
            pass


def test_a_run_on_another_machine_is_heeded(folder: Path, tmp_path: Path) -> None:
    """Another machine sees another folder lock: here, that of a copy of the folder."""
    shutil.copytree(folder, tmp_path / "there")
    with Archive.writing(folder) as archive:
        archive.put(outcome_of(b"b", "in/b.txt"))
        with pytest.raises(ArchiveBusy, match="Another machine"), Archive.writing(tmp_path / "there"):
            pass
        with Archive.reading(tmp_path / "there") as reader:
            assert reader.is_written_to()
            assert reader.search(Query("bygglov")).total == 2


def test_no_password_is_kept(tmp_path: Path, postgresql: str, monkeypatch: pytest.MonkeyPatch) -> None:
    url = make_url(f"{postgresql}&passfile=/nowhere/secret").set(password=HIDDEN)
    monkeypatch.setenv(SETTING, url.render_as_string(hide_password=False))
    with Archive.writing(tmp_path / "arkiv"):
        pass
    kept = (tmp_path / "arkiv" / "database.json").read_text("utf-8")
    assert HIDDEN not in kept
    assert "passfile" not in kept


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ("justerat:{}@/saknas?host={}", "no such database or user"),
        ("ingen:{}@/arkiv?host={}", "no such database or user"),
        ("justerat:{}@/arkiv?host=/nowhere{}", "no server answers there"),
        ("justerat:{}@/arkiv?host={}&port=1", "no server answers there"),
    ],
)
def test_what_is_wrong_with_the_server_is_told(
    tmp_path: Path, postgresql: str, wrong: str, told: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    server = str(make_url(postgresql).query["host"])
    monkeypatch.setenv(SETTING, "postgresql+psycopg://" + wrong.format(HIDDEN, server))
    with pytest.raises(ArchiveError, match=told) as error, Archive.writing(tmp_path / "arkiv"):
        pass
    assert HIDDEN not in str(error.value)
    assert [path.name for path in (tmp_path / "arkiv").iterdir()] == ["archive.lock"]


@pytest.mark.parametrize(
    "setting", ["x", "sqlite:///a.db", "mysql://a@b/c", "postgresql+psycopg://justerat@host"]
)
def test_a_setting_that_names_no_postgresql_database_is_told(
    tmp_path: Path, setting: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(SETTING, setting)
    with (
        pytest.raises(SettingsError, match="postgresql\\+psycopg://USER@HOST/DATABASE"),
        Archive.writing(tmp_path),
    ):
        pass


def test_a_note_that_cannot_be_read_is_told(folder: Path) -> None:
    (folder / "database.json").write_text("{}")
    with pytest.raises(ArchiveError, match="put it back"), Archive.reading(folder):
        pass


def test_a_user_who_may_only_read_reads_and_is_told(
    folder: Path, postgresql: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = places.begun(folder)
    assert place is not None
    engine = database.connect(place)
    with engine.begin() as connection:
        for statement in (
            "CREATE ROLE lasare LOGIN",
            f"GRANT USAGE ON SCHEMA {place.schema} TO lasare",
            f"GRANT SELECT ON ALL TABLES IN SCHEMA {place.schema} TO lasare",
        ):
            connection.execute(text(statement))
    engine.dispose()
    reader = make_url(postgresql).set(username="lasare")
    monkeypatch.setenv(SETTING, reader.render_as_string())
    assert total(folder) == 1
    with pytest.raises(ArchiveError, match="may not do that"), Archive.writing(folder) as archive:
        archive.put(outcome_of(b"b", "in/b.txt"))
