"""The feed of changes: nothing missed, nothing twice, whatever happens meanwhile."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from archive.changes import Change, What, changes
from archive.folder import Archive
from archive.places import SETTING
from tests.archive.kills import kill_rounds
from tests.archive.older import as_of
from tests.archive.records import outcome_of

on_each_database = pytest.mark.usefixtures("each_database")

STEPS = st.lists(
    st.tuples(st.sampled_from([b"a", b"b", b"c"]), st.sampled_from(["in/1", "in/2"]), st.integers(1, 3))
)


def _read(archive: Archive, since: int, limit: int) -> tuple[list[Change], int]:
    """All changes after a number, a few at a time."""
    found: list[Change] = []
    more = True
    while more:
        with archive.connection() as connection:
            part = changes(connection, since, limit)
        found += part.changes
        since, more = part.last, part.more
    return found, since


@pytest.fixture(scope="module")
def fed(postgresql: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    """An archive in PostgreSQL that examples go on with where those before them ended."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(SETTING, postgresql)
        with Archive.writing(tmp_path_factory.mktemp("feed") / "arkiv") as archive:
            yield archive


@given(steps=STEPS, limit=st.integers(1, 4), pause=st.integers(0, 3))
@settings(max_examples=25, deadline=None)
def test_a_reader_has_what_the_archive_has(
    tmp_path_factory: pytest.TempPathFactory, steps: list[tuple[bytes, str, int]], limit: int, pause: int
) -> None:
    with Archive.writing(tmp_path_factory.mktemp("feed") / "arkiv") as archive:
        _follow(archive, steps, limit, pause)


@given(steps=STEPS, limit=st.integers(1, 4), pause=st.integers(0, 3))
@settings(max_examples=8, deadline=None)
def test_a_reader_has_what_the_archive_in_postgresql_has(
    fed: Archive, steps: list[tuple[bytes, str, int]], limit: int, pause: int
) -> None:
    _follow(fed, steps, limit, pause)


def _follow(fed: Archive, steps: list[tuple[bytes, str, int]], limit: int, pause: int) -> None:
    """Put files in, and read the feed between them and after them."""
    before, last = _read(fed, 0, 1000)
    numbers = [one.number for one in before]
    mine = {record.id for record in fed.records()}
    for n, (content, path, parts) in enumerate(steps):
        fed.put(outcome_of(content, path, parts))
        if n % (pause + 1):
            continue
        found, last = _read(fed, last, limit)
        numbers += [one.number for one in found]
        for one in found:
            (mine.add if one.what is What.PUT else mine.discard)(one.document)
    found, last = _read(fed, last, limit)
    numbers += [one.number for one in found]
    for one in found:
        (mine.add if one.what is What.PUT else mine.discard)(one.document)
    assert mine == {record.id for record in fed.records()}
    assert numbers == list(range(1, len(numbers) + 1))


@on_each_database
def test_files_put_together_tell_only_how_it_ended(tmp_path: Path) -> None:
    with Archive.writing(tmp_path / "arkiv") as archive:
        archive.put_all([outcome_of(b"a", "in/1"), outcome_of(b"b", "in/1")])
        found, _ = _read(archive, 0, 10)
        there = {record.id for record in archive.records()}
    assert {one.document for one in found if one.what is What.PUT} == there
    assert len(there) == 1


@on_each_database
def test_an_older_archive_tells_what_it_holds(tmp_path: Path) -> None:
    with Archive.writing(tmp_path / "arkiv") as archive:
        archive.put(outcome_of(parts=2))
        ids = [record.id for record in archive.records()]
    with Archive.reading(as_of("0005", tmp_path / "arkiv", tmp_path / "older")) as archive:
        assert [(one.document, one.what) for one in _read(archive, 0, 1)[0]] == [
            (key, What.PUT) for key in ids
        ]


@pytest.mark.slow
@pytest.mark.usefixtures("forks")
def test_what_was_acknowledged_survives_a_kill(tmp_path: Path, each_database: str) -> None:
    rounds = 8 if each_database == "sqlite" else 4
    told = list(kill_rounds(tmp_path / "arkiv", rounds))
    assert len(told) == rounds
    assert all(one.held >= one.acknowledged for one in told)
