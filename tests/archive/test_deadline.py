"""What takes too long is ended, and what doesn't is not."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from sqlalchemy import text

from archive import deadline
from archive.folder import Archive
from archive.store import Query
from models.errors import QueryTimeout
from tests.archive.records import outcome_of

ENDLESS = text("WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT count(*) FROM n")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    with Archive.writing(tmp_path / "arkiv") as archive:
        archive.put(outcome_of())
    return tmp_path / "arkiv"


def test_what_takes_too_long_is_ended(folder: Path) -> None:
    with Archive.reading(folder, seconds=0.3) as archive:
        began = time.monotonic()
        with archive.connection() as connection, pytest.raises(QueryTimeout, match="too long"):
            connection.execute(ENDLESS)
        assert 0.2 < time.monotonic() - began < 3
        # The same connection is good for the next one, with time of its own.
        for _ in range(3):
            time.sleep(0.15)
            with archive.connection() as connection:
                assert connection.execute(text("SELECT count(*) FROM documents")).scalar() == 1


def test_a_search_is_ended_too(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(deadline, "_STEPS", 10)
    query = Query("in:documents from:1900", facets=True)
    with Archive.reading(folder, seconds=-1) as archive, pytest.raises(QueryTimeout):
        archive.search(query)
    with Archive.reading(folder, seconds=30) as archive:
        assert archive.search(query).total == 1
