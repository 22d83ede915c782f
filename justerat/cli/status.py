"""justerat status: what the archive holds, and what became of each input."""

from __future__ import annotations

from typing import TYPE_CHECKING

import typer

from justerat.cli.options import DEFAULT_ARCHIVE, ArchiveFolder, AsJson

if TYPE_CHECKING:
    from archive.folder import Archive
    from archive.jobs import Job
    from justerat.data import Json

HELP = """Tell what is in the archive, and what failed.

Works also while a run goes on.

Example: justerat status --archive arkiv
"""


def add_to(app: typer.Typer) -> None:
    """Make the command part of the program."""
    app.command("status", help=HELP)(status)


def status(archive: ArchiveFolder = DEFAULT_ARCHIVE, as_json: AsJson = False) -> None:
    """Show the counts, then the inputs that came to nothing."""
    from archive.folder import Archive
    from justerat.cli.output import write_json

    with Archive.reading(archive) as opened:
        if as_json:
            write_json(_as_json(opened))
        else:
            _show(opened)


def _as_json(archive: Archive) -> Json:
    from archive.jobs import JobState
    from models.source import path_text

    jobs = archive.jobs
    return {
        "archive": path_text(archive.folder),
        "running": archive.is_written_to(),
        "inputs": {state.value: number for state, number in jobs.counts().items()},
        "documents": {state.value: number for state, number in archive.counts().items()},
        "failed": [_job(job) for job in jobs.listed(JobState.FAILED)],
        "partial": [path_text(job.path) for job in jobs.listed(JobState.PARTIAL)],
        "unfinished": [path_text(job.path) for job in jobs.listed(JobState.QUEUED, JobState.RUNNING)],
    }


def _job(job: Job) -> Json:
    from models.source import path_text

    return {
        "path": path_text(job.path),
        "error": {"code": job.error, "message": job.message},
        "attempts": job.attempts,
    }


def _show(archive: Archive) -> None:
    from archive.jobs import JobState
    from justerat.cli.found import show_documents
    from justerat.cli.output import one_line, say
    from models.source import path_text

    counts = archive.jobs.counts()
    left = counts[JobState.QUEUED] + counts[JobState.RUNNING]
    show_documents(archive.summaries())
    states = (JobState.WHOLE, JobState.PARTIAL, JobState.FAILED)
    ended = ", ".join(f"{counts[state]} {state.value}" for state in states)
    say(f"\n{sum(archive.counts().values())} documents; inputs: {ended}.")
    for job in archive.jobs.listed(JobState.FAILED):
        say(f"  failed: {one_line(path_text(job.path))}: {one_line(job.message)}")
    if archive.is_written_to():
        say(f"A run is going on; {left} inputs are left.")
    elif left:
        say(f"{left} inputs were broken off: justerat retry ends them.")
