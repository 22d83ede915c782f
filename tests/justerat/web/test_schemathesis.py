"""The API does what its description says, of what is right and of what is wrong: Schemathesis, all checks."""

from __future__ import annotations

import json
from collections.abc import Generator, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import schemathesis
from fastapi import FastAPI
from pydantic import JsonValue
from schemathesis import CheckContext, Config, Response
from schemathesis.engine import Status, from_schema
from schemathesis.engine.events import EngineEvent, FatalError, NonFatalError, ScenarioFinished
from schemathesis.generation.case import Case
from schemathesis.python import asgi
from starlette.types import ASGIApp, Receive, Scope, Send

from archive.folder import Archive
from justerat.web.app import create_app
from justerat.web.guard.access import Access
from justerat.web.guard.rate import Buckets
from models.asker import Role
from models.correction import Act, Asked
from tests.justerat.conftest import ANSWER
from tests.justerat.web.made import made_archive

pytestmark = pytest.mark.slow

DESCRIPTION = "/api/v1/openapi.json"
SEED = 1974
DONE = {200, 201}
EXAMPLE = "5799f0042e77af24-1"
EXAMPLES = 8
"""Of each operation and kind, beside those that are counted out (examples, coverage)."""
REFUSED_WITH_REASON = frozenset({"SettingsError", "QueryError", "ExportError", "CorrectionError"})
"""What no schema can say: a query's grammar, a cursor of this very list, a page that has a picture."""


class Encrypted:
    """Has requests come as if by https."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        await self._app({**scope, "scheme": "https"} if scope["type"] == "http" else scope, receive, send)


@schemathesis.check
def refused_with_reason(_ctx: CheckContext, response: Response, case: Case[Any]) -> bool | None:
    """What the description allows is refused only for what it can't say."""
    assert case.meta
    if response.status_code == 422 and case.meta.generation.mode.is_positive:
        assert ANSWER.validate_json(response.content)["code"] in REFUSED_WITH_REASON
    return None


@dataclass(frozen=True)
class Guarded:
    """A service as other machines meet it, a token for all, ids of records, and what it does."""

    app: ASGIApp
    token: str
    ids: tuple[str, ...]
    operations: frozenset[str]


def operations(app: FastAPI) -> Iterator[str]:
    """Each method and path that the description tells of."""
    for path, methods in ANSWER.validate_python(app.openapi()["paths"]).items():
        for method in ANSWER.validate_python(methods):
            yield f"{method.upper()} {path}"


@pytest.fixture
def guarded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Generator[Guarded]:
    def take(_buckets: Buckets, _key: str) -> int:
        return 0

    monkeypatch.setattr(Buckets, "take", take)
    folder = made_archive(tmp_path)
    with Archive.reading(folder) as archive:
        token = archive.tokens.add("schemathesis", Role.ADMIN)
        ids = tuple(record.id for record in archive.records())
        for n, document in enumerate(ids * 20):
            value: dict[str, JsonValue] = {"name": f"Granby {n}", "kind": "association"}
            archive.reviews.make(
                document, Asked(act=Act.ADD, field="organisations", seen=9**9, value=value), "Vera"
            )
    app = create_app(folder, Access(None, frozenset({asgi.HOST})))
    # The description's examples are of a document that is there.
    app.openapi_schema = ANSWER.validate_json(json.dumps(app.openapi()).replace(EXAMPLE, ids[0]))
    yield Guarded(Encrypted(app), token, ids, frozenset(operations(app)))
    asgi.shutdown_lifespans()


CONFIGURATION = """
seed = {seed}
continue-on-failure = true

[headers]
Authorization = "Bearer {token}"

[dictionaries]
ids = {{ values = {ids} }}
numbers = {{ values = {numbers} }}

[parameters]
number = {{ dictionary = "numbers", probability = 0.9 }}
record_id = {{ dictionary = "ids", probability = 0.7 }}

[generation]
max-examples = {examples}
deterministic = true
database = "none"

[checks.positive_data_acceptance]
expected-statuses = [200, 201, 404, 409, 422]

[checks.negative_data_rejection]
expected-statuses = [400, 401, 404, 405, 422, 431]
"""
"""All checks in all phases; what a seed makes is the same each time."""


def failures(event: EngineEvent) -> list[str]:
    """What an event of a run tells to be wrong."""
    match event:
        case ScenarioFinished(recorder=recorder):
            found = (check for checks in recorder.checks.values() for check in checks)
            return [
                f"{recorder.label}: {check.name}: {check.failure_info and check.failure_info.failure}"
                for check in found
                if check.status is Status.FAILURE
            ]
        case NonFatalError() | FatalError():
            return [str(event)]
        case _:
            return []


def test_the_api_is_as_it_is_described(guarded: Guarded) -> None:
    told = CONFIGURATION.format(
        seed=SEED,
        examples=EXAMPLES,
        token=guarded.token,
        ids=json.dumps(guarded.ids),
        numbers=list(range(1, 40)),
    )
    schema = schemathesis.openapi.from_asgi(DESCRIPTION, guarded.app, config=Config.from_str(told))
    wrong: list[str] = []
    answered: set[str] = set()
    cases = 0
    for event in from_schema(schema).execute():
        wrong += failures(event)
        if isinstance(event, ScenarioFinished):
            cases += len(event.recorder.cases)
            asked = event.recorder.interactions.values()
            if any(one.response and one.response.status_code in DONE for one in asked):
                answered.add(event.recorder.label)
    assert wrong == []
    assert guarded.operations <= answered
    assert cases > 50 * len(guarded.operations)
