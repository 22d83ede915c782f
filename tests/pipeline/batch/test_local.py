from __future__ import annotations

import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from models.errors import InputDamaged, PageTimeout, ProgramFault, TooMuchMemory, WorkerLost
from pipeline.batch import local
from pipeline.batch.local import ProcessSpread
from pipeline.batch.spread import DirectSpread, Ended, Spread

pytestmark = [pytest.mark.slow, pytest.mark.usefixtures("forks")]


EATS = [sys.executable, "-c", "bytearray(2_000 << 20)"]


def job(word: str) -> str:
    match word:
        case "die":
            os.kill(os.getpid(), signal.SIGKILL)
        case "hang":
            time.sleep(60)
        case "damaged":
            raise InputDamaged("It breaks off.")
        case "fault":
            raise ValueError("19121212-1212")
        case "pid":
            return str(os.getpid())
        case _ if word.startswith("child "):
            with subprocess.Popen(["/bin/sleep", "60"]) as child:
                Path(word.removeprefix("child ")).write_text(str(child.pid))
        case _:
            pass
    return word.upper()


def greedy(word: str) -> str:
    """What takes of the machine what it should not."""
    match word:
        case "eat":
            bytearray(2_000 << 20)
        case "swell":
            return str(len(b"x" * (500 << 20)) and os.getpid())
        case "feed":
            return str(subprocess.run(EATS, check=False, capture_output=True).returncode)
        case "folder":
            return tempfile.gettempdir()
        case _ if word.startswith("litter "):
            for name in ("one.png", "two.png"):
                Path(tempfile.mkdtemp(), name).write_text("a page")
            return job(word.rsplit(maxsplit=1)[-1])
        case _:
            pass
    return word.upper()


def seconds(word: str) -> float:
    if word.endswith("hang"):
        return 2.0
    return 6.0 if word.startswith("child ") else 60.0


def ends(spread: Spread, words: list[str], work: Callable[[str], str] = job) -> list[Ended[str, str]]:
    return list(spread.map(work, iter(words), seconds))


@pytest.mark.parametrize("spread", [ProcessSpread(2), DirectSpread()])
def test_every_item_ends(spread: Spread) -> None:
    words = [f"w{n}" for n in range(20)]
    assert sorted(ends(spread, words), key=str) == sorted((Ended(w, w.upper()) for w in words), key=str)


@pytest.mark.parametrize("spread", [ProcessSpread(2), DirectSpread()])
def test_none_waits_for_the_ends_of_others(spread: Spread) -> None:
    taken: list[str] = []

    def items() -> Iterator[str | None]:
        yield "a"
        while "A" not in taken:
            yield None
        yield "b"

    for ended in spread.map(job, items(), seconds):
        taken += [ended.result or ""]
    assert taken == ["A", "B"]


def test_what_stops_an_item_takes_no_other_with_it() -> None:
    words = ["die", "a", "hang", "b", "die", "fault", "c", "damaged", "d", "die", "e"]
    ended = ends(ProcessSpread(2), words)
    assert sorted(one.item for one in ended) == sorted(words)
    kinds = {one.item: type(one.error) for one in ended if one.error}
    assert kinds == {"die": WorkerLost, "hang": PageTimeout, "fault": ProgramFault, "damaged": InputDamaged}
    assert sorted(one.result for one in ended if one.result) == ["A", "B", "C", "D", "E"]


def test_what_a_stopped_process_has_started_ends_with_it(tmp_path: Path) -> None:
    (ended,) = ends(ProcessSpread(1), [f"child {tmp_path / 'pid'}"])
    assert isinstance(ended.error, PageTimeout)
    child = Path("/proc") / (tmp_path / "pid").read_text()
    for _ in range(50):
        if not child.exists() or "Z" in (child / "stat").read_text().split()[2]:
            return
        time.sleep(0.1)
    pytest.fail("the child lives on")


def test_a_fault_is_told_without_what_the_document_said() -> None:
    (ended,) = ends(ProcessSpread(1), ["fault"])
    assert ended.error is not None
    assert "19121212" not in ended.error.sentence
    assert "ValueError at batch/test_local.py:" in ended.error.sentence


def test_processes_are_renewed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(local, "RECYCLE_AFTER", 2)
    pids = {one.result for one in ends(ProcessSpread(1), ["pid"] * 6)}
    assert len(pids) == 3


def test_who_needs_too_much_memory_is_stopped_alone() -> None:
    ended = {
        one.item: one
        for one in ends(ProcessSpread(2, megabytes=1_000), ["a", "eat", "b", "eat", "c"], greedy)
    }
    assert isinstance(ended["eat"].error, TooMuchMemory)
    assert "worker_mb" in ended["eat"].error.sentence
    assert [ended[word].result for word in "abc"] == ["A", "B", "C"]


def test_a_process_that_has_grown_is_renewed() -> None:
    pids = [one.result for one in ends(ProcessSpread(1, megabytes=1_000), ["swell"] * 3, greedy)]
    assert len(set(pids)) == 3


def test_a_program_that_is_started_has_the_same_limit() -> None:
    (ended,) = ends(ProcessSpread(1, megabytes=1_000), ["feed"], greedy)
    assert ended.result == "1"


def test_nothing_that_was_put_down_for_a_while_is_left(tmp_path: Path) -> None:
    words = ["litter it", "litter and die", "litter and hang", "a"]
    assert len(ends(ProcessSpread(2, folder=tmp_path), words, greedy)) == len(words)
    assert list(tmp_path.iterdir()) == []


def test_each_process_has_a_folder_of_its_own(tmp_path: Path) -> None:
    (ended,) = ends(ProcessSpread(1, folder=tmp_path), ["folder"], greedy)
    assert ended.result is not None
    assert tmp_path in Path(ended.result).parents
