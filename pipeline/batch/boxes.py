"""Archives and e-mails in a batch: what lies in them becomes inputs like those that were given."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from archive.folder import Archive
from archive.jobs import Job, JobState
from ingest.files import Found
from ingest.unpack.room import Room
from ingest.unpacked import Folders, Members
from models.errors import KINDS, InputDamaged, InputError
from models.settings import ReadingSettings
from models.source import unpacked_path
from pipeline.batch.pages import File
from pipeline.batch.work import Unpack


@dataclass(slots=True)
class _Used:
    """How much has been unpacked out of one input that was given, at whatever depth."""

    files: int = 0
    bytes: int = 0


@dataclass(slots=True)
class Boxes:
    """Every input of a run, the archives among them that wait to be unpacked, and how much has been."""

    archive: Archive
    settings: ReadingSettings
    _waiting: deque[File] = field(default_factory=deque[File])
    _inputs: dict[Path, Found] = field(default_factory=dict[Path, Found])
    _given: dict[Path, Path] = field(default_factory=dict[Path, Path])
    """For each input the one that was given, out of which it came."""
    _used: dict[Path, _Used] = field(default_factory=dict[Path, _Used])

    @property
    def inputs(self) -> int:
        """How many inputs there are so far."""
        return len(self._inputs)

    def give(self, found: Iterable[Found]) -> None:
        """Know the inputs that were given."""
        for one in found:
            self._inputs[one.path] = one
            self._given[one.path] = one.path

    def was_given(self, path: Path) -> bool:
        """Whether the input was given, and did not come out of one that was."""
        return self._given[path] == path

    def add(self, file: File) -> None:
        """Let an archive wait."""
        self._waiting.append(file)

    def next(self) -> Unpack | None:
        """The next archive to unpack, with the room that is left for it."""
        if not self._waiting:
            return None
        file = self._waiting.popleft()
        used = self._used.setdefault(self._given[file.path], _Used())
        room = Room(
            max(self.settings.max_members - used.files, 0),
            max(self.settings.max_unpacked_bytes - used.bytes, 0),
            self.settings.max_depth - self._inputs[file.path].depth,
        )
        folders = Folders(self.archive.unpacked, self.archive.work)
        return Unpack(file.path, file.source, folders, room)

    def take(self, task: Unpack, members: Members) -> list[Found]:
        """Note what an archive held; the inputs that are new in this run."""
        used = self._used.setdefault(self._given[task.path], _Used())
        used.files += len(members.found)
        used.bytes += members.size
        self.archive.jobs.queue_members(task.path, map(_job, members.found))
        return self.fresh(task.path, members.found)

    def kept(self, container: Path) -> list[Found] | None:
        """What was unpacked of an archive before, None where some of it is gone."""
        found = [_found(self.archive, job) for job in self.archive.jobs.members(container)]
        if any(one.error is None and one.unpacked is None for one in found):
            return None
        return found

    def fresh(self, container: Path, found: Iterable[Found]) -> list[Found]:
        """Those files of an archive that are new in this run, which are inputs from now on."""
        fresh = [one for one in found if one.path not in self._inputs]
        for one in fresh:
            self._inputs[one.path] = one
            self._given[one.path] = self._given[container]
        return fresh


def again(archive: Archive, jobs: Iterable[Job]) -> Iterator[Found]:
    """The inputs of jobs that are tried again: where a file isn't unpacked, the archive that it lay in."""
    given: set[Path] = set()
    for job in jobs:
        found = _on_disk(archive, job)
        if found.path not in given:
            given.add(found.path)
            yield found


def _on_disk(archive: Archive, job: Job) -> Found:
    found = _found(archive, job)
    container = archive.jobs.find(job.container) if job.container else None
    if container is None or found.unpacked is not None:
        return Found(job.path, None, found.unpacked, job.depth)
    return _on_disk(archive, container)


def _found(archive: Archive, job: Job) -> Found:
    """An input out of an archive as it was found: unpacked, refused, or (neither) no longer there."""
    if job.unpacked is None:
        return Found(job.path, _refusal(job), depth=job.depth)
    file = unpacked_path(archive.unpacked, job.unpacked)
    return Found(job.path, None, file if file.is_file() else None, job.depth)


def _refusal(job: Job) -> InputError | None:
    """Why a file could not be had out of its archive."""
    kind = KINDS.get(job.error or "", InputDamaged)
    failed = job.state is JobState.FAILED and issubclass(kind, InputError)
    return kind(job.message or "") if failed and issubclass(kind, InputError) else None


def _job(found: Found) -> Job:
    digest = found.unpacked.name if found.unpacked else None
    return Job(found.path, JobState.QUEUED, unpacked=digest, depth=found.depth)
