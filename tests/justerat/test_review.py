"""justerat review: what people have corrected, for people and for programs."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from archive.folder import Archive
from justerat.cli.main import main
from models.correction import Act, Asked
from tests.archive.review.made import outcome, rewriting
from tests.justerat.conftest import ANSWER, LISTED

DOCUMENT = outcome().records[0].id


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    with Archive.writing(tmp_path / "arkiv") as archive:
        archive.jobs.queue([outcome().source.path])
        archive.put(outcome())
        asked = Asked(act=Act.CONFIRM, field="people", position=1, seen=1)
        archive.reviews.make(DOCUMENT, asked, "Vera\x1b[31m")
        archive.reviews.make(DOCUMENT, rewriting(archive.get(DOCUMENT), "Akerfalt", "Åkerfjält", 2), "Vera")
    return tmp_path / "arkiv"


@pytest.mark.parametrize("ids", [[], [DOCUMENT[:8]]])
def test_list(folder: Path, ids: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["review", "list", *ids, "--archive", str(folder)]) == 0
    shown = capsys.readouterr().out
    assert "2 corrections." in shown
    assert "\x1b[31m" not in shown
    assert main(["review", "list", *ids, "--archive", str(folder), "--json"]) == 0
    told = LISTED.validate_python(ANSWER.validate_json(capsys.readouterr().out)["corrections"])
    assert [(one["number"], one["act"], one["field"]) for one in told] == [
        (1, "confirm", "people"),
        (2, "correct", "text"),
    ]


def test_words(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["review", "words", "--archive", str(folder)]) == 0
    assert capsys.readouterr().out == "Åkerfjält\n"


def test_export(folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "rattelser.jsonl"
    assert main(["review", "export", "--archive", str(folder), "--to", str(out), "--public"]) == 0
    assert main(["review", "export", DOCUMENT, "--archive", str(folder), "--public"]) == 0
    lines = out.read_text("utf-8")
    assert capsys.readouterr().out == lines
    made = [json.loads(line) for line in lines.splitlines()]
    assert [one["motivation"] for one in made] == ["assessing", "editing"]
    assert made[1]["body"][0]["value"] == "Åkerfjält"
