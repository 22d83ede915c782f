"""The way of many documents: each input is opened, read page by page, made into records, and kept.

What is already in the archive with the same bytes, settings and version is not done again. A file that
can't be opened is looked at afresh by every run, which costs nothing; one over which the work itself broke
down (`LASTING`) is tried again only where that is asked for. Pages that could not be read are not kept, so
that they are read again whenever their file is worked on.

What lies in an archive or e-mail becomes inputs of the same run, each with an end of its own.

A page that can't be read is tried once more by itself; where a process ends over several pages, each of them
is. As soon as most pages of a file couldn't be read it has failed; the pages that were are kept for a retry.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Generator, Iterable, Iterator
from contextlib import closing
from enum import Enum
from heapq import merge
from pathlib import Path

from archive.files import writable
from archive.folder import Archive
from archive.jobs import JobState, Making
from archive.packing import PackedPages
from ingest.files import Found
from ingest.unpacked import Members
from models.errors import (
    JusteratError,
    MostlyUnread,
    NothingGiven,
    PageTimeout,
    ProgramFault,
    TooMuchMemory,
    WorkerLost,
)
from models.outcome import Outcome
from models.source import Source
from pipeline.batch.boxes import Boxes
from pipeline.batch.events import Event, FileOpened, InputDone, InputFailed, PageRead, Planned
from pipeline.batch.pages import File, PageQueue, mostly_unread
from pipeline.batch.spread import Ended, Spread
from pipeline.batch.work import (
    LAST_ATTEMPT,
    Answer,
    MakeRecords,
    Opened,
    OpenFile,
    PageResult,
    PagesRead,
    ReadPages,
    Task,
    Unpack,
    Worker,
    unread_page,
)

OPEN_AHEAD = 200
"""Files that are opened before the pages of the first are read, so that the time left can be told."""
_STOPPED = (PageTimeout, WorkerLost, ProgramFault, TooMuchMemory)
"""How work ends that breaks down over a file."""
LASTING = frozenset(kind.__name__ for kind in (*_STOPPED, MostlyUnread))
"""Failures that come back when the same bytes are worked on in the same way."""


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
        self._boxes = Boxes(archive, worker.settings.reading)
        self._unopened: deque[Found] = deque()
        self._pages = PageQueue(worker.settings.work.batch_pages, spread.workers)
        self._ready: deque[File] = deque()
        self._files: dict[str, File] = {}
        self._out = 0

    def run(self, found: Iterable[Found]) -> Generator[Event]:
        """Work on the inputs and tell what happens."""
        inputs = list(found)
        if not inputs:
            message = "No file was found to work on: give files, or folders that hold some."
            raise NothingGiven(message)
        self._archive.jobs.queue(one.path for one in inputs)
        self._boxes.give(inputs)
        yield from self._plan(inputs)
        ends: Generator[Ended[Task, Answer]]
        ends = self._spread.map(self._worker, self._tasks(), self._worker.seconds)
        with closing(ends):
            for ended in ends:
                self._out -= 1
                yield from self._take(ended)

    def _plan(self, fresh: list[Found]) -> Iterator[Event]:
        """Have new inputs opened; those that can't be used have ended."""
        if fresh:
            yield Planned(self._boxes.inputs)
        for one in fresh:
            if one.error:
                yield self._fail(one.path, one.error)
            else:
                self._unopened.append(one)

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
        box = self._boxes.next()
        if box:
            return box
        if self._unopened and len(self._files) < OPEN_AHEAD:
            found = self._unopened.popleft()
            return OpenFile(found.path, found.unpacked)
        return self._pages.next()

    def _make(self, file: File) -> MakeRecords:
        with writable(self._archive.folder):
            pages = PackedPages.write(self._spool(file), self._packed(file))
        return MakeRecords(file.path, file.source, pages)

    def _packed(self, file: File) -> Iterator[bytes]:
        """All pages of a file in order; those with a fault stand before any kept from earlier."""
        kept = self._kept.packed(file.source.sha256)
        sound = ((number, content) for number, content in kept if number not in file.faulty)
        faulty = sorted((number, page.content) for number, page in file.faulty.items())
        return (content for _, content in merge(sound, faulty))

    def _spool(self, file: File) -> Path:
        return self._archive.work / f"{file.source.id}.pages"

    def _take(self, ended: Ended[Task, Answer]) -> Iterator[Event]:
        match ended:
            case Ended(OpenFile(path), Opened() as opened):
                yield from self._take_file(path, opened)
            case Ended(Unpack() as task, Members() as members):
                yield from self._take_members(task, members)
            case Ended(ReadPages() as task, PagesRead(pages)):
                yield from self._take_pages(task, pages)
            case Ended(ReadPages() as task, None, JusteratError() as error) if isinstance(error, _STOPPED):
                yield from self._take_stopped(task, error)
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
            yield from known
            return
        self._archive.jobs.start(path, source.sha256, self._making)
        read = frozenset[int]() if self._zeal is Zeal.ANEW else self._kept.numbers(source.sha256)
        missing = [number for number in range(1, opened.page_count + 1) if number not in read]
        file = self._files[source.sha256] = File(path, source, opened.page_count, set(missing))
        if source.media_type.holds_files:
            self._boxes.add(file)
        else:
            yield from self._begin(file)

    def _take_members(self, task: Unpack, members: Members) -> Iterator[Event]:
        """What lay in an archive; then its end, or the pages of an e-mail."""
        yield from self._plan(self._boxes.take(task, members))
        file = self._files[task.source.sha256]
        if members.error:
            yield from self._drop(file, members.error)
        elif task.source.media_type.has_pages:
            yield from self._begin(file)
        else:
            refused = sum(one.error is not None for one in members.found)
            yield from self._keep(Outcome(task.source, (), refused))

    def _begin(self, file: File) -> Iterator[Event]:
        yield FileOpened(file.path, file.page_count, file.page_count - len(file.missing))
        if file.missing:
            self._pages.add(file)
        else:
            self._ready.append(file)

    def _known(self, path: Path, source: Source) -> list[Event]:
        """What an earlier run made of the same bytes in the same way, and of the files that lay in it."""
        if self._zeal is Zeal.ANEW or (self._zeal is Zeal.AGAIN and self._boxes.was_given(path)):
            return []
        job = self._archive.jobs.find(path)
        same = job is not None and (job.sha256, job.making) == (source.sha256, self._making)
        if job and same and job.state is JobState.FAILED and job.error in LASTING:
            return [InputFailed(path, job.error, job.message or "", before=True)]
        kept = self._boxes.kept(path) if source.media_type.holds_files else []
        shared = None if kept is None else self._share(path, source.sha256, before=True)
        return [shared, *self._plan(self._boxes.fresh(path, kept or []))] if shared else []

    def _share(self, path: Path, sha256: str, *, before: bool) -> InputDone | None:
        status = self._archive.jobs.done_with(sha256, self._making)
        if status is None:
            return None
        self._archive.jobs.share(path, sha256, self._making, status)
        return InputDone(path, sha256, status, before)

    def _take_pages(self, task: ReadPages, pages: tuple[PageResult, ...]) -> Iterator[Event]:
        sha256 = task.source.sha256
        self._kept.put(sha256, {page.number: page.content for page in pages if page.fault is None})
        file = self._files.get(sha256)
        if file is None:
            return
        file.is_quick = not any(page.is_recognised for page in pages)
        for page in pages:
            if page.is_wanting and task.attempt < LAST_ATTEMPT:
                self._pages.add_again(task, (page.number,), task.attempt + 1)
            else:
                yield from self._take_page(file, page)

    def _take_stopped(self, task: ReadPages, error: JusteratError) -> Iterator[Event]:
        """Pages whose process was stopped: each is tried by itself, then less is asked of the guilty one."""
        file = self._files.get(task.source.sha256)
        if file is None:
            return
        attempt = task.attempt + (len(task.numbers) == 1)
        if attempt <= LAST_ATTEMPT:
            self._pages.add_again(task, task.numbers, attempt)
            return
        for number in task.numbers:
            yield from self._take_page(file, unread_page(number, error.sentence))

    def _take_page(self, file: File, page: PageResult) -> Iterator[Event]:
        if file.source.sha256 not in self._files or page.number not in file.missing:
            return
        file.take(page)
        yield PageRead(file.path, page.number, page.fault)
        if file.unread_share > self._worker.settings.work.most_unread:
            yield from self._drop(file, mostly_unread(file))
        elif not file.missing:
            self._ready.append(file)

    def _keep(self, outcome: Outcome) -> Iterator[Event]:
        source = outcome.source
        self._archive.put(outcome)
        yield InputDone(source.path, source.sha256, outcome.status)
        file = self._files.pop(source.sha256)
        self._spool(file).unlink(missing_ok=True)
        for twin in file.twins:
            shared = self._share(twin, source.sha256, before=False)
            if shared:
                yield shared

    def _give_up(self, task: Task, error: JusteratError) -> Iterator[Event]:
        if isinstance(task, OpenFile):
            yield self._fail(task.path, error)
        elif task.source.sha256 in self._files:
            yield from self._drop(self._files[task.source.sha256], error)

    def _drop(self, file: File, error: JusteratError) -> Iterator[Event]:
        del self._files[file.source.sha256]
        self._pages.drop(file)
        self._spool(file).unlink(missing_ok=True)
        for path in (file.path, *file.twins):
            yield self._fail(path, error)

    def _fail(self, path: Path, error: JusteratError) -> InputFailed:
        failed = InputFailed(path, type(error).__name__, error.sentence)
        self._archive.jobs.fail(path, failed.error, failed.message)
        return failed
