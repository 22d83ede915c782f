"""Hostile documents in a real browser: shown as text, and nothing of theirs acts."""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import quote

import httpx
import pytest
from playwright.sync_api import Browser, Page, Request
from pydantic import TypeAdapter

from archive.folder import Archive
from docs.make.browser import serving
from models.mention import Person
from models.outcome import Outcome
from models.record import Record
from tests.archive.records import record_of, source_of
from tests.hostile import HARMLESS, TEXTS, document

pytestmark = pytest.mark.slow

HOSTILE_ID = document(TEXTS, "hostile").records[0].id
HARMLESS_ID = document(HARMLESS, "harmless").records[0].id
BUILT = TypeAdapter(list[str])
SKELETON = """[...document.querySelectorAll("*")].map(
    (one) => one.tagName + " " + [...one.attributes].map((each) => each.name).join(" "))"""
"""Every element with the names of its attributes: what text must not change."""


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Generator[str]:
    """The address of a service over a hostile document and a harmless one of the same build."""
    folder = tmp_path_factory.mktemp("hostile") / "arkiv"
    with Archive.writing(folder) as archive:
        archive.put_all([document(TEXTS, "hostile"), document(HARMLESS, "harmless")])
    with serving(folder) as url:
        yield url


@dataclass
class Watched:
    """A page, and everything that it did besides being shown."""

    page: Page
    did: list[str] = field(default_factory=list[str])


@pytest.fixture
def watched(browser: Browser, hostile: str) -> Generator[Watched]:
    context = browser.new_context(base_url=hostile, viewport={"width": 1280, "height": 900})
    seen = Watched(context.new_page())

    def asked(request: Request) -> None:
        if not request.url.startswith(f"{hostile}/"):
            seen.did.append(f"asked {request.url}")

    seen.page.on("dialog", lambda dialog: seen.did.append(f"dialog {dialog.message}"))
    seen.page.on("console", lambda message: seen.did.append(f"console {message.text}"))
    seen.page.on("pageerror", lambda error: seen.did.append(f"error {error}"))
    seen.page.on("download", lambda download: seen.did.append(f"download {download.url}"))
    context.on("page", lambda page: seen.did.append(f"opened {page.url}"))
    context.on("request", asked)
    yield seen
    context.close()


def skeleton(watched: Watched, path: str) -> list[str]:
    """What a page is built of, after all that could act had its time; it stays where it is."""
    watched.page.goto(path, wait_until="load")
    went = watched.page.url
    watched.page.mouse.move(300, 300)
    watched.page.wait_for_timeout(20)
    assert watched.page.url == went
    assert watched.page.evaluate("window.hit") is None
    return BUILT.validate_python(watched.page.evaluate(SKELETON))


@pytest.mark.parametrize(
    "page",
    ["", "?sida=2", "/mote", "?lang=en", "/granska", "/granska/people?varde=3", "/granska/decisions?varde=5"],
)
def test_a_page_of_hostile_text_is_built_as_any_other(watched: Watched, page: str) -> None:
    built = skeleton(watched, f"/dokument/{HOSTILE_ID}{page}")
    assert len(built) > 50
    assert built == skeleton(watched, f"/dokument/{HARMLESS_ID}{page}")
    assert watched.did == []


def test_items_are_built_as_any_other(watched: Watched) -> None:
    known = skeleton(watched, f"/dokument/{HARMLESS_ID}/arende/1")
    for number, name in enumerate(TEXTS, 1):
        assert skeleton(watched, f"/dokument/{HOSTILE_ID}/arende/{number}") == known, name
    assert watched.did == []


def test_what_is_asked_with_hostile_text_is_shown_and_does_nothing(watched: Watched) -> None:
    paths = [f"/person?namn={quote(text)}" for text in TEXTS.values()]
    paths += [f"/sok?q={quote(text)}" for text in TEXTS.values()]
    paths += ["/", f"/?body={quote(TEXTS['script, cut off'])}", "/sok?q=granby", "/sok?q=in:beslut+from:1900"]
    for path in paths:
        answer = watched.page.goto(path)
        assert answer
        assert answer.status < 500, path
        assert watched.page.evaluate("window.hit") is None, path
    # What is no page (404, 422) says so on the console; all else there would be theirs.
    assert [one for one in watched.did if "status of 4" not in one] == []


def test_the_api_gives_hostile_text_as_it_is_and_as_json_alone(hostile: str) -> None:
    answer = httpx.get(f"{hostile}/api/v1/records/{HOSTILE_ID}")
    assert Record.model_validate_json(answer.content) == document(TEXTS, "hostile").records[0]
    for path in (
        f"/records/{HOSTILE_ID}",
        "/documents",
        "/items",
        "/people",
        "/decisions",
        "/search?q=granby",
    ):
        answer = httpx.get(f"{hostile}/api/v1{path}")
        assert answer.status_code == 200
        assert answer.headers["content-type"] == "application/json"
        assert answer.headers["x-content-type-options"] == "nosniff"
        assert "default-src 'none'" in answer.headers["content-security-policy"]
        assert not [value for name, value in answer.headers.items() if "evil" in value or "hit" in name]


def test_a_word_of_ten_megabytes_is_shown(tmp_path: Path) -> None:
    word = "x" * 10_000_000
    source = source_of(b"long", "in/long.txt")
    record = record_of(source, pages=(f"Granby {word}",)).model_copy(
        update={"title": word, "people": (Person(name=word),)}
    )
    with Archive.writing(tmp_path / "arkiv") as archive:
        archive.put(Outcome(source, (record,)))
    with serving(tmp_path / "arkiv") as url:
        for path in (f"/dokument/{record.id}", f"/dokument/{record.id}/arende/1", "/", "/sok?q=granby"):
            answer = httpx.get(url + path, timeout=60)
            assert answer.status_code == 200
            assert 1000 < len(answer.content) < 1_000_000, path
