"""The whole way in a browser: search, facet, document, value and box, corrected, and told everywhere.

With --update-golden its pictures in docs are made anew.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Generator
from pathlib import Path

import httpx
import pytest
from playwright.sync_api import Page, expect

from archive.folder import Archive
from docs.make.browser import picture_of, serving
from ingest.files import open_source
from justerat.cli.main import main
from models.outcome import Outcome
from models.settings import ReadingSettings
from samples import FOLDER
from tests.justerat.conftest import ANSWER, LISTED
from tests.justerat.web.test_browser import page
from tests.samples.reading import records
from tests.samples.test_records import QUICK

__all__ = ["page"]
pytestmark = pytest.mark.slow
READ, TRUE = "KS 2021/64", "KS 2021/65"
PICTURES = Path(__file__).parents[3] / "docs" / "pictures"
Shown = Callable[[str], None]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An archive of samples, which lie where their records say."""
    monkeypatch.chdir(FOLDER.parent)
    with Archive.writing(tmp_path / "arkiv") as archive:
        for name in QUICK:
            archive.put(Outcome(open_source(Path("samples", name), ReadingSettings()), records(name)))
    return tmp_path / "arkiv"


@pytest.fixture
def address(folder: Path) -> Generator[str]:
    with serving(folder) as url:
        yield url


@pytest.fixture
def shown(page: Page, tmp_path: Path, *, update_golden: bool) -> Shown:
    """Makes a picture of what the browser shows: of a wide one for the docs, where they are made anew."""

    def show(name: str) -> None:
        wide = page.evaluate("innerWidth > 1000")
        picture_of(page, (PICTURES if update_golden and wide else tmp_path) / name)

    return show


def test_the_whole_way(page: Page, address: str, folder: Path, tmp_path: Path, shown: Shown) -> None:
    page.goto("/")
    page.get_by_role("searchbox").fill("ryttarsällskap")
    page.keyboard.press("Enter")
    page.get_by_role("link", name="Kommunstyrelsen").first.click()
    page.locator("#rows > li a").first.click()
    value, box = page.locator("#v-dnr-5"), page.locator("#b-dnr-5")
    expect(value.locator("a.value")).to_have_text(READ)
    value.locator("a.value").click()
    expect(box).to_have_class("box dnr chosen")
    expect(box).to_be_in_viewport()
    value.get_by_role("link", name="Rätta").click()
    page.get_by_label("Värde", exact=True).fill(TRUE)
    left = _draw(page, (0.2, 0.62), (0.34, 0.645))
    shown("review.png")
    page.get_by_role("button", name="Rätta", exact=True).click()
    expect(value.locator("a.value")).to_have_text(TRUE)
    expect(value.locator(".reviewed")).to_have_text("Rättat")
    assert float(box.locator("rect").get_attribute("x") or 0) == left
    shown("corrected.png")
    _assert_told(address, folder, tmp_path)
    page.get_by_role("link", name="Granskning och historik").click()
    expect(page.locator(".history ins")).to_contain_text(TRUE)
    page.get_by_role("button", name="Ångra").click()
    expect(page.locator(".history li").first).to_contain_text("Ångrat")


def _draw(page: Page, first: tuple[float, float], last: tuple[float, float]) -> float:
    """Draw a box on the picture, from one corner to the other in shares of its size; its left edge."""
    page.locator("#paper").scroll_into_view_if_needed()
    paper = page.locator("#paper").bounding_box()
    assert paper
    corners = [(paper["x"] + x * paper["width"], paper["y"] + y * paper["height"]) for x, y in (first, last)]
    page.mouse.move(*corners[0])
    page.mouse.down()
    page.mouse.move(corners[0][0] + 5, corners[1][1])
    page.mouse.move(*corners[1])
    page.mouse.up()
    edges = page.get_by_label("Ruta på bilden").input_value().split(",")
    wide, high = (
        float(page.locator("#paper").get_attribute(f"data-{name}") or 0) for name in ("width", "height")
    )
    wanted = (wide * first[0], high * first[1], wide * last[0], high * last[1])
    assert all(abs(float(edge) - right) < 6 for edge, right in zip(edges, wanted, strict=True))
    return float(edges[0])


def _assert_told(address: str, folder: Path, tmp_path: Path) -> None:
    """The API, the change feed and an export have what was corrected."""
    with httpx.Client(base_url=f"{address}/api/v1", timeout=30) as client:
        (found,) = LISTED.validate_python(client.get("/search", params={"q": f'dnr:"{TRUE}"'}).json()["hits"])
        document = str(found["document"])
        (told,) = LISTED.validate_python(
            client.get(f"/documents/{document}/corrections").json()["corrections"]
        )
        assert (told["act"], told["field"]) == ("correct", "dnr")
        changed = LISTED.validate_python(client.get(f"/changes?since={len(QUICK)}").json()["changes"])
        assert [one["document"] for one in changed] == [document]
    out = tmp_path / "ut.jsonl"
    assert main(["export", "jsonl", document, "--archive", str(folder), "--to", str(out)]) == 0
    exported = ANSWER.validate_python(json.loads(out.read_text("utf-8")))
    values = [one["value"] for one in LISTED.validate_python(exported["dnr"])]
    assert TRUE in values
    assert READ not in values
