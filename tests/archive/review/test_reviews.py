"""Corrections in the archive: made, taken back, kept through every run, and told to all that read it."""

from __future__ import annotations

from collections.abc import Generator
from pathlib import Path

import pytest
from pydantic import JsonValue

from archive.changes import changes
from archive.files import record_json, record_path
from archive.folder import Archive
from archive.review.text import text_of
from archive.store import Query
from archive.tables import CORRECTIONS
from models.correction import Act, Asked
from models.errors import CorrectionError, CorrectionMissing, CorrectionStale, RecordMissing
from models.record import Record
from models.vocabulary import Kind
from tests.archive.records import outcome_of
from tests.archive.review.made import READ, asked, check_true, outcome, packed, rewriting

BY = "Vera Granskare"


@pytest.fixture
def archive(tmp_path: Path) -> Generator[Archive]:
    with Archive.writing(tmp_path / "arkiv") as opened:
        put(opened)
        opened.read_pages("r", "1").put(outcome().source.sha256, packed())
        yield opened


@pytest.fixture
def document(archive: Archive) -> str:
    return next(archive.records()).id


def put(archive: Archive, read: tuple[str, ...] = READ) -> None:
    archive.jobs.queue([outcome().source.path])
    archive.put(outcome(read))


def make(archive: Archive, document: str, act: Act, field: str, **what: object) -> int:
    seen = archive.reviews.of(document).seen
    asking = Asked.model_validate({"act": act, "field": field, "seen": seen, **what})
    return archive.reviews.make(document, asking, BY).number


def person(record: Record, name: str) -> dict[str, JsonValue]:
    found = next(one for one in record.people if one.name == name)
    return found.model_dump(mode="json", exclude={"places"})


def codes(record: Record) -> list[str]:
    return [one.code for one in record.findings if one.code.startswith("review-")]


def test_a_corrected_name_is_everywhere_and_the_original_stays(archive: Archive, document: str) -> None:
    before = archive.get(document)
    value = person(before, "Åsa Oberg") | {"name": "Åsa Öberg"}
    make(archive, document, Act.CORRECT, "people", position=1, value=value)
    after = archive.get(document)
    check_true(after)
    assert [one.name for one in after.people] == ["Åsa Öberg", "Nils Akerfalt"]
    assert after.people[0].places == before.people[0].places
    assert archive.reviews.of(document).original == before
    assert [hit.document for hit in archive.search(Query("person:öberg")).hits] == [document] * len(
        archive.search(Query("person:öberg")).hits
    )
    assert archive.search(Query("person:öberg")).hits
    assert not archive.search(Query("person:oberg")).hits
    assert record_path(archive.folder, document).read_text("utf-8") == record_json(after)
    with archive.connection() as connection:
        assert [one.document for one in changes(connection, 1).changes] == [document]


def test_undoing_all_gives_the_original(archive: Archive, document: str) -> None:
    before = archive.get(document)
    numbers = [
        make(archive, document, Act.REJECT, "people", position=2),
        make(archive, document, Act.CORRECT, "kind", value="kallelse"),
        make(archive, document, Act.CORRECT, "meeting.adjusters", value=["Åsa Öberg"]),
        make(archive, document, Act.ADD, "dnr", value={"value": "BN 1974/188", "relation": "cited"}),
        archive.reviews.make(document, rewriting(before, "ansokan", "ansökan", 99), BY).number,
    ]
    made = archive.get(document)
    check_true(made)
    assert (made.kind, len(made.people), len(made.dnr)) == (Kind.KALLELSE, 1, 2)
    assert "avslår ansökan om" in made.text
    for number in numbers[::-1]:
        archive.reviews.undo(document, number, BY)
    assert archive.get(document) == before
    with archive.connection() as connection:
        assert len(connection.execute(CORRECTIONS.select()).all()) == 2 * len(numbers)


def test_the_text_is_rewritten_with_its_places(archive: Archive, document: str) -> None:
    before = archive.get(document)
    asking = rewriting(before, "Narvarande Åsa Oberg", "Närvarande: Åsa Öberg", 1)
    made = archive.reviews.make(document, asking, BY)
    after = archive.get(document)
    check_true(after)
    assert text_of(after).raw == text_of(before).raw
    edit = next(one for one in after.edits if one.reason == "review")
    assert (edit.raw, edit.confidence) == ("Narvarande Asa Oberg", 1.0)
    assert after.text[edit.start : edit.end] == "Närvarande: Åsa Öberg"
    one = after.dnr[0].places[0]
    assert after.text[one.start : one.end] == "BN 1974/187"
    assert made.spot
    assert made.spot.boxes == ((0.0, 50.0, 200.0, 90.0),)
    again = rewriting(after, "Närvarande:", "Närvarande", 2)
    second = archive.reviews.make(document, again, BY)
    assert second.root == made.root
    assert "Närvarande Åsa Öberg" in archive.get(document).text
    with pytest.raises(CorrectionStale):
        archive.reviews.undo(document, made.number, BY)
    archive.reviews.undo(document, second.number, BY)
    assert archive.get(document) == after


@pytest.mark.parametrize(
    ("where", "raw", "boxes"),
    [
        ({"words": "Granby IF"}, "Granby IF", ((170.0, 0.0, 270.0, 40.0),)),
        ({"words": "avslår"}, "avslar", ((80.0, 50.0, 140.0, 90.0),)),
        ({"boxes": ((165.0, -5.0, 235.0, 41.0),)}, "Granby", ((165.0, 0.0, 235.0, 41.0),)),
        ({"boxes": ((255.0, 45.0, 0.0, 95.0),)}, "Namnden avslar ansokan om", ((0.0, 45.0, 255.0, 95.0),)),
        ({"boxes": ((900.0, 900.0, 950.0, 950.0),)}, "", ((900.0, 900.0, 950.0, 950.0),)),
    ],
)
def test_an_added_value_has_the_place_that_was_chosen(
    archive: Archive, document: str, where: dict[str, object], raw: str, boxes: tuple[tuple[float, ...], ...]
) -> None:
    value = {"name": "Granby idrottsförening", "kind": "association"}
    asking = Asked.model_validate(
        {"act": "add", "field": "organisations", "seen": 1, "value": value, "page": 2, **where}
    )
    archive.reviews.make(document, asking, BY)
    record = archive.get(document)
    check_true(record)
    place = record.organisations[-1].places[0]
    assert (place.page, place.raw, place.boxes, place.rule) == (2, raw, boxes, "review")


@pytest.mark.parametrize(
    "wrong",
    [
        {"field": "sha256", "act": "correct", "value": "x"},
        {"field": "people", "act": "correct", "position": 3, "value": {"name": "x"}},
        {"field": "people", "act": "correct", "position": 1, "value": {"nam": "x"}},
        {"field": "people", "act": "correct", "position": 1, "value": "x"},
        {"field": "people", "act": "add", "value": {"name": "x" * 200_000}},
        {"field": "people", "act": "add", "value": {"name": "x"}, "page": 3, "words": "x"},
        {"field": "people", "act": "add", "value": {"name": "x"}, "page": 2, "words": "står inte där"},
        {"field": "people", "act": "add", "value": {"name": "x"}, "page": 2, "boxes": [[2000, 0, 3000, 1]]},
        {"field": "people", "act": "add", "value": {"name": "x"}, "words": "§ 12"},
        {"field": "people", "act": "undo"},
        {"field": "kind", "act": "reject"},
        {"field": "kind", "act": "correct", "value": "dikt"},
        {"field": "title", "act": "add", "value": "x"},
        {"field": "date", "act": "correct", "value": "igår"},
        {"field": "dates", "act": "add", "value": {"value": "1974-13-01"}},
        {"field": "amounts", "act": "add", "value": {"value": "1", "currency": "SEK"}},
        {"field": "text", "act": "correct", "start": 3, "end": 3, "value": "x"},
        {"field": "text", "act": "correct", "start": 3, "end": 10_000, "value": "x"},
        {"field": "text", "act": "correct", "start": 0, "end": 120, "value": "x"},
        {"field": "text", "act": "correct", "start": 0, "end": 3, "value": "a\fb"},
        {"field": "text", "act": "add", "start": 0, "end": 3, "value": "x"},
    ],
)
def test_what_cannot_be_is_refused_and_changes_nothing(
    archive: Archive, document: str, wrong: dict[str, object]
) -> None:
    before = archive.get(document)
    with pytest.raises(CorrectionError):
        archive.reviews.make(document, Asked.model_validate({"seen": 1, **wrong}), BY)
    assert archive.get(document) == before
    assert archive.reviews.of(document).corrections == ()


def test_only_the_same_value_stands_in_the_way(archive: Archive, document: str) -> None:
    before = archive.get(document)
    first = person(before, "Åsa Oberg") | {"name": "Åsa Öberg"}
    archive.reviews.make(document, asked(Act.REJECT, "people", 1, 1), BY)
    with pytest.raises(CorrectionStale):
        archive.reviews.make(document, asked(Act.CORRECT, "people", 1, 1, first), "Nils")
    second = person(before, "Nils Akerfalt") | {"name": "Nils Åkerfält"}
    archive.reviews.make(document, asked(Act.CORRECT, "people", 1, 2, second), "Nils")
    archive.reviews.make(document, asked(Act.CORRECT, "title", 1, value="Protokoll"), "Nils")
    with pytest.raises(CorrectionStale):
        archive.reviews.make(document, asked(Act.CONFIRM, "title", 1), "Vera")
    archive.reviews.make(document, rewriting(before, "Namnden", "Nämnden", 1), "Vera")
    with pytest.raises(CorrectionStale):
        archive.reviews.make(document, rewriting(before, "Namnden avslår", "Nämnden", 1), "Nils")
    archive.reviews.make(document, rewriting(before, "ansokan", "ansökan", 1), "Nils")
    record = archive.get(document)
    check_true(record)
    assert [one.name for one in record.people] == ["Nils Åkerfält"]
    assert "Nämnden avslår ansökan" in record.text


def test_a_run_keeps_every_correction_and_tells_where_it_differs(archive: Archive, document: str) -> None:
    before = archive.get(document)
    make(
        archive,
        document,
        Act.CORRECT,
        "people",
        position=1,
        value=person(before, "Åsa Oberg") | {"name": "Åsa Öberg"},
    )
    make(archive, document, Act.REJECT, "people", position=2)
    make(archive, document, Act.CONFIRM, "organisations", position=1)
    archive.reviews.make(document, rewriting(before, "Namnden", "Nämnden", 99), BY)
    put(archive)
    same = archive.get(document)
    assert codes(same) == []
    assert ([one.name for one in same.people], "Nämnden avslår" in same.text) == (["Åsa Öberg"], True)
    put(
        archive,
        (
            READ[0].replace("Asa Oberg", "Asa Obexg"),
            READ[1].replace("Namnden", "Nannden").replace("Granby IF", "Granby 1F"),
        ),
    )
    record = archive.get(document)
    check_true(record)
    assert [one.name for one in record.people] == ["Åsa Öberg"]
    assert "Granby IF" in [one.name for one in record.organisations]
    assert "review-gone" in codes(record)
    assert len(archive.reviews.of(document).corrections) == 4
    with pytest.raises(CorrectionStale):
        archive.reviews.make(document, asked(Act.CONFIRM, "people", 1, 1), BY)


def test_a_correction_outlasts_its_document(archive: Archive, document: str) -> None:
    make(archive, document, Act.CORRECT, "title", value="Protokoll")
    archive.put(outcome_of(b"other", "in/granby.png"))
    with pytest.raises(RecordMissing):
        archive.get(document)
    archive.jobs.queue([outcome().source.path])
    put(archive)
    assert archive.get(document).title == "Protokoll"


@pytest.mark.parametrize("number", [0, 7])
def test_only_what_is_there_is_undone(archive: Archive, document: str, number: int) -> None:
    with pytest.raises(CorrectionMissing):
        archive.reviews.undo(document, number, BY)


def test_no_document_no_correction(archive: Archive) -> None:
    with pytest.raises(RecordMissing):
        archive.reviews.make("0" * 16 + "-1", asked(Act.CONFIRM, "title", 1), BY)
