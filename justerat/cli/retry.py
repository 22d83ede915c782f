"""justerat retry: try again what failed."""

from __future__ import annotations

import typer

from justerat.cli.options import DEFAULT_ARCHIVE, ArchiveFolder, AsJson, Workers

HELP = """Try again what failed or was broken off.

Every input that is not whole is worked on again; of its pages, only those that could not be read before are
read anew.

Example: justerat retry --archive arkiv --workers 1
"""


def add_to(app: typer.Typer) -> None:
    """Make the command part of the program."""
    app.command("retry", help=HELP)(retry)


def retry(archive: ArchiveFolder = DEFAULT_ARCHIVE, workers: Workers = None, as_json: AsJson = False) -> int:
    """Work on all that isn't whole."""
    from archive.folder import Archive
    from archive.jobs import JobState
    from justerat.cli.output import say, write_json
    from justerat.cli.work import Work
    from pipeline.batch.boxes import again
    from pipeline.batch.run import Zeal

    with Archive.reading(archive):
        pass
    with Archive.writing(archive) as opened:
        jobs = opened.jobs.listed(*(state for state in JobState if state is not JobState.WHOLE))
        if jobs:
            return Work(opened, workers, as_json=as_json).do(again(opened, jobs), Zeal.AGAIN)
    if as_json:
        write_json({"archive": str(archive), "inputs": [], "documents": []})
    else:
        say("Nothing to retry: every input is whole.")
    return 0
