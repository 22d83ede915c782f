"""What all tests share."""

from __future__ import annotations

from collections.abc import Generator
from multiprocessing import forkserver

import pytest
from hypothesis import settings

from archive.places import SETTING
from tests import databases

# How long an example takes is the machine's affair, which other work may share.
settings.register_profile("justerat", deadline=None)
settings.load_profile("justerat")

FORKED = (
    "pipeline.batch.rooms",
    "archive.export.work",
    "tests.archive.kills",
    "tests.pipeline.batch.test_local",
)
"""What processes load that tests start."""


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="write the golden records anew")


def pytest_configure(config: pytest.Config) -> None:
    if not hasattr(config, "workerinput"):
        databases.prepare()


def pytest_unconfigure(config: pytest.Config) -> None:
    if not hasattr(config, "workerinput"):
        databases.finish()


@pytest.fixture
def update_golden(request: pytest.FixtureRequest) -> bool:
    return bool(request.config.getoption("--update-golden"))


@pytest.fixture(scope="session")
def forks() -> None:
    """The server that forks processes runs, and has loaded what runs, exports and tests have it fork.

    The first that wants a process chooses for all later ones, and what it left out each would load anew.
    """
    forkserver.set_forkserver_preload(list(FORKED))
    forkserver.ensure_running()


@pytest.fixture(scope="module")
def postgresql(forks: None) -> Generator[str]:
    """The address of a PostgreSQL server, where archives that are begun meanwhile keep their tables."""
    # The server that forks processes keeps the environment that it was started in, for all later tests.
    del forks
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(SETTING, databases.address())
        yield databases.address()


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def each_database(request: pytest.FixtureRequest) -> str:
    """Each kind of database in turn, in which archives that are begun keep their tables."""
    if request.param == "postgresql":
        request.getfixturevalue("postgresql")
    return str(request.param)


@pytest.fixture
def sqlite(monkeypatch: pytest.MonkeyPatch) -> None:
    """Archives that are begun in the test keep their tables in a file of their folder."""
    monkeypatch.delenv(SETTING, raising=False)


@pytest.fixture(autouse=True)
def _setting(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """The setting is what the test itself asks for, whatever the module's other tests do."""
    names = request.fixturenames
    wanted = request.getfixturevalue("each_database") if "each_database" in names else None
    if wanted == "postgresql" or (wanted is None and "postgresql" in names):
        monkeypatch.setenv(SETTING, databases.address())
    else:
        monkeypatch.delenv(SETTING, raising=False)
