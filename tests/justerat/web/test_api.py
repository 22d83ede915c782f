"""What the API answers."""

from __future__ import annotations

from io import BytesIO

import httpx
import pytest
from PIL import Image

from justerat.web.images.draw import Format
from models.record import Record
from tests.justerat.conftest import ANSWER, LISTED
from tests.justerat.web.made import HEIGHT, PNR, WIDTH, text_document

V1 = "/api/v1"


@pytest.fixture
def scan_id(client: httpx.Client) -> str:
    return str(rows(client, "/documents?body=Barnnämnden")[0]["id"])


def rows(client: httpx.Client, path: str) -> list[dict[str, object]]:
    answer = client.get(V1 + path)
    assert answer.status_code == 200, answer.text
    return LISTED.validate_python(ANSWER.validate_json(answer.content)["rows"])


@pytest.mark.parametrize(
    ("path", "count"),
    [
        ("/documents", 2),
        ("/documents?kind=motion", 0),
        ("/documents?kind=protokoll&from=1974-11-05&to=1974-11-05&municipality=9999", 2),
        ("/documents?to=1974-11-04", 0),
        ("/items", 2),
        ("/decisions?status=fattat", 2),
        ("/decisions?outcome=bifall&body=Barnnämnden", 1),
        ("/people?name=Åsa Öberg", 1),
        ("/people?name=' OR '1'='1", 0),
        ("/dnr?value=BN 1974/187", 1),
    ],
)
def test_lists(client: httpx.Client, path: str, count: int) -> None:
    assert len(rows(client, path)) == count


def test_a_list_goes_on_where_it_ended(client: httpx.Client) -> None:
    first = ANSWER.validate_json(client.get(f"{V1}/documents?limit=1").content)
    second = ANSWER.validate_json(
        client.get(f"{V1}/documents", params={"cursor": str(first["next"])}).content
    )
    assert second["next"] is None
    assert LISTED.validate_python(first["rows"]) + LISTED.validate_python(second["rows"]) == rows(
        client, "/documents"
    )


def test_document_and_record(client: httpx.Client, scan_id: str) -> None:
    document = ANSWER.validate_json(client.get(f"{V1}/documents/{scan_id}").content)
    assert (document["title"], document["media_type"]) == ("Protokoll om skolan", "image/png")
    record = Record.model_validate_json(client.get(f"{V1}/records/{scan_id}").content)
    assert (record.id, record.decisions[0].places[0].raw) == (scan_id, "Bes1ut om ny skola")


@pytest.mark.parametrize(("query", "width"), [("", WIDTH), ("?width=200", 200), ("?width=99&format=png", 99)])
def test_picture_of_a_page(client: httpx.Client, scan_id: str, query: str, width: int) -> None:
    answer = client.get(f"{V1}/documents/{scan_id}/pages/1/image{query}")
    form = Format.PNG if "png" in query else Format.JPEG
    assert answer.headers["content-type"] == form.media_type
    with Image.open(BytesIO(answer.content)) as picture:
        assert picture.size == (width, round(HEIGHT * width / WIDTH))


def test_iiif(client: httpx.Client, address: str, scan_id: str) -> None:
    manifest = ANSWER.validate_json(client.get(f"{V1}/iiif/{scan_id}/manifest").content)
    assert manifest["id"] == f"{address}{V1}/iiif/{scan_id}/manifest"
    (canvas,) = LISTED.validate_python(manifest["items"])
    (page,) = LISTED.validate_python(canvas["items"])
    (painting,) = LISTED.validate_python(page["items"])
    body = ANSWER.validate_python(painting["body"])
    assert (body["width"], body["height"], canvas["width"]) == (WIDTH, HEIGHT, WIDTH)
    assert client.get(str(body["id"])).headers["content-type"] == "image/jpeg"
    (service,) = LISTED.validate_python(body["service"])
    info = ANSWER.validate_json(client.get(f"{service['id']}/info.json").content)
    assert (info["id"], info["profile"]) == (service["id"], "level0")
    for size in LISTED.validate_python(info["sizes"]):
        answer = client.get(f"{info['id']}/full/{size['width']},{size['height']}/0/default.jpg")
        with Image.open(BytesIO(answer.content)) as picture:
            assert picture.size == (size["width"], size["height"])


@pytest.mark.parametrize(
    ("path", "status", "code"),
    [
        ("/documents/0000000000000000-1", 404, "RecordMissing"),
        ("/records/0000000000000000-1", 404, "RecordMissing"),
        ("/records/..%2f..%2fetc%2fpasswd", 404, "NotFound"),
        ("/records/x", 422, "RequestInvalid"),
        ("/documents?kind=roman", 422, "RequestInvalid"),
        ("/documents?cursor=x", 422, "SettingsError"),
        ("/documents?limit=0", 422, "RequestInvalid"),
        ("/documents?from=i-dag", 422, "RequestInvalid"),
        ("/documents/{scan}/pages/2/image", 422, "ExportError"),
        ("/documents/{scan}/pages/3/image", 404, "RecordMissing"),
        ("/documents/{scan}/pages/1/image?width=99999", 422, "RequestInvalid"),
        ("/documents/{text}/pages/1/image", 422, "ExportError"),
        ("/iiif/{scan}/2/info.json", 404, "RecordMissing"),
        ("/iiif/{scan}/1/full/5,5/0/default.jpg", 404, "RecordMissing"),
        ("/nothing", 404, "NotFound"),
    ],
)
def test_problems_have_one_shape(
    client: httpx.Client, scan_id: str, path: str, status: int, code: str
) -> None:
    answer = client.get(V1 + path.format(scan=scan_id, text=text_document().records[0].id))
    problem = ANSWER.validate_json(answer.content)
    assert (answer.status_code, problem["status"], problem["code"]) == (status, status, code)
    assert answer.headers["content-type"] == "application/problem+json"
    assert set(problem) == {"type", "title", "status", "code", "detail", "errors", "at"}
    assert problem["title"]


def test_what_was_asked_is_not_repeated_in_a_problem(client: httpx.Client) -> None:
    for path in (f"/documents?kind={PNR}", f"/documents?limit={PNR}", f"/records/{PNR}"):
        assert PNR not in client.get(V1 + path).text


def test_only_reading_is_known(client: httpx.Client) -> None:
    for method in ("POST", "PUT", "DELETE", "PATCH"):
        answer = client.request(method, f"{V1}/documents")
        assert (answer.status_code, answer.json()["code"]) == (405, "MethodNotAllowed")


def test_openapi_describes_every_route(client: httpx.Client) -> None:
    told = ANSWER.validate_json(client.get(f"{V1}/openapi.json").content)
    paths = ANSWER.validate_python(told["paths"])
    assert len(paths) == 18
    for path in paths.values():
        for told_of in ANSWER.validate_python(path).values():
            method = ANSWER.validate_python(told_of)
            answers = set(ANSWER.validate_python(method["responses"]))
            assert method["summary"]
            assert method["description"]
            assert {"401", "403", "404", "422", "429", "default"} <= answers
            assert answers & {"200", "201"}
