"""Charts and the work list as pages, and the list for programs."""

from __future__ import annotations

import re
from html import unescape
from itertools import pairwise

import httpx
import pytest

from justerat.web.language import Language
from justerat.web.view.chart import Point, bars, columns, number, percentage
from tests.justerat.conftest import ANSWER, LISTED
from tests.justerat.web.made import HOSTILE, SCRIPT

V1 = "/api/v1"
BAR = re.compile(r'<a href="([^"]+)">\s*<title>([^<]*): ([^<]*)</title>')
ROW = re.compile(
    r'<th scope="row"><a href="([^"]+)">([^<]*)</a></th><td><a href="([^"]+)">([^<]*)</a></td>'
)  # fmt: skip


def drawn(page: str) -> list[tuple[str, str, str]]:
    """The bars: where each leads, its name and its number."""
    return [(unescape(to), unescape(name), shown) for to, name, shown in BAR.findall(page)]


@pytest.mark.parametrize("query", ["", "organ:barnnämnden", "status:förslag", "skola"])
def test_each_bar_leads_to_as_many_decisions_as_it_shows(client: httpx.Client, query: str) -> None:
    page = client.get("/diagram", params={"q": query}).text
    found = drawn(page)
    assert len(found) >= 3
    for address, _, shown in found:
        if shown != "0":
            assert f"<h1>{shown} träffar</h1>" in client.get(address).text


@pytest.mark.parametrize("path", ["/diagram", "/diagram/lasning"])
def test_the_table_beside_has_the_same_numbers(client: httpx.Client, path: str) -> None:
    page = client.get(path).text
    rows = [
        (unescape(to), unescape(name), unescape(shown)) for _, name, to, shown in ROW.findall(page)
    ]  # fmt: skip
    assert rows == [(to, name, unescape(shown)) for to, name, shown in drawn(page)]
    for inside, *_ in ROW.findall(page):
        assert client.get(unescape(inside)).status_code == 200


def test_reading_leads_to_the_documents_that_were_read_so(client: httpx.Client) -> None:
    page = client.get("/diagram/lasning").text
    assert "2 handlingar, 0 med känd säkerhet" in page
    assert "Det finns inget att rita." in page


def test_charts_are_in_english_for_who_asks(client: httpx.Client) -> None:
    page = client.get("/diagram", params={"lang": "en"}).text
    client.cookies.clear()
    assert "Decisions taken" in page
    assert re.search(r"<th scope=\"col\">Outcome</th>", page)


@pytest.mark.parametrize("path", ["/diagram", "/diagram/lasning", "/arbete"])
def test_a_query_that_cannot_be_understood_is_told(client: httpx.Client, path: str) -> None:
    page = client.get(path, params={"q": "skola färg:<b>röd"})
    assert page.status_code == 422
    assert "<mark>färg:&lt;b&gt;röd</mark>" in page.text


@pytest.mark.parametrize("path", ["/diagram", "/diagram/lasning", "/arbete"])
def test_nothing_of_a_document_or_a_query_acts(client: httpx.Client, path: str) -> None:
    for query in ("", f'"{SCRIPT} {HOSTILE[:40]}"'):
        page = client.get(path, params={"q": query.replace('""', '"')})
        assert page.status_code in {200, 422}
        assert SCRIPT not in page.text
        assert "\u202e" not in page.text
        assert not re.search(r"<[^>]*\s(on\w+|style)=(?!&)[\"']", page.text)


@pytest.mark.parametrize("query", ["", "doubt:repair", "organ:barnnämnden", "severity:warning"])
def test_each_task_leads_to_its_place(client: httpx.Client, query: str) -> None:
    page = client.get("/arbete", params={"q": query}).text
    links = re.findall(r'<li>\s*<a href="(/dokument/[^"]+)">', page)
    assert links
    for link in links:
        address, _, mark = link.partition("#")
        shown = client.get(unescape(address))
        assert shown.status_code == 200
        assert not mark or f'id="{mark}"' in shown.text


def test_facets_narrow_the_list_to_what_they_count(client: httpx.Client) -> None:
    page = client.get("/arbete").text
    links = re.findall(r'<a href="(/arbete\?[^"]+)">[^<]+</a> <span class="small">(\d+)</span>', page)
    assert len(links) > 3
    for address, count in links:
        assert f"<p>{count} osäkra ställen" in client.get(unescape(address)).text


def tasks(client: httpx.Client, **asked: str) -> dict[str, object]:
    answer = client.get(f"{V1}/work", params=asked)
    assert answer.status_code == 200, answer.text
    return ANSWER.validate_json(answer.content)


def test_programs_get_the_same_list(client: httpx.Client) -> None:
    whole = tasks(client, limit="100")
    shown, more = list[object](), {"limit": "2"}
    while True:
        part = tasks(client, **more)
        shown += LISTED.validate_python(part["tasks"])
        if part["after"] is None:
            break
        more["after"] = str(part["after"])
    assert shown == whole["tasks"]
    assert len(shown) == whole["total"]
    needs = [int(str(one["need"])) for one in LISTED.validate_python(whole["tasks"])]
    assert needs == sorted(needs)


@pytest.mark.parametrize(
    ("asked", "kinds"),
    [
        ({"doubt": "repair"}, {"repair"}),
        ({"severity": "warning", "body": "barnnämnden"}, {"finding"}),
        ({"kind": "motion"}, set[str]()),
        ({"q": "finding:blurred"}, {"finding"}),
    ],
)
def test_filters_of_the_list(client: httpx.Client, asked: dict[str, str], kinds: set[str]) -> None:
    found = LISTED.validate_python(tasks(client, **asked)["tasks"])
    assert {str(one["doubt"]) for one in found} == kinds


@pytest.mark.parametrize(
    "asked", [{"severity": "stor"}, {"limit": "0"}, {"q": "x:y"}, {"after": "x"}, {"colour": "red"}]
)
def test_what_cannot_be_asked_of_the_list(client: httpx.Client, asked: dict[str, str]) -> None:
    answer = client.get(f"{V1}/work", params=asked)
    assert answer.status_code in {400, 422}
    assert answer.headers["content-type"].startswith("application/problem+json")


def point(label: str, amount: float) -> Point:
    return Point(label, amount, str(amount), "/")


def test_columns_stand_on_the_floor_and_reach_the_scale() -> None:
    chart = columns([point("1974", 110), point("1975", 0), point("1976", 30)], Language.SWEDISH)
    assert [tick.label for tick in chart.ticks] == ["0", "60", "120"]
    assert all(shape.y + shape.height == chart.floor for shape in chart.shapes)
    tall, none, low = chart.shapes
    assert tall.height == pytest.approx((chart.floor - chart.ticks[-1].y) * 110 / 120)
    assert (none.height, low.x > none.x > tall.x) == (0, True)
    assert [shape.named for shape in chart.shapes] == [False, True, False]
    assert chart.width > low.x + low.width


@pytest.mark.parametrize("count", [0, 1, 40, 75, 400])
def test_columns_do_not_meet_however_many_they_are(count: int) -> None:
    chart = columns([point(str(1900 + n), 1) for n in range(count)], Language.ENGLISH)
    for one, other in pairwise(chart.shapes):
        assert one.x + one.width < other.x
    named = [shape.middle for shape in chart.shapes if shape.named]
    assert all(other - one >= 30 for one, other in pairwise(named))


def test_bars_are_as_long_as_their_numbers() -> None:
    first, second = bars([point("avslag", 40), point("bifall", 10)]).shapes
    assert first.width == 4 * second.width
    assert first.y + first.height < second.y
    assert bars([]).height == 0


def test_numbers_are_written_as_in_the_language() -> None:
    assert number(1_234_567, Language.SWEDISH) == "1\u202f234\u202f567"
    assert number(1_234_567, Language.ENGLISH) == "1,234,567"
    assert percentage(0.0456, Language.SWEDISH) == "4,6 %"
    assert percentage(0.0456, Language.ENGLISH, 2) == "4.56%"
    assert percentage(None, Language.ENGLISH) == ""
