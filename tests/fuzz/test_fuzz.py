"""Broken files by the thousand, through the real way of a batch, with a watch on what it leaves behind."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from tests.fuzz.guard import of_session, tree
from tests.fuzz.mutate import mutants
from tests.fuzz.seeds import seeds

CASES = 2_100
CHECKOUT = Path(__file__).parents[2]


def test_the_same_seed_breaks_the_same_files(tmp_path: Path) -> None:
    sound = seeds(tmp_path)
    assert list(mutants(sound, 60, 3)) == list(mutants(sound, 60, 3))
    broken = list(mutants(sound, 200, 3))
    assert sum(content not in sound.values() for _, content in broken) > 190
    assert {name.partition("-")[2] for name, _ in broken} == sound.keys()


@pytest.fixture
def short_path() -> Iterator[Path]:
    """A folder with a short path: a socket is made under TMPDIR, whose address has 107 bytes at most."""
    with TemporaryDirectory(prefix="fuzz-") as folder:
        yield Path(folder)


@pytest.mark.slow
def test_no_input_crashes_a_run_hangs_it_or_writes_outside(short_path: Path) -> None:
    room, temporary, home = (short_path / name for name in ("room", "tmp", "home"))
    for folder in (room, temporary, home):
        folder.mkdir()
    places = {"TMPDIR": str(temporary), "HOME": str(home), "PYTHONPATH": str(CHECKOUT)}
    command = [sys.executable, "-m", "tests.fuzz", "--cases", str(CASES), "--folder", str(room)]
    with subprocess.Popen(
        command,
        cwd=home,
        env=os.environ | places,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        start_new_session=True,
    ) as run:
        told, _ = run.communicate(timeout=900)
    assert run.returncode == 0, told[-3000:]
    time.sleep(0.2)
    assert list(of_session(run.pid)) == []
    left = tree(short_path, room / "arkiv")
    inputs = {f"room/in/{name}": len(content) for name, content in mutants(seeds(room), CASES, 1)}
    folders = dict.fromkeys(("room", "room/in", "tmp", "home"), 0)
    assert {path: size for path, (size, _) in left.items()} == inputs | folders
    assert not (room / "arkiv" / "work").exists()
