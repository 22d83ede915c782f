"""justerat search: find pages and documents."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from justerat.cli.options import DEFAULT_ARCHIVE, ArchiveFolder, AsJson
from models.vocabulary import DecisionOutcome

if TYPE_CHECKING:
    from archive.store import Hit, Query, Results
    from justerat.cli.output import Json

HELP = """Find pages by their words, or documents by filters.

A page is found where it holds all the words; with filters alone, documents are found.

Case does not matter; å, ä and ö are letters of their own. A word that ends in * stands for every word that
begins so. Quotation marks keep words together: '"avslår ansökan"'.

Example: justerat search bygglov --body byggnadsnämnden --from 1974 --to 1979-06 --outcome avslag
"""
Filter = str | None


def add_to(app: typer.Typer) -> None:
    """Make the command part of the program."""
    app.command("search", help=HELP)(search)


def search(  # noqa: PLR0913, PLR0917  the options of the command line
    words: Annotated[list[str] | None, typer.Argument(metavar="WORDS", help="What to look for.")] = None,
    archive: ArchiveFolder = DEFAULT_ARCHIVE,
    body: Annotated[Filter, typer.Option(help="Part of the issuing body's name.")] = None,
    first: Annotated[Filter, typer.Option("--from", metavar="DATE", help="Day, month or year.")] = None,
    last: Annotated[Filter, typer.Option("--to", metavar="DATE", help="Day, month or year.")] = None,
    dnr: Annotated[Filter, typer.Option(help="A diarienummer, with or without its registry.")] = None,
    person: Annotated[Filter, typer.Option(help="A person's name, or parts of it.")] = None,
    outcome: Annotated[
        Filter, typer.Option(metavar="OUTCOME", help="Of a decision taken: avslag, bifall ...")
    ] = None,
    limit: Annotated[int, typer.Option(min=1, help="Hits that are shown.")] = 20,
    as_json: AsJson = False,
) -> None:
    """Ask the archive."""
    from archive.folder import Archive
    from archive.store import Query
    from justerat.cli.output import write_json

    query = Query(
        words=" ".join(words or ()),
        body=body,
        first_day=_day(first, 0),
        last_day=_day(last, 1),
        dnr=dnr,
        person=person,
        outcome=_outcome(outcome),
        limit=limit,
    )
    _check(query)
    with Archive.reading(archive) as opened:
        results = opened.search(query)
    if as_json:
        write_json({"total": results.total, "hits": [_as_json(hit) for hit in results.hits]})
    else:
        _show(results)


def _check(query: Query) -> None:
    from archive.search import is_empty
    from models.errors import NothingGiven

    if is_empty(query):
        message = "Nothing to look for: give words, or a filter such as --person or --from."
        raise NothingGiven(message)


def _day(value: str | None, end: int) -> str | None:
    """The first (0) or last (1) day of what was given as a day, month or year."""
    from archive.edtf import bounds
    from models.errors import SettingsError

    if value is None:
        return None
    days = bounds(value)
    if days is None:
        message = f"{value} is no date: give a day (1974-11-05), a month (1974-11) or a year (1974)."
        raise SettingsError(message)
    return days[end]


def _outcome(value: str | None) -> DecisionOutcome | None:
    from models.errors import SettingsError

    if value is None:
        return None
    try:
        return DecisionOutcome(value.casefold())
    except ValueError as error:
        message = f"{value} is no outcome: give one of {', '.join(DecisionOutcome)}."
        raise SettingsError(message) from error


def _as_json(hit: Hit) -> Json:
    return {
        "id": hit.document,
        "path": hit.path,
        "kind": hit.kind,
        "title": hit.title,
        "body": hit.body,
        "date": hit.date,
        "page": hit.page,
        "snippet": hit.snippet,
        "marks": hit.marks,
    }


def _show(results: Results) -> None:
    from rich.text import Text

    from justerat.cli.output import one_line, out, say

    for hit in results.hits:
        page = f", page {hit.page}" if hit.page else ""
        known = (one_line(part) for part in (hit.kind, hit.body, hit.date, hit.path) if part)
        say(f"{hit.document}{page}: {', '.join(known)}")
        if hit.snippet:
            text = Text("  " + hit.snippet)
            for start, end in hit.marks:
                text.stylize("bold", start + 2, end + 2)
            out().print(text, soft_wrap=True)
    shown = len(results.hits)
    say(f"{results.total} found" + (f", {shown} shown (--limit)." if shown < results.total else "."))
