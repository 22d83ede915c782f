"""A run as the person sees it: progress while it goes on, what was found after it."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Generator, Iterable
from contextlib import closing
from dataclasses import dataclass, field
from importlib.metadata import version
from pathlib import Path

from archive.folder import Archive
from archive.summary import Summary
from ingest.files import Found
from justerat.cli import found
from justerat.cli.output import complain, write_json
from justerat.cli.progress import Bar, Lines, Quiet, View
from justerat.data import Json
from models.errors import (
    EXIT_INTERRUPTED,
    EXIT_PARTIAL,
    EXIT_SEVERAL_FAILURES,
    EXIT_WHOLE,
    KINDS,
    JusteratError,
)
from models.settings import RepairSettings, Settings
from models.source import path_text
from models.vocabulary import Status
from pipeline.batch.events import Event, InputDone, InputFailed, Planned
from pipeline.batch.local import ProcessSpread
from pipeline.batch.run import Batch, Zeal
from pipeline.batch.work import Worker


@dataclass(slots=True)
class Tally:
    """How the inputs of a run have ended so far."""

    inputs: int = 0
    done: list[InputDone] = field(default_factory=list[InputDone])
    failed: list[InputFailed] = field(default_factory=list[InputFailed])

    def take(self, event: Event) -> None:
        """Count what an event tells."""
        match event:
            case Planned(inputs):
                self.inputs = inputs
            case InputDone():
                self.done.append(event)
            case InputFailed():
                self.failed.append(event)
            case _:
                pass

    @property
    def left(self) -> int:
        """How many inputs have not ended."""
        return self.inputs - len(self.done) - len(self.failed)

    def exit_code(self) -> int:
        """What the run ends with, by the rule in models/errors.py."""
        kinds = {failed.error for failed in self.failed}
        if len(kinds) > 1:
            return EXIT_SEVERAL_FAILURES
        if kinds:
            return KINDS.get(kinds.pop(), JusteratError).exit_code
        return EXIT_PARTIAL if any(one.status is Status.PARTIAL for one in self.done) else EXIT_WHOLE


class Work:
    """One run over an archive that is open for writing."""

    def __init__(self, archive: Archive, workers: int | None, *, as_json: bool) -> None:
        self._archive = archive
        self._workers = workers or len(os.sched_getaffinity(0))
        self._as_json = as_json

    def do(self, inputs: Iterable[Found], zeal: Zeal) -> int:
        """Work on the inputs, show what happens, then what came of it; the exit code."""
        tally = Tally()
        # A service that is stopped (SIGTERM) stops like one that is interrupted.
        signal.signal(signal.SIGTERM, signal.default_int_handler)
        try:
            self._follow(inputs, zeal, tally)
        except KeyboardInterrupt:
            return self._interrupted(tally)
        summaries = self._archive.summaries({one.sha256 for one in tally.done})
        if self._as_json:
            write_json(_as_json(self._archive.folder, tally, summaries))
        else:
            found.show(self._archive.folder, tally.done, tally.failed, summaries)
        return tally.exit_code()

    def _follow(self, inputs: Iterable[Found], zeal: Zeal, tally: Tally) -> None:
        with self._view() as view, closing(self._events(inputs, zeal)) as events:
            for event in events:
                tally.take(event)
                view.take(event)

    def _events(self, inputs: Iterable[Found], zeal: Zeal) -> Generator[Event]:
        settings = Settings(repair=RepairSettings(words=self._archive.reviews.words()))
        worker = Worker(settings, version("justerat"))
        spread = ProcessSpread(
            self._workers,
            preload=(worker.rooms.partition(":")[0],),
            folder=self._archive.work,
            megabytes=settings.work.worker_mb,
        )
        return Batch(self._archive, worker, spread, zeal).run(inputs)

    def _view(self) -> View:
        if self._as_json:
            return Quiet()
        return Bar() if sys.stderr.isatty() else Lines()

    def _interrupted(self, tally: Tally) -> int:
        message = (
            f"Interrupted: {tally.left} of {tally.inputs} inputs are left; pages that were read are kept. "
            f"Go on with: justerat retry --archive {path_text(self._archive.folder)}"
        )
        if self._as_json:
            write_json({"error": {"code": "Interrupted", "message": message}})
        else:
            complain(message)
        return EXIT_INTERRUPTED


def _as_json(folder: Path, tally: Tally, summaries: list[Summary]) -> Json:
    done: list[Json] = [
        {"path": path_text(one.path), "status": one.status.value, "sha256": one.sha256, "before": one.before}
        for one in tally.done
    ]
    failed: list[Json] = [
        {
            "path": path_text(one.path),
            "status": "failed",
            "error": {"code": one.error, "message": one.message},
            "before": one.before,
        }
        for one in tally.failed
    ]
    return {
        "archive": path_text(folder),
        "inputs": done + failed,
        "documents": [found.as_json(summary) for summary in summaries],
    }
