"""Tokens over HTTP: shown by programs, exchanged for a session by people, and ended."""

from __future__ import annotations

import logging
import re
from collections.abc import Generator
from pathlib import Path
from urllib.parse import quote, urlencode

import httpx
import pytest
from fastapi import FastAPI

from archive.folder import Archive
from justerat.web.guard import sessions
from justerat.web.guard.access import Access
from justerat.web.guard.sessions import Sessions
from models.asker import Asker, Role
from tests.archive.records import outcome_of
from tests.justerat.web.asking import HOST, Asking, opened
from tests.justerat.web.made import PNR

DOCUMENTS = "/api/v1/documents"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    with Archive.writing(tmp_path / "arkiv") as archive:
        archive.put(outcome_of())
    return tmp_path / "arkiv"


@pytest.fixture
def token(folder: Path) -> str:
    with Archive.reading(folder) as archive:
        return archive.tokens.add("Åsa Öberg", Role.REVIEW)


@pytest.fixture
def app(folder: Path) -> Generator[FastAPI]:
    with opened(folder) as app:
        yield app


@pytest.fixture
def ask(app: FastAPI) -> Asking:
    return Asking(app)


def post(ask: Asking, path: str, content: bytes = b"", cookie: str = "") -> httpx.Response:
    """What a form of the archive's own page sends."""
    headers = {"cookie": cookie} if cookie else {}
    form = "application/x-www-form-urlencoded"
    return ask.post(path, content, sec_fetch_site="same-origin", content_type=form, **headers)


def log_in(ask: Asking, token: str, onward: str = "/") -> httpx.Response:
    return post(ask, "/logga-in", urlencode({"token": token, "vidare": onward}).encode())


def cookie_of(answer: httpx.Response) -> str:
    return answer.headers["set-cookie"].split(";")[0]


def test_programs_show_a_token_until_it_is_removed(ask: Asking, folder: Path, token: str) -> None:
    assert ask.get(DOCUMENTS).json()["code"] == "TokenMissing"
    assert ask.get(DOCUMENTS, authorization=f"Bearer {token}").status_code == 200
    assert ask.get(DOCUMENTS, authorization=f"bearer {token}").status_code == 200
    assert ask.get(DOCUMENTS, authorization=f"Basic {token}").json()["code"] == "TokenMissing"
    with Archive.reading(folder) as archive:
        archive.tokens.remove("Åsa Öberg")
    answer = ask.get(DOCUMENTS, authorization=f"Bearer {token}")
    assert (answer.status_code, answer.json()["code"]) == (401, "TokenWrong")
    assert answer.headers["www-authenticate"].startswith("Bearer")


def test_people_log_in_and_out(ask: Asking, token: str) -> None:
    asked = ask.get("/sok?q=sk%C3%B6ld&sort=newest")
    assert (asked.status_code, asked.headers["location"]) == (
        303, "/logga-in?vidare=%2Fsok%3Fq%3Dsk%25C3%25B6ld%26sort%3Dnewest",
    )  # fmt: skip
    form = ask.get(asked.headers["location"])
    (onward,) = re.findall(r'name="vidare" value="([^"]*)"', form.text)
    answer = log_in(ask, f" {token}\n", onward.replace("&amp;", "&"))
    assert (answer.status_code, answer.headers["location"]) == (303, "/sok?q=sk%C3%B6ld&sort=newest")
    assert answer.headers["set-cookie"].startswith("__Host-justerat=")
    assert {"HttpOnly", "Secure", "SameSite=strict", "Path=/"} <= set(
        answer.headers["set-cookie"].split("; ")
    )
    cookie = cookie_of(answer)
    assert token not in cookie
    page = ask.get("/", cookie=cookie)
    assert "Logga ut Åsa Öberg" in page.text
    assert ask.get("/logga-in?vidare=/sok", cookie=cookie).headers["location"] == "/sok"
    left = post(ask, "/logga-ut", cookie=cookie)
    assert (left.status_code, left.headers["location"]) == (303, "/logga-in")
    assert f'{cookie.split("=")[0]}=""; ' in left.headers["set-cookie"]
    assert ask.get("/", cookie=cookie).status_code == 303


def test_a_session_ends_with_its_token(ask: Asking, folder: Path, token: str) -> None:
    cookie = cookie_of(log_in(ask, token))
    assert ask.get(DOCUMENTS, cookie=cookie).status_code == 200
    with Archive.reading(folder) as archive:
        archive.tokens.remove("Åsa Öberg")
    assert ask.get(DOCUMENTS, cookie=cookie).status_code == 401


def test_a_session_ends_with_the_day(monkeypatch: pytest.MonkeyPatch) -> None:
    now = 0.0
    kept = Sessions(lambda: now)
    first = kept.begin("token")
    assert (kept.token(first), kept.token("other"), kept.token("")) == ("token", None, None)
    now = sessions.SECONDS
    assert kept.token(first) is None
    monkeypatch.setattr(sessions, "_MOST", 2)
    many = [kept.begin(str(number)) for number in range(3)]
    assert [kept.token(one) for one in many] == [None, "1", "2"]


@pytest.mark.parametrize(
    ("onward", "expected"),
    [
        ("/sok?q=x", "/sok?q=x"),
        ("", "/"),
        ("//evil.example", "/"),
        ("///evil.example", "/"),
        ("/\\evil.example", "/"),
        ("https://evil.example/", "/"),
        ("javascript:alert(1)", "/"),
        ("/\t/evil.example", "/"),
        ("\n//evil.example", "/"),
        ("/x\r\nSet-Cookie: a=b", "/"),
        ("evil.example", "/"),
        ("http:/sok", "/"),
    ],
)
def test_from_the_login_one_stays_here(ask: Asking, token: str, onward: str, expected: str) -> None:
    answer = log_in(ask, token, onward)
    assert answer.headers["location"] == expected
    assert f'value="{expected}"' in ask.get(f"/logga-in?vidare={quote(onward)}").text
    cookie = cookie_of(answer)
    assert ask.get(f"/logga-in?vidare={quote(onward)}", cookie=cookie).headers["location"] == expected


def test_a_link_of_another_site_leads_past_the_login(ask: Asking, token: str) -> None:
    """The cookie doesn't come with it, so the page asks once more, from here."""
    page = ask.get("/logga-in?vidare=/sok", sec_fetch_site="cross-site").text
    assert '<meta http-equiv="refresh" content="0; url=/logga-in?vidare=%2Fsok&amp;led=1">' in page
    for again in (
        ask.get("/logga-in?vidare=/sok&led=1", sec_fetch_site="cross-site"),
        ask.get("/logga-in?vidare=/sok", sec_fetch_site="same-origin"),
    ):
        assert "http-equiv" not in again.text
    cookie = cookie_of(log_in(ask, token))
    assert ask.get("/logga-in?vidare=/sok&led=1", cookie=cookie).headers["location"] == "/sok"


def test_no_other_site_logs_anybody_in_or_out(ask: Asking, token: str) -> None:
    content = urlencode({"token": token}).encode()
    assert ask.post("/logga-in", content, sec_fetch_site="cross-site").status_code == 403
    cookie = cookie_of(log_in(ask, token))
    assert ask.post("/logga-ut", cookie=cookie, sec_fetch_site="cross-site").status_code == 403
    assert ask.get("/", cookie=cookie).status_code == 200


@pytest.mark.parametrize("content", [b"", b"token=", b"token=x", b"&" * 9000, b"\xff\xfe", b"token=%ff%00"])
def test_wrong_tokens_are_told(ask: Asking, content: bytes) -> None:
    answer = post(ask, "/logga-in", content)
    assert answer.status_code == 401
    assert "Nyckeln gäller inte" in answer.text
    assert "set-cookie" not in answer.headers


def test_wrong_tokens_are_slowed_for_their_address_alone(app: FastAPI, token: str) -> None:
    ask, other = Asking(app), Asking(app, address="192.0.2.8")
    for _ in range(5):
        assert log_in(ask, "justerat_wrong").status_code == 401
    # Not even the right one is looked at any more.
    answer = log_in(ask, token)
    assert answer.status_code == 429
    assert 1 <= int(answer.headers["retry-after"]) <= 30
    assert log_in(other, token).status_code == 303


def test_wrong_bearer_tokens_are_slowed_and_right_ones_are_not(ask: Asking, token: str) -> None:
    answers = [ask.get(DOCUMENTS, authorization=f"Bearer {token}x").status_code for _ in range(7)]
    assert answers == [401] * 5 + [429] * 2
    assert ask.get(DOCUMENTS, authorization=f"Bearer {token}").status_code == 200


def test_htmx_is_led_to_the_login(ask: Asking) -> None:
    answer = ask.get("/?kind=motion", hx_request="true")
    assert (answer.status_code, answer.headers["hx-redirect"]) == (
        401,
        "/logga-in?vidare=%2F%3Fkind%3Dmotion",
    )


def test_on_this_machine_a_token_may_be_shown_too(folder: Path, token: str) -> None:
    with opened(folder, Access(Asker("me", Role.ADMIN))) as app:
        ask = Asking(app, "http://localhost")
        assert ask.get(DOCUMENTS).status_code == 200
        assert ask.get(DOCUMENTS, cookie="justerat_session=stale").status_code == 200
        assert ask.get(DOCUMENTS, authorization="Bearer wrong").status_code == 401
        answer = log_in(ask, token)
        assert "Secure" not in answer.headers["set-cookie"]
        assert "Logga ut Åsa Öberg" in ask.get("/", cookie=cookie_of(answer)).text
        assert "Logga ut" not in ask.get("/").text


def test_who_logs_in_is_logged_and_nothing_else(
    ask: Asking, token: str, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.INFO):
        cookie = cookie_of(log_in(ask, token, f"/person?namn={PNR}"))
        log_in(ask, PNR)
        ask.get(f"/api/v1/people?name={PNR}", authorization=f"Bearer {PNR}")
        post(ask, "/logga-ut", cookie=cookie)
    said = [one.getMessage() for one in caplog.records if one.name == "justerat.guard"]
    assert said == [
        "Logged in: Åsa Öberg (review)",
        "Failed by login from 192.0.2.7; 1 since the start",
        "Failed by bearer token from 192.0.2.7; 1 since the start",
        "Logged out: Åsa Öberg",
    ]
    own = "".join(one.getMessage() for one in caplog.records if not one.name.startswith("http"))
    assert not any(secret in own for secret in (PNR, token, cookie.split("=")[1]))
    assert HOST not in own
