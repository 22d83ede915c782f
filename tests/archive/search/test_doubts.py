"""What is unsure, in the order in which it needs a person, and what leaves the list."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from archive.folder import Archive
from archive.search import index
from archive.search.doubts import NEEDS, doubts_of
from archive.search.tables import ENTRIES
from archive.search.work import Task, Work, WorkQuery, work
from models.errors import QueryError, SettingsError
from models.finding import Severity
from models.matter import Decision
from models.mention import DateMention, Person, Place
from models.outcome import Outcome
from models.record import Quality, Record, RecordEdit, RecordFinding, RecordPage
from models.vocabulary import DateRole, DecisionOutcome, DecisionStatus, Status
from tests.archive.records import record_of, source_of

TEXT = ("Nämnden bifaller", "Åsa Öberg närvarar")


def place(confidence: float, page: int = 1) -> Place:
    return Place(page=page, start=0, end=4, raw="Nämn", confidence=confidence, rule="made")


def record(name: bytes, date: str = "1974-11-05", body: str = "Byggnadsnämnden", **update: object) -> Record:
    """A document of two pages in which nothing is unsure but what is given."""
    return updated(name, update | {"date": date, "body": body})


def updated(name: bytes, update: dict[str, object]) -> Record:
    made = record_of(source_of(name, f"in/{name.hex()}.txt"), pages=TEXT)
    bare = {
        "people": (),
        "items": (),
        "decisions": (),
        "dates": (),
        "findings": (),
        "dnr": (),
        "meeting": None,
    }
    return made.model_copy(update=bare | update)


def finding(code: str, severity: Severity, page: int | None = None) -> RecordFinding:
    return RecordFinding(code=code, severity=severity, page=page, message=f"told of {code}")


def decision(confidence: float) -> Decision:
    return Decision(
        id="d1", status=DecisionStatus.FATTAT, outcome=DecisionOutcome.BIFALL, text="Nämnden bifaller.",
        places=(place(confidence),),
    )  # fmt: skip


PARTIAL = Quality(status=Status.PARTIAL, words=4, repaired_words=0)


@pytest.mark.parametrize(
    ("update", "expected"),
    [
        ({"findings": (finding("page-unread", Severity.ERROR, 2),)}, [("page-unread-1", 2, 0)]),
        ({"findings": (finding("no-date", Severity.WARNING),)}, [("no-date-1", 1, 1)]),
        ({"findings": (finding("stamp", Severity.INFO, 2),)}, [("stamp-1", 2, 8)]),
        ({"quality": PARTIAL}, [("document-1", 1, 0)]),
        ({"quality": PARTIAL, "findings": (finding("no-text", Severity.ERROR),)}, [("no-text-1", 1, 0)]),
        ({"people": (Person(name="Åsa Öberg", places=(place(0.3, 2),)),)}, [("person-1", 2, 4)]),
        ({"people": (Person(name="Åsa Öberg", places=(place(0.6),)),)}, [("person-1", 1, 6)]),
        ({"people": (Person(name="Åsa Öberg", places=(place(0.3), place(0.9))),)}, []),
        ({"people": (Person(name="Åsa Öberg"),)}, []),
        ({"decisions": (decision(0.4),)}, [("decision-1", 1, 2)]),
        ({"decisions": (decision(0.7),)}, [("decision-1", 1, 5)]),
        ({"decisions": (decision(0.75),)}, []),
        (
            {"dates": (DateMention(value="1974", role=DateRole.MEETING, places=(place(0.1),)),)},
            [("date-1", 1, 2)],
        ),
        (
            {"dates": (DateMention(value="1974", role=DateRole.OTHER, places=(place(0.1),)),)},
            [("date-1", 1, 4)],
        ),
        (
            {"edits": (RecordEdit(start=17, end=20, raw="Asa", reason="r", confidence=0.4),)},
            [("edit-1", 2, 4)],
        ),
        ({"edits": (RecordEdit(start=0, end=3, raw="Nam", reason="r", confidence=0.8),)}, []),
    ],
)  # fmt: skip
def test_what_is_unsure(update: dict[str, object], expected: list[tuple[str, int, int]]) -> None:
    assert [(one.key, one.page, one.need) for one in doubts_of(updated(b"a", update))] == expected


@pytest.mark.parametrize(("confidence", "need"), [(0.4, 1), (0.55, 2), (0.69, 3)])
def test_the_worst_read_pages_come_first(confidence: float, need: int) -> None:
    page = RecordPage(number=2, origin="ocr", confidence=confidence)
    unsure = finding("page-unsure", Severity.WARNING, 2)
    (doubt,) = doubts_of(record(b"a", findings=(unsure,), pages=(page,)))
    assert (doubt.need, doubt.page) == (need, 2)


def test_a_badly_read_document_does_not_fill_the_list() -> None:
    people = tuple(Person(name=f"P{n}", places=(place(n / 1000),)) for n in range(500))
    doubts = list(doubts_of(record(b"a", people=people)))
    assert [one.key for one in doubts] == [f"person-{n}" for n in range(1, 101)]
    assert all(0 <= one.need < NEEDS for one in doubts)


RECORDS = (
    record(b"a", findings=(finding("stamp", Severity.INFO), finding("page-unread", Severity.ERROR, 2))),
    record(b"b", "1981-02-03", "Kommunstyrelsen", decisions=(decision(0.4),)),
    record(b"c", "1990-02-03", people=(Person(name="Åsa Öberg", places=(place(0.4),)),)),
    record(b"d", "1991-02-03", findings=(finding("no-date", Severity.WARNING),)),
    record(b"e", "1992-02-03", "Kommunstyrelsen", decisions=(decision(0.4),)),
)


@pytest.fixture
def archive(tmp_path: Path, each_database: str) -> Iterator[Archive]:
    with Archive.writing(tmp_path / each_database) as opened:
        opened.put_all([outcome(one) for one in RECORDS])
        yield opened


def outcome(one: Record) -> Outcome:
    return Outcome(source_of(bytes.fromhex(one.source.path[3:-4]), one.source.path), (one,))


def listed(archive: Archive, text: str = "", limit: int = 20, after: str | None = None) -> Work:
    with archive.asking() as (connection, memory):
        return work(connection, WorkQuery(text, limit, after, facets=True), memory)


def named(tasks: tuple[Task, ...]) -> list[tuple[str, str]]:
    names = {one.id: "abcde"[n] for n, one in enumerate(RECORDS)}
    return [(names[task.document], task.key) for task in tasks]


WHOLE = [
    ("a", "page-unread-2"), ("d", "no-date-1"), ("e", "decision-1"), ("b", "decision-1"), ("c", "person-1"),
    ("a", "stamp-1"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("", WHOLE),
        ("organ:kommunstyrelsen", WHOLE[2:4]),
        ("severity:error", WHOLE[:1]),
        ("allvar:info", WHOLE[5:]),
        ("doubt:value", WHOLE[2:5]),
        ("tvivel:finding från:1980", WHOLE[1:2]),
        ("finding:stamp", WHOLE[5:]),
        ("öberg", WHOLE[4:5]),
        ("in:beslut från:1992", WHOLE[2:3]),
        ("typ:motion", []),
    ],
)
def test_the_list_is_narrowed_as_a_search(
    archive: Archive, query: str, expected: list[tuple[str, str]]
) -> None:
    found = listed(archive, query)
    assert named(found.tasks) == expected
    assert (found.total, found.after) == (len(expected), None)


def test_what_is_told_of_a_task(archive: Archive) -> None:
    task = listed(archive, "severity:error").tasks[0]
    assert (task.path, task.kind, task.body, task.date) == (
        "in/61.txt", "protokoll", "Byggnadsnämnden", "1974-11-05",
    )  # fmt: skip
    assert (task.doubt, task.of, task.page, task.text) == ("finding", "page-unread", 2, "told of page-unread")
    assert (task.severity, task.need) == (Severity.ERROR, 0)
    facets = {facet.name: {one.value: one.count for one in facet.values} for facet in listed(archive).facets}
    assert facets["doubt"] == {"finding": 3, "value": 3}
    assert facets["severity"] == {"error": 1, "warning": 4, "info": 1}


def test_pages_follow_on_each_other_whatever_is_put_in(archive: Archive) -> None:
    told, after = list[tuple[str, str]](), None
    for n in range(len(WHOLE)):
        part = listed(archive, limit=1, after=after)
        told += named(part.tasks)
        after = part.after
        archive.put(outcome(record(f"new {n}".encode(), "1800-01-01")))
    assert told == WHOLE
    assert after is None
    with pytest.raises(SettingsError):
        listed(archive, "öberg", after=listed(archive, limit=1).after)


def test_what_is_settled_leaves_the_list_until_its_document_is_made_anew(archive: Archive) -> None:
    with archive.connection() as connection:
        index.settle(connection, RECORDS[4].id, {"decision-1", "person-9"})
        index.settle(connection, RECORDS[1].id, {"person-1"})
        connection.commit()
        kept = set(connection.scalars(ENTRIES.select().with_only_columns(ENTRIES.c.document)))
    assert named(listed(archive).tasks) == [*WHOLE[:2], *WHOLE[3:]]
    assert RECORDS[4].id in kept
    archive.put(outcome(RECORDS[4]))
    assert named(listed(archive).tasks) == WHOLE


def test_a_query_that_cannot_be_understood_is_told(archive: Archive) -> None:
    with pytest.raises(QueryError, match="severity") as told:
        listed(archive, "öberg allvar:stor")
    assert told.value.at == 13


def test_doubts_are_no_hits_of_other_searches(archive: Archive) -> None:
    from archive.store import Query

    assert archive.search(Query("told of")).total == 0
    assert archive.search(Query("in:tvivel told")).total == 3
