"""The measure of search: archives made by chance, and what a run tells."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from archive.folder import Archive
from archive.search.query import parse
from archive.store import Query
from archive.tables import DECISIONS
from benchmarks.archives import ITEMS, outcomes
from benchmarks.search.datasette import QUESTIONS, Compared, compare
from models.errors import SettingsError


def test_the_same_seed_makes_the_same_archive(tmp_path: Path) -> None:
    once, again = list(outcomes(2 * ITEMS, 3)), list(outcomes(2 * ITEMS, 3))
    assert once == again
    with Archive.writing(tmp_path / "arkiv") as archive:
        archive.put_all(once)
        assert archive.search(Query("in:beslut")).total == 2 * ITEMS
        assert len(list((tmp_path / "arkiv").rglob("records/*/*.json"))) == 2


def test_datasette_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match=r"setup\.sh bench"):
        compare(tmp_path, tmp_path / "datasette", 1)


def test_questions_are_understood_and_each_has_its_counterpart() -> None:
    for question in QUESTIONS:
        assert parse(question.ours).listed == ("decisions" if question.table == "decisions" else "text")
        assert all(name.startswith("_") or name.partition("__")[0] in DECISIONS.c for name in question.theirs)
    assert Compared("bygglov", 1, 1, 2.0, 5.0).ratio == 2.5


@pytest.mark.slow
def test_a_run_tells_of_each_question(tmp_path: Path) -> None:
    command = [
        sys.executable, "-m", "benchmarks.search", "--decisions", "60", "--times", "2", "--pages",
        "--archive", str(tmp_path / "arkiv"), "--json", str(tmp_path / "search.json"),
    ]  # fmt: skip
    ran = subprocess.run(command, capture_output=True, text=True, timeout=60, check=True)
    assert "60 decisions: p50" in ran.stdout
    assert "The web page of a search: p50" in ran.stdout
    result = json.loads((tmp_path / "search.json").read_text("utf-8"))
    assert all(len(one["ms"]) == 2 for one in [*result["questions"], *result["pages"]])
    assert result["p50_ms"] <= result["p95_ms"]
