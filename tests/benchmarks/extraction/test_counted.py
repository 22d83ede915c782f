"""What is found is counted against what is true, field by field and decade by decade, and told."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from benchmarks.extraction.calibration import EDGES
from benchmarks.extraction.make import one, write
from benchmarks.extraction.plot import plot
from benchmarks.extraction.report import as_markdown
from benchmarks.extraction.result import BORN_DIGITAL, SCANS, SCANS_UNSCANNED, Result, Run, Tally, Volume
from benchmarks.extraction.run import counted, of_folder, read
from benchmarks.extraction.tables import fault_lines, lost_rows
from benchmarks.records.stored import stored
from models.settings import Settings
from samples.make.facts import read_facts


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file with its facts and records."""
    folder = tmp_path_factory.mktemp("minutes")
    path = write(one(1, 2010, 0), folder, scan=False, seed=1)
    for record in read(path, Settings()).records:
        (folder / f"{record.id}.json").write_text(record.model_dump_json(), "utf-8")
    return folder


@pytest.fixture(scope="module")
def run(folder: Path) -> Run:
    return of_folder(read_facts(folder), stored(folder))


def test_a_folder_is_counted_as_the_files_just_read(folder: Path, run: Run) -> None:
    other = Run()
    counted(other, "2010", read_facts(folder)[0], read(folder / "2010-001.pdf", Settings()))
    assert other.decades == run.decades
    assert list(run.decades) == ["2010"]
    assert run.field("minuted").right > 0


def test_what_nothing_was_found_of_is_missed(folder: Path) -> None:
    facts = read_facts(folder)
    nothing = of_folder(facts, [])
    assert nothing.field("dnr").right == 0
    assert nothing.field("dnr").missed == len(facts[0].dnr)
    assert any("missed" in line for line in fault_lines(nothing, 1))


def test_every_value_falls_into_one_bin(run: Run) -> None:
    found = run.field("dates")
    bins = run.calibration["dates"]
    assert len(bins) == len(EDGES)
    assert sum(one.values for one in bins) == found.right + found.spurious
    assert sum(one.right for one in bins) == found.right


def test_what_a_scan_loses() -> None:
    whole, half = (
        Run(decades={"1960": {"dnr": Tally(right=2)}}),
        Run(decades={"1960": {"dnr": Tally(right=1, missed=1)}}),
    )
    assert lost_rows(whole, half) == [("dnr", "1.000", "0.667", "+0.333")]


def test_the_report_tells_all(run: Run) -> None:
    volume = Volume(pages=200, wall=9.0, cpu=8.0, peak=2**28, first=3.0, last=3.1, record=4.0)
    made_at = datetime.now(UTC).isoformat()
    runs = {BORN_DIGITAL: run, SCANS: run, SCANS_UNSCANNED: run}
    result = Result(made_at=made_at, seed=1, machine="a machine", runs=runs, volumes=[volume])
    page = as_markdown(Result.model_validate_json(result.model_dump_json()))
    for heading in ("## By decade", "## Scans", "## Long files", "## Whether confidence can be believed"):
        assert heading in page
    assert "| 200 | 9.0 | 8.0 | 256 | 3.0 s | 3.1 s | 20 ms |" in page


def test_the_same_run_gives_the_same_picture(run: Run) -> None:
    assert plot(run) == plot(run)
