"""The search, for people and for programs."""

from __future__ import annotations

import re

import httpx
import pytest

from tests.justerat.conftest import ANSWER, LISTED
from tests.justerat.web.made import text_document

V1 = "/api/v1"
ID = text_document().records[0].id


def found(client: httpx.Client, query: str, **more: str) -> dict[str, object]:
    answer = client.get(f"{V1}/search", params={"q": query, **more})
    assert answer.status_code == 200, answer.text
    return ANSWER.validate_json(answer.content)


@pytest.mark.parametrize("query", ["kommun:9999", "in:beslut utfall:bifall", "person:åsa", "från:1974"])
def test_the_page_and_the_api_find_the_same(client: httpx.Client, query: str) -> None:
    told = found(client, query)
    page = client.get("/sok", params={"q": query})
    assert page.status_code == 200
    assert f"<h1>{told['total']} träffar</h1>" in page.text
    assert page.text.count("<time>") == len(
        [hit for hit in LISTED.validate_python(told["hits"]) if hit["date"]]
    )


def test_a_query_that_cannot_be_understood_is_told_with_its_place(client: httpx.Client) -> None:
    answer = client.get(f"{V1}/search", params={"q": "bygglov färg:röd"})
    assert (answer.status_code, answer.json()["code"], answer.json()["at"]) == (422, "QueryError", 8)
    page = client.get("/sok", params={"q": "bygglov färg:<b>röd"})
    assert page.status_code == 422
    assert "<code>bygglov <mark>färg:&lt;b&gt;röd</mark></code>" in page.text


def test_facets_narrow_the_search_to_what_they_count(client: httpx.Client) -> None:
    page = client.get("/sok", params={"q": "från:1900"})
    links = re.findall(r'<a href="(/sok\?[^"]+)">[^<]+</a> <span class="small">(\d+)</span>', page.text)
    assert links
    for address, count in links:
        narrowed = client.get(address.replace("&amp;", "&"))
        assert f"<h1>{count} träffar</h1>" in narrowed.text


def test_what_is_listed_can_be_changed(client: httpx.Client) -> None:
    page = client.get("/sok", params={"q": "från:1900 in:beslut"})
    scopes = re.findall(r'<a href="(/sok\?[^"]+)"( aria-current="page")?>([^<]+)</a>', page.text)[:3]
    assert [(name, bool(now)) for _, now, name in scopes] == [
        ("Ärenden och sidor", False), ("Beslut", True), ("Handlingar", False),
    ]  # fmt: skip
    documents = client.get(scopes[2][0].replace("&amp;", "&"))
    assert f"<h1>{found(client, 'från:1900')['total']} träffar</h1>" in documents.text


def test_pages_of_hits_follow_on_each_other(client: httpx.Client) -> None:
    whole = found(client, "in:beslut")
    hits: list[object] = []
    more: dict[str, str] = {"limit": "1"}
    while True:
        part = found(client, "in:beslut", **more)
        hits += LISTED.validate_python(part["hits"])
        if part["after"] is None:
            break
        more["after"] = str(part["after"])
    assert hits == whole["hits"]


def test_the_feed_tells_what_is_there(client: httpx.Client) -> None:
    told = ANSWER.validate_json(client.get(f"{V1}/changes").content)
    changes = LISTED.validate_python(told["changes"])
    assert ID in {str(one["document"]) for one in changes}
    again = ANSWER.validate_json(client.get(f"{V1}/changes", params={"since": str(told["last"])}).content)
    assert (again["changes"], again["last"], again["more"]) == ([], told["last"], False)


def test_a_matter_is_told_step_by_step(client: httpx.Client) -> None:
    numbers = LISTED.validate_python(ANSWER.validate_json(client.get(f"{V1}/dnr").content)["rows"])
    way = ANSWER.validate_json(client.get(f"{V1}/matters", params={"dnr": str(numbers[0]["value"])}).content)
    assert way["dnr"] == numbers[0]["value"]
    assert client.get(f"{V1}/matters", params={"dnr": "KS 1901/1"}).status_code == 404


def test_the_search_is_in_english_for_who_asks(client: httpx.Client) -> None:
    assert "<h1>2 found</h1>" in client.get("/sok", params={"q": "in:documents", "lang": "en"}).text
    client.cookies.clear()
