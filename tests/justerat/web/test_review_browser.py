"""Correcting in a browser: by keys and words, without script, what holds other values, and accessibility."""

from __future__ import annotations

from collections.abc import Generator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from archive.folder import Archive
from docs.make.browser import serving
from models.correction import Act, Asked
from tests.justerat.web.made import made_archive
from tests.justerat.web.test_browser import AXE, FOUND, page

__all__ = ["page"]
pytestmark = pytest.mark.slow


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return made_archive(tmp_path)


@pytest.fixture
def address(folder: Path) -> Generator[str]:
    with serving(folder) as url:
        yield url


@pytest.fixture
def scan_id(folder: Path) -> str:
    with Archive.reading(folder) as archive:
        return next(one.id for one in archive.records() if one.body == "Barnnämnden")


def test_by_keys_and_words_alone(page: Page, scan_id: str) -> None:
    page.goto(f"/dokument/{scan_id}")
    page.get_by_text("Lägg till ett värde").press("Enter")
    page.get_by_role("link", name="Organisationer").press("Enter")
    page.get_by_label("Namn", exact=True).fill("Granby kommun")
    page.get_by_label("Typ").select_option("municipality")
    page.get_by_label("Ord på sidan").fill("Granby kommun")
    page.get_by_label("Ord på sidan").press("Enter")
    expect(page.locator("#v-organisation-1")).to_contain_text("Granby kommun")
    page.get_by_label("Det står").fill("reserverar")
    page.get_by_label("Det ska stå").fill("reserverade")
    page.get_by_label("Det ska stå").press("Enter")
    expect(page.locator(".print ins").last).to_have_text("reserverade")
    page.get_by_role("button", name="Stryk Granby kommun").press("Enter")
    expect(page.locator("#v-organisation-1")).to_have_count(0)


def test_what_an_item_holds(page: Page, folder: Path, scan_id: str) -> None:
    page.goto(f"/dokument/{scan_id}/granska/items?sida=1&nr=1")
    page.get_by_role("group", name="Yrkanden 2").get_by_label("Av").fill("Bo Ek")
    page.get_by_role("group", name="Yrkanden 2").get_by_label("Text").fill("avslag")
    page.get_by_label("Nej", exact=True).fill("2")
    added = page.get_by_role("group", name="Röster 2")
    added.get_by_label("Namn").fill("Bo Ek")
    added.get_by_label("Röstning").select_option("nej")
    for name in ("Namn", "Parti"):
        page.get_by_role("group", name="Reservationer 1").get_by_label(name).fill("")
    page.get_by_role("button", name="Rätta", exact=True).click()
    page.wait_for_url("**#granskat")
    with Archive.reading(folder) as archive:
        (item,) = archive.get(scan_id).items
    assert [(one.by, one.text) for one in item.proposals][1:] == [("Bo Ek", "avslag")]
    assert item.vote
    assert item.vote.no == 2
    assert [(one.name, one.vote) for one in item.vote.by_person][1:] == [("Bo Ek", "nej")]
    assert item.reservations == ()


def test_without_script(browser: Browser, address: str, scan_id: str) -> None:
    context = browser.new_context(base_url=address, java_script_enabled=False)
    opened = context.new_page()
    opened.goto(f"/dokument/{scan_id}")
    opened.locator("#v-dnr-1").get_by_role("button", name="Bekräfta").click()
    expect(opened.locator("#v-dnr-1 .reviewed")).to_have_text("Bekräftat")
    opened.goto(f"/dokument/{scan_id}/granska")
    opened.get_by_role("link", name="Rätta Titel").click()
    opened.get_by_label("Titel").fill("Protokoll om den nya skolan")
    opened.get_by_role("button", name="Rätta", exact=True).click()
    expect(opened.get_by_role("row", name="Titel")).to_contain_text("den nya skolan")
    context.close()


@pytest.mark.parametrize(
    "path",
    ["", "/granska", "/granska/people?sida=1&nr=1", "/granska/items?sida=1&nr=1", "/granska/kind?lang=en"],
)
def test_accessible(page: Page, folder: Path, scan_id: str, path: str) -> None:
    with Archive.reading(folder) as archive:
        for field in ("people", "dnr"):
            asked = Asked(act=Act.CONFIRM, field=field, position=1, seen=9**9)
            archive.reviews.make(scan_id, asked, "Vera Granskare")
        archive.reviews.undo(scan_id, 1, "Vera Granskare")
    page.goto(f"/dokument/{scan_id}{path}")
    page.evaluate(AXE.read_text("utf-8"))
    found = FOUND.validate_python(page.evaluate("axe.run().then(result => result.violations)"))
    assert [one["id"] for one in found if one["impact"] in {"serious", "critical"}] == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
