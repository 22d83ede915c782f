"""Corrections over the API: by whom, with what answer, and where they are seen then."""

from __future__ import annotations

import json
from collections.abc import Generator
from pathlib import Path

import httpx
import pytest

from archive.folder import Archive
from docs.make.browser import serving
from justerat.web.guard.access import Access
from models.asker import Asker, Role
from tests.archive.review.made import outcome, packed
from tests.justerat.conftest import ANSWER, LISTED
from tests.justerat.web.asking import Asking, opened

DOCUMENT = outcome().records[0].id
PATH = f"/api/v1/documents/{DOCUMENT}/corrections"
NAME = {"name": "Åsa Öberg", "party": "C"}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    with Archive.writing(tmp_path / "arkiv") as archive:
        archive.jobs.queue([outcome().source.path])
        archive.put(outcome())
        archive.read_pages("r", "1").put(outcome().source.sha256, packed())
    return tmp_path / "arkiv"


@pytest.fixture
def client(folder: Path) -> Generator[httpx.Client]:
    with serving(folder) as url, httpx.Client(base_url=url, timeout=30) as made:
        yield made


def correct(client: httpx.Client, **asked: object) -> httpx.Response:
    return client.post(PATH, json={"act": "correct", "seen": 1, **asked})


def test_a_correction_is_seen_wherever_the_record_is(client: httpx.Client) -> None:
    answer = correct(client, field="people", position=1, value=NAME)
    assert answer.status_code == 201, answer.text
    made = ANSWER.validate_json(answer.content)
    assert client.get(answer.headers["location"]).json() == made
    listed = ANSWER.validate_json(client.get(PATH).content)
    assert (listed["seen"], listed["corrections"]) == (2, [made])
    people = ANSWER.validate_json(client.get("/api/v1/people?name=Åsa Öberg").content)["rows"]
    assert [one["document"] for one in LISTED.validate_python(people)] == [DOCUMENT]
    record = ANSWER.validate_json(client.get(f"/api/v1/records/{DOCUMENT}").content)
    assert LISTED.validate_python(record["people"])[0]["name"] == "Åsa Öberg"
    told = ANSWER.validate_json(client.get("/api/v1/changes?since=1").content)["changes"]
    assert [(one["document"], one["what"]) for one in LISTED.validate_python(told)] == [(DOCUMENT, "put")]
    undone = client.post(f"{answer.headers['location']}/undo")
    assert undone.status_code == 201
    record = ANSWER.validate_json(client.get(f"/api/v1/records/{DOCUMENT}").content)
    assert LISTED.validate_python(record["people"])[0]["name"] == "Åsa Oberg"
    assert len(LISTED.validate_python(client.get(PATH).json()["corrections"])) == 2


@pytest.mark.parametrize(
    ("asked", "status", "code"),
    [
        ({"field": "people", "position": 9, "value": NAME}, 422, "CorrectionError"),
        ({"field": "people", "position": 1, "value": {"name": 1}}, 422, "CorrectionError"),
        ({"field": "text", "start": 0, "end": 3, "value": "a\x00"}, 422, "CorrectionError"),
        ({"field": "text", "start": 0, "end": 3, "value": "\ud800"}, 422, "CorrectionError"),
        ({"field": "people", "position": 0, "value": NAME}, 422, "RequestInvalid"),
        ({"field": "people", "position": 1, "value": NAME, "by": "Någon annan"}, 422, "RequestInvalid"),
        ({"field": "people", "position": 1, "value": {"name": "x" * 2_000_000}}, 413, "TooLarge"),
    ],
)
def test_what_cannot_be_is_told_in_one_shape(
    client: httpx.Client, asked: dict[str, object], status: int, code: str
) -> None:
    body = json.dumps({"act": "correct", "seen": 1, **asked})
    answer = client.post(PATH, content=body, headers={"Content-Type": "application/json"})
    assert (answer.status_code, answer.headers["content-type"]) == (status, "application/problem+json")
    assert ANSWER.validate_json(answer.content)["code"] == code


def test_who_comes_late_is_told(client: httpx.Client) -> None:
    assert correct(client, field="people", position=1, value=NAME).status_code == 201
    late = correct(client, field="people", position=1, value=NAME | {"party": "S"})
    assert (late.status_code, late.json()["code"]) == (409, "CorrectionStale")
    assert correct(client, field="people", position=2, value={"name": "Nils Åkerfält"}).status_code == 201
    first = client.get(PATH).json()["corrections"][0]["number"]
    assert client.post(f"{PATH}/{first}/undo").status_code == 201
    assert client.post(f"{PATH}/{first}/undo").status_code == 409
    assert client.post(f"{PATH}/99/undo").status_code == 404
    assert client.get(f"{PATH}/99").status_code == 404


def test_only_reviewers_correct_and_their_name_is_kept(folder: Path) -> None:
    body = json.dumps({"act": "confirm", "field": "people", "position": 1, "seen": 1}).encode()
    with Archive.reading(folder) as archive:
        tokens = {role: archive.tokens.add(f"Någon som {role}", role) for role in (Role.READ, Role.REVIEW)}
    with opened(folder) as app:
        ask = Asking(app)
        said = {"content_type": "application/json"}
        assert ask.post(PATH, body, **said).status_code == 401
        assert ask.post(PATH, body, authorization=f"Bearer {tokens[Role.READ]}", **said).status_code == 403
        made = ask.post(PATH, body, authorization=f"Bearer {tokens[Role.REVIEW]}", **said)
        assert (made.status_code, made.json()["by"]) == (201, "Någon som review")
        assert ask.get(PATH, authorization=f"Bearer {tokens[Role.READ]}").status_code == 200


def test_another_site_corrects_nothing(folder: Path) -> None:
    body = json.dumps({"act": "confirm", "field": "people", "position": 1, "seen": 1}).encode()
    with opened(folder, Access(Asker("Vera", Role.ADMIN))) as app:
        ask = Asking(app, base="http://localhost", address="127.0.0.1")
        answer = ask.post(PATH, body, content_type="application/json", sec_fetch_site="cross-site")
        assert answer.status_code == 403
        assert ask.get(PATH).json()["corrections"] == []
