"""The whole way in a browser: search, facet, document, value and box, corrected, and told everywhere."""

from __future__ import annotations

import json
from collections.abc import Generator
from pathlib import Path

import httpx
import pytest
from playwright.sync_api import Browser, Page, expect

from archive.folder import Archive
from docs.make.browser import serving
from justerat.cli.main import main
from models.correction import Act, Asked
from tests.justerat.conftest import ANSWER, LISTED
from tests.justerat.web.made import made_archive
from tests.justerat.web.test_browser import AXE, FOUND, page

__all__ = ["page"]
pytestmark = pytest.mark.slow
NAME = "Åsa Öberg-Ek"


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


def test_the_whole_way(page: Page, address: str, folder: Path, scan_id: str, tmp_path: Path) -> None:
    page.goto("/")
    page.get_by_role("searchbox").fill("person:åsa in:text")
    page.keyboard.press("Enter")
    page.get_by_role("link", name="Barnnämnden").first.click()
    page.locator("#rows > li a").first.click()
    value = page.locator("#v-person-1")
    value.locator("a.value").click()
    expect(page.locator("#b-person-1")).to_have_class("box person chosen")
    value.get_by_role("link", name="Rätta").click()
    page.get_by_label("Namn", exact=True).fill(NAME)
    _draw(page, (0.1, 0.2), (0.5, 0.25))
    page.get_by_role("button", name="Rätta", exact=True).click()
    expect(page.locator("#v-person-1 a.value")).to_have_text(NAME)
    expect(page.locator("#v-person-1 .reviewed")).to_have_text("Rättat")
    assert page.locator("#b-person-1 rect").get_attribute("x") == "80.0"
    with httpx.Client(base_url=f"{address}/api/v1", timeout=30) as client:
        told = LISTED.validate_python(client.get(f"/documents/{scan_id}/corrections").json()["corrections"])
        assert [(one["act"], one["field"]) for one in told] == [("correct", "people")]
        people = LISTED.validate_python(client.get("/people", params={"name": NAME}).json()["rows"])
        assert [one["document"] for one in people] == [scan_id]
        changed = LISTED.validate_python(client.get("/changes?since=2").json()["changes"])
        assert [one["document"] for one in changed] == [scan_id]
    out = tmp_path / "ut.jsonl"
    assert main(["export", "jsonl", scan_id, "--archive", str(folder), "--to", str(out)]) == 0
    exported = ANSWER.validate_python(json.loads(out.read_text("utf-8")))
    assert [one["name"] for one in LISTED.validate_python(exported["people"])] == [NAME]
    page.get_by_role("link", name="Granskning och historik").click()
    expect(page.locator(".history ins")).to_contain_text(NAME)
    page.get_by_role("button", name="Ångra").click()
    expect(page.locator(".history li").first).to_contain_text("Ångrat")
    page.goto(f"/dokument/{scan_id}")
    expect(page.locator("#v-person-1 a.value")).to_have_text("Åsa Öberg")


def _draw(page: Page, first: tuple[float, float], last: tuple[float, float]) -> None:
    """Draw a box on the picture, from one corner to the other in shares of its size."""
    page.locator("#paper").scroll_into_view_if_needed()
    box = page.locator("#paper").bounding_box()
    assert box
    (x0, y0), (x1, y1) = (
        (box["x"] + x * box["width"], box["y"] + y * box["height"]) for x, y in (first, last)
    )
    page.mouse.move(x0, y0)
    page.mouse.down()
    page.mouse.move((x0 + x1) / 2, y1)
    page.mouse.move(x1, y1)
    page.mouse.up()
    edges = [float(edge) for edge in page.get_by_label("Ruta på bilden").input_value().split(",")]
    wanted = [800 * first[0], 1000 * first[1], 800 * last[0], 1000 * last[1]]
    assert all(abs(edge - right) < 6 for edge, right in zip(edges, wanted, strict=True))
    page.get_by_label("Ruta på bilden").fill(",".join(map(str, wanted)))


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
    ["", "/granska", "/granska/people?sida=1&nr=1", "/granska/amounts?sida=1", "/granska/kind?lang=en"],
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
