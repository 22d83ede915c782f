"""justerat review: what people have corrected in the archive."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from justerat.cli.options import DEFAULT_ARCHIVE, ArchiveFolder, AsJson

if TYPE_CHECKING:
    from archive.folder import Archive
    from models.correction import Correction

HELP = """Show and export what people have corrected.

They correct in the browser (justerat serve) or over the web API.

Example: justerat review list
"""
_Ids = Annotated[
    list[str] | None,
    typer.Argument(metavar="[ID]...", help="Records' ids, or their beginnings; all if none."),
]


def add_to(app: typer.Typer) -> None:
    """Make the commands part of the program."""
    group = typer.Typer(help=HELP, no_args_is_help=True, rich_markup_mode=None)
    group.command("list", help="List corrections: who, when, what, before and after.")(listed)
    group.command("words", help="List the archive's own words, by which repair mends.")(words)
    group.command("export", help="Write corrections as W3C Web Annotations, one a line.")(export)
    app.add_typer(group, name="review")


def listed(ids: _Ids = None, archive: ArchiveFolder = DEFAULT_ARCHIVE, as_json: AsJson = False) -> None:
    """Tell of each correction, in order."""
    import json

    from archive.folder import Archive
    from justerat.cli.output import add_row, out, say, table, write_json

    with Archive.reading(archive) as opened:
        found = list(_corrections(opened, ids))
    if as_json:
        write_json({"corrections": [one.model_dump(mode="json") for one in found]})
        return
    rows = table("number", "at", "by", "id", "page", "field", "act", "before", "after", numbers=("number",))
    for one in found:
        said = (json.dumps(value, ensure_ascii=False)[:200] for value in (one.before, one.after))
        add_row(rows, one.number, one.at, one.by, one.document, one.page, one.field, one.act.value, *said)
    if found:
        out().print(rows)
    say(f"{len(found)} corrections.")


def words(archive: ArchiveFolder = DEFAULT_ARCHIVE, as_json: AsJson = False) -> None:
    """Tell the words that people have read on pages and no lexicon has."""
    from archive.folder import Archive
    from justerat.cli.output import say, write_json

    with Archive.reading(archive) as opened:
        found = opened.reviews.words()
    if as_json:
        write_json({"words": list(found)})
    else:
        say("\n".join(found) or "No words yet: they come of corrections of texts.")


def export(
    ids: _Ids = None,
    archive: ArchiveFolder = DEFAULT_ARCHIVE,
    to: Annotated[Path | None, typer.Option(metavar="FILE", help="Else to standard output.")] = None,
    url: Annotated[
        str | None, typer.Option(metavar="URL", help="Where the archive is published: ids are made of it.")
    ] = None,
    public: Annotated[bool, typer.Option("--public", help="Hide personal numbers.")] = False,
) -> None:
    """Write an annotation for each correction of documents that are there."""
    from archive.export.jsonl import write_lines
    from archive.export.names import Names
    from archive.export.reviewed import correction_lines
    from archive.folder import Archive
    from justerat.cli.output import write_text
    from models.errors import RecordMissing

    def lines(opened: Archive) -> Iterator[str]:
        by_document = groupby(
            sorted(_corrections(opened, ids), key=lambda one: (one.document, one.number)),
            key=lambda one: one.document,
        )
        for document, said in by_document:
            try:
                record = opened.get(document)
            except RecordMissing:
                continue
            yield from correction_lines(record, said, Names(url), public=public)

    with Archive.reading(archive) as opened:
        if to:
            write_lines(lines(opened), to)
            return
        for line in lines(opened):
            write_text(line)


def _corrections(archive: Archive, ids: list[str] | None) -> Iterator[Correction]:
    """The corrections of these documents, or of all."""
    if not ids:
        yield from archive.reviews.all()
    for one in ids or []:
        yield from archive.reviews.of(archive.get(one).id).corrections
