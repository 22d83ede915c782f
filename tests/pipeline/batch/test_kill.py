"""A run that is killed at any moment leaves nothing half-written, and the next run ends its work."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from archive.folder import Archive
from archive.jobs import JobState
from models.record import Record

pytestmark = pytest.mark.slow

FILES, PAGES = 6, 8
AT_ONCE = 2 * PAGES
"""Pages that two processes may have in hand: none has those of several files."""


def start(folder: Path, archive: Path, log: Path) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "tests.pipeline.batch.alone", str(folder), str(archive)]
    return subprocess.Popen(
        command, stdout=subprocess.PIPE, text=True, env=os.environ | {"READ_LOG": str(log)}
    )


def finish(folder: Path, archive: Path, log: Path) -> None:
    with start(folder, archive, log) as process:
        process.communicate(timeout=60)
        assert process.returncode == 0


def kill_after(events: int, folder: Path, archive: Path, log: Path) -> None:
    with start(folder, archive, log) as process:
        assert process.stdout is not None
        for _ in range(events):
            process.stdout.readline()
        time.sleep(random.uniform(0, 0.05))  # noqa: S311
        process.kill()


def held(archive: Path) -> dict[str, str]:
    """The record files of an archive without the time they were made at; each must be whole."""
    return {
        path.name: Record.model_validate_json(path.read_text("utf-8")).model_dump_json(
            exclude={"pipeline": {"processed_at"}}
        )
        for path in sorted((archive / "records").rglob("*.json"))
        if not path.name.startswith(".")
    }


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The files that are read."""
    folder = tmp_path_factory.mktemp("in")
    for file in range(FILES):
        pages = (f"!slow fil {file} sida {page} åäö" for page in range(PAGES))
        (folder / f"{file}.txt").write_text("\f".join(pages), "utf-8")
    return folder


@pytest.fixture(scope="module")
def undisturbed(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The record files of a run that nothing stopped."""
    made = tmp_path_factory.mktemp("undisturbed")
    finish(folder, made / "arkiv", made / "log")
    return held(made / "arkiv")


@pytest.mark.usefixtures("each_database")
def test_killed_runs_end_as_an_undisturbed_one(
    folder: Path, undisturbed: dict[str, str], tmp_path: Path
) -> None:
    log = tmp_path / "log"
    kills = [8, 20]
    for events in kills:
        kill_after(events, folder, tmp_path / "arkiv", log)
        held(tmp_path / "arkiv")
    finish(folder, tmp_path / "arkiv", log)
    assert held(tmp_path / "arkiv") == undisturbed
    assert len(held(tmp_path / "arkiv")) == FILES
    assert len(log.read_text().splitlines()) <= FILES * PAGES + len(kills) * AT_ONCE
    with Archive.reading(tmp_path / "arkiv") as archive:
        assert {record.id + ".json" for record in archive.records()} == held(tmp_path / "arkiv").keys()
        assert {job.path.name: job.state for job in archive.jobs.listed(JobState.WHOLE)}.keys() == {
            f"{file}.txt" for file in range(FILES)
        }
    assert list(tmp_path.rglob("*.part")) == []
    assert not (tmp_path / "arkiv" / "work").exists()


def test_no_worker_outlives_a_killed_run(tmp_path: Path) -> None:
    folder, log = tmp_path / "in", tmp_path / "log"
    folder.mkdir()
    (folder / "a.txt").write_text("\f".join(["!slow"] * 400))
    kill_after(8, folder, tmp_path / "arkiv", log)
    time.sleep(1)
    read = log.read_text()
    time.sleep(0.5)
    assert log.read_text() == read
    assert len(read.splitlines()) < 100


def test_ctrl_c_stops_at_once(tmp_path: Path) -> None:
    folder, log = tmp_path / "in", tmp_path / "log"
    folder.mkdir()
    (folder / "a.txt").write_text("\f".join(["!slow"] * 400))
    with start(folder, tmp_path / "arkiv", log) as process:
        assert process.stdout is not None
        for _ in range(8):
            process.stdout.readline()
        process.send_signal(signal.SIGINT)
        process.communicate(timeout=20)
    assert process.returncode != 0
    assert len(log.read_text().splitlines()) < 100
