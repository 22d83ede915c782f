from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from archive.lock import folder_lock
from models.errors import (
    KINDS,
    ArchiveBusy,
    ArchiveMissing,
    InputMissing,
    NothingGiven,
    ProgramMissing,
    QueryError,
    RecordMissing,
    SettingsError,
)
from models.record import Record
from models.schema import PATH
from tests.archive.records import outcome_of
from tests.justerat.conftest import Call

RECORD = outcome_of().records[0]
COMMANDS = (
    "run",
    "status",
    "retry",
    "show",
    "search",
    "matter",
    "matters",
    "changes",
    "export",
    "schema",
    "doctor",
)


@pytest.mark.parametrize("command", COMMANDS)
def test_help_has_an_example_and_json(call: Call, command: str) -> None:
    said = call(command, "--help")
    assert said.code == 0
    assert f"Example: justerat {command}" in said.out
    assert "--json" in said.out


def test_help_tells_commands_and_exit_codes(call: Call) -> None:
    for arguments in ((), ("--help",)):
        said = call(*arguments)
        assert said.code == 0
        assert all(command in said.out for command in COMMANDS)
        text = " ".join(said.out.split())
        assert all(re.search(rf"\b{kind.exit_code} \w", text) for kind in KINDS.values())


@pytest.mark.parametrize(
    ("arguments", "code", "exit_code"),
    [
        (("show", "ffff"), "RecordMissing", RecordMissing.exit_code),
        (("search", "from:igår"), "QueryError", QueryError.exit_code),
        (("search", "x", "outcome:kanske"), "QueryError", QueryError.exit_code),
        (("search", "x", "--sort", "best", "--after", "y"), "SettingsError", SettingsError.exit_code),
        (("search",), "Usage", 2),
        (("export", "csv"), "SettingsError", SettingsError.exit_code),
        (("export", "xml"), "Usage", 2),
        (("export", "dcat", "--to", "x"), "SettingsError", SettingsError.exit_code),
        (("export", "jsonld", "--url", "file:///etc"), "SettingsError", SettingsError.exit_code),
        (("export", "annotations", "--url", "https://a b"), "SettingsError", SettingsError.exit_code),
        (
            ("export", "dcat", "--publisher", "G", "--licence", "CC0", "--contact", "a@b.example"),
            "SettingsError",
            SettingsError.exit_code,
        ),
        (("search", "x", "--limit", "0"), "Usage", 2),
        (("show",), "Usage", 2),
        (("nonsense",), "Usage", 2),
    ],
)
def test_errors_are_one_sentence_or_one_shape(
    call: Call, archive: Path, arguments: tuple[str, ...], code: str, exit_code: int
) -> None:
    where = () if arguments == ("nonsense",) else ("--archive", str(archive))
    said = call(*arguments, *where)
    assert (said.code, said.out) == (exit_code, "")
    assert said.err.startswith("justerat: ")
    assert said.err.count("\n") == 1
    said = call(*arguments, *where, "--json")
    assert (said.code, said.err) == (exit_code, "")
    error = said.json["error"]
    assert isinstance(error, dict)
    assert error.keys() == {"code", "message"}
    assert error["code"] == code


@pytest.mark.parametrize(
    "arguments", [("status",), ("retry",), ("search", "x"), ("show", "a"), ("export", "jsonl")]
)
def test_no_archive_is_told_and_none_is_made(call: Call, tmp_path: Path, arguments: tuple[str, ...]) -> None:
    said = call(*arguments, "--archive", tmp_path / "none")
    assert said.code == ArchiveMissing.exit_code
    assert not (tmp_path / "none").exists()


def test_a_busy_archive_is_told(call: Call, archive: Path, tmp_path: Path) -> None:
    with folder_lock(archive):
        assert call("run", tmp_path, "--archive", archive).code == ArchiveBusy.exit_code
        assert call("status", "--archive", archive, "--json").json["running"] is True


def test_status(call: Call, archive: Path) -> None:
    said = call("status", "--archive", archive)
    assert said.code == 0
    assert "1 whole, 0 partial, 1 failed" in said.out
    assert "failed: in/[red]bad\\x1b.pdf: [/red] breaks off; fetch it again." in said.out
    assert "1 inputs were broken off" in said.out
    answer = call("status", "--archive", archive, "--json").json
    assert answer["inputs"] == {"queued": 1, "running": 0, "whole": 1, "partial": 0, "failed": 1}
    assert answer["unfinished"] == ["in/left.pdf"]


def test_show(call: Call, archive: Path) -> None:
    said = call("show", RECORD.id[:5], "--archive", archive)
    for text in (
        "Byggnadsnämnden",
        "[red]Protokoll",
        "Åsa Öberg (C), ordförande",
        "Nils Åkerfält (may be N. Åkerfelt)",
        "fattat, avslag",
        "Suddig.",
    ):
        assert text in said.out
    said = call("show", RECORD.id, "--archive", archive, "--json")
    assert Record.model_validate_json(said.out) == RECORD


def test_search(call: Call, archive: Path) -> None:
    said = call("search", "ÅKERÖ", "--archive", archive)
    assert f"{RECORD.id}, page 1: protokoll, Byggnadsnämnden, 1974-11-05" in said.out
    assert "Bygglov för Åkerö 1:4 avslås" in said.out
    said = call("search", "summa", "--archive", archive)
    assert "[bold]x[/bold]" in said.out
    said = call("search", "from:1974-11 to:1974 outcome:AVSLAG", "--facets", "--archive", archive)
    assert "outcome: avslag 1" in said.out
    said = call("search", "from:1974-11", "to:1974", "utfall:AVSLAG", "--archive", archive, "--json")
    (hit,) = said.listed("hits")
    assert (hit["id"], hit["entry"]) == (RECORD.id, "document")
    assert call("search", "from:1975", "--archive", archive, "--json").json["total"] == 0


def test_export(call: Call, archive: Path, tmp_path: Path) -> None:
    said = call("export", "jsonl", "--archive", archive)
    assert [Record.model_validate_json(line) for line in said.out.splitlines()] == [RECORD]
    said = call("export", "csv", "--archive", archive, "--to", tmp_path / "ut", "--json")
    assert {Path(str(file["path"])).name: file["rows"] for file in said.listed("files")}["people.csv"] == 2
    assert call("export", "jsonl", "--archive", archive, "--to", "/proc/x").code == SettingsError.exit_code


def test_schema_is_the_published_one(call: Call) -> None:
    said = call("schema")
    assert said.out == PATH.read_text("utf-8")
    assert json.loads(said.out)["$schema"] == "https://json-schema.org/draft/2020-12/schema"


def test_doctor(call: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from ingest.ocr import probe

    probe.tesseract.cache_clear()
    with monkeypatch.context() as patch:
        patch.setenv("PATH", str(tmp_path))
        said = call("doctor", "--json", "--archive", tmp_path / "arkiv")
    assert said.code == ProgramMissing.exit_code
    assert said.json["well"] is False
    assert "sudo apt install tesseract-ocr" in said.out
    probe.tesseract.cache_clear()
    assert call("doctor", "--archive", tmp_path / "arkiv").code == 0


def test_run_over_nothing_and_over_a_missing_file(call: Call, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    assert call("run", tmp_path / "empty", "--archive", tmp_path / "a").code == NothingGiven.exit_code
    said = call("run", tmp_path / "gone.pdf", "--archive", tmp_path / "a", "--json")
    assert said.code == InputMissing.exit_code
    (ended,) = said.listed("inputs")
    assert ended["status"] == "failed"
    assert '"code": "InputMissing"' in said.out
