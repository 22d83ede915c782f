"""What people have answered leaves the work list, also of a document made anew, until they take it back."""

from __future__ import annotations

from collections.abc import Generator
from pathlib import Path
from typing import cast

import pytest

from archive.folder import Archive
from archive.review.settled import KINDS
from archive.search.work import WorkQuery, work
from models.correction import Act, Asked
from models.mention import Frozen, Place
from models.outcome import Outcome
from models.record import Record
from tests.archive.review.made import outcome

UNSURE = ("people", "dnr", "dates", "paragraphs", "items", "decisions", "organisations")


def unsure(record: Record) -> Record:
    """The record with every value of these lists unsure."""
    lists = {name: tuple(map(_unsure, getattr(record, name))) for name in UNSURE}
    return record.model_copy(update=lists)


def _unsure(value: Frozen) -> Frozen:
    places = cast("tuple[Place, ...]", getattr(value, "places"))  # noqa: B009  each of these lists has them
    return value.model_copy(
        update={"places": tuple(place.model_copy(update={"confidence": 0.3}) for place in places)}
    )


@pytest.fixture
def made() -> Outcome:
    whole = outcome()
    return Outcome(whole.source, tuple(map(unsure, whole.records)))


@pytest.fixture
def archive(tmp_path: Path, made: Outcome, each_database: str) -> Generator[Archive]:
    with Archive.writing(tmp_path / each_database) as opened:
        opened.jobs.queue([made.source.path])
        opened.put(made)
        yield opened


def keys(archive: Archive) -> set[str]:
    with archive.asking() as (connection, memory):
        found = work(connection, WorkQuery("doubt:value", limit=100), memory)
    return {task.key for task in found.tasks}


def make(archive: Archive, document: str, act: Act, field: str, position: int, **what: object) -> int:
    seen = archive.reviews.of(document).seen
    asked = Asked.model_validate(
        {"act": act, "field": field, "position": position, "seen": seen, **what}
    )  # fmt: skip
    return archive.reviews.make(document, asked, "Vera Granskare").number


def test_what_is_confirmed_leaves_the_list_for_good(archive: Archive, made: Outcome) -> None:
    (record,) = made.records
    fields = {kind: name for name, kind in KINDS.items()}
    before = keys(archive)
    assert len(before) >= 5
    for key in sorted(before):
        kind, _, position = key.rpartition("-")
        make(archive, record.id, Act.CONFIRM, fields[kind], int(position))
        assert key not in keys(archive)
    assert keys(archive) == set()
    archive.put(made)
    assert keys(archive) == set()


def test_what_is_corrected_or_rejected_leaves_the_list_and_comes_back_when_taken_back(
    archive: Archive, made: Outcome
) -> None:
    (record,) = made.records
    before = keys(archive)
    said = record.people[0].model_dump(mode="json", exclude={"places"}) | {"name": "Åsa Öberg"}
    number = make(archive, record.id, Act.CORRECT, "people", 1, value=said)
    assert keys(archive) == before - {"person-1"}
    archive.reviews.undo(record.id, number, "Vera Granskare")
    assert keys(archive) == before
    make(archive, record.id, Act.REJECT, "dnr", 1)
    assert not [key for key in keys(archive) if key.startswith("dnr-") and len(record.dnr) == 1]
