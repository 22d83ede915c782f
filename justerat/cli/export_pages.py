"""Pages for other programs: each file in a process of its own, what fails told at the end."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

from archive.export.work import FileTask, FileWriter, Form
from archive.folder import Archive
from justerat.cli.output import one_line, say, write_json
from justerat.data import Json
from models.errors import EXIT_SEVERAL_FAILURES, EXIT_WHOLE, JusteratError
from models.source import path_text
from pipeline.batch.local import ProcessSpread
from pipeline.batch.spread import Ended

_SHOWN = 50
"""Failures that are shown before they are only counted."""


@dataclass(slots=True)
class _Tally:
    """What was written, and what could not be: each file's path in the archive, and why."""

    written: list[Path] = field(default_factory=list[Path])
    failed: list[tuple[FileTask, JusteratError]] = field(default_factory=list[tuple[FileTask, JusteratError]])

    def take(self, ended: Ended[FileTask, tuple[Path, ...]]) -> None:
        """Count one end."""
        if ended.error:
            self.failed.append((ended.item, ended.error))
        self.written += ended.result or ()

    def exit_code(self) -> int:
        """By the rule of a run: a failure's own code when all are of one kind."""
        codes = {error.exit_code for _, error in self.failed}
        if len(codes) > 1:
            return EXIT_SEVERAL_FAILURES
        return codes.pop() if codes else EXIT_WHOLE


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

    def do(self, ids: Sequence[str]) -> int:
        """Write the documents, of all files or with these ids; tell what came of it; the exit code."""
        tasks = self._tasks(ids)
        self._to.mkdir(parents=True, exist_ok=True)
        writer = FileWriter(self._archive.folder, self._to, self._form, public=self._public)
        spread = ProcessSpread(self._workers, preload=("archive.export.work",))
        tally = _Tally()
        with closing(spread.map(writer, iter(tasks), writer.seconds)) as ends:
            for ended in ends:
                tally.take(ended)
        if self._as_json:
            write_json(self._json(tally))
        else:
            say("\n".join(self._lines(tally)))
        return tally.exit_code()

    def _tasks(self, ids: Sequence[str]) -> list[FileTask]:
        """One task a file, with the documents of it that are wanted."""
        wanted = {self._archive.get(one).id for one in ids}
        files: dict[str, FileTask] = {}
        for one in self._archive.summaries():
            if wanted and one.id not in wanted:
                continue
            before = files.get(one.sha256)
            taken = (*before.ids, one.id) if before else (one.id,)
            pages = max(one.page_to, before.pages if before else 0)
            files[one.sha256] = FileTask(one.sha256, taken, pages, one.path)
        return list(files.values())

    def _json(self, tally: _Tally) -> Json:
        return {
            "files": [{"path": path_text(path)} for path in sorted(tally.written)],
            "failed": [
                {
                    "path": task.path,
                    "ids": task.ids,
                    "error": {"code": type(error).__name__, "message": error.sentence},
                }
                for task, error in tally.failed
            ],
        }

    def _lines(self, tally: _Tally) -> Iterator[str]:
        for task, error in tally.failed[:_SHOWN]:
            yield f"failed: {one_line(task.path)}: {one_line(error.sentence)}"
        if len(tally.failed) > _SHOWN:
            yield f"and {len(tally.failed) - _SHOWN} more failed: --json tells all."
        folder = one_line(path_text(self._to))
        yield f"{len(tally.written)} files written to {folder}, {len(tally.failed)} failed."
