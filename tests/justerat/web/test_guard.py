"""What stands between the network and the archive."""

from __future__ import annotations

import logging
import socket
import time
from contextlib import ExitStack
from pathlib import Path

import httpx
import pytest

from docs.make.browser import serving
from justerat.web.guard.headers import HEADERS
from justerat.web.guard.hosts import is_loopback
from justerat.web.listen import quiet
from models.errors import ArchiveMissing, SettingsError
from tests.justerat.conftest import Call
from tests.justerat.web.made import PNR

EVERY_ADDRESS = ".".join("0000")
PATHS = ("/api/v1/documents", "/api/v1/nothing", "/api/v1/records/x", "/api/v1/openapi.json")


@pytest.mark.parametrize("path", PATHS)
def test_headers_are_on_every_answer(client: httpx.Client, path: str) -> None:
    answer = client.get(path)
    assert {name: answer.headers.get(name) for name in HEADERS} == HEADERS
    assert answer.headers["cache-control"] == "private, no-cache"
    assert "server" not in answer.headers
    for word in ("unsafe", "*", "data:", "http:"):
        assert word not in answer.headers["content-security-policy"]


@pytest.mark.parametrize(
    ("host", "status"),
    [
        ("localhost", 200),
        ("LOCALHOST:8765", 200),
        ("127.0.0.1:1", 200),
        ("127.9.9.9", 200),
        ("[::1]:8765", 200),
        ("evil.example", 421),
        ("127.0.0.1.evil.example", 421),
        ("localhost.evil.example:8765", 421),
        ("192.168.0.1", 421),
        (EVERY_ADDRESS, 421),
        ("", 421),
        ("localhost:8765@evil.example", 421),
    ],
)
def test_only_names_of_this_machine_are_answered(client: httpx.Client, host: str, status: int) -> None:
    answer = client.get("/api/v1/documents", headers={"Host": host})
    assert answer.status_code == status
    assert answer.headers["content-security-policy"]


@pytest.mark.parametrize(
    ("name", "expected"),
    [("localhost", True), ("::1", True), ("::", False), (EVERY_ADDRESS, False), ("a", False)],
)
def test_loopback(name: str, expected: bool) -> None:
    assert is_loopback(name) is expected


def test_who_has_an_answer_is_sent_none(client: httpx.Client) -> None:
    first = client.get("/api/v1/documents")
    tag = first.headers["etag"]
    assert first.headers["content-encoding"] == "gzip"
    for known in (tag, f'"other", {tag}', "*"):
        again = client.get("/api/v1/documents", headers={"If-None-Match": known})
        assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", tag)
    assert client.get("/api/v1/documents", headers={"If-None-Match": '"other"'}).status_code == 200
    assert client.get("/api/v1/documents?limit=1").headers["etag"] != tag


def test_what_can_not_be_served_is_told(call: Call, web_archive: Path, tmp_path: Path) -> None:
    assert call("serve", "--archive", tmp_path).code == ArchiveMissing.exit_code
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        said = call("serve", "--archive", web_archive, "--port", str(taken.getsockname()[1]))
    assert (said.code, "--port" in said.err) == (SettingsError.exit_code, True)


def test_answers_do_not_wait(client: httpx.Client) -> None:
    def seconds() -> float:
        return client.get("/static/sign.svg").elapsed.total_seconds()

    assert min(seconds() for _ in range(20)) < 0.03


def test_nothing_that_is_asked_is_logged(
    client: httpx.Client, capfd: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture
) -> None:
    for path in (f"/api/v1/people?name={PNR}", f"/api/v1/records/{PNR}", f"/{PNR}"):
        client.get(path)
    written = capfd.readouterr()
    own = [one.getMessage() for one in caplog.records if not one.name.startswith(("httpx", "httpcore"))]
    assert PNR not in "".join([written.out, written.err, *own])


def test_a_fault_is_logged_without_its_text(caplog: pytest.LogCaptureFixture) -> None:
    logger = logging.getLogger("tests.quiet")
    quiet(logger)
    quiet(logger)
    assert len(logger.filters) == 1
    try:
        int(PNR)
    except ValueError:
        logger.exception("Exception in %s", PNR)
    assert "ValueError at test_guard.py:" in caplog.text
    assert PNR not in caplog.text


def test_more_at_once_than_can_be_answered_are_refused(web_archive: Path) -> None:
    with serving(web_archive) as url, ExitStack() as open_ones:
        host, port = url.removeprefix("http://").split(":")
        for _ in range(64):
            open_ones.enter_context(socket.create_connection((host, int(port)), timeout=5))
        time.sleep(0.2)
        assert httpx.get(f"{url}/", timeout=10).status_code == 503
        open_ones.close()
        time.sleep(0.2)
        assert httpx.get(f"{url}/", timeout=10).status_code == 200
