"""What a run found, as a table and as JSON."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path, PurePath

from archive.summary import Summary
from justerat.cli.output import add_row, one_line, out, say, table
from justerat.data import Json
from models.source import path_text
from pipeline.batch.events import InputDone, InputFailed

_SHORT = 10
"""So many hex digits of a file's digest, 40 bits."""
ROWS_SHOWN = 50
"""Documents that a table shows before it only counts the rest."""


def show(
    folder: Path, done: Sequence[InputDone], failed: Sequence[InputFailed], summaries: Sequence[Summary]
) -> None:
    """The documents, the inputs that failed, and what to do next."""
    if summaries:
        say()
        show_documents(summaries)
    if failed:
        say("\nFailed:")
    for one in failed[:ROWS_SHOWN]:
        before = " (as before; not tried again)" if one.before else ""
        say(f"  {one_line(path_text(one.path))}: {one_line(one.message)}{before}")
    if len(failed) > ROWS_SHOWN:
        say(f"  and {len(failed) - ROWS_SHOWN} more: justerat status shows them all.")
    fresh = sum(not one.before for one in done)
    say(
        f"\n{len(summaries)} documents from {len(done)} inputs ({len(done) - fresh} were done before), "
        f"{len(failed)} failed."
    )
    _show_next(folder, failed, summaries)


def show_documents(summaries: Sequence[Summary]) -> None:
    """A row a document."""
    numbers = ("people", "decisions", "findings")
    rows = table("id", "document", "kind", "body", "date", "§", "dnr", *numbers, "status", numbers=numbers)
    for one in summaries[:ROWS_SHOWN]:
        add_row(
            rows, short(one.id), _name(one), one.kind, one.body, one.date, _paragraphs(one), _dnr(one),
            one.people, one.decisions, one.findings, one.status,
        )  # fmt: skip
    out().print(rows)
    if len(summaries) > ROWS_SHOWN:
        say(f"and {len(summaries) - ROWS_SHOWN} more documents.")


def short(record_id: str) -> str:
    """As much of an id as tells a file from a million others, with the part's number: `show` takes it."""
    file, dash, part = record_id.partition("-")
    return f"{file[:_SHORT]}{dash}{part}"


def as_json(summary: Summary) -> dict[str, Json]:
    """The same row for programs."""
    return {
        "id": summary.id,
        "path": summary.path,
        "page_from": summary.page_from,
        "page_to": summary.page_to,
        "kind": summary.kind.value,
        "title": summary.title,
        "body": summary.body,
        "date": summary.date,
        "paragraph_from": summary.paragraph_from,
        "paragraph_to": summary.paragraph_to,
        "dnr": summary.dnr,
        "people": summary.people,
        "decisions": summary.decisions,
        "findings": summary.findings,
        "status": summary.status.value,
    }


def _show_next(folder: Path, failed: Sequence[InputFailed], summaries: Sequence[Summary]) -> None:
    archive = "" if folder == Path("arkiv") else f" --archive {one_line(path_text(folder))}"
    say("\nNext:")
    if summaries:
        say(f"  justerat show {short(summaries[0].id)}{archive}")
    say(f"  justerat search beslutar{archive}")
    say(f"  justerat export csv --to tabeller{archive}")
    if failed:
        say(f"  justerat retry{archive}")


def _name(summary: Summary) -> str:
    name = PurePath(summary.path).name
    part = summary.id.rpartition("-")[2]
    return name if part == "1" else f"{name} ({part})"


def _paragraphs(summary: Summary) -> str:
    first, last = summary.paragraph_from, summary.paragraph_to
    if first is None:
        return ""
    return str(first) if first == last else f"{first}-{last}"


def _dnr(summary: Summary) -> str:
    more = f" +{len(summary.dnr) - 1}" if len(summary.dnr) > 1 else ""
    return f"{summary.dnr[0]}{more}" if summary.dnr else ""
