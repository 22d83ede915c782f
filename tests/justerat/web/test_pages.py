"""What the pages show, and that nothing of a hostile document acts."""

from __future__ import annotations

import re
from html import unescape
from urllib.parse import quote

import httpx
import pytest

from archive.search.doubts import KINDS as DOUBTS
from archive.search.facets import FACETS
from archive.search.work import FACETS as WORK_FACETS
from archive.store import Sort
from justerat.web.language import Language
from justerat.web.pages.search import SCOPES as PAGE_SCOPES
from justerat.web.render import TEMPLATES
from justerat.web.term_words import TERMS
from justerat.web.words import WORDS
from models.vocabulary import AddresseeRole, DateRole, DnrRelation, OrganisationKind, ParagraphKind
from models.way import Act
from tests.docs.pages import rows
from tests.justerat.web.made import HOSTILE, SCRIPT, scanned, text_document
from tests.justerat.web.test_api import rows as api_rows

TEXT = text_document().records[0].id


@pytest.fixture
def scan_id(client: httpx.Client) -> str:
    return str(api_rows(client, "/documents?body=Barnnämnden")[0]["id"])


def text_of(answer: httpx.Response) -> str:
    """What a reader sees, on one line."""
    return " ".join(unescape(re.sub(r"<[^>]*>", " ", answer.text)).split())


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("/", ("2 handlingar", "Protokoll om skolan", "1974-11-05 Barnnämnden, Ekvalla kommun")),
        ("/?lang=en", ("2 documents", "The archive")),
        ("/?kind=motion", ("Inga handlingar svarar",)),
        ("/?kind=&body=&from=&to=", ("Protokoll om skolan",)),
        ("/diagram", ("Fattade beslut", "2 beslut.", "bifall 1 50,0 %")),
        ("/diagram/lasning?lang=en", ("Quality of reading", "2 documents")),
        ("/arbete", ("Att granska", "Osäker lagning: ", "Suddig.")),
        ("/dokument/{scan}", ("Sida 1 av 2", "BN 1974/187", "eget", "Bes1ut Beslut", "Lagade ställen: 1.")),
        ("/dokument/{scan}?sida=2", ("§ 2 Nästa sida", "Inget hittades på sidan.", "Lagade ställen: 0.")),
        ("/dokument/{scan}?lang=en", ("On this page", "Registration numbers (dnr)", "blurred", "Suddig.")),
        ("/dokument/{scan}/arende/1", ("§ 1 Ny skola", "fattat bifall", "5 ja, 4 nej", "Skolchefen")),
        ("/dokument/{scan}/mote", ("Barnnämnden 1974-11-05", "Stadshuset", "Åsa Öberg (C) ledamot § 1–2")),
        ("/person?namn=Åsa Öberg", ("Ordförande", "Yrkade: Åsa", "Reserverade sig", "Röstade: nej")),
        ("/arende?dnr=BN 1974/187", ("BN 1974/187 Ny skola", "beslut bifall")),
        ("/arende?dokument={scan}&paragraf=1", ("BN 1974/187",)),
    ],
)
def test_pages(client: httpx.Client, scan_id: str, path: str, words: tuple[str, ...]) -> None:
    answer = client.get(path.format(scan=scan_id))
    client.cookies.clear()
    assert answer.status_code == 200
    shown = text_of(answer).replace("( C )", "(C)")
    for word in words:
        assert word in shown


def test_a_value_and_its_box_lead_to_each_other(client: httpx.Client, scan_id: str) -> None:
    shown = client.get(f"/dokument/{scan_id}").text
    boxes = re.findall(r'<a id="b-([\w-]+)" class="box [a-z_]+" href="#v-([\w-]+)"', shown)
    values = re.findall(r'<li id="v-([\w-]+)">\s*<a class="value" href="#b-([\w-]+)"', shown)
    assert boxes
    assert all(one == other for one, other in [*boxes, *values])
    assert {one for one, _ in boxes} == {one for one, _ in values}
    assert '<rect x="100.0" y="300.0" width="600.0" height="50.0"/>' in shown


@pytest.mark.parametrize(
    "path",
    [
        "/",
        f"/dokument/{TEXT}",
        f"/dokument/{TEXT}?sida=2",
        f"/dokument/{TEXT}/arende/1",
        f"/dokument/{TEXT}/mote",
        f"/person?namn={quote(HOSTILE)}",
        f"/arende?dokument={TEXT}",
        f"/arende?dnr={quote(SCRIPT)}",
        f"/?body={quote(HOSTILE)}",
        f"/{quote(SCRIPT)}",
        f"/?lang={quote(SCRIPT)}",
    ],
)
def test_hostile_documents_and_requests_are_shown_and_do_nothing(client: httpx.Client, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code < 500
    assert answer.headers["content-type"].startswith("text/html")
    assert len(answer.content) < 1_000_000
    assert SCRIPT not in answer.text
    assert re.findall(r"<script[^>]*>", answer.text) == [
        f'<script src="/static/{name}.js" defer>' for name in ("htmx.min", "page")
    ]
    assert not re.search(r"<[^>]*\s(on\w+|style)=(?!&)[\"']", answer.text)
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]", answer.text)
    assert "7*7}}" in answer.text or "49" not in text_of(answer)


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/nothing", 404),
        ("/dokument/0000000000000000-1", 404),
        ("/dokument/x", 422),
        ("/dokument/..%2f..%2fetc%2fpasswd", 404),
        (f"/dokument/{TEXT}?sida=3", 404),
        (f"/dokument/{TEXT}/arende/2", 404),
        ("/person?namn=Ingen", 404),
        ("/arende?dnr=BN 1974/188", 404),
        ("/arende?dnr=hej", 422),
        ("/?from=igår", 422),
        ("/?kind=roman", 422),
        ("/?cursor=x", 422),
        ("/static/..%2fapp.py", 404),
        ("/static/app.py", 404),
    ],
)
def test_what_is_not_there_gets_a_page(client: httpx.Client, path: str, status: int) -> None:
    answer = client.get(path)
    assert answer.status_code == status
    assert "<h1>" in answer.text
    assert "frame-ancestors 'none'" in answer.headers["content-security-policy"]


def test_the_language_is_kept(client: httpx.Client) -> None:
    assert 'lang="sv"' in client.get("/").text
    answer = client.get("/?lang=en&kind=motion")
    assert {"HttpOnly", "SameSite=lax"} <= set(answer.headers["set-cookie"].split("; "))
    assert 'href="/?kind=motion&amp;lang=sv"' in answer.text
    assert '<html lang="en">' in client.get("/").text
    client.cookies.clear()
    assert '<html lang="sv">' in client.get("/").text


def test_messages_are_those_of_the_templates() -> None:
    sources = [path.read_text("utf-8") for path in TEMPLATES.iterdir()]
    asked = {key for source in sources for key in re.findall(r'\bt\([\'"](\w+)[\'"][,)]', source)}
    made = {key for key in WORDS if key.startswith(("kind_", "deed_", "act_"))}
    made |= {f"facet_{name}" for name in {*FACETS, *WORK_FACETS, "read"}} | {f"order_{sort}" for sort in Sort}
    made |= {key for key in WORDS if key.startswith("chart_")} | {f"doubt_{kind}" for kind in DOUBTS}
    made |= {f"scope_{name}" for name in PAGE_SCOPES}
    assert asked | made == set(WORDS)
    assert list(WORDS) == sorted(WORDS)


def test_words_of_a_record_are_said_in_both_languages() -> None:
    english = {*DateRole, *DnrRelation, *OrganisationKind, *ParagraphKind, *Act}
    codes = {
        cells[0].strip("`") for cells in rows("docs/archivist.md") if cells[1] in {"error", "warning", "info"}
    }
    assert {str(one) for one in english} | codes <= set(TERMS)
    assert not {str(one) for one in AddresseeRole} & set(TERMS)
    assert [language.other for language in Language] == [Language.ENGLISH, Language.SWEDISH]


def test_the_made_scan_is_true_to_its_text() -> None:
    record = scanned(text_document().source)
    for one in (*record.people[0].places, *record.dnr[0].places, *record.decisions[0].places):
        assert record.text[one.start : one.end] == one.raw.replace("Bes1ut", "Beslut")
