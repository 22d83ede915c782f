"""The program over broken inputs: each ends with its own cause, and a good one beside them is unharmed."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from pydantic import BaseModel, TypeAdapter

from justerat.cli.main import main
from models.errors import EXIT_SEVERAL_FAILURES, EXIT_WHOLE
from models.finding import Severity
from models.record import Record
from samples import FOLDER
from tests.broken.make import make_broken
from tests.broken.table import ENDS, End

pytestmark = [pytest.mark.slow, pytest.mark.usefixtures("forks")]

GOOD = "granby-rapport-lost-letters.txt"
TOLD = TypeAdapter(dict[str, object])


class Answer(BaseModel):
    """The part of the answer that is looked at here: what became of each input."""

    inputs: list[dict[str, object]]


@dataclass(frozen=True, slots=True)
class Ended:
    """What the program wrote, and its exit code."""

    exit_code: int
    answer: Answer
    errors: str

    def named(self, name: str) -> dict[str, object]:
        """What the answer says of the input of this name."""
        (said,) = (one for one in self.answer.inputs if Path(str(one["path"])).name == name)
        return said


def there(inputs: Path, archive: Path) -> Ended:
    """A run in a process of its own, as a person starts it."""
    program = [sys.executable, "-m", "justerat.cli.main"]
    command = [*program, "run", str(inputs), "--archive", str(archive), "--json"]
    ended = subprocess.run(command, capture_output=True, text=True, timeout=240, check=False)
    return Ended(ended.returncode, Answer.model_validate_json(ended.stdout), ended.stderr)


def here(path: Path, archive: Path, capsys: pytest.CaptureFixture[str]) -> Ended:
    """A run over one input in this process, which has loaded the program already."""
    exit_code = main(["run", str(path), "--archive", str(archive), "--workers", "1", "--json"])
    written = capsys.readouterr()
    return Ended(exit_code, Answer.model_validate_json(written.out), written.err)


def records_in(archive: Path) -> Iterator[Record]:
    for file in sorted((archive / "records").rglob("*.json")):
        yield Record.model_validate_json(file.read_text("utf-8"))


def errors_of(record: Record) -> set[str]:
    """The codes of the findings that make the record partial."""
    return {finding.code for finding in record.findings if finding.severity is Severity.ERROR}


def without_time(record: Record) -> str:
    """The record without when and from where it was made."""
    return record.model_dump_json(exclude={"pipeline": {"processed_at"}, "source": {"path"}})


@pytest.fixture(scope="module")
def room(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with every broken input and a good one, and the archive of a run over it."""
    folder = tmp_path_factory.mktemp("room")
    shutil.copy(FOLDER / GOOD, make_broken(folder / "inputs") / GOOD)
    return folder


@pytest.fixture(scope="module")
def batch(room: Path) -> Ended:
    return there(room / "inputs", room / "archive")


def test_a_run_over_all_says_that_several_failed(batch: Ended) -> None:
    assert batch.exit_code == EXIT_SEVERAL_FAILURES
    assert len(batch.answer.inputs) == len(ENDS) + 1
    assert "Traceback" not in batch.errors


@pytest.mark.parametrize("end", ENDS, ids=lambda end: end.name)
def test_end_in_a_batch(end: End, batch: Ended) -> None:
    said = batch.named(end.name)
    assert said["status"] == end.status
    if end.cause:
        error = TOLD.validate_python(said["error"], strict=True)
        assert error["code"] == end.cause.__name__
        assert end.name in str(error["message"])
        assert str(error["message"]).endswith(".")
        assert "\n" not in str(error["message"])


def test_what_is_partial_has_its_finding(batch: Ended, room: Path) -> None:
    expected = {end.name: end.finding for end in ENDS if end.finding}
    found = {Path(record.source.path).name: errors_of(record) for record in records_in(room / "archive")}
    assert batch.named("text.pdf")["status"] == "partial"
    assert {name: found[name] for name in expected} == {name: {code} for name, code in expected.items()}


def test_the_good_one_is_unharmed(
    batch: Ended, room: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    alone = here(room / "inputs" / GOOD, tmp_path / "archive", capsys)
    assert (alone.exit_code, batch.named(GOOD)["status"]) == (EXIT_WHOLE, "whole")
    (expected,) = records_in(tmp_path / "archive")
    (found,) = (record for record in records_in(room / "archive") if Path(record.source.path).name == GOOD)
    assert without_time(found) == without_time(expected)


@pytest.mark.parametrize("end", ENDS, ids=lambda end: end.name)
def test_exit_code_alone(end: End, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    broken = make_broken(tmp_path / "inputs") / end.name
    ended = here(broken, tmp_path / "archive", capsys)
    assert ended.exit_code == end.exit_code
    assert ended.named(end.name)["status"] == end.status
