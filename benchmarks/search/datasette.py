"""The same questions put to justerat and to Datasette, over HTTP, in one run.

Datasette serves what `justerat export sqlite` writes of the archive, with its full text, as its metadata
tells. Both answer with twenty rows, the number of all, and counts: Datasette those of outcome, status and
body, justerat those and four more. Datasette finds words as they are written; justerat also in headings and,
where they don't stand in quotation marks, inflected, in compounds and misread.
"""

from __future__ import annotations

import sys
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

import httpx
from pydantic import TypeAdapter

from archive.export.datasette import DATABASE, METADATA, write_datasette
from archive.folder import Archive
from benchmarks.search.served import Parameters, ask, justerat, serving
from models.errors import SettingsError

PLACE = Path(sys.prefix, "peers", "bin", "datasette")
"""Where `tools/setup.sh bench` puts it, in an environment of its own."""
_THEIRS = 8872
_FACETS = {"_facet": ["outcome", "status", "body"]}
_RAW = {"_searchmode": "raw"}
_LIMITS = ("sql_time_limit_ms", "facet_time_limit_ms")
_ANSWER = TypeAdapter(dict[str, object])


@dataclass(frozen=True, slots=True)
class Question:
    """A question in justerat's language, and as Datasette is asked it: a table and parameters."""

    ours: str
    table: str
    theirs: Parameters


def _decisions(ours: str, **theirs: str) -> Question:
    raw = _RAW if any(sign in theirs.get("_search", "") for sign in ("*", " NOT ")) else {}
    return Question(f"in:beslut {ours}".strip(), "decisions", {**_FACETS, **raw, **theirs})


QUESTIONS = (
    _decisions("bygglov", _search="bygglov"),
    _decisions("skolskjuts", _search="skolskjuts"),
    _decisions('"skolskjuts"', _search="skolskjuts"),
    _decisions("gatubelysn*", _search="gatubelysn*"),
    _decisions('"bifaller detaljplan"', _search='"bifaller detaljplan"'),
    _decisions("bygglov -kommunstyrelsen", _search="bygglov NOT kommunstyrelsen"),
    _decisions('"budget" utfall:avslag', _search="budget", outcome="avslag"),
    _decisions(
        "detaljplan organ:byggnadsnämnden från:1980 till:1990",
        _search="detaljplan", body="Byggnadsnämnden", date__gte="1980-01-01", date__lte="1990-12-31",
    ),
    _decisions("utfall:bifall", outcome="bifall"),
    _decisions(""),
    Question("bygglov", "pages", {"_search": "bygglov"}),
    Question("badplats taxa", "pages", {"_search": "badplats taxa"}),
    Question('"ställer proposition"', "pages", {"_search": '"ställer proposition"'}),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Compared:
    """A question with the hits of both and the middle of their milliseconds, without the first answers."""

    question: str
    hits: int
    their_hits: int
    ms: float
    their_ms: float

    @property
    def ratio(self) -> float:
        """How many times as long Datasette takes."""
        return self.their_ms / self.ms


def compare(archive: Path, command: Path, times: int) -> tuple[Compared, ...]:
    """Put every question to both, by turns; SettingsError where Datasette is not there."""
    if not command.exists():
        raise SettingsError(f"{command} is not there: tools/setup.sh bench installs Datasette.")
    with ExitStack() as stack:
        exported = Path(stack.enter_context(TemporaryDirectory()))
        with Archive.reading(archive) as opened, opened.connection() as connection:
            write_datasette(connection, exported)
        ours = stack.enter_context(justerat(archive))
        theirs = stack.enter_context(serving(_their_command(exported, command), _THEIRS))
        return tuple(_compared(ours, theirs, question, times) for question in QUESTIONS)


def _their_command(exported: Path, command: Path) -> list[str]:
    """Datasette with limits that let it end, and without suggestions, which nobody asks for here."""
    limits = [word for limit in _LIMITS for word in ("--setting", limit, "600000")]
    return [
        str(command), "serve", str(exported / DATABASE), "--metadata", str(exported / METADATA),
        "--port", str(_THEIRS), "--setting", "suggest_facets", "off", *limits,
    ]  # fmt: skip


def _compared(ours: httpx.Client, theirs: httpx.Client, question: Question, times: int) -> Compared:
    mine, other = list[float](), list[float]()
    hits = their_hits = 0
    for _ in range(times + 1):
        told, taken = _ask(ours, "/api/v1/search", {"q": question.ours, "facets": "true", "limit": "20"})
        mine.append(taken)
        hits = int(str(told["total"]))
        path = f"/{Path(DATABASE).stem}/{question.table}.json"
        told, taken = _ask(theirs, path, {**question.theirs, "_size": "20"})
        other.append(taken)
        their_hits = int(str(told["filtered_table_rows_count"]))
    return Compared(question.ours, hits, their_hits, median(mine[1:]), median(other[1:]))


def _ask(client: httpx.Client, path: str, parameters: Parameters) -> tuple[dict[str, object], float]:
    answer, taken = ask(client, path, parameters)
    return _ANSWER.validate_json(answer.content), taken
