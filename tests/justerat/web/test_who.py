"""Who may do what, and that no other site's page can make a browser change something."""

from __future__ import annotations

import getpass
import re
from pathlib import Path

import pytest
from fastapi import FastAPI
from fastapi.routing import iter_route_contexts
from starlette.datastructures import Headers
from starlette.types import ASGIApp, Receive, Scope, Send

from justerat.web.faults import tell_faults
from justerat.web.guard.access import person_here
from justerat.web.guard.same_site import OwnPagesOnly, is_own
from justerat.web.guard.who import Admin, Caller, Reader, Reviewer, put_caller
from models.asker import Asker, Role
from tests.justerat.web.asking import Asking, opened

OWN = "archive.example:8765"


class Knowing:
    """Knows whoever asks."""

    def __init__(self, app: ASGIApp, caller: Caller) -> None:
        self._app = app
        self._caller = caller

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        put_caller(scope, self._caller)
        await self._app(scope, receive, send)


def asking(asker: Asker | None, *, by_token: bool = False) -> Asking:
    """A client of an app with a route for each role, which knows whoever asks as `asker`."""
    app = FastAPI()

    @app.get("/api/v1/read")
    def read(asker: Reader) -> str:
        return asker.name

    @app.post("/api/v1/review")
    def review(asker: Reviewer) -> str:
        return asker.name

    @app.get("/api/v1/admin")
    def admin(asker: Admin) -> str:
        return asker.name

    tell_faults(app)
    app.add_middleware(Knowing, caller=Caller(asker, by_token))
    app.add_middleware(OwnPagesOnly)
    return Asking(app)


@pytest.mark.parametrize(
    ("role", "read", "review", "admin"),
    [(None, 401, 401, 401), ("read", 200, 403, 403), ("review", 200, 200, 403), ("admin", 200, 200, 200)],
)
def test_each_role_may_do_its_own_and_those_before(
    role: str | None, read: int, review: int, admin: int
) -> None:
    ask = asking(Asker("Åsa", Role(role)) if role else None)
    answers = [ask.get("/api/v1/read"), ask.post("/api/v1/review"), ask.get("/api/v1/admin")]
    assert [answer.status_code for answer in answers] == [read, review, admin]
    for answer in answers:
        if answer.status_code == 200:
            assert answer.json() == "Åsa"
            continue
        assert answer.headers["content-type"] == "application/problem+json"
        assert answer.json()["code"] == {401: "TokenMissing", 403: "RoleLacking"}[answer.status_code]
        assert ("www-authenticate" in answer.headers) == (answer.status_code == 401)


def test_a_refusal_says_which_role_is_needed() -> None:
    answer = asking(Asker("Åsa", Role.READ)).post("/api/v1/review")
    assert answer.json()["detail"] == "This needs the role review, and your token has the role read."
    assert asking(None, by_token=True).get("/api/v1/read").json()["code"] == "TokenWrong"


def test_the_person_at_this_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    assert person_here("Åsa") == Asker("Åsa", Role.ADMIN)
    assert person_here() == Asker(getpass.getuser(), Role.ADMIN)

    def nameless() -> str:
        raise KeyError

    monkeypatch.setattr(getpass, "getuser", nameless)
    assert person_here() == Asker("local", Role.ADMIN)


@pytest.mark.parametrize(
    ("headers", "expected"),
    [
        ({}, True),
        ({"Cookie": "session=x"}, False),
        ({"Sec-Fetch-Site": "same-origin", "Cookie": "session=x"}, True),
        ({"Sec-Fetch-Site": "none", "Cookie": "session=x"}, True),
        ({"Sec-Fetch-Site": "same-site"}, False),
        ({"Sec-Fetch-Site": "cross-site"}, False),
        ({"Sec-Fetch-Site": "cross-site", "Origin": f"http://{OWN}"}, False),
        ({"Sec-Fetch-Site": ""}, False),
        ({"Origin": f"http://{OWN}"}, True),
        ({"Origin": f"http://{OWN}", "Cookie": "session=x"}, True),
        ({"Origin": "http://evil.example"}, False),
        ({"Origin": f"http://{OWN}.evil.example"}, False),
        ({"Origin": f"http://{OWN}@evil.example"}, False),
        ({"Origin": "http://archive.example"}, False),
        ({"Origin": "null"}, False),
        ({"Origin": ""}, False),
        ({"Authorization": "Bearer x"}, True),
        ({"Authorization": "bearer x", "Origin": "http://evil.example"}, True),
        ({"Authorization": "Bearer x", "Cookie": "session=x"}, False),
        ({"Authorization": "Bearer x", "Cookie": "s=x", "Origin": "http://evil.example"}, False),
        ({"Authorization": "Basic x", "Origin": "http://evil.example"}, False),
    ],
)
def test_whose_page_may_have_asked(headers: dict[str, str], expected: bool) -> None:
    assert is_own(Headers({"Host": OWN, **headers})) is expected


def test_only_what_changes_something_is_refused_to_other_sites() -> None:
    ask = asking(Asker("Åsa", Role.ADMIN))
    assert ask.get("/api/v1/read", sec_fetch_site="cross-site").status_code == 200
    answer = ask.post("/api/v1/review", sec_fetch_site="cross-site")
    assert (answer.status_code, answer.json()["code"]) == (403, "OtherSite")
    assert ask.post("/api/v1/review", sec_fetch_site="same-origin").status_code == 200


def test_every_route_asks_who_is_there(web_archive: Path) -> None:
    """Whoever adds a route and forgets to ask is told here."""
    with opened(web_archive) as app:
        ask = Asking(app)
        open_ones: set[str] = set()
        for route in iter_route_contexts(app.routes):
            assert route.path
            path = re.sub(r"{[^}]*}", "1", route.path)
            for method in route.methods or ():
                if ask(method, path).status_code not in {401, 303}:
                    open_ones.add(route.path)
    assert open_ones == {"/logga-in", "/static/{name}", "/api/v1/openapi.json"}
