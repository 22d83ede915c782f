"""justerat show: one record to read."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from justerat.cli.options import DEFAULT_ARCHIVE, ArchiveFolder, AsJson

if TYPE_CHECKING:
    from models.record import Record

HELP = """Show what was found in one document.

The beginning of its id is enough, with the part's number (3f9a-2) where a file holds several.

Example: justerat show 3f9a --json
"""


def add_to(app: typer.Typer) -> None:
    """Make the command part of the program."""
    app.command("show", help=HELP)(show)


def show(
    record_id: Annotated[str, typer.Argument(metavar="ID", help="A record's id, or its beginning.")],
    archive: ArchiveFolder = DEFAULT_ARCHIVE,
    as_json: AsJson = False,
) -> None:
    """Show a summary for people, or the record itself."""
    from archive.files import record_json
    from archive.folder import Archive
    from justerat.cli.output import say, write_text

    with Archive.reading(archive) as opened:
        record = opened.get(record_id)
    if as_json:
        write_text(record_json(record))
    else:
        say("\n".join(_lines(record)))


def _lines(record: Record) -> Iterator[str]:
    for line in (*_head(record), *_people(record), *_matters(record), *_findings(record)):
        yield line.replace("\n", " ")


def _head(record: Record) -> Iterator[str]:
    part = record.part
    facts = {
        "id": record.id,
        "file": f"{record.source.path}, pages {part.page_from}-{part.page_to}",
        "kind": record.kind,
        "title": record.title,
        "municipality": record.municipality.name if record.municipality else None,
        "body": record.body,
        "date": record.date,
        "dnr": ", ".join(dnr.value for dnr in record.dnr),
        "quality": f"{record.quality.status}, {record.quality.words} words, "
        f"{record.quality.repaired_words} repaired, confidence {_percent(record.quality.confidence)}",
    }
    for name, value in facts.items():
        if value:
            yield f"{name:<14}{value}"


def _percent(share: float | None) -> str:
    return "unknown" if share is None else f"{share:.0%}"


def _people(record: Record) -> Iterator[str]:
    if record.people:
        yield f"people ({len(record.people)})"
    for person in record.people:
        party = f" ({person.party})" if person.party else ""
        roles = f", {', '.join(person.roles)}" if person.roles else ""
        same = f" (may be {', '.join(person.candidates)})" if person.candidates else ""
        yield f"  {person.name}{party}{roles}{same}"


def _matters(record: Record) -> Iterator[str]:
    if record.items:
        yield f"items ({len(record.items)})"
    for item in record.items:
        yield f"  § {item.paragraph or '?'} {item.heading or ''} {' '.join(item.dnr)}"
    if record.decisions:
        yield f"decisions ({len(record.decisions)})"
    for decision in record.decisions:
        paragraph = f"§ {decision.paragraph} " if decision.paragraph else ""
        yield f"  {paragraph}{decision.status}, {decision.outcome}: {decision.text}"


def _findings(record: Record) -> Iterator[str]:
    if record.findings:
        yield f"findings ({len(record.findings)})"
    for finding in record.findings:
        page = f"page {finding.page}: " if finding.page else ""
        yield f"  {finding.severity}: {page}{finding.message}"
