from __future__ import annotations

from collections.abc import Generator
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Engine, inspect, text

from archive import database, places
from archive.places import Place
from archive.search import tables as of_search
from archive.tables import METADATA


@pytest.fixture
def place(tmp_path: Path, each_database: str) -> Place:
    place = places.new(tmp_path)
    assert place.url.get_backend_name() == each_database
    return place


@pytest.fixture
def engine(place: Place) -> Generator[Engine]:
    opened = database.connect(place)
    yield opened
    opened.dispose()


def test_the_steps_lead_to_the_tables(engine: Engine, place: Place) -> None:
    database.upgrade(engine, place)
    assert database.is_current(engine, place)
    assert of_search.ENTRIES.name in METADATA.tables
    with engine.connect() as connection:
        differences = compare_metadata(MigrationContext.configure(connection), METADATA)
    assert differences == []


@pytest.mark.usefixtures("postgresql")
def test_text_has_an_order_of_its_own_in_postgresql(tmp_path: Path) -> None:
    engine = database.connect(place := places.new(tmp_path))
    database.upgrade(engine, place)
    told = text(
        "SELECT table_name, column_name, collation_name FROM information_schema.columns "
        "WHERE table_schema = current_schema() AND data_type = 'text' AND collation_name IS DISTINCT FROM 'C'"
    )
    with engine.connect() as connection:
        assert connection.execute(told).all() == []
    engine.dispose()


def test_every_step_is_known_and_in_order() -> None:
    configuration = Config()
    configuration.set_main_option("script_location", "archive:migrations")
    steps = ScriptDirectory.from_config(configuration).walk_revisions()
    assert tuple(step.revision for step in steps) == database.REVISIONS[::-1]


def test_a_step_that_fails_leaves_nothing(
    engine: Engine, place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Killed(BaseException):
        pass

    def killed(*_: object, **__: object) -> None:
        raise Killed

    with monkeypatch.context() as patch:
        patch.setattr(MigrationContext, "_ensure_version_table", killed)
        with pytest.raises(Killed):
            database.upgrade(engine, place)
    assert inspect(engine).get_table_names() == []
    database.upgrade(engine, place)
    assert database.is_current(engine, place)


@pytest.mark.parametrize(
    ("text", "folded"),
    [("ÅÄÖ", "åäö"), ("A\u030a", "å"), ("Straße", "strasse"), (None, None)],
)
def test_fold(text: str | None, folded: str | None) -> None:
    assert database.fold(text) == folded
