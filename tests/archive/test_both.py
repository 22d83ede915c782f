"""What an archive gives is the same, byte for byte, whichever database holds its tables."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from pathlib import Path

import pytest
from sqlalchemy import Engine

from archive import database
from archive.changes import changes, note
from archive.dialect.steps import for_postgresql
from archive.export import jsonl, parquet, tables
from archive.export.datasette import write_datasette
from archive.export.earchive.cases import cases
from archive.folder import Archive
from archive.places import SETTING
from archive.reading.documents import DocumentQuery, documents, overview
from archive.reading.parts import PartQuery, people
from archive.store import Query, Sort
from models.mention import Dnr, Person
from models.outcome import Outcome
from models.record import Municipality, Record
from tests.archive.records import record_of, source_of

NAMES = (
    "Åsa",
    "asa",
    "Ärla",
    "Zeta",
    "_",
    "a b",
    "a-b",
    "Öberg\0",
    "å",
    "a\u030a",
    "ö",
    "\U0001f600",
    "\ufffd",
    "É",
)
"""Names whose order differs from collation to collation."""


def _records() -> Iterator[tuple[Outcome, Record]]:
    for n, name in enumerate(NAMES):
        source = source_of(bytes([n]), f"in/{name.strip(chr(0))} {n}.txt")
        record = record_of(source, pages=(f"{name} bygglov\0slut {n}",)).model_copy(
            update={
                "title": None if n % 5 == 0 else name,
                "body": name,
                "municipality": None if n % 4 == 0 else Municipality(name=name),
                "date": None if n % 3 == 0 else f"19{70 + n}-01-02",
                "dates": (),
                "people": (Person(name=name), Person(name=f"{name} {name}", party="S")),
                "dnr": (Dnr(value=f"{name} 1974/{n}"), Dnr(value="KS 2**70", number=2**62)),
            }
        )
        yield Outcome(source, (record,)), record


@pytest.fixture(scope="module")
def both(tmp_path_factory: pytest.TempPathFactory, postgresql: str) -> Iterator[tuple[Archive, Archive]]:
    """The same records, in SQLite and in PostgreSQL."""
    folder = tmp_path_factory.mktemp("both")
    with ExitStack() as stack, pytest.MonkeyPatch.context() as patch:
        opened: list[Archive] = []
        for name, setting in (("sqlite", ""), ("postgresql", postgresql)):
            patch.setenv(SETTING, setting)
            opened.append(stack.enter_context(Archive.writing(folder / name)))
            opened[-1].put_all([outcome for outcome, _ in _records()])
            opened[-1].put(next(_records())[0])
        yield opened[0], opened[1]


def test_records_are_kept_as_they_are(both: tuple[Archive, Archive]) -> None:
    for archive in both:
        for _, record in _records():
            assert archive.get(record.id) == record
            assert archive.get(record.id.upper()) == record


def test_lists_come_in_the_same_order(both: tuple[Archive, Archive]) -> None:
    seen: list[object] = []
    for archive in both:
        with archive.connection() as connection:
            listed, cursor = list[object](), None
            while True:
                stretch = documents(connection, DocumentQuery(limit=2, cursor=cursor))
                listed, cursor = [*listed, *stretch.rows], stretch.next
                if cursor is None:
                    break
            told = changes(connection).changes
            found = [[(one.document, one.what) for one in told], people(connection, PartQuery(limit=5))]
            matters = [(one.municipality, one.dnr, [*one.papers]) for one in cases(connection)]
            seen.append([listed, overview(connection), found, archive.summaries(), matters])
            digests = [record.source.sha256 for _, record in _records()]
            assert archive.summaries() == archive.summaries(digests)
    assert seen[0] == seen[1]


@pytest.mark.parametrize("sort", list(Sort))
@pytest.mark.parametrize("query", ["bygglov", "person:a", 'organ:"öberg\0"', "slut parti:s", "å*", ""])
def test_searches_find_the_same(both: tuple[Archive, Archive], query: str, sort: Sort) -> None:
    first, second = (archive.search(Query(query, sort, facets=True)) for archive in both)
    assert first == second
    assert first.total or query == "person:a"


def test_exports_are_the_same_bytes(both: tuple[Archive, Archive], tmp_path: Path) -> None:
    for archive in both:
        to = tmp_path / archive.folder.name
        with archive.connection() as connection:
            for public in (False, True):
                tables.write_tables(connection, to / f"csv-{public}", public=public)
                parquet.write_parquet(connection, to / f"parquet-{public}", public=public)
            write_datasette(connection, to / "datasette")
        jsonl.write_lines(jsonl.lines(archive.records()), to / "records.jsonl")
    one, other = (tmp_path / archive.folder.name for archive in both)
    files = sorted(path.relative_to(one) for path in one.rglob("*") if path.is_file())
    assert len(files) == 2 * 9 + 2 * 9 + 2 + 1
    for file in files:
        assert (one / file).read_bytes() == (other / file).read_bytes(), file


def _note_ten(engine: Engine, name: str) -> None:
    for n in range(10):
        with database.writing(engine) as connection:
            note(connection, [f"{name}-{n}"], [])


def test_who_writes_waits_for_its_turn(both: tuple[Archive, Archive]) -> None:
    """Of several who write at once none gives a number twice, and none is lost."""
    for archive in both:
        engine = database.connect(archive.place)
        with engine.connect() as connection:
            before = changes(connection, 0, 10_000).changes[-1].number

        with ThreadPoolExecutor() as threads:
            list(threads.map(_note_ten, [engine] * 4, "abcd"))
        with engine.connect() as connection:
            told = changes(connection, before, 10_000).changes
        assert [one.number for one in told] == list(range(before + 1, before + 41))
        assert len({one.document for one in told}) == 40
        engine.dispose()


@pytest.mark.parametrize(
    ("step", "told"),
    [
        (
            'CREATE TABLE a ("key" INTEGER NOT NULL, b TEXT, c BLOB, PRIMARY KEY ("key"))',
            'CREATE TABLE a ("key" BIGINT GENERATED BY DEFAULT AS IDENTITY, b TEXT COLLATE "C", c BYTEA, '
            'PRIMARY KEY ("key"))',
        ),
        (
            "CREATE TABLE a (b INTEGER NOT NULL, c INTEGER NOT NULL, PRIMARY KEY (b, c))",
            "CREATE TABLE a (b BIGINT NOT NULL, c BIGINT NOT NULL, PRIMARY KEY (b, c))",
        ),
        ("ALTER TABLE a ADD COLUMN b DATETIME", "ALTER TABLE a ADD COLUMN b TIMESTAMP"),
        ("INSERT INTO a SELECT 'TEXT' FROM b", "INSERT INTO a SELECT 'TEXT' FROM b"),
        ("CREATE TRIGGER a AFTER INSERT ON b BEGIN SELECT 1; END", None),
        ("CREATE VIRTUAL TABLE a USING fts5(b)", None),
        ("DROP TRIGGER a", None),
    ],
)
def test_steps_are_told_to_postgresql(step: str, told: str | None) -> None:
    assert for_postgresql(step) == told
