from __future__ import annotations

from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import inspect

from archive import database
from archive.search import tables as of_search
from archive.tables import METADATA


def test_the_steps_lead_to_the_tables(tmp_path: Path) -> None:
    engine = database.connect(tmp_path / "archive.sqlite")
    assert not database.is_current(engine)
    database.upgrade(engine)
    assert database.is_current(engine)
    assert of_search.ENTRIES.name in METADATA.tables
    with engine.connect() as connection:
        differences = compare_metadata(MigrationContext.configure(connection), METADATA)
    assert differences == []
    engine.dispose()


def test_every_step_is_known_and_in_order() -> None:
    configuration = Config()
    configuration.set_main_option("script_location", "archive:migrations")
    steps = ScriptDirectory.from_config(configuration).walk_revisions()
    assert tuple(step.revision for step in steps) == database.REVISIONS[::-1]


def test_a_step_that_fails_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class Killed(BaseException):
        pass

    def killed(*_: object, **__: object) -> None:
        raise Killed

    engine = database.connect(tmp_path / "archive.sqlite")
    with monkeypatch.context() as patch:
        patch.setattr(MigrationContext, "_ensure_version_table", killed)
        with pytest.raises(Killed):
            database.upgrade(engine)
    assert inspect(engine).get_table_names() == []
    database.upgrade(engine)
    assert database.is_current(engine)
    engine.dispose()


@pytest.mark.parametrize(
    ("text", "folded"),
    [("ÅÄÖ", "åäö"), ("A\u030a", "å"), ("Straße", "strasse"), (None, None)],
)
def test_fold(text: str | None, folded: str | None) -> None:
    assert database.fold(text) == folded
