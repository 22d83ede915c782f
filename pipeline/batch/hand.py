"""One process that works on one item after the other."""

from __future__ import annotations

import os
import resource
import shutil
import signal
import tempfile
import threading
from collections.abc import Callable
from dataclasses import dataclass
from math import inf
from multiprocessing import parent_process
from multiprocessing.connection import Connection, wait
from multiprocessing.context import ForkServerContext
from multiprocessing.process import BaseProcess
from pathlib import Path
from time import monotonic
from traceback import extract_tb
from types import TracebackType
from typing import Generic

from models.errors import JusteratError, ProgramFault
from pipeline.batch.spread import Ended, Item, Result

_GROWN = 1 / 3
"""A process that has needed this share of its memory is renewed."""
_STARVED = 77
"""How a process ends whose memory was at the limit."""


@dataclass(frozen=True, slots=True)
class Answer(Generic[Result]):
    """What came of an item: a result, or what stopped it."""

    result: Result | None = None
    error: JusteratError | None = None
    has_grown: bool = False
    """Whether the process has needed so much memory that a new one should go on: it gives little back."""

    def of(self, item: Item) -> Ended[Item, Result]:
        """The same with its item."""
        return Ended(item, self.result, self.error)


@dataclass(slots=True, eq=False)
class Hand(Generic[Item, Result]):
    """A process and this end of its pipe; `deadline` is when the item in hand must have ended."""

    process: BaseProcess
    connection: Connection
    folder: Path
    """Where what it works with may put files; taken away when it is stopped, however it ended."""
    deadline: float = inf
    items: int = 0

    def give(self, item: Item, seconds: float) -> None:
        """Hand an item over; a process that has died meanwhile is found out by its answer."""
        self.items += 1
        self.deadline = monotonic() + seconds
        try:
            self.connection.send(item)
        except BrokenPipeError:
            self.process.kill()

    def answer(self) -> Answer[Result] | None:
        """The answer, or None where the process has died or is late."""
        try:
            if not self.connection.poll():
                return None
            answer: Answer[Result] = self.connection.recv()
        except (EOFError, ConnectionError):
            return None
        return answer

    def stop(self) -> None:
        """End the process and every program it has started."""
        try:
            os.killpg(self.process.pid or 0, signal.SIGKILL)
        except ProcessLookupError:
            self.process.kill()
        self.process.join()
        self.connection.close()
        shutil.rmtree(self.folder, ignore_errors=True)

    def has_starved(self) -> bool:
        """Whether the process, stopped, had ended itself because its memory was at the limit."""
        return self.process.exitcode == _STARVED


@dataclass(frozen=True, slots=True)
class Room:
    """What a process has: a folder for its files, and memory in MB, for it and each program it starts."""

    folder: Path
    megabytes: int


def start(context: ForkServerContext, job: Callable[[Item], Result], room: Room) -> Hand[Item, Result]:
    """A process that does `job` for whatever it is given."""
    room.folder.mkdir()
    here, there = context.Pipe()
    process = context.Process(target=_work, args=(there, job, room), daemon=True)
    process.start()
    # Only the process may hold its end, or its death would not close the pipe.
    there.close()
    return Hand(process, here, room.folder)


def _work(connection: Connection, job: Callable[[Item], Result], room: Room) -> None:
    _begin(room)
    while True:
        try:
            item: Item = connection.recv()
        except EOFError:
            return
        with _Told(connection):
            connection.send(Answer(job(item), has_grown=_has_grown(room)))


def _has_grown(room: Room) -> bool:
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss >> 10
    return peak > _GROWN * room.megabytes


@dataclass(frozen=True, slots=True)
class _Told:
    """The edge of the process: whatever stops an item is told as a cause that the program knows.

    Of a fault of the program, its kind and place are told, never its text, which may quote the document.
    """

    connection: Connection

    def __enter__(self) -> None:
        """Begin."""

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> bool:
        """Send the cause; only a want of memory ends the process, as no answer is sure to fit then."""
        if error is None:
            return False
        if isinstance(error, MemoryError):
            os._exit(_STARVED)
        self.connection.send(
            Answer(error=error if isinstance(error, JusteratError) else _fault(error, trace))
        )
        return True


def _fault(error: BaseException, trace: TracebackType | None) -> ProgramFault:
    frame = extract_tb(trace)[-1]
    place = "/".join(Path(frame.filename).parts[-2:])
    return ProgramFault(
        f"A fault of this program ({type(error).__name__} at {place}:{frame.lineno}): please report it."
    )


def _begin(room: Room) -> None:
    """Lead a group of its own, which Ctrl-C spares; keep OCR to one core; never outlive the first process.

    Temporary files of whatever library or program go to the room's folder. Its memory is that of data
    (RLIMIT_DATA), which programs that are started inherit each for itself: of addresses alone (RLIMIT_AS)
    libraries reserve far more than they use.
    """
    os.setpgid(0, 0)
    os.environ["OMP_THREAD_LIMIT"] = "1"
    os.environ["TMPDIR"] = tempfile.tempdir = str(room.folder)
    resource.setrlimit(resource.RLIMIT_DATA, (room.megabytes << 20, room.megabytes << 20))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    parent = parent_process()
    if parent is not None:
        threading.Thread(target=_end_with, args=(parent.sentinel,), daemon=True).start()


def _end_with(sentinel: int) -> None:
    wait([sentinel])
    os.killpg(os.getpgrp(), signal.SIGKILL)
