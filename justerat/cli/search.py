"""justerat search: find items, pages, decisions and documents."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from archive.store import Query, Sort
from justerat.cli.options import DEFAULT_ARCHIVE, ArchiveFolder, AsJson

if TYPE_CHECKING:
    from archive.facet import Facet
    from archive.store import Hit, Results
    from justerat.data import Json

HELP = """Find items and pages by their words, or documents, decisions and people by fields.

A word is found in any case, inflected, in compounds ("skolskjuts" finds skolskjutsreglementet), and, last of
all, where it was misread by a letter or two. å, ä and ö are letters of their own.

\b
bygg*             every word that begins so
"avslår ansökan"  these words, as they stand
-detaljplan       not this; never as the first thing
body:nämnden      a field: body municipality person party dnr § kind
                  outcome status from to id read, or in Swedish: organ kommun
                  parti paragraf typ utfall från till; days are 1974,
                  1974-06 or 1974-06-05; quotation marks keep a value of
                  several words together
in:beslut         lists decisions; in:dokument, in:text, in:tvivel
                  (what is unsure: with severity: doubt: finding:)

Put the whole query in ' ', so that the shell leaves it alone.

Example: justerat search 'bygglov organ:byggnadsnämnden från:1974 utfall:avslag'
"""


def add_to(app: typer.Typer) -> None:
    """Make the command part of the program."""
    app.command("search", help=HELP)(search)


def search(  # noqa: PLR0913, PLR0917  the options of the command line
    query: Annotated[list[str], typer.Argument(metavar="QUERY", help="What to look for.")],
    archive: ArchiveFolder = DEFAULT_ARCHIVE,
    sort: Annotated[Sort, typer.Option(help="Which hits come first.")] = Sort.BEST,
    limit: Annotated[int, typer.Option(min=1, max=1000, help="Hits that are shown.")] = 20,
    after: Annotated[
        str | None, typer.Option(metavar="CURSOR", help="Go on from here, as the page before says.")
    ] = None,
    facets: Annotated[
        bool, typer.Option("--facets", help="Count the hits by kind, body, year and so on, too.")
    ] = False,
    as_json: AsJson = False,
) -> None:
    """Ask the archive."""
    from archive.folder import Archive
    from justerat.cli.output import write_json

    asked = Query(" ".join(query), sort, limit, after, facets)
    with Archive.reading(archive) as opened:
        results = opened.search(asked)
    if as_json:
        write_json(_as_json(results))
    else:
        _show(results)


def _as_json(results: Results) -> Json:
    return {
        "total": results.total,
        "hits": [_hit(hit) for hit in results.hits],
        "facets": [_facet(facet) for facet in results.facets],
        "after": results.after,
    }


def _hit(hit: Hit) -> Json:
    return {
        "id": hit.document,
        "path": hit.path,
        "kind": hit.kind,
        "title": hit.title,
        "body": hit.body,
        "date": hit.date,
        "entry": hit.entry,
        "page": hit.page,
        "paragraph": hit.paragraph,
        "heading": hit.heading,
        "decision": hit.decision,
        "status": hit.status,
        "outcome": hit.outcome,
        "snippet": hit.snippet,
        "marks": hit.marks,
    }


def _facet(facet: Facet) -> Json:
    values: list[Json] = [
        {"value": value.value, "shown": value.shown, "count": value.count} for value in facet.values
    ]
    return {"name": facet.name, "values": values}


def _show(results: Results) -> None:
    from rich.text import Text

    from justerat.cli.output import one_line, out, safe, say

    for hit in results.hits:
        known = (hit.kind, hit.body, hit.date, hit.path)
        say(f"{_place(hit)}: {', '.join(one_line(part) for part in known if part)}")
        told = (
            f"§ {hit.paragraph}" if hit.paragraph is not None else None,
            hit.heading,
            hit.status,
            hit.outcome,
        )
        if line := ", ".join(one_line(part) for part in told if part):
            say(f"  {line}")
        if hit.snippet:
            text = Text("  " + safe(hit.snippet))
            for start, end in hit.marks:
                text.stylize("bold", start + 2, end + 2)
            out().print(text, soft_wrap=True)
    for facet in results.facets:
        say(f"{facet.name}: {', '.join(f'{one_line(v.shown)} {v.count}' for v in facet.values)}")
    more = f", {len(results.hits)} shown; go on with --after {results.after}" if results.after else ""
    say(f"{results.total} found{more}.")


def _place(hit: Hit) -> str:
    return f"{hit.document}, page {hit.page}" if hit.entry != "document" else hit.document
