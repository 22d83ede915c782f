from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from archive.folder import Archive
from archive.jobs import JobState
from archive.store import Query
from ingest.files import Found
from models.errors import InputMissing, NothingGiven
from models.settings import Settings, WorkSettings
from models.vocabulary import Status
from pipeline.batch.events import Event, FileOpened, InputDone, InputFailed, PageRead, Planned
from pipeline.batch.run import Batch, Zeal
from pipeline.batch.spread import DirectSpread
from tests.pipeline.batch.rooms import worker


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    with Archive.writing(tmp_path / "arkiv") as opened:
        yield opened


@pytest.fixture
def read_log(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "log"
    path.touch()
    monkeypatch.setenv("READ_LOG", str(path))
    return path


def write(folder: Path, contents: Mapping[str, str]) -> list[Found]:
    for name, text in contents.items():
        (folder / name).write_text(text, "utf-8")
    return [Found(folder / name) for name in contents]


def run(archive: Archive, found: list[Found], zeal: Zeal = Zeal.REST) -> list[Event]:
    return list(Batch(archive, worker(), DirectSpread(), zeal).run(found))


def ends(events: list[Event]) -> dict[str, str]:
    found: dict[str, str] = {}
    for event in events:
        match event:
            case InputDone(path, _, status, before):
                assert path.name not in found
                found[path.name] = f"{status}{' before' if before else ''}"
            case InputFailed(path, error, _, before):
                assert path.name not in found
                found[path.name] = f"{error}{' before' if before else ''}"
            case _:
                pass
    return found


def test_every_input_ends_once_with_its_reason(archive: Archive, tmp_path: Path) -> None:
    found = write(
        tmp_path,
        {"a.txt": "ett\ftvå", "b.txt": "!damaged", "c.txt": "ett\f!unread\ftre", "d.txt": "ett\f!timeout"},
    )
    gone = Found(tmp_path / "gone.txt", InputMissing("There is no file gone.txt; check the path."))
    events = run(archive, [*found, gone])
    assert events[0] == Planned(5)
    assert ends(events) == {
        "a.txt": "whole",
        "b.txt": "InputDamaged",
        "c.txt": "partial",
        "d.txt": "partial",
        "gone.txt": "InputMissing",
    }
    assert [event.fault for event in events if isinstance(event, PageRead) and event.fault] == [
        "torn",
        "Page took too long; retry it.",
    ]
    assert archive.jobs.counts() == {
        JobState.QUEUED: 0, JobState.RUNNING: 0, JobState.WHOLE: 1, JobState.PARTIAL: 2, JobState.FAILED: 2,
    }  # fmt: skip


def test_pages_are_in_order_and_can_be_found(archive: Archive, tmp_path: Path) -> None:
    run(archive, write(tmp_path, {"a.txt": "\f".join(f"sida{n}" for n in range(1, 13))}))
    assert [hit.page for hit in archive.search(Query("sida11")).hits] == [11]


def test_what_is_done_is_not_done_again(archive: Archive, tmp_path: Path, read_log: Path) -> None:
    found = write(tmp_path, {"a.txt": "ett\ftvå", "c.txt": "ett\f!unread", "b.txt": "!damaged"})
    run(archive, found)
    read_log.write_text("")
    assert ends(run(archive, found)) == {
        "a.txt": "whole before",
        "c.txt": "partial before",
        "b.txt": "InputDamaged",
    }
    assert read_log.read_text() == ""


def test_changed_bytes_are_read_again(archive: Archive, tmp_path: Path) -> None:
    found = write(tmp_path, {"a.txt": "ett", "b.txt": "!damaged"})
    run(archive, found)
    write(tmp_path, {"a.txt": "tolv", "b.txt": "tretton"})
    assert ends(run(archive, found)) == {"a.txt": "whole", "b.txt": "whole"}
    assert archive.search(Query("ett")).total == 0
    assert archive.search(Query("tolv")).total == 1


def test_again_reads_only_pages_that_could_not_be_read_and_anew_reads_all(
    archive: Archive, tmp_path: Path, read_log: Path
) -> None:
    found = write(tmp_path, {"c.txt": "ett\f!unread\ftre"})
    run(archive, found)
    read_log.write_text("")
    events = run(archive, found, Zeal.AGAIN)
    assert FileOpened(tmp_path / "c.txt", 3, 2) in events
    assert read_log.read_text() == "c.txt 2\nc.txt 2 again\n"
    read_log.write_text("")
    run(archive, found, Zeal.ANEW)
    assert read_log.read_text() == "c.txt 1\nc.txt 2\nc.txt 2 again\nc.txt 3\n"


def test_another_version_or_other_settings_are_another_work(archive: Archive, tmp_path: Path) -> None:
    found = write(tmp_path, {"a.txt": "ett"})
    run(archive, found)
    newer = replace(worker(), version="2")
    assert ends(list(Batch(archive, newer, DirectSpread()).run(found))) == {"a.txt": "whole"}


def test_the_same_bytes_twice_are_read_once(archive: Archive, tmp_path: Path, read_log: Path) -> None:
    found = write(tmp_path, {"a.txt": "ett", "b.txt": "ett"})
    assert ends(run(archive, found)) == {"a.txt": "whole", "b.txt": "whole"}
    assert read_log.read_text() == "a.txt 1\n"
    later = write(tmp_path, {"c.txt": "ett"})
    assert ends(run(archive, later)) == {"c.txt": "whole before"}
    assert len(archive.summaries()) == 1


def test_a_run_that_was_broken_off_goes_on(archive: Archive, tmp_path: Path, read_log: Path) -> None:
    found = write(tmp_path, {"a.txt": "ett\ftvå\ftre"})
    events = Batch(archive, worker(), DirectSpread()).run(found)
    for event in events:
        if isinstance(event, PageRead):
            break
    events.close()
    assert archive.jobs.counts()[JobState.RUNNING] == 1
    assert ends(run(archive, found)) == {"a.txt": "whole"}
    assert read_log.read_text() == "a.txt 1\na.txt 2\na.txt 3\n"


def test_a_failure_of_the_work_itself_waits_for_a_retry(archive: Archive, tmp_path: Path) -> None:
    found = write(tmp_path, {"a.txt": "ett"})
    run(archive, found)
    archive.jobs.fail(tmp_path / "a.txt", "WorkerLost", "The process died.")
    assert ends(run(archive, found)) == {"a.txt": "WorkerLost before"}
    assert ends(run(archive, found, Zeal.AGAIN)) == {"a.txt": "whole"}


def test_a_page_that_can_be_read_the_second_time_is_read(
    archive: Archive, tmp_path: Path, read_log: Path
) -> None:
    found = write(tmp_path, {"a.txt": "ett\f!unread !once\ftre", "b.txt": "ett\f!timeout !once\ftre\ffyra"})
    assert ends(run(archive, found)) == {"a.txt": "whole", "b.txt": "whole"}
    read = read_log.read_text().splitlines()
    assert read.count("a.txt 2 again") == read.count("b.txt 2 again") == 1
    assert sum("again" in line for line in read) == 2


@pytest.mark.parametrize(
    ("pages", "end"),
    [
        ("!unread", "MostlyUnread"),
        ("ett\f!unread", "partial"),
        ("ett\f!unread\f!timeout", "MostlyUnread"),
        ("ett\f!hungry\ftre", "partial"),
        ("!fault\f!fault\ftre", "MostlyUnread"),
    ],
)
def test_a_file_fails_when_most_of_its_pages_do(
    pages: str, end: str, archive: Archive, tmp_path: Path
) -> None:
    assert ends(run(archive, write(tmp_path, {"a.txt": pages}))) == {"a.txt": end}
    assert list(archive.work.iterdir()) == []


def test_a_file_that_failed_for_its_pages_keeps_the_others(
    archive: Archive, tmp_path: Path, read_log: Path
) -> None:
    found = write(tmp_path, {"a.txt": "ett\f!unread\f!timeout"})
    (failed,) = [event for event in run(archive, found) if isinstance(event, InputFailed)]
    assert failed.message.startswith("2 of 3 pages could not be read (page 2: torn): ")
    read_log.write_text("")
    assert ends(run(archive, found)) == {"a.txt": "MostlyUnread before"}
    assert read_log.read_text() == ""
    run(archive, found, Zeal.AGAIN)
    assert "a.txt 1" not in read_log.read_text()
    lenient = replace(worker(), settings=Settings(work=WorkSettings(most_unread=0.7)))
    assert ends(list(Batch(archive, lenient, DirectSpread(), Zeal.AGAIN).run(found))) == {"a.txt": "partial"}


def test_a_hopeless_file_is_given_up_before_its_last_page(
    archive: Archive, tmp_path: Path, read_log: Path
) -> None:
    found = write(tmp_path, {"a.txt": "\f".join(["!unread"] * 40), "b.txt": "ett"})
    assert ends(run(archive, found)) == {"a.txt": "MostlyUnread", "b.txt": "whole"}
    assert "a.txt 40" not in read_log.read_text()


def test_nothing_given_is_told(archive: Archive) -> None:
    with pytest.raises(NothingGiven):
        run(archive, [])


def test_summaries_tell_the_status(archive: Archive, tmp_path: Path) -> None:
    run(archive, write(tmp_path, {"a.txt": "ett", "c.txt": "ett\f!unread"}))
    assert [one.status for one in archive.summaries()] == [Status.WHOLE, Status.PARTIAL]
