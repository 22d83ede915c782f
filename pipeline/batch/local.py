"""Work spread over processes on this machine.

Pebble runs the processes: it tells which item a dead process was at work on, stops an item that takes too
long, and starts processes afresh after some hundred items; the standard library's pool breaks as a whole when
one process dies.
"""

from __future__ import annotations

import multiprocessing
import os
import re
import signal
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, wait
from concurrent.futures import TimeoutError as FutureTimeout
from dataclasses import dataclass
from multiprocessing.connection import wait as wait_for

from pebble import ProcessExpired, ProcessPool

from models.errors import JusteratError, PageTimeout, ProgramFault, WorkerLost
from pipeline.batch.spread import Ended, Item, Result

RECYCLE_AFTER = 300
"""Items after which a process makes room for a new one, so that what libraries leak is given back."""
AHEAD = 2
"""Items a process that are handed out before the first has ended."""
_LAST_FRAME = re.compile(r'File "[^"]*?(\w+/\w+\.py)", line (\d+)')


@dataclass(frozen=True, slots=True)
class ProcessSpread:
    """As many processes as `workers`; a process that dies takes only its own item with it.

    The modules in `preload` are imported once, before the first process is made, and not by each of them.
    """

    workers: int
    preload: tuple[str, ...] = ()

    def map(
        self, job: Callable[[Item], Result], items: Iterator[Item | None], seconds: Callable[[Item], float]
    ) -> Iterator[Ended[Item, Result]]:
        """Every item with its end, in the order that they end."""
        running: dict[Future[Result], Item] = {}
        context = multiprocessing.get_context("forkserver")
        context.set_forkserver_preload(list(self.preload))
        with ProcessPool(
            self.workers,
            max_tasks=RECYCLE_AFTER,
            initializer=_begin_worker,
            context=context,
        ) as pool:
            try:
                for item in _as_room_allows(items, running, self.workers * AHEAD):
                    if item is None:
                        yield from _ended(running)
                    else:
                        running[pool.schedule(job, (item,), timeout=seconds(item))] = item
            finally:
                for future in running:
                    future.cancel()


def _as_room_allows(
    items: Iterator[Item | None], running: dict[Future[Result], Item], room: int
) -> Iterator[Item | None]:
    """The items, with None wherever ends must be waited for first, until none runs any more."""
    for item in items:
        yield item
        while len(running) >= room:
            yield None
    while running:
        yield None


def _ended(running: dict[Future[Result], Item]) -> Iterator[Ended[Item, Result]]:
    """Wait for the next that end."""
    for future in wait(running, return_when=FIRST_COMPLETED).done:
        item = running.pop(future)
        error = future.exception()
        yield Ended(item, error=_cause(error)) if error else Ended(item, future.result())


def _cause(error: BaseException) -> JusteratError:
    """What stopped an item, as a cause that the program knows."""
    if isinstance(error, JusteratError):
        return error
    if isinstance(error, FutureTimeout):
        return PageTimeout("It took too long and was stopped: look whether the file is sound, then retry it.")
    if isinstance(error, ProcessExpired):
        return WorkerLost(
            "The process that worked on it died, most often for want of memory: retry with fewer --workers."
        )
    frames = _LAST_FRAME.findall(str(getattr(error, "traceback", "")))
    place = ":".join(frames[-1]) if frames else "an unknown place"
    return ProgramFault(f"A fault of this program ({type(error).__name__} at {place}): please report it.")


def _begin_worker() -> None:
    """Leave Ctrl-C to the first process, keep OCR to one core, and never outlive the first process."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    os.environ["OMP_THREAD_LIMIT"] = "1"
    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=_end_with, args=(parent.sentinel,), daemon=True).start()


def _end_with(sentinel: int) -> None:
    wait_for([sentinel])
    os._exit(1)
