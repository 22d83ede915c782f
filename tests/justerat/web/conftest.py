"""A service over an archive of made records, on a port of its own, and a client that asks it."""

from __future__ import annotations

from collections.abc import Generator
from pathlib import Path

import httpx
import pytest

from docs.make.browser import serving
from tests.justerat.web.made import made_archive


@pytest.fixture(scope="session")
def web_archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return made_archive(tmp_path_factory.mktemp("web"))


@pytest.fixture(scope="session")
def address(web_archive: Path) -> Generator[str]:
    with serving(web_archive) as url:
        yield url


@pytest.fixture(scope="session")
def client(address: str) -> Generator[httpx.Client]:
    with httpx.Client(base_url=address, timeout=30) as opened:
        yield opened
