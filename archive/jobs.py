"""What became of each input."""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path

from sqlalchemy import ColumnElement, Connection, Engine, Row, func, select, update

from archive.database import writing
from archive.dialect.known import insert_or_change
from archive.tables import JOBS
from models.source import path_text
from models.vocabulary import Status


class JobState(StrEnum):
    """Where an input stands: one that is queued or running when no run goes on was broken off."""

    QUEUED = "queued"
    RUNNING = "running"
    WHOLE = "whole"
    PARTIAL = "partial"
    FAILED = "failed"


DONE = frozenset({JobState.WHOLE, JobState.PARTIAL})


@dataclass(frozen=True, slots=True)
class Making:
    """What a record depends on besides its file: digest of the settings and version of the program."""

    settings: str
    version: str


@dataclass(frozen=True, slots=True)
class Job:
    """One input: `path` as given, `error` the class name of what stopped it and `message` its sentence.

    Of a file out of an archive or e-mail, `container` is that one's path, `unpacked` the digest that it was
    unpacked under, None where it could not be, and `depth` in how many archives it lay.
    """

    path: Path
    state: JobState
    error: str | None = None
    message: str | None = None
    attempts: int = 0
    sha256: str | None = None
    making: Making | None = None
    container: Path | None = None
    unpacked: str | None = None
    depth: int = 0


class Jobs:
    """The inputs of an archive, found by where they lie."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def queue(self, paths: Iterable[Path]) -> None:
        """Note inputs that are to be worked on; what is known of them from before is kept."""
        values = [_named(path) | _changed(JobState.QUEUED) | {"attempts": 0} for path in paths]
        if values:
            with writing(self._engine) as connection:
                insert_or_change(connection, JOBS, values, ("path", "shown"))

    def queue_members(self, container: Path, members: Iterable[Job]) -> None:
        """Note the files that an archive or e-mail holds now, in place of those that it held before."""
        at = _location(container)
        values = [
            _named(one.path)
            | _changed(JobState.QUEUED)
            | {"attempts": 0, "container": at, "unpacked": one.unpacked, "depth": one.depth}
            for one in members
        ]
        fresh = ("path", "shown", "container", "unpacked", "depth")
        with writing(self._engine) as connection:
            connection.execute(update(JOBS).where(JOBS.c.container == at).values(container=None))
            insert_or_change(connection, JOBS, values, fresh)

    def members(self, container: Path) -> list[Job]:
        """The files that an archive or e-mail holds, by path."""
        held = select(JOBS).where(JOBS.c.container == _location(container)).order_by(JOBS.c.location)
        with self._engine.connect() as connection:
            return [_job(row) for row in connection.execute(held)]

    def find(self, path: Path) -> Job | None:
        """What is known of this input."""
        with self._engine.connect() as connection:
            row = connection.execute(select(JOBS).where(_at(path))).one_or_none()
        return _job(row) if row else None

    def start(self, path: Path, sha256: str, making: Making) -> None:
        """Note that work on these bytes has begun."""
        self._set(
            path,
            {
                "sha256": sha256,
                "settings": making.settings,
                "version": making.version,
                **_changed(JobState.RUNNING),
                "error": None,
                "message": None,
                "attempts": JOBS.c.attempts + 1,
            },
        )

    def fail(self, path: Path, error: str, message: str) -> None:
        """Keep an input that could not be worked on with its reason."""
        self._set(path, _changed(JobState.FAILED) | {"error": error, "message": message})

    def done_with(self, sha256: str, making: Making) -> Status | None:
        """How these bytes ended when they were worked on in the same way, under whatever path."""
        same = (JOBS.c.sha256 == sha256) & (JOBS.c.settings == making.settings)
        states = select(JOBS.c.state).where(same, JOBS.c.version == making.version, JOBS.c.state.in_(DONE))
        with self._engine.connect() as connection:
            found = connection.scalar(states.limit(1))
        return Status(found) if found else None

    def share(self, path: Path, sha256: str, making: Making, status: Status) -> None:
        """Note that the input holds the same bytes as one that is done."""
        values = {"sha256": sha256, "settings": making.settings, "version": making.version}
        self._set(path, values | _changed(JobState(status)) | {"error": None, "message": None})

    def counts(self) -> dict[JobState, int]:
        """How many inputs stand in each state."""
        with self._engine.connect() as connection:
            rows = connection.execute(select(JOBS.c.state, func.count()).group_by(JOBS.c.state))
            found = {JobState(state): number for state, number in rows}
        return {state: found.get(state, 0) for state in JobState}

    def listed(self, *states: JobState) -> list[Job]:
        """The inputs in these states, by path."""
        with self._engine.connect() as connection:
            rows = connection.execute(select(JOBS).where(JOBS.c.state.in_(states)).order_by(JOBS.c.location))
            return [_job(row) for row in rows]

    def _set(self, path: Path, values: dict[str, object]) -> None:
        with writing(self._engine) as connection:
            connection.execute(update(JOBS).where(_at(path)).values(values))


def settle(connection: Connection, path: Path, sha256: str, status: Status) -> None:
    """Note how an input ended, in the transaction that keeps its records."""
    values = _changed(JobState(status)) | {"sha256": sha256, "error": None, "message": None}
    connection.execute(update(JOBS).where(_at(path)).values(values))


def _at(path: Path) -> ColumnElement[bool]:
    return JOBS.c.location == _location(path)


def _location(path: Path) -> bytes:
    return os.fsencode(path.absolute())


def _named(path: Path) -> dict[str, object]:
    return {"location": _location(path), "path": os.fsencode(path), "shown": path_text(path)}


def _changed(state: JobState) -> dict[str, object]:
    return {"state": state.value, "changed_at": datetime.now(UTC).replace(tzinfo=None)}


def _job(row: Row[*tuple[object, ...]]) -> Job:
    given, location = Path(os.fsdecode(row.path)), Path(os.fsdecode(row.location))
    return Job(
        path=given if given.absolute() == location else location,
        state=JobState(row.state),
        error=row.error,
        message=row.message,
        attempts=row.attempts,
        sha256=row.sha256,
        making=Making(row.settings, row.version) if row.version else None,
        container=Path(os.fsdecode(row.container)) if row.container is not None else None,
        unpacked=row.unpacked,
        depth=row.depth,
    )
