"""The language of search: words, phrases, beginnings of words, exclusions and fields, each with its place.

bygglov              a word, also inflected, in a compound or misread
"bygglov för"        these words, as they stand and in this order
bygg*                every word that begins so
-detaljplan          not this; before a phrase or a field as well
body:byggnadsnämnden a field: `FIELDS` names them; a value of several words stands in quotation marks
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from archive.edtf import bounds
from archive.search.doubts import KINDS
from archive.search.words import normal, tokens
from models.errors import QueryError
from models.finding import Severity
from models.vocabulary import DecisionOutcome, DecisionStatus, Kind

FIELDS: dict[str, str] = {
    "body": "body", "organ": "body", "nämnd": "body",
    "municipality": "municipality", "kommun": "municipality",
    "dnr": "dnr", "id": "id",
    "person": "person", "party": "party", "parti": "party",
    "outcome": "outcome", "utfall": "outcome", "status": "status",
    "kind": "kind", "typ": "kind",
    "read": "read", "läst": "read",
    "doubt": "doubt", "tvivel": "doubt", "severity": "severity", "allvar": "severity",
    "finding": "finding", "anmärkning": "finding",
    "from": "from", "från": "from", "to": "to", "till": "to",
    "§": "§", "paragraph": "§", "paragraf": "§",
    "in": "in", "i": "in",
}  # fmt: skip
"""What a field may be called, in English and in Swedish, and what it is."""
SCOPES = {
    "text": "text",
    "beslut": "decisions", "decisions": "decisions",
    "dokument": "documents", "documents": "documents",
    "tvivel": "doubts", "doubts": "doubts",
}  # fmt: skip
"""What is listed: passages of text, decisions, documents, or what is unsure in them."""
_CLOSED: dict[str, frozenset[str]] = {
    "outcome": frozenset(one.value for one in DecisionOutcome),
    "status": frozenset(one.value for one in DecisionStatus),
    "kind": frozenset(one.value for one in Kind),
    "severity": frozenset(one.value for one in Severity),
    "doubt": frozenset(KINDS),
}
_CLAUSE = re.compile(
    r"(?P<minus>-?)(?:(?P<field>§(?=:)|[^\W\d_]+(?=:)):)?"
    r'(?:"(?P<phrase>[^"]*)(?P<closed>"?)|(?P<bare>§+[ ]?\d+|[^\s"]*))'
)
_ID = re.compile(r"[0-9a-f]{1,16}(-[0-9]{0,6})?")
_BLANK = re.compile(r"\s*")
_LONGEST = 1000
_MOST = 32
"""A query has at most so many letters and clauses."""


@dataclass(frozen=True, slots=True)
class Clause:
    """A part of a query, at `text[start:end]`.

    `field` is None for words to look for in the text; `exact` says that they stood in quotation marks,
    `begins` that the word goes on. `words` are as they are compared; `value` is a field's value.
    """

    start: int
    end: int
    words: tuple[str, ...] = ()
    field: str | None = None
    value: str = ""
    exact: bool = False
    begins: bool = False
    excluded: bool = False


@dataclass(frozen=True, slots=True)
class Parsed:
    """A query understood: its clauses, all of which a hit must meet, and what it lists, a value of SCOPES."""

    clauses: tuple[Clause, ...]
    scope: str | None = None
    scopes: tuple[tuple[int, int], ...] = ()
    """Where in the query it is said what it lists."""

    @property
    def listed(self) -> str:
        """What is listed: as the query says, else text where it asks for words, else documents."""
        return self.scope or ("text" if any(not clause.excluded for clause in self.words) else "documents")

    @property
    def words(self) -> tuple[Clause, ...]:
        """The clauses that ask for words of the text."""
        return tuple(clause for clause in self.clauses if clause.field is None)


def parse(text: str) -> Parsed:
    """The query that a person wrote; QueryError says where it can't be understood."""
    if len(text) > _LONGEST:
        raise QueryError(f"The query is longer than {_LONGEST} characters: make it shorter.", _LONGEST)
    clauses: list[Clause] = []
    at = _after_blanks(text, 0)
    while at < len(text):
        clause = _clause(text, at)
        clauses.append(clause)
        if len(clauses) > _MOST:
            raise QueryError(f"The query asks for more than {_MOST} things: leave some out.", clause.start)
        at = _after_blanks(text, clause.end)
    scopes = [clause for clause in clauses if clause.field == "in"]
    kept = tuple(clause for clause in clauses if clause.field != "in")
    places = tuple((clause.start, clause.end) for clause in scopes)
    return Parsed(kept, scopes[-1].value if scopes else None, places)


def quoted(value: str) -> str:
    """The value as a query has it: in quotation marks where it is more than one word."""
    plain = value.replace('"', " ")
    return plain if re.fullmatch(r"[\w./§-]+", plain) else f'"{plain}"'


def _after_blanks(text: str, at: int) -> int:
    found = _BLANK.match(text, at)
    return found.end() if found else at


def _clause(text: str, at: int) -> Clause:
    found = _CLAUSE.match(text, at)
    if found is None or found.end() == at:
        raise QueryError("Nothing can be looked for here.", at)
    if found["phrase"] is not None and not found["closed"]:
        raise QueryError("A quotation mark opens here: add the one that closes.", found.start("phrase") - 1)
    given = found["phrase"] if found["phrase"] is not None else found["bare"]
    at = found.start("bare" if found["phrase"] is None else "phrase")
    start, excluded = found.start(), bool(found["minus"])
    if found["field"] is not None:
        return _of_field(found, given, at, excluded=excluded)
    begins = found["phrase"] is None and given.endswith("*")
    words = tuple(token.word for token in tokens(given))
    if not words:
        message = "Nothing can be looked for here: give a word with letters or figures."
        raise QueryError(message, at)
    exact = found["phrase"] is not None
    return Clause(start, found.end(), words, exact=exact, begins=begins, excluded=excluded)


def _of_field(found: re.Match[str], given: str, at: int, *, excluded: bool) -> Clause:
    name = FIELDS.get(normal(found["field"]))
    if name is None:
        known = ", ".join(dict.fromkeys(FIELDS.values()))
        message = f"{found['field']} is no field: give one of {known}, or put quotation marks around it."
        raise QueryError(message, found.start("field"))
    value = given.strip()
    if not value:
        raise QueryError(f"A value is lacking after {found['field']}:.", at)
    if excluded and name == "in":
        raise QueryError("What is listed can't be excluded: take the - away.", found.start())
    return Clause(found.start(), found.end(), field=name, value=_checked(name, value, at), excluded=excluded)


def _checked(name: str, value: str, at: int) -> str:
    """The value as it is compared; QueryError where the field can't have it."""
    folded = normal(value)
    if name in {"from", "to"}:
        days = bounds(value)
        if days is None:
            message = f"{value} is no date: give a day (1974-11-05), a month (1974-11) or a year (1974)."
            raise QueryError(message, at)
        return days[0] if name == "from" else days[1]
    if name == "in":
        if folded not in SCOPES:
            raise QueryError(f"{value} can't be listed: give one of {', '.join(SCOPES)}.", at)
        return SCOPES[folded]
    if name in _CLOSED and folded not in _CLOSED[name]:
        raise QueryError(f"{value} is no {name}: give one of {', '.join(sorted(_CLOSED[name]))}.", at)
    if name == "id" and not _ID.fullmatch(folded):
        raise QueryError(f"{value} is no id, nor the beginning of one (5799f0042e77af24-1, 5799).", at)
    if name == "§" and not folded.isdecimal():
        raise QueryError(f"{value} is no number of a §.", at)
    if name in {"body", "municipality", "person"} and not any(tokens(value)):
        raise QueryError(f"{value} holds no word to look for.", at)
    return "".join(folded.split()) if name == "dnr" else folded
