"""A service over an archive of made records, on a port of its own, and a client that asks it."""

from __future__ import annotations

import socket
import time
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from threading import Thread

import httpx
import pytest

from archive.folder import Archive
from justerat.web.listen import server_of
from tests.justerat.web.made import scan, text_document


@contextmanager
def serving(folder: Path) -> Generator[str]:
    """The address of a service that runs meanwhile in a thread."""
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        server = server_of(folder)
        thread = Thread(target=server.run, args=([listening],))
        thread.start()
        while not server.started:
            assert thread.is_alive()
            time.sleep(0.01)
        try:
            yield f"http://127.0.0.1:{listening.getsockname()[1]}"
        finally:
            server.should_exit = True
            thread.join()


@pytest.fixture(scope="session")
def web_archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("web")
    with Archive.writing(folder / "arkiv") as archive:
        for outcome in (text_document(), scan(folder / "scan.png")):
            archive.jobs.queue([outcome.source.path])
            archive.put(outcome)
    return folder / "arkiv"


@pytest.fixture(scope="session")
def address(web_archive: Path) -> Generator[str]:
    with serving(web_archive) as url:
        yield url


@pytest.fixture(scope="session")
def client(address: str) -> Generator[httpx.Client]:
    with httpx.Client(base_url=address, timeout=30) as opened:
        yield opened
