from __future__ import annotations

import json

from hypothesis import given, settings
from jsonschema import Draft202012Validator
from jsonschema.protocols import Validator

from models.outcome import Outcome
from models.schema import PATH, record_schema
from tests.archive.records import outcomes

SCHEMA = json.loads(record_schema())
VALIDATOR: Validator = Draft202012Validator(SCHEMA)


def test_the_published_schema_is_the_models_own() -> None:
    assert PATH.read_text("utf-8") == record_schema()


def test_it_is_a_schema() -> None:
    Draft202012Validator.check_schema(SCHEMA)


@given(outcome=outcomes())
@settings(max_examples=20, deadline=None)
def test_it_holds_for_records(outcome: Outcome) -> None:
    for record in outcome.records:
        VALIDATOR.validate(json.loads(record.model_dump_json()))
