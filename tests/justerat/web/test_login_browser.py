"""Logging in with a real browser, and that no other site's page gets anything done there."""

from __future__ import annotations

from collections.abc import Generator
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Response, expect

from archive.folder import Archive
from docs.make.browser import serving
from justerat.web.guard.access import Access
from models.asker import Role
from tests.justerat.web.made import made_archive
from tests.justerat.web.test_browser import serious

pytestmark = pytest.mark.slow

EVIL = "http://evil.example/"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return made_archive(tmp_path_factory.mktemp("login"))


@pytest.fixture(scope="module")
def token(folder: Path) -> str:
    with Archive.reading(folder) as archive:
        return archive.tokens.add("Åsa Öberg", Role.REVIEW)


@pytest.fixture(scope="module")
def guarded(folder: Path) -> Generator[str]:
    """The address of a service that demands tokens."""
    with serving(folder, Access(None)) as url:
        yield url


@pytest.fixture(params=[True, False], ids=["script", "no script"])
def context(browser: Browser, guarded: str, request: pytest.FixtureRequest) -> Generator[BrowserContext]:
    opened = browser.new_context(base_url=guarded, java_script_enabled=request.param)
    yield opened
    opened.close()


def log_in(page: Page, token: str, label: str = "Nyckel") -> None:
    page.get_by_label(label).fill(token)
    page.keyboard.press("Enter")


def test_in_and_out(context: BrowserContext, token: str) -> None:
    page = context.new_page()
    page.goto("/sok?q=skola")
    expect(page.get_by_role("heading", name="Logga in")).to_be_visible()
    log_in(page, "justerat_wrong")
    expect(page.get_by_role("alert")).to_contain_text("Nyckeln gäller inte")
    log_in(page, token)
    page.wait_for_url("**/sok?q=skola")
    (cookie,) = [one for one in context.cookies() if one.get("name") == "justerat_session"]
    assert (cookie.get("httpOnly"), cookie.get("sameSite")) == (True, "Strict")
    assert cookie.get("value", token) not in token
    page.get_by_role("button", name="Logga ut Åsa Öberg").click()
    page.wait_for_url("**/logga-in")
    page.goto("/")
    expect(page.get_by_role("heading", name="Logga in")).to_be_visible()
    page.get_by_role("link", name="In English").click()
    expect(page.get_by_role("heading", name="Log in")).to_be_visible()
    log_in(page, token, "Token")
    expect(page.get_by_role("button", name="Log out Åsa Öberg")).to_be_visible()


def test_a_link_of_another_site_leads_to_what_it_names(context: BrowserContext, token: str) -> None:
    page = context.new_page()
    page.goto("/logga-in")
    log_in(page, token)
    expect(page.get_by_role("button", name="Logga ut Åsa Öberg")).to_be_visible()
    target = page.url + "sok?q=skola"
    serve(context, f'<a href="{target}">archive</a>')
    page.goto(EVIL)
    page.get_by_role("link").click()
    page.wait_for_url("**/sok?q=skola")


def serve(context: BrowserContext, content: str) -> None:
    """Have the other site answer with a page of this content."""
    context.route(
        f"{EVIL}**",
        lambda route: route.fulfill(content_type="text/html", body=f"<!doctype html><body>{content}"),
    )


def test_another_site_can_not_log_out(browser: Browser, guarded: str, token: str) -> None:
    context = browser.new_context(base_url=guarded)
    page = context.new_page()
    answers: list[tuple[str, int]] = []

    def heard(answer: Response) -> None:
        if answer.request.method == "POST":
            answers.append((answer.url, answer.status))

    page.goto("/logga-in")
    log_in(page, token)
    expect(page.get_by_role("button", name="Logga ut Åsa Öberg")).to_be_visible()
    serve(context, f'<form method="post" action="{guarded}/logga-ut"><button>x</button></form>')
    page.on("response", heard)
    page.goto(EVIL)
    page.get_by_role("button").click()
    page.wait_for_url(f"{guarded}/**")
    page.goto(EVIL)
    page.evaluate(
        "url => fetch(url, {method: 'POST', mode: 'no-cors', credentials: 'include'}).catch(() => 0)",
        f"{guarded}/logga-ut",
    )
    assert answers
    assert {status for _, status in answers} == {403}
    page.goto(guarded)
    expect(page.get_by_role("button", name="Logga ut Åsa Öberg")).to_be_visible()
    context.close()


@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (390, "dark")])
def test_the_login_is_accessible(
    browser: Browser, guarded: str, width: int, scheme: Literal["light", "dark"], token: str
) -> None:
    context = browser.new_context(
        base_url=guarded, viewport={"width": width, "height": 800}, color_scheme=scheme
    )
    page = context.new_page()
    page.goto("/logga-in")
    assert serious(page) == []
    log_in(page, "wrong")
    expect(page.get_by_role("alert")).to_be_visible()
    assert serious(page) == []
    log_in(page, token)
    expect(page.get_by_role("button", name="Logga ut Åsa Öberg")).to_be_visible()
    assert serious(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    context.close()
