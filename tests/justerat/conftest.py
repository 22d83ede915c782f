"""An archive with a few records, and a way to call the program in this process."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from pydantic import TypeAdapter

from archive.folder import Archive
from archive.jobs import Making
from justerat.cli.main import main
from tests.archive.records import outcome_of

ANSWER = TypeAdapter(dict[str, object])
LISTED = TypeAdapter(list[dict[str, object]])


@dataclass(frozen=True, slots=True)
class Said:
    """What a command wrote, and its exit code."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> dict[str, object]:
        return ANSWER.validate_json(self.out)

    def listed(self, name: str) -> list[dict[str, object]]:
        return LISTED.validate_python(self.json[name])


Call = Callable[..., Said]


@pytest.fixture
def call(capfdbinary: pytest.CaptureFixture[bytes], forks: None) -> Call:
    del forks

    def called(*arguments: str | Path) -> Said:
        code = main([str(argument) for argument in arguments])
        written = capfdbinary.readouterr()
        return Said(code, written.out.decode(), written.err.decode())

    return called


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    folder = tmp_path / "arkiv"
    with Archive.writing(folder) as opened:
        outcome = outcome_of()
        paths = [outcome.source.path, Path("in/[red]bad\x1b.pdf"), Path("in/left.pdf")]
        opened.jobs.queue(paths)
        opened.jobs.start(paths[0], outcome.source.sha256, Making("s", "1"))
        opened.put(outcome)
        opened.jobs.fail(paths[1], "InputDamaged", "[/red] breaks off; fetch it again.")
    return folder
