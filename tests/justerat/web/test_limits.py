"""How much one may ask for: how often, how many bytes, how slowly, how many connections."""

from __future__ import annotations

import asyncio
import socket
import time
from collections.abc import AsyncGenerator
from contextlib import ExitStack
from pathlib import Path

import httpx
import pytest
from fastapi import FastAPI, Request
from hypothesis import given
from hypothesis import strategies as st
from starlette.requests import HTTPConnection

from docs.make.browser import serving
from justerat.web import listen
from justerat.web.faults import tell_faults
from justerat.web.guard import connections
from justerat.web.guard.connections import Patient
from justerat.web.guard.rate import Buckets, Rate, network_of
from justerat.web.guard.rates import Rates
from justerat.web.guard.sizes import SmallRequests
from justerat.web.guard.who import Caller
from models.asker import Asker, Role
from tests.justerat.web.asking import Asking
from tests.justerat.web.test_who import Knowing


class Clock:
    """A time that tests set."""

    now = 100.0

    def __call__(self) -> float:
        return self.now


def test_a_bucket_empties_and_fills() -> None:
    clock = Clock()
    buckets = Buckets(Rate(3, 0.5), clock)
    assert [buckets.take("a") for _ in range(5)] == [0, 0, 0, 2, 2]
    assert (buckets.wait("a"), buckets.wait("b"), buckets.take("b")) == (2, 0, 0)
    clock.now += 2
    assert [buckets.take("a") for _ in range(2)] == [0, 2]
    clock.now += 1000
    assert [buckets.take("a") for _ in range(4)] == [0, 0, 0, 2]


@given(
    st.lists(st.tuples(st.floats(0, 5), st.sampled_from("ab")), max_size=80),
    st.integers(1, 5),
    st.floats(0.1, 4),
)
def test_nobody_gets_more_than_the_rate_and_who_waits_is_answered(
    asked: list[tuple[float, str]], burst: int, per_second: float
) -> None:
    clock = Clock()
    buckets, began = Buckets(Rate(burst, per_second), clock), clock.now
    given_out = {"a": 0, "b": 0}
    for pause, key in asked:
        clock.now += pause
        wait = buckets.take(key)
        if wait:
            clock.now += wait
            assert buckets.take(key) == 0
        given_out[key] += 1
        assert given_out[key] <= burst + (clock.now - began) * per_second + 1e-6


def test_addresses_that_are_many_do_not_fill_the_memory() -> None:
    buckets = Buckets(Rate(1, 0.001), Clock())
    for number in range(10_050):
        assert buckets.take(str(number)) == 0
    assert buckets.take("10049") > 0
    assert buckets.take("0") == 0


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("192.0.2.7", "192.0.2.7"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::"),
        ("::ffff:192.0.2.7", "192.0.2.7"),
        ("evil\nlog", "unknown"),
        ("", "unknown"),
        (None, "unknown"),
    ],
)
def test_networks(address: str | None, expected: str) -> None:
    client = None if address is None else (address, 1)
    assert network_of(HTTPConnection({"type": "http", "client": client, "headers": []})) == expected


def limited(caller: Caller | None) -> FastAPI:
    app = FastAPI()

    @app.post("/api/v1/length")
    async def length(request: Request) -> int:
        return len(await request.body())

    tell_faults(app)
    slow, quick = Rate(2, 0.01), Rate(50, 1)
    app.add_middleware(Rates, here=quick, known=slow, unknown=slow)
    if caller:
        app.add_middleware(Knowing, caller=caller)
    app.add_middleware(SmallRequests, most=1000)
    return app


@pytest.mark.parametrize(
    ("caller", "answered"),
    [
        (None, 2),
        (Caller(Asker("feed", Role.READ), by_token=True), 2),
        (Caller(Asker("me", Role.ADMIN)), 5),
    ],
)
def test_who_asks_too_often_is_told_when_to_come_again(caller: Caller | None, answered: int) -> None:
    ask = Asking(limited(caller))
    answers = [ask.post("/api/v1/length") for _ in range(5)]
    assert [one.status_code for one in answers] == [200] * answered + [429] * (5 - answered)
    for one in answers[answered:]:
        assert 1 <= int(one.headers["retry-after"]) <= 100
        assert one.json()["code"] == "TooMany"


def test_who_is_known_is_counted_by_name_and_others_by_address() -> None:
    app = limited(None)
    assert [Asking(app).post("/api/v1/length").status_code for _ in range(3)] == [200, 200, 429]
    assert Asking(app, address="192.0.2.8").post("/api/v1/length").status_code == 200
    app = limited(Caller(Asker("feed", Role.READ), by_token=True))
    answers = [Asking(app, address=f"192.0.2.{n}").post("/api/v1/length").status_code for n in range(3)]
    assert answers == [200, 200, 429]


def test_a_body_has_a_limit_whatever_it_says_of_itself() -> None:
    app = limited(Caller(Asker("me", Role.ADMIN)))
    ask = Asking(app)
    assert ask.post("/api/v1/length", b"x" * 1000).json() == 1000
    answer = ask.post("/api/v1/length", b"x" * 1001)
    assert (answer.status_code, answer.json()["code"]) == (413, "TooLarge")
    assert ask.post("/api/v1/length", content_length="-1").status_code == 413
    assert asyncio.run(streamed(app, 1000)) == 200
    assert asyncio.run(streamed(app, 1001)) == 413


async def streamed(app: FastAPI, length: int) -> int:
    """The status of a request that doesn't tell its length."""

    async def content() -> AsyncGenerator[bytes]:
        for _ in range(length):
            yield b"x"

    async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://a") as client:
        return (await client.post("/api/v1/length", content=content())).status_code


def said(opened: socket.socket) -> bytes:
    """What comes until the other end closes."""
    opened.settimeout(5)
    heard = b""
    try:
        while piece := opened.recv(4096):
            heard += piece
    except ConnectionResetError:
        pass
    return heard


REQUEST = b"GET /static/sign.svg HTTP/1.1\r\nHost: localhost\r\n"
LONGER = b"POST /logga-in HTTP/1.1\r\nHost: localhost\r\nContent-Length: 9\r\n\r\nx"


def test_who_is_slow_to_ask_is_not_waited_for(web_archive: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Patient, "seconds", 0.5)
    with serving(web_archive) as url:
        place = ("127.0.0.1", int(url.rsplit(":", 1)[1]))
        for begun in (
            b"",
            REQUEST,
            b"POST /logga-in HTTP/1.1\r\nHost: localhost\r\nContent-Length: 9\r\n\r\nx",
        ):
            began = time.monotonic()
            with socket.create_connection(place) as slow:
                slow.sendall(begun)
                assert said(slow) == b""
            assert 0.3 < time.monotonic() - began < 4
        with socket.create_connection(place) as quick:
            for _ in range(3):
                # Its time begins anew with each request.
                time.sleep(0.3)
                quick.sendall(REQUEST + b"\r\n")
                heard = b""
                while b"</svg>" not in heard:
                    heard += quick.recv(4096)


def test_one_address_can_not_take_all_connections(web_archive: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made = connections.patient(3)

    def patient(_most: int | None) -> type[Patient]:
        return made

    monkeypatch.setattr(listen, "patient", patient)
    with serving(web_archive) as url, ExitStack() as open_ones:
        place = ("127.0.0.1", int(url.rsplit(":", 1)[1]))
        for _ in range(3):
            open_ones.enter_context(socket.create_connection(place))
        with socket.create_connection(place) as one_more:
            assert said(one_more) == b""
        open_ones.close()
        time.sleep(0.2)
        assert httpx.get(f"{url}/static/sign.svg").status_code == 200


@pytest.mark.parametrize("length", [33_000, 60_000])
def test_headers_have_a_limit(address: str, length: int) -> None:
    for path, headers in (("/sok?q=" + "x" * length, {}), ("/", {"X": "x" * length})):
        assert httpx.get(address + path, headers=headers).status_code in {400, 431}
