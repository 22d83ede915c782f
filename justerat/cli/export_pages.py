"""Pages for other programs: each file in a process of its own, what fails told at the end."""

from __future__ import annotations

import json
import os
from collections.abc import Generator, Iterator
from contextlib import closing, contextmanager, nullcontext
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO

from sqlalchemy import Connection

from archive.export.extent import Extent
from archive.export.work import FileTask, FileWriter, Form, file_tasks
from archive.folder import Archive
from justerat.cli.output import one_line, say, write_text
from models.errors import EXIT_SEVERAL_FAILURES, EXIT_WHOLE, JusteratError
from models.source import path_text
from pipeline.batch.local import ProcessSpread
from pipeline.batch.spread import Ended

_SHOWN = 50
"""Failures that are shown before they are only counted."""
_Ended = Ended[FileTask, tuple[Path, ...]]


@dataclass(slots=True)
class _Tally:
    """How many files were written, and how many could not be; the first of these with why."""

    written: int = 0
    failed: int = 0
    shown: list[tuple[FileTask, JusteratError]] = field(default_factory=list[tuple[FileTask, JusteratError]])
    codes: set[int] = field(default_factory=set[int])

    def take(self, ended: _Ended) -> None:
        """Count one end."""
        self.written += len(ended.result or ())
        if ended.error:
            self.failed += 1
            self.codes.add(ended.error.exit_code)
            if len(self.shown) < _SHOWN:
                self.shown.append((ended.item, ended.error))

    def exit_code(self) -> int:
        """By the rule of a run: a failure's own code when all are of one kind."""
        if len(self.codes) > 1:
            return EXIT_SEVERAL_FAILURES
        return next(iter(self.codes), EXIT_WHOLE)


class PageExport:
    """An export of an archive that is open, to a folder that is made."""

    def __init__(  # noqa: PLR0913  each is an option of the command line
        self, archive: Archive, to: Path, form: str, workers: int | None, *, as_json: bool, public: bool
    ) -> None:
        self._archive = archive
        self._to = to
        self._form = Form(form)
        self._workers = workers or len(os.sched_getaffinity(0))
        self._as_json = as_json
        self._public = public

    def do(self, connection: Connection, extent: Extent) -> int:
        """Write the documents file by file; tell what came of it; the exit code."""
        self._to.mkdir(parents=True, exist_ok=True)
        writer = FileWriter(self._archive.folder, self._to, self._form, public=self._public)
        spread = ProcessSpread(self._workers, preload=("archive.export.work",))
        tally = _Tally()
        tasks = file_tasks(connection, extent)
        with (
            closing(spread.map(writer, tasks, writer.seconds)) as ends,
            _told() if self._as_json else nullcontext() as told,
        ):
            for ended in ends:
                tally.take(ended)
                if told:
                    told.take(ended)
        if not self._as_json:
            say("\n".join(self._lines(tally)))
        return tally.exit_code()

    def _lines(self, tally: _Tally) -> Iterator[str]:
        for task, error in tally.shown:
            yield f"failed: {one_line(task.path)}: {one_line(error.sentence)}"
        if tally.failed > _SHOWN:
            yield f"and {tally.failed - _SHOWN} more failed: --json tells all."
        folder = one_line(path_text(self._to))
        yield f"{tally.written} files written to {folder}, {tally.failed} failed."


@dataclass(slots=True)
class _Told:
    """Each end as a part of one JSON object, written as it comes; what failed waits in a file."""

    failed: IO[str]
    between: str = ""
    between_failed: str = ""

    def take(self, ended: _Ended) -> None:
        """Write what was written, and keep what was not."""
        for path in ended.result or ():
            write_text(f"{self.between}\n    {json.dumps({'path': path_text(path)}, ensure_ascii=False)}")
            self.between = ","
        if ended.error:
            error = {"code": type(ended.error).__name__, "message": ended.error.sentence}
            told = {"path": ended.item.path, "ids": ended.item.ids, "error": error}
            self.failed.write(f"{self.between_failed}\n    {json.dumps(told, ensure_ascii=False)}")
            self.between_failed = ","


@contextmanager
def _told() -> Generator[_Told]:
    """The object begun, and ended with what failed."""
    with TemporaryFile("w+", encoding="utf-8", errors="surrogatepass") as failed:
        write_text('{\n  "files": [')
        yield _Told(failed)
        failed.seek(0)
        write_text('\n  ],\n  "failed": [')
        for line in failed:
            write_text(line)
        write_text("\n  ]\n}\n")
