"""Which pages are read next, in pieces large enough to share their cost and small enough to spread."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass, field
from math import ceil
from pathlib import Path

from models.errors import MostlyUnread
from models.source import Source
from pipeline.batch.work import PageResult, ReadPages

QUICK = 8
"""So many times more pages make a piece where none needs recognition."""
_ROUNDS = 2
"""So many pieces for each process are left to the end, so that all end at about the same time."""


@dataclass(slots=True, eq=False)
class File:
    """A file that is being worked on: the numbers of pages still to come, and the pages that failed."""

    path: Path
    source: Source
    page_count: int
    missing: set[int]
    faulty: dict[int, PageResult] = field(default_factory=dict[int, PageResult])
    unread_count: int = 0
    twins: list[Path] = field(default_factory=list[Path])
    """Other inputs of the same bytes, which wait for this one."""
    is_quick: bool = False
    """Whether the pages that came last needed no recognition."""

    @property
    def unread_share(self) -> float:
        """The share of its pages that could not be read at all."""
        return self.unread_count / max(self.page_count, 1)

    def take(self, page: PageResult) -> None:
        """Note a page that has been read, or not."""
        self.missing.discard(page.number)
        if page.fault is not None:
            self.faulty[page.number] = page
            self.unread_count += page.is_unread


class PageQueue:
    """The pages of files that wait to be read, files in the order that they were opened."""

    def __init__(self, batch_pages: int, workers: int) -> None:
        self._batch_pages = batch_pages
        self._workers = workers
        self._waiting: deque[tuple[File, deque[int]]] = deque()
        self._again: deque[ReadPages] = deque()
        self._left = 0

    def add(self, file: File) -> None:
        """Let the missing pages of a file wait."""
        self._waiting.append((file, deque(sorted(file.missing))))
        self._left += len(file.missing)

    def drop(self, file: File) -> None:
        """Read no more of a file."""
        self._left -= sum(len(numbers) for one, numbers in self._waiting if one is file)
        self._waiting = deque(pair for pair in self._waiting if pair[0] is not file)
        self._again = deque(task for task in self._again if task.source.sha256 != file.source.sha256)

    def next(self) -> ReadPages | None:
        """The next piece; what is tried again comes first, so that its file can end."""
        if self._again:
            return self._again.popleft()
        while self._waiting:
            file, numbers = self._waiting[0]
            if numbers:
                return ReadPages(file.path, file.source, self._take(file, numbers))
            self._waiting.popleft()
        return None

    def add_again(self, task: ReadPages, numbers: Iterable[int], attempt: int) -> None:
        """Let these pages of `task` be read once more, one by one."""
        self._again.extend(ReadPages(task.path, task.source, (number,), attempt) for number in numbers)

    def _take(self, file: File, numbers: deque[int]) -> tuple[int, ...]:
        most = self._batch_pages * (QUICK if file.is_quick else 1)
        fair = ceil(self._left / (_ROUNDS * self._workers))
        taken = tuple(numbers.popleft() for _ in range(min(most, fair, len(numbers))))
        self._left -= len(taken)
        return taken


def mostly_unread(file: File) -> MostlyUnread:
    """Why a file has failed of which too many pages could not be read."""
    first = next(page for _, page in sorted(file.faulty.items()) if page.is_unread)
    why = f"page {first.number}: {first.fault}" if file.page_count > 1 else first.fault
    return MostlyUnread(
        f"{file.unread_count} of {file.page_count} pages could not be read ({why}): "
        "look at the file, mend or scan it again, then retry."
    )
