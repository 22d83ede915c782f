"""The pages in a real browser: values and boxes, keys, the content security policy, and accessibility."""

from __future__ import annotations

from collections.abc import Generator
from pathlib import Path

import httpx
import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, expect
from pydantic import TypeAdapter

from tests.justerat.web.made import text_document
from tests.justerat.web.test_api import rows

pytestmark = pytest.mark.slow

AXE = Path(__file__).parents[2] / "vendored" / "axe.min.js"
TEXT = text_document().records[0].id
FOUND = TypeAdapter(list[dict[str, object]])


@pytest.fixture(params=[(1280, "light"), (390, "dark")], ids=["wide", "narrow"])
def page(browser: Browser, address: str, request: pytest.FixtureRequest) -> Generator[Page]:
    """A page that must leave the console empty: what the policy forbids is told there."""
    width, scheme = request.param
    context = browser.new_context(
        base_url=address,
        viewport={"width": width, "height": 900},
        color_scheme=scheme,
        reduced_motion="reduce",
    )
    opened = context.new_page()
    said: list[str] = []

    def hear(message: ConsoleMessage) -> None:
        said.append(message.text)

    opened.on("console", hear)
    opened.on("pageerror", lambda error: said.append(str(error)))
    yield opened
    context.close()
    assert said == []


@pytest.fixture
def scan_id(client: httpx.Client) -> str:
    return str(rows(client, "/documents?body=Barnnämnden")[0]["id"])


def serious(page: Page) -> list[object]:
    """What axe finds on the page that is serious."""
    page.evaluate(AXE.read_text("utf-8"))
    found = FOUND.validate_python(page.evaluate("axe.run().then(result => result.violations)"))
    return [one["id"] for one in found if one["impact"] in {"serious", "critical"}]


def test_a_value_shows_its_box_and_a_box_its_value(page: Page, scan_id: str) -> None:
    page.goto(f"/dokument/{scan_id}")
    box, value = page.locator("#b-person-1"), page.locator("#v-person-1")
    assert page.locator(".paper img").evaluate("image => image.complete && image.naturalWidth") == 800
    page.get_by_role("region", name="På sidan").get_by_role("link", name="Åsa Öberg", exact=True).click()
    expect(box).to_have_class("box person chosen")
    expect(box).to_be_in_viewport()
    assert box.locator("rect").evaluate("one => getComputedStyle(one).strokeWidth") == "4px"
    drawn, paper = box.bounding_box(), page.locator(".paper").bounding_box()
    assert drawn
    assert paper
    assert abs((drawn["x"] - paper["x"]) / paper["width"] - 100 / 800) < 0.02
    assert abs((drawn["y"] - paper["y"]) / paper["height"] - 300 / 1000) < 0.02
    page.locator("#b-dnr-1 rect").click(position={"x": 3, "y": 3})
    expect(page.locator("#v-dnr-1")).to_have_class("chosen")
    expect(value).not_to_have_class("chosen")


def test_keys_lead_from_value_to_value_and_page_to_page(page: Page, scan_id: str) -> None:
    page.goto(f"/dokument/{scan_id}")
    page.keyboard.press("j")
    expect(page.locator(".box.chosen")).to_have_attribute("id", "b-item-1")
    page.keyboard.press("k")
    expect(page.locator(".box.chosen")).to_have_attribute("id", "b-person-1")
    page.keyboard.press("n")
    page.wait_for_url("**sida=2")
    page.keyboard.press("p")
    page.wait_for_url("**sida=1")


def test_filters_change_the_list_without_a_new_page(page: Page) -> None:
    page.goto("/")
    expect(page.locator("#rows > li")).to_have_count(2)
    page.get_by_label("Organ").select_option("Barnnämnden")
    expect(page.locator("#rows > li")).to_have_count(1)
    page.wait_for_url("**body=Barnn**")


@pytest.mark.parametrize(
    "path",
    [
        "/",
        "/?lang=en",
        "/sok?q=skola",
        "/sok?q=in:beslut från:1900&lang=en",
        "/diagram?q=från:1900",
        "/diagram/lasning?lang=en",
        "/arbete",
        "/dokument/{scan}",
        "/dokument/{scan}#b-person-1",
        "/dokument/{scan}/arende/1",
        "/dokument/{scan}/mote",
        "/person?namn=Åsa Öberg",
        "/arende?dnr=BN 1974/187",
        f"/dokument/{TEXT}",
        f"/dokument/{TEXT}/arende/1",
    ],
)
def test_accessible_and_no_wider_than_the_screen(page: Page, scan_id: str, path: str) -> None:
    page.goto(path.format(scan=scan_id))
    assert serious(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_from_the_search_to_the_place_on_the_page(page: Page) -> None:
    page.goto("/")
    page.get_by_role("searchbox").fill("person:åsa organ:barnnämnden in:text")
    page.keyboard.press("Enter")
    page.get_by_role("link", name="1974").first.click()
    page.locator("#rows > li a").first.click()
    expect(page.locator("svg .box").first).to_be_visible()


def test_reading_needs_no_script(browser: Browser, address: str, scan_id: str) -> None:
    context = browser.new_context(base_url=address, java_script_enabled=False)
    opened = context.new_page()
    opened.goto(f"/dokument/{scan_id}")
    opened.locator("#v-person-1 a.value").click()
    assert opened.url.endswith("#b-person-1")
    expect(opened.locator("#b-person-1")).to_be_in_viewport()
    context.close()
