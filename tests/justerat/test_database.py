"""The commands over an archive whose tables are in PostgreSQL."""

from __future__ import annotations

from pathlib import Path

import pytest

from archive.places import SETTING
from models.errors import ArchiveError, ProgramMissing
from tests.justerat.conftest import Call

TEXT = (
    "Byggnadsnämnden i Granby\nSammanträdesprotokoll 1974-11-05\n§ 12 Bygglov för Åkerö 1:4\nAnsökan avslås."
)


@pytest.fixture
def folder(tmp_path: Path, postgresql: str) -> Path:
    assert postgresql
    (tmp_path / "a.txt").write_text(TEXT, "utf-8")
    return tmp_path / "arkiv"


@pytest.mark.slow
def test_a_run_can_be_searched_exported_and_followed(call: Call, folder: Path) -> None:
    ran = call("run", folder.parent / "a.txt", "--archive", folder, "--workers", "1")
    assert ran.code == 0, ran.err
    assert [path.name for path in folder.glob("*.json")] == ["database.json"]
    assert call("search", "bygglov", "--archive", folder, "--json").json["total"] == 1
    assert call("status", "--archive", folder).code == 0
    again = call("run", folder.parent / "a.txt", "--archive", folder, "--workers", "1", "--json")
    assert [one["before"] for one in again.listed("inputs")] == [True]
    assert call("export", "csv", "--archive", folder, "--to", folder.parent / "ut").code == 0
    assert (folder.parent / "ut" / "items.csv").stat().st_size > 100
    assert call("doctor", "--archive", folder, "--json").listed("checks")[-2]["name"] == "database"


def test_a_server_that_is_not_there_is_told(
    call: Call, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(SETTING, "postgresql+psycopg://justerat:hemligt@/arkiv?host=/nowhere")
    said = call("run", folder.parent / "a.txt", "--archive", folder)
    assert said.code == ArchiveError.exit_code
    assert "no server answers there" in said.err
    assert "hemligt" not in said.err
    found = call("doctor", "--archive", folder, "--json")
    assert found.code == ProgramMissing.exit_code
    remedies = {one["name"]: one["remedy"] for one in found.listed("checks")}
    assert "no server answers there" in str(remedies["database"])
