"""Search of full text and fields; nothing that a user writes is ever read as query language."""

from __future__ import annotations

import re
import unicodedata

from sqlalchemy import ColumnElement, Connection, Exists, Row, Select, Text, exists, func, select
from sqlalchemy.sql import literal_column

from archive.database import fold
from archive.store import Hit, Query, Results
from archive.tables import DECISIONS, DNR, DOCUMENTS, PAGE_TEXT, PAGES, PEOPLE, SOURCES
from models.vocabulary import DecisionStatus

_PHRASE = re.compile(r'"([^"]*)"?|([^\s"]+)')
_OPEN, _CLOSE = "\x02", "\x03"
"""Signs about what was found in a snippet; archive/rows.py keeps them out of the text."""
_SNIPPET_WORDS = 20
_FULL_TEXT: ColumnElement[str] = literal_column("page_text", Text)
"""The full-text table by its own name, as FTS5 wants it in its functions."""


def search(connection: Connection, query: Query) -> Results:
    """The hits of the query: pages where words are given, else documents."""
    words = match_expression(query.words)
    statement = _pages(words) if words else _documents()
    statement = statement.where(*_filters(query))
    if query.words.strip() and not words:
        return Results((), 0)
    total = connection.scalar(select(func.count()).select_from(statement.order_by(None).subquery())) or 0
    order = func.bm25(_FULL_TEXT) if words else func.coalesce(DOCUMENTS.c.date_start, "")
    rows = connection.execute(statement.order_by(order, DOCUMENTS.c.id).limit(query.limit))
    return Results(tuple(_hit(row) for row in rows), total)


def is_empty(query: Query) -> bool:
    """Whether the query asks for nothing."""
    return not (query.words.strip() or _filters(query))


def match_expression(words: str) -> str:
    """The words in the query language of FTS5, each quoted; "" where there is nothing to look for."""
    return " ".join(
        _quoted(found[1] or found[2] or "") for found in _PHRASE.finditer(_clean(words)) if _letters(found)
    )


def _clean(words: str) -> str:
    return unicodedata.normalize("NFC", words).replace("\x00", " ")


def _letters(found: re.Match[str]) -> bool:
    return any(character.isalnum() for character in found[0])


def _quoted(phrase: str) -> str:
    beginning = phrase.endswith("*")
    return '"' + phrase.rstrip("*").replace('"', '""') + '"' + ("*" if beginning else "")


def _fields() -> list[ColumnElement[object]]:
    columns = DOCUMENTS.c
    return [columns.id, columns.kind, columns.title, columns.body, columns.date, SOURCES.c.path]


def _documents() -> Select[*tuple[object, ...]]:
    return select(*_fields()).join(SOURCES, DOCUMENTS.c.source == SOURCES.c.sha256)


def _pages(words: str) -> Select[*tuple[object, ...]]:
    snippet = func.snippet(_FULL_TEXT, 0, _OPEN, _CLOSE, "\u2026", _SNIPPET_WORDS)
    return (
        select(*_fields(), PAGES.c.number.label("page"), snippet.label("snippet"))
        .select_from(PAGE_TEXT)
        .join(PAGES, PAGES.c.key == PAGE_TEXT.c.rowid)
        .join(DOCUMENTS, DOCUMENTS.c.id == PAGES.c.document)
        .join(SOURCES, DOCUMENTS.c.source == SOURCES.c.sha256)
        .where(_FULL_TEXT.op("MATCH")(words))
    )


def _filters(query: Query) -> list[ColumnElement[bool]]:
    wanted: list[ColumnElement[bool]] = []
    if query.body:
        wanted.append(_holds(DOCUMENTS.c.body, query.body))
    if query.first_day:
        wanted.append(func.coalesce(DOCUMENTS.c.date_end, DOCUMENTS.c.date_start) >= query.first_day)
    if query.last_day:
        wanted.append(func.coalesce(DOCUMENTS.c.date_start, DOCUMENTS.c.date_end) <= query.last_day)
    if query.dnr:
        wanted.append(_has_dnr(query.dnr))
    if query.person:
        names = (_holds(PEOPLE.c.name, word) for word in query.person.split())
        wanted.append(exists().where(PEOPLE.c.document == DOCUMENTS.c.id, *names))
    if query.outcome:
        wanted.append(
            exists().where(
                DECISIONS.c.document == DOCUMENTS.c.id,
                DECISIONS.c.status == DecisionStatus.FATTAT.value,
                DECISIONS.c.outcome == query.outcome.value,
            )
        )
    return wanted


def _holds(column: ColumnElement[str], text: str) -> ColumnElement[bool]:
    return func.fold(column).contains(fold(text.strip()), autoescape=True)


def _has_dnr(value: str) -> Exists:
    """The number however it is spaced, with its registry ("KS 2014/163") or without ("2014/163")."""
    asked = "".join((fold(value) or "").split())
    whole = func.replace(func.fold(DNR.c.value), " ", "")
    bare = DNR.c.year.concat("/").concat(DNR.c.number)
    return exists().where(DNR.c.document == DOCUMENTS.c.id, (whole == asked) | (bare == asked))


def _hit(row: Row[*tuple[object, ...]]) -> Hit:
    snippet, marks = _marked(getattr(row, "snippet", ""))
    page = getattr(row, "page", None)
    return Hit(row.id, row.path, row.kind, row.title, row.body, row.date, page, snippet, marks)


def _marked(snippet: str) -> tuple[str, tuple[tuple[int, int], ...]]:
    """The snippet on one line without its signs, and the stretches that stood between them."""
    pieces: list[str] = []
    marks: list[tuple[int, int]] = []
    length = 0
    for piece in re.split(f"({_OPEN}[^{_CLOSE}]*{_CLOSE})", " ".join(snippet.split())):
        plain = piece.replace(_OPEN, "").replace(_CLOSE, "")
        if piece.startswith(_OPEN):
            marks.append((length, length + len(plain)))
        pieces.append(plain)
        length += len(plain)
    return "".join(pieces), tuple(marks)
