"""What lies in an archive is an input of its own: it ends, is found and is tried again like any other."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from archive.folder import Archive
from archive.jobs import JobState
from archive.store import Query
from ingest.files import Found
from models.settings import ReadingSettings, Settings
from pipeline.batch.boxes import again
from pipeline.batch.events import Event, InputDone, InputFailed, PageRead, Planned
from pipeline.batch.run import Batch, Zeal
from pipeline.batch.spread import DirectSpread
from pipeline.batch.work import Worker
from tests.ingest.unpack.boxes import encrypted, tarred, zipped
from tests.pipeline.batch.rooms import worker

INNER = zipped({"c.txt": b"tre"})
FILES = {"mapp/a.txt": b"ett", "b.txt": b"!damaged", "inre.zip": INNER}


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    with Archive.writing(tmp_path / "arkiv") as opened:
        yield opened


def run(
    archive: Archive, found: Iterator[Found] | list[Found], zeal: Zeal = Zeal.REST, by: Worker | None = None
) -> list[Event]:
    return list(Batch(archive, by or worker(), DirectSpread(), zeal).run(found))


def box(folder: Path, content: bytes, name: str = "akt.zip") -> list[Found]:
    (folder / name).write_bytes(content)
    return [Found(folder / name)]


def ends(events: list[Event], folder: Path) -> dict[str, str]:
    found: dict[str, str] = {}
    for event in events:
        if isinstance(event, InputDone | InputFailed):
            name = event.path.relative_to(folder).as_posix()
            assert name not in found
            end = event.error if isinstance(event, InputFailed) else event.status.value
            found[name] = f"{end} before" if event.before else end
    return found


def retried(archive: Archive, tmp_path: Path) -> dict[str, str]:
    left = archive.jobs.listed(*(state for state in JobState if state is not JobState.WHOLE))
    return ends(run(archive, again(archive, left), Zeal.AGAIN), tmp_path)


ENDS = {
    "akt.zip": "whole",
    "akt.zip/mapp/a.txt": "whole",
    "akt.zip/b.txt": "InputDamaged",
    "akt.zip/inre.zip": "whole",
    "akt.zip/inre.zip/c.txt": "whole",
}


def test_each_member_ends_for_itself(archive: Archive, tmp_path: Path) -> None:
    events = run(archive, box(tmp_path, zipped(FILES)))
    assert ends(events, tmp_path) == ENDS
    assert [event.inputs for event in events if isinstance(event, Planned)] == [1, 4, 5]
    assert archive.jobs.counts()[JobState.WHOLE] == 4
    (hit,) = archive.search(Query("tre")).hits
    assert hit.path == str(tmp_path / "akt.zip" / "inre.zip" / "c.txt")
    assert list((tmp_path / "arkiv" / "work").iterdir()) == []


def test_what_is_done_is_not_unpacked_again(archive: Archive, tmp_path: Path) -> None:
    found = box(tmp_path, zipped(FILES))
    run(archive, found)
    assert ends(run(archive, found), tmp_path) == {
        name: end if end == "InputDamaged" else f"{end} before" for name, end in ENDS.items()
    }


def test_unpacked_files_that_are_lost_are_unpacked_again(archive: Archive, tmp_path: Path) -> None:
    found = box(tmp_path, zipped(FILES))
    run(archive, found)
    shutil.rmtree(archive.unpacked)
    assert ends(run(archive, found), tmp_path) == {
        "akt.zip": "whole",
        "akt.zip/mapp/a.txt": "whole before",
        "akt.zip/b.txt": "InputDamaged",
        "akt.zip/inre.zip": "whole",
        "akt.zip/inre.zip/c.txt": "whole before",
    }


def test_a_retry_tries_the_member_alone(archive: Archive, tmp_path: Path) -> None:
    run(archive, box(tmp_path, zipped(FILES)))
    assert retried(archive, tmp_path) == {"akt.zip/b.txt": "InputDamaged"}
    shutil.rmtree(archive.unpacked)
    assert retried(archive, tmp_path) == ENDS | {
        "akt.zip/mapp/a.txt": "whole before",
        "akt.zip/inre.zip/c.txt": "whole before",
    }
    assert retried(archive, tmp_path) == {"akt.zip/b.txt": "InputDamaged"}


def test_a_run_that_is_broken_off_finds_the_members_again(archive: Archive, tmp_path: Path) -> None:
    found = box(tmp_path, zipped(FILES))
    events = Batch(archive, worker(), DirectSpread()).run(found)
    for event in events:
        if isinstance(event, PageRead):
            break
    events.close()
    assert archive.jobs.listed(JobState.RUNNING)
    rest = ends(run(archive, found), tmp_path)
    assert {name: end.removesuffix(" before") for name, end in rest.items()} == ENDS
    assert archive.jobs.counts()[JobState.QUEUED] == 0


def test_a_member_that_is_refused_makes_its_archive_partial(archive: Archive, tmp_path: Path) -> None:
    found = box(tmp_path, encrypted(zipped({"a.txt": b"ett", "b.txt": b"hemligt"}), only=1))
    expected = {"akt.zip": "partial", "akt.zip/a.txt": "whole", "akt.zip/b.txt": "InputEncrypted"}
    assert ends(run(archive, found), tmp_path) == expected
    assert retried(archive, tmp_path) == expected | {"akt.zip/a.txt": "whole before"}
    box(tmp_path, zipped({"a.txt": b"ett", "b.txt": b"hemligt"}))
    assert retried(archive, tmp_path)["akt.zip/b.txt"] == "whole"


def test_an_archive_that_breaks_off_fails_and_its_members_are_read(archive: Archive, tmp_path: Path) -> None:
    cut = tarred({"a.txt": b"ett", "b.txt": bytes(900)})[:1600]
    assert ends(run(archive, box(tmp_path, cut, "akt.tar")), tmp_path) == {
        "akt.tar": "InputDamaged",
        "akt.tar/a.txt": "whole",
        "akt.tar/b.txt": "InputDamaged",
    }


def test_members_that_are_no_more_belong_to_no_archive(archive: Archive, tmp_path: Path) -> None:
    run(archive, box(tmp_path, zipped(FILES)))
    found = box(tmp_path, zipped({"mapp/a.txt": b"annat"}))
    assert ends(run(archive, found), tmp_path) == {"akt.zip": "whole", "akt.zip/mapp/a.txt": "whole"}
    assert [job.path.name for job in archive.jobs.members(tmp_path / "akt.zip")] == ["a.txt"]
    assert archive.search(Query("ett")).total == 0
    assert archive.search(Query("tre")).total == 1


def test_the_same_bytes_in_several_archives_are_read_once(archive: Archive, tmp_path: Path) -> None:
    found = box(tmp_path, zipped(FILES)) + box(tmp_path, zipped({"x.txt": b"ett"}), "b.zip")
    events = run(archive, found)
    assert ends(events, tmp_path) == ENDS | {"b.zip": "whole", "b.zip/x.txt": "whole"}
    assert len([event for event in events if isinstance(event, PageRead)]) == 2
    assert ends(run(archive, box(tmp_path, zipped(FILES), "c.zip")), tmp_path) == {"c.zip": "whole before"}


@pytest.mark.parametrize(
    "reading",
    [ReadingSettings(max_members=3), ReadingSettings(max_unpacked_bytes=700), ReadingSettings(max_depth=1)],
)
def test_archives_in_archives_share_the_room(
    reading: ReadingSettings, archive: Archive, tmp_path: Path
) -> None:
    inner = zipped({"c.txt": b"tre" * 200})
    tight = Worker(Settings(reading=reading), "1", worker().rooms)
    found = box(tmp_path, zipped({"a.txt": b"ett", "b.txt": b"tva", "inre.zip": inner}))
    assert ends(run(archive, found, by=tight), tmp_path) == {
        "akt.zip": "whole",
        "akt.zip/a.txt": "whole",
        "akt.zip/b.txt": "whole",
        "akt.zip/inre.zip": "InputTooLarge",
    }
