"""Work spread over processes on this machine.

Each process has a pipe of its own and one item at a time, so that it is always known which item a process
that dies, or takes too long, was at work on. The pools at hand don't give that: the standard library's breaks
as a whole when one process dies, Pebble's when one dies between two items.
"""

from __future__ import annotations

import multiprocessing
from collections.abc import Callable, Generator, Iterator
from contextlib import closing
from dataclasses import dataclass, field
from itertools import count
from multiprocessing.connection import wait
from multiprocessing.context import ForkServerContext
from pathlib import Path
from tempfile import TemporaryDirectory
from time import monotonic
from typing import Generic

from models.errors import JusteratError, PageTimeout, TooMuchMemory, WorkerLost
from models.settings import WorkSettings
from pipeline.batch.hand import Hand, Room, start
from pipeline.batch.spread import Ended, Item, Result

RECYCLE_AFTER = 100
"""Items after which a process makes room for a new one, so that what libraries leak is given back."""


@dataclass(frozen=True, slots=True)
class ProcessSpread:
    """As many processes as `workers`; a process that dies takes only its own item with it.

    The modules in `preload` are imported once, before the first process is made, and not by each of them.
    What processes write for a while lies in a folder of each under `folder` (the system's own, if None) and
    goes with them. None may take more than `megabytes` of memory, nor may a program that it starts.
    """

    workers: int
    preload: tuple[str, ...] = ()
    folder: Path | None = None
    megabytes: int = WorkSettings().worker_mb

    def map(
        self, job: Callable[[Item], Result], items: Iterator[Item | None], seconds: Callable[[Item], float]
    ) -> Generator[Ended[Item, Result]]:
        """Every item with its end, in the order that they end."""
        context = multiprocessing.get_context("forkserver")
        context.set_forkserver_preload(list(self.preload))
        with (
            TemporaryDirectory(prefix="justerat-", dir=self.folder, ignore_cleanup_errors=True) as folder,
            closing(_Crew(self._hiring(context, job, Path(folder)), self.workers)) as crew,
        ):
            for item in items:
                if item is not None:
                    crew.give(item, seconds(item))
                if crew.is_full() or item is None:
                    yield from crew.ended()
            while crew.busy:
                yield from crew.ended()

    def _hiring(
        self, context: ForkServerContext, job: Callable[[Item], Result], folder: Path
    ) -> Callable[[], Hand[Item, Result]]:
        rooms = (Room(folder / str(number), self.megabytes) for number in count())
        return lambda: start(context, job, next(rooms))


@dataclass(slots=True)
class _Crew(Generic[Item, Result]):
    """The processes: some at work on an item each, the others waiting for one."""

    hire: Callable[[], Hand[Item, Result]]
    size: int
    idle: list[Hand[Item, Result]] = field(default_factory=list[Hand[Item, Result]])
    busy: dict[Hand[Item, Result], Item] = field(default_factory=dict[Hand[Item, Result], Item])

    def is_full(self) -> bool:
        """Whether every process is at work."""
        return len(self.busy) >= self.size

    def give(self, item: Item, seconds: float) -> None:
        """Put a process to work on an item."""
        hand = self._ready()
        self.busy[hand] = item
        hand.give(item, seconds)

    def ended(self) -> Iterator[Ended[Item, Result]]:
        """Wait until at least one item has ended, or is to be ended for taking too long."""
        soonest = min(hand.deadline for hand in self.busy)
        # A process that dies closes its end of the pipe, which makes the pipe ready too.
        ready = wait([hand.connection for hand in self.busy], max(soonest - monotonic(), 0))
        for hand in [one for one in self.busy if one.connection in ready or one.deadline <= monotonic()]:
            item = self.busy.pop(hand)
            yield self._end(hand, item)

    def close(self) -> None:
        """Stop every process, at work or not."""
        for hand in (*self.idle, *self.busy):
            hand.stop()

    def _ready(self) -> Hand[Item, Result]:
        while self.idle:
            hand = self.idle.pop()
            if hand.process.is_alive():
                return hand
            hand.stop()
        return self.hire()

    def _end(self, hand: Hand[Item, Result], item: Item) -> Ended[Item, Result]:
        answer = hand.answer()
        if answer is not None and not answer.has_grown and hand.items < RECYCLE_AFTER:
            self.idle.append(hand)
        else:
            hand.stop()
        if answer is None:
            return Ended(item, error=_cause(hand))
        return answer.of(item)


def _cause(hand: Hand[Item, Result]) -> JusteratError:
    """Why a process that was stopped gave no answer."""
    if hand.has_starved():
        return TooMuchMemory("It needs too much memory (worker_mb): scan it at less dpi, or split the file.")
    if hand.deadline <= monotonic():
        return PageTimeout("It took too long and was stopped: look whether the file is sound, then retry it.")
    return WorkerLost(
        "The process that worked on it died, most often for want of memory: retry with fewer --workers."
    )
