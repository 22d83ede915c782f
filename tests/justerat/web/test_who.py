"""Who may do what, and that no other site's page can make a browser change something."""

from __future__ import annotations

import asyncio
import getpass

import httpx
import pytest
from fastapi import FastAPI
from starlette.datastructures import Headers

from justerat.web.faults import tell_faults
from justerat.web.guard.access import Access, person_here
from justerat.web.guard.known import Known
from justerat.web.guard.same_site import OwnPagesOnly, is_own
from justerat.web.guard.who import Admin, Reader, Reviewer
from models.asker import Asker, Role

OWN = "archive.example:8765"


def app_for(asker: Asker | None) -> FastAPI:
    """An app with a route for each role, which knows whoever asks as `asker`."""
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
    if asker:
        app.add_middleware(Known, access=Access(asker))
    app.add_middleware(OwnPagesOnly)
    return app


def ask(app: FastAPI, method: str, path: str, **headers: str) -> httpx.Response:
    async def asked() -> httpx.Response:
        transport = httpx.ASGITransport(app)
        async with httpx.AsyncClient(transport=transport, base_url=f"http://{OWN}/api/v1") as client:
            named = {name.replace("_", "-"): value for name, value in headers.items()}
            return await client.request(method, path, headers=named)

    return asyncio.run(asked())


@pytest.mark.parametrize(
    ("role", "read", "review", "admin"),
    [(None, 401, 401, 401), ("read", 200, 403, 403), ("review", 200, 200, 403), ("admin", 200, 200, 200)],
)
def test_each_role_may_do_its_own_and_those_before(
    role: str | None, read: int, review: int, admin: int
) -> None:
    app = app_for(Asker("Åsa", Role(role)) if role else None)
    answers = [ask(app, "GET", "/read"), ask(app, "POST", "/review"), ask(app, "GET", "/admin")]
    assert [answer.status_code for answer in answers] == [read, review, admin]
    for answer in answers:
        if answer.status_code == 200:
            assert answer.json() == "Åsa"
            continue
        assert answer.headers["content-type"] == "application/problem+json"
        assert answer.json()["code"] == {401: "TokenMissing", 403: "RoleLacking"}[answer.status_code]
        assert ("www-authenticate" in answer.headers) == (answer.status_code == 401)


def test_a_refusal_says_which_role_is_needed() -> None:
    answer = ask(app_for(Asker("Åsa", Role.READ)), "POST", "/review")
    assert answer.json()["detail"] == "This needs the role review, and your token has the role read."


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
    app = app_for(Asker("Åsa", Role.ADMIN))
    assert ask(app, "GET", "/read", sec_fetch_site="cross-site").status_code == 200
    answer = ask(app, "POST", "/review", sec_fetch_site="cross-site")
    assert (answer.status_code, answer.json()["code"]) == (403, "OtherSite")
    assert ask(app, "POST", "/review", sec_fetch_site="same-origin").status_code == 200
