"""Servers that answer over HTTP while they are measured: justerat's own, and others."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Generator, Mapping
from contextlib import contextmanager
from http import HTTPStatus
from pathlib import Path

import httpx

from models.errors import SettingsError

_PORT = 8871
Parameters = Mapping[str, str | list[str]]


@contextmanager
def justerat(archive: Path) -> Generator[httpx.Client]:
    """A client of `justerat serve` for an archive."""
    command = [
        sys.executable, "-m", "justerat.cli.main", "serve", "--archive", str(archive), "--port", str(_PORT)
    ]  # fmt: skip
    with serving(command, _PORT) as client:
        yield client


@contextmanager
def serving(command: list[str], port: int) -> Generator[httpx.Client]:
    """A client of a server that runs meanwhile."""
    with (
        subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as server,
        httpx.Client(base_url=f"http://127.0.0.1:{port}", timeout=600) as client,
    ):
        try:
            _wait(client, server)
            yield client
        finally:
            server.terminate()


def _wait(client: httpx.Client, server: subprocess.Popen[bytes]) -> None:
    for _ in range(600):
        if server.poll() is not None:
            raise SettingsError(f"A server ended at once, with {server.returncode}: is its port taken?")
        try:
            client.get("/")
        except httpx.TransportError:
            time.sleep(0.1)
        else:
            return
    raise SettingsError("A server does not answer.")


def ask(client: httpx.Client, path: str, parameters: Parameters) -> tuple[httpx.Response, float]:
    """The answer, and its milliseconds; who is told to wait does."""
    while True:
        begun = time.perf_counter()
        answer = client.get(path, params=dict(parameters))
        taken = 1000 * (time.perf_counter() - begun)
        if answer.status_code != HTTPStatus.TOO_MANY_REQUESTS:
            return answer.raise_for_status(), taken
        time.sleep(float(answer.headers.get("Retry-After", "1")))
