"""The way of many documents: each input is opened, read page by page, made into records, and kept.

What is already in the archive with the same bytes, settings and version is not done again. A file that
can't be opened is looked at afresh by every run, which costs nothing; one over which the work itself broke
down (`LASTING`) is tried again only where that is asked for. Pages that could not be read are not kept, so
that they are read again whenever their file is worked on.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Generator, Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass, field
from enum import Enum
from pathlib import Path

from archive.folder import Archive
from archive.jobs import JobState, Making
from ingest.files import Found
from models.errors import JusteratError, NothingGiven, PageTimeout, ProgramFault, WorkerLost
from models.outcome import Outcome
from models.source import Source
from pipeline.batch.events import Event, FileOpened, InputDone, InputFailed, PageRead, Planned
from pipeline.batch.spread import Ended, Spread
from pipeline.batch.work import (
    Answer,
    MakeRecords,
    Opened,
    OpenFile,
    PageResult,
    ReadPage,
    Task,
    Worker,
    unread_page,
)

OPEN_AHEAD = 200
"""Files that are opened before the pages of the first are read, so that the time left can be told."""
LASTING = frozenset({PageTimeout.__name__, WorkerLost.__name__, ProgramFault.__name__})
"""Failures that come back when the same bytes are worked on in the same way."""


@dataclass(slots=True, eq=False)
class _File:
    """A file that is being worked on: the numbers of pages still to come, and the pages that failed."""

    path: Path
    source: Source
    missing: set[int]
    unread: dict[int, bytes] = field(default_factory=dict[int, bytes])
    twins: list[Path] = field(default_factory=list[Path])
    """Other inputs of the same bytes, which wait for this one."""


class Zeal(Enum):
    """How much of what an earlier run did is done again."""

    REST = "what is not done"
    AGAIN = "every input, from the pages as they were read"
    ANEW = "every input, reading its pages anew"


class Batch:
    """One run over many inputs, whose outcome goes to the archive as it comes."""

    def __init__(self, archive: Archive, worker: Worker, spread: Spread, zeal: Zeal = Zeal.REST) -> None:
        self._archive = archive
        self._worker = worker
        self._spread = spread
        self._zeal = zeal
        self._making = Making(worker.settings.digest(), worker.version)
        self._kept = archive.read_pages(worker.settings.reading_digest(), worker.version)
        self._unopened: deque[Path] = deque()
        self._unread: deque[tuple[_File, Iterator[int]]] = deque()
        self._ready: deque[_File] = deque()
        self._files: dict[str, _File] = {}
        self._out = 0

    def run(self, found: Iterable[Found]) -> Generator[Event]:
        """Work on the inputs and tell what happens."""
        inputs = list(found)
        if not inputs:
            message = "No file was found to work on: give files, or folders that hold some."
            raise NothingGiven(message)
        self._archive.jobs.queue(one.path for one in inputs)
        yield Planned(len(inputs))
        for one in inputs:
            if one.error:
                yield self._fail(one.path, one.error)
        self._unopened.extend(one.path for one in inputs if not one.error)
        ends: Generator[Ended[Task, Answer]]
        ends = self._spread.map(self._worker, self._tasks(), self._worker.seconds)
        with closing(ends):
            for ended in ends:
                self._out -= 1
                yield from self._take(ended)

    def _tasks(self) -> Iterator[Task | None]:
        """What is to be done next; None while that hangs on what is being done."""
        while True:
            task = self._next()
            if task is None and not self._out:
                return
            self._out += task is not None
            yield task

    def _next(self) -> Task | None:
        if self._ready:
            return self._make(self._ready.popleft())
        if self._unopened and len(self._files) < OPEN_AHEAD:
            return OpenFile(self._unopened.popleft())
        while self._unread:
            file, numbers = self._unread[0]
            number = next(numbers, None)
            if number is not None and self._is_on(file):
                return ReadPage(file.path, file.source, number)
            self._unread.popleft()
        return None

    def _is_on(self, file: _File) -> bool:
        return self._files.get(file.source.sha256) is file

    def _make(self, file: _File) -> MakeRecords:
        pages = self._kept.packed(file.source.sha256) | file.unread
        return MakeRecords(file.path, file.source, tuple(pages[number] for number in sorted(pages)))

    def _take(self, ended: Ended[Task, Answer]) -> Iterator[Event]:
        match ended:
            case Ended(OpenFile(path), Opened() as opened):
                yield from self._take_file(path, opened)
            case Ended(ReadPage() as task, PageResult() as page):
                yield from self._take_page(task, page)
            case Ended(ReadPage() as task, None, (PageTimeout() | WorkerLost() | ProgramFault()) as error):
                yield from self._take_page(task, unread_page(task.number, error.sentence))
            case Ended(MakeRecords(), Outcome() as outcome):
                yield from self._keep(outcome)
            case Ended(task, _, JusteratError() as error):
                yield from self._give_up(task, error)
            case _:
                message = f"an answer that fits no task: {ended}"
                raise TypeError(message)

    def _take_file(self, path: Path, opened: Opened) -> Iterator[Event]:
        source = opened.source
        if source.sha256 in self._files:
            self._files[source.sha256].twins.append(path)
            return
        known = self._known(path, source)
        if known:
            yield known
            return
        self._archive.jobs.start(path, source.sha256, self._making)
        read = frozenset[int]() if self._zeal is Zeal.ANEW else self._kept.numbers(source.sha256)
        missing = [number for number in range(1, opened.page_count + 1) if number not in read]
        file = self._files[source.sha256] = _File(path, source, set(missing))
        yield FileOpened(path, opened.page_count, opened.page_count - len(missing))
        if missing:
            self._unread.append((file, iter(missing)))
        else:
            self._ready.append(file)

    def _known(self, path: Path, source: Source) -> Event | None:
        """What an earlier run made of the same bytes in the same way."""
        if self._zeal is not Zeal.REST:
            return None
        job = self._archive.jobs.find(path)
        same = job is not None and (job.sha256, job.making) == (source.sha256, self._making)
        if job and same and job.state is JobState.FAILED and job.error in LASTING:
            return InputFailed(path, job.error, job.message or "", before=True)
        return self._share(path, source.sha256, before=True)

    def _share(self, path: Path, sha256: str, *, before: bool) -> InputDone | None:
        status = self._archive.jobs.done_with(sha256, self._making)
        if status is None:
            return None
        self._archive.jobs.share(path, sha256, self._making, status)
        return InputDone(path, sha256, status, before)

    def _take_page(self, task: ReadPage, page: PageResult) -> Iterator[Event]:
        sha256 = task.source.sha256
        if page.fault is None:
            self._kept.put(sha256, task.number, page.content)
        file = self._files.get(sha256)
        if file is None or task.number not in file.missing:
            return
        file.missing.discard(task.number)
        if page.fault is not None:
            file.unread[task.number] = page.content
        yield PageRead(task.path, task.number, page.fault)
        if not file.missing:
            self._ready.append(file)

    def _keep(self, outcome: Outcome) -> Iterator[Event]:
        source = outcome.source
        self._archive.put(outcome)
        yield InputDone(source.path, source.sha256, outcome.status)
        for twin in self._files.pop(source.sha256).twins:
            shared = self._share(twin, source.sha256, before=False)
            if shared:
                yield shared

    def _give_up(self, task: Task, error: JusteratError) -> Iterator[Event]:
        file = None if isinstance(task, OpenFile) else self._files.pop(task.source.sha256, None)
        if file is None and not isinstance(task, OpenFile):
            return
        yield self._fail(task.path, error)
        for twin in file.twins if file else ():
            yield self._fail(twin, error)

    def _fail(self, path: Path, error: JusteratError) -> InputFailed:
        failed = InputFailed(path, type(error).__name__, error.sentence)
        self._archive.jobs.fail(path, failed.error, failed.message)
        return failed
