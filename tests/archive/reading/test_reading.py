"""Lists of an archive: what answers, in which order, and that paging neither misses nor repeats a row."""

from __future__ import annotations

from collections.abc import Generator

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import Connection

from archive.cursor import cursor_of, keys_of
from archive.folder import Archive
from archive.reading.documents import DocumentQuery, document, documents, overview
from archive.reading.parts import PartQuery, appearances, decisions, items, numbers, people
from models.errors import RecordMissing, SettingsError
from models.outcome import Outcome
from models.vocabulary import DecisionOutcome, DecisionStatus, Kind
from tests.archive.records import record_of, source_of

pytestmark = pytest.mark.usefixtures("each_database")

DATES = ("1974-11-05", "1974-11-05", None, "2001-01", "1974-11-05", None)


@pytest.fixture(scope="module")
def connection(tmp_path_factory: pytest.TempPathFactory) -> Generator[Connection]:
    folder = tmp_path_factory.mktemp("reading") / "arkiv"
    with Archive.writing(folder) as archive:
        for number, date in enumerate(DATES):
            source = source_of(bytes([number]), f"in/{number}.txt")
            change = {"date": date, "dates": (), "kind": Kind.MOTION if number == 3 else Kind.PROTOKOLL}
            archive.put(Outcome(source, (record_of(source).model_copy(update=change),)))
    with Archive.reading(folder) as archive, archive.connection() as opened:
        yield opened


def every(connection: Connection, limit: int) -> list[str]:
    found: list[str] = []
    cursor: str | None = None
    while True:
        stretch = documents(connection, DocumentQuery(limit=limit, cursor=cursor))
        found += [row.id for row in stretch.rows]
        cursor = stretch.next
        if cursor is None:
            return found


@pytest.mark.parametrize("limit", range(1, 8))
def test_paging_gives_each_document_once_latest_first(connection: Connection, limit: int) -> None:
    found = every(connection, limit)
    assert found == every(connection, 100)
    assert len(set(found)) == len(DATES)
    dates = [document(connection, one).date for one in found]
    assert dates == ["2001-01", "1974-11-05", "1974-11-05", "1974-11-05", None, None]


@pytest.mark.parametrize(
    ("query", "count"),
    [
        (DocumentQuery(), 6),
        (DocumentQuery(kind=Kind.MOTION), 1),
        (DocumentQuery(body="Byggnadsnämnden"), 6),
        (DocumentQuery(body="Byggnads"), 0),
        (DocumentQuery(municipality="9999"), 6),
        (DocumentQuery(municipality="Ekvalla kommun"), 6),
        (DocumentQuery(municipality="' OR 1=1 --"), 0),
        (DocumentQuery(first_day="2001-01-31"), 1),
        (DocumentQuery(last_day="1974-11-05"), 3),
        (DocumentQuery(first_day="1974-11-06", last_day="2000-12-31"), 0),
    ],
)
def test_filters(connection: Connection, query: DocumentQuery, count: int) -> None:
    assert len(documents(connection, query).rows) == count


def test_parts_are_paged_in_order(connection: Connection) -> None:
    found: list[str] = []
    cursor: str | None = None
    while cursor is not None or not found:
        stretch = decisions(connection, PartQuery(limit=5, cursor=cursor))
        found += [row.id for row in stretch.rows]
        cursor = stretch.next
    assert len(found) == len(set(found)) == 2 * len(DATES)
    assert found == sorted(found)


def test_parts_are_what_the_record_holds(connection: Connection) -> None:
    of = PartQuery(document=every(connection, 1)[0])
    (item,) = items(connection, of).rows
    assert (item.paragraph, item.heading, item.dnr, item.vote_yes) == (12, "-2+3", ("BN 1974/187",), 5)
    (taken,) = decisions(connection, of, DecisionStatus.FATTAT).rows
    assert (taken.decision, taken.outcome) == ("d1", DecisionOutcome.AVSLAG)
    assert [row.decision for row in decisions(connection, of, outcome=DecisionOutcome.BIFALL).rows] == ["d2"]
    (person,) = people(connection, of, "Nils Åkerfält").rows
    assert (person.roles, person.candidates, person.position) == ((), ("N. Åkerfelt",), 2)
    (number,) = numbers(connection, of, "BN 1974/187").rows
    assert number.candidates == ("a", "b")
    assert numbers(connection, of, "BN 1974/18").rows == ()


@pytest.mark.parametrize("limit", range(1, 8))
def test_a_person_appears_in_order_of_time(connection: Connection, limit: int) -> None:
    found: list[tuple[str | None, str]] = []
    cursor: str | None = None
    while cursor is not None or not found:
        stretch = appearances(connection, "Åsa Öberg", limit, cursor)
        found += [(row.document_date, row.document) for row in stretch.rows]
        cursor = stretch.next
    assert len(set(found)) == len(found) == len(DATES)
    assert found == sorted(found, key=lambda one: (one[0] or "9999", one[1]))


def test_the_archive_in_numbers(connection: Connection) -> None:
    found = overview(connection)
    assert (found.documents, found.files, found.items, found.decisions) == (6, 6, 6, 12)
    assert (found.first_day, found.last_day) == ("1974-11-05", "2001-01-31")
    assert found.kinds == ((Kind.PROTOKOLL, 5), (Kind.MOTION, 1))
    assert (found.bodies, found.municipalities) == (("Byggnadsnämnden",), ("Ekvalla kommun",))


def test_what_is_not_there(connection: Connection) -> None:
    with pytest.raises(RecordMissing):
        document(connection, "0" * 16 + "-1")


@pytest.mark.parametrize("cursor", ["", "x", "bnVsbA", "å", cursor_of(("a",)), cursor_of(("a", "b", "c"))])
def test_no_cursor_of_this_list(connection: Connection, cursor: str) -> None:
    with pytest.raises(SettingsError):
        documents(connection, DocumentQuery(cursor=cursor))


@pytest.mark.parametrize("keys", [("a", "x"), ("a", None), (None, "1"), ("a", "²"), ("a", "9" * 30)])
def test_no_cursor_of_parts(connection: Connection, keys: tuple[str | None, ...]) -> None:
    with pytest.raises(SettingsError):
        people(connection, PartQuery(cursor=cursor_of(keys)))


@given(st.lists(st.none() | st.text(), min_size=1, max_size=3))
def test_a_cursor_leads_back_to_its_keys(keys: list[str | None]) -> None:
    assert keys_of(cursor_of(tuple(keys)), len(keys)) == tuple(keys)
