"""What is asked of the database: by its indexes, and in words that PostgreSQL takes too."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import ClauseElement, Connection, event
from sqlalchemy.dialects import registry, sqlite

from archive import database, places
from archive.folder import Archive
from archive.matters.find import AskedParagraph, Matters
from archive.matters.listing import listed
from tests.archive.matters.kept import put
from tests.archive.matters.records import Cite, Handled, minutes, number

KS = minutes(
    "Kommunstyrelsen", "2021-04-06",
    Handled(55, "Svar", ("KS 2021/14",), cites=(Cite("Kf", "2021-01-25", 9), Cite(None, "2020-01-25", 7))),
    Handled(56, "Utan nummer", cites=(Cite("au", None, 9),)),
)  # fmt: skip
"""Minutes from which every question is asked."""


def ask(connection: Connection) -> None:
    matters = Matters(connection)
    for asked in ("KS 2021/14", "2021/14", "SN 2021/14"):
        matters.numbered([number(asked)])
        matters.numbered([number(asked)], "Granby")
    matters.of_item(KS.id, None)
    matters.of_paragraph(AskedParagraph("KF", "2021", 9))
    matters.of_paragraph(AskedParagraph("KF", "2021", 9), "Granby")
    listed(connection, "", "Granby")


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    with Archive.writing(tmp_path / "arkiv") as opened:
        put(opened, KS)
    return tmp_path / "arkiv" / "archive.sqlite"


@pytest.fixture
def asked(archive: Path) -> list[ClauseElement]:
    """Every statement of these questions."""
    place = places.begun(archive.parent)
    assert place is not None
    engine = database.connect(place)
    heard: list[ClauseElement] = []

    def hear(_connection: Connection, statement: object, *_: object) -> None:
        if isinstance(statement, ClauseElement):
            heard.append(statement)

    event.listen(engine, "before_execute", hear)
    with engine.connect() as connection:
        ask(connection)
    engine.dispose()
    return heard


def test_every_question_is_answered_by_an_index(archive: Path, asked: list[ClauseElement]) -> None:
    assert len(asked) > 20
    with closing(sqlite3.connect(archive)) as connection:
        for statement in asked:
            written = statement.compile(dialect=sqlite.dialect(), compile_kwargs={"literal_binds": True})
            plan = [str(row[3]) for row in connection.execute(f"EXPLAIN QUERY PLAN {written}")]
            assert plan
            assert [step for step in plan if step.startswith("SCAN")] == [], written


def test_every_question_can_be_put_to_postgresql(asked: list[ClauseElement]) -> None:
    postgresql = registry.load("postgresql")()
    for statement in asked:
        assert str(statement.compile(dialect=postgresql)).startswith("SELECT ")
