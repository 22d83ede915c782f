"""The ways of the samples' matters, from minutes, their scan and a letter."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from archive.folder import Archive
from ingest.files import open_source
from models.outcome import Outcome
from models.settings import Settings
from models.way import Step
from samples import FOLDER
from tests.archive.matters.kept import way_of
from tests.samples.reading import records
from tests.samples.test_records import BORN_DIGITAL, SCAN


def steps_of(folder: Path, dnr: str, names: Sequence[str]) -> tuple[Step, ...]:
    with Archive.writing(folder) as archive:
        for name in names:
            archive.put(Outcome(open_source(FOLDER / name, Settings().reading), records(name)))
        return way_of(archive, dnr).steps


def told(steps: Sequence[Step]) -> list[tuple[str | None, int | None, str, int]]:
    """The day, § and last outcome of each step, and in how many documents it stands."""
    return [
        (
            step.date,
            step.paragraph,
            step.rulings[-1].outcome if step.rulings else step.act,
            len(step.documents),
        )
        for step in steps
    ]


def test_a_medborgarforslag_is_followed_through_what_the_minutes_cite(tmp_path: Path) -> None:
    assert told(steps_of(tmp_path, "KS 2020/198", [BORN_DIGITAL])) == [
        ("2020-08-17", None, "received", 0),
        ("2020-09-28", 88, "remittera", 0),
        ("2021-03-16", 22, "handled", 0),
        ("2021-05-25", 46, "anse besvarad", 1),
    ]


@pytest.mark.slow
def test_minutes_their_scan_and_the_letter_are_each_one_step(tmp_path: Path) -> None:
    steps = steps_of(tmp_path, "KS 2021/112", [BORN_DIGITAL, SCAN, "granby-tjansteskrivelse.png"])
    assert told(steps) == [
        ("2014-11-24", 96, "anta", 0),
        ("2021-04-13", 38, "okänd", 0),
        ("2021-04-28", None, "föreslå fullmäktige", 1),
        ("2021-05-11", 65, "handled", 0),
        ("2021-05-25", 43, "föreslå fullmäktige", 2),
    ]
    assert [len(step.cited_by) for step in steps] == [3, 3, 2, 2, 0]
    assert not any(step.differences for step in steps)
