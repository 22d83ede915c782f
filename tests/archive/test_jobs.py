from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from archive.folder import Archive
from archive.jobs import JobState, Making
from archive.packing import pack_page, unpack_page
from models.finding import Finding, Severity
from models.geometry import Box
from models.page import Engine, Origin, Page, Unit, Word
from models.vocabulary import Status
from tests.archive.records import outcome_of

pytestmark = pytest.mark.usefixtures("each_database")

MAKING = Making("settings", "1")
PATH = outcome_of().source.path
SHA256 = outcome_of().source.sha256


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    with Archive.writing(tmp_path / "arkiv") as opened:
        opened.jobs.queue([PATH])
        yield opened


def test_an_input_goes_from_queued_to_whole(archive: Archive) -> None:
    jobs = archive.jobs
    job = jobs.find(PATH)
    assert job is not None
    assert (job.state, job.path, job.attempts) == (JobState.QUEUED, PATH, 0)
    jobs.start(PATH, SHA256, MAKING)
    assert jobs.done_with(SHA256, MAKING) is None
    archive.put(outcome_of())
    job = jobs.find(PATH)
    assert job is not None
    assert (job.state, job.attempts, job.making) == (JobState.WHOLE, 1, MAKING)
    assert jobs.done_with(SHA256, MAKING) is Status.WHOLE
    assert jobs.done_with(SHA256, Making("settings", "2")) is None


def test_a_failure_keeps_its_reason_and_queueing_again_forgets_nothing(archive: Archive) -> None:
    archive.jobs.fail(PATH, "InputDamaged", "It breaks off.")
    archive.jobs.queue([PATH])
    (job,) = archive.jobs.listed(JobState.FAILED)
    assert (job.error, job.message) == ("InputDamaged", "It breaks off.")
    assert archive.jobs.counts()[JobState.FAILED] == 1


@pytest.mark.parametrize("name", [b"r\xe4kning\xff.txt", "[bold]å\n\x1b[31m.txt".encode(), b"' OR 1=1 --"])
def test_names_of_any_bytes_are_kept(archive: Archive, name: bytes) -> None:
    path = Path(name.decode("utf-8", "surrogateescape"))
    archive.jobs.queue([path])
    assert archive.jobs.find(path) is not None
    assert path in {job.path for job in archive.jobs.listed(JobState.QUEUED)}


def test_seen_from_another_folder_a_path_is_absolute(
    archive: Archive, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    here = PATH.absolute()
    monkeypatch.chdir(tmp_path)
    assert [job.path for job in archive.jobs.listed(JobState.QUEUED)] == [here]


def test_read_pages_come_back_as_they_were(archive: Archive) -> None:
    page = Page(
        2,
        (Word("Å", "\n\n", Box(1, 2.5, 3, 4), 0.25), Word("ö")),
        Origin.OCR,
        10.0,
        20.0,
        Unit.PIXEL,
        300,
        Engine("tesseract", "5"),
        1.5,
        ("deskewed",),
        (Finding("dark", Severity.INFO, "Mörk.", 2),),
    )
    kept = archive.read_pages("reading", "1")
    kept.put(SHA256, {2: b"older"})
    kept.put(SHA256, {1: b"first", 2: pack_page(page)})
    (_, first), (number, second) = kept.packed(SHA256)
    assert (first, number, unpack_page(second)) == (b"first", 2, page)
    assert kept.numbers(SHA256) == {1, 2}
    assert archive.read_pages("other", "1").numbers(SHA256) == frozenset()
    assert archive.read_pages("reading", "2").numbers(SHA256) == frozenset()
