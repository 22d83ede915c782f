"""The samples' records: valid, true to the page, and right."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest

from benchmarks.records.score import score
from benchmarks.records.values import values_of
from models.page import Origin
from samples import TRUTH
from samples.make.facts import Facts, read_facts
from tests.samples.reading import places, records, undone

SCHEMA = Path(__file__).parents[2] / "models" / "schema" / "record.schema.json"
BORN_DIGITAL, SCAN, LOST_LETTERS = "granby-ks.pdf", "granby-ks-scan.pdf", "granby-rapport-lost-letters.txt"
QUICK = (BORN_DIGITAL, LOST_LETTERS)
SLOW = (SCAN, "granby-1974.tif", "granby-tjansteskrivelse.png", "granby-volym.pdf")
EVERY = [*QUICK, *(pytest.param(name, marks=pytest.mark.slow) for name in SLOW)]

LEAST = {"dnr": 0.9, "minuted": 0.9, "dates": 0.9, "people": 0.8, "decisions": 0.5}
"""The least F1 over all samples; the figures of `make bench` are higher."""


def facts_of(name: str) -> Facts:
    return next(facts for facts in read_facts(TRUTH) if facts.source == name)


@pytest.mark.parametrize("name", EVERY)
def test_valid(name: str) -> None:
    schema = json.loads(SCHEMA.read_text("utf-8"))
    checker = jsonschema.Draft202012Validator(schema, format_checker=jsonschema.FormatChecker())
    for record in records(name):
        checker.validate(json.loads(record.model_dump_json()))


@pytest.mark.parametrize("name", EVERY)
def test_every_place_is_true(name: str) -> None:
    for record in records(name):
        page_origins = {page.number: page.origin for page in record.pages}
        for place in places(record):
            assert undone(record, place.start, place.end) == place.raw
            assert record.part.page_from <= place.page <= record.part.page_to
            assert place.boxes or page_origins[place.page] == Origin.TEXT.value


@pytest.mark.parametrize("name", EVERY)
def test_documents(name: str) -> None:
    """As many documents as the file holds, each of the right kind, body, place and date."""
    facts = facts_of(name)
    assert len(records(name)) == len(facts.parts)
    documents = score([facts], records(name))["document"]
    assert documents.faults == []


@pytest.mark.parametrize("name", EVERY)
def test_no_trap_is_a_value(name: str) -> None:
    found = values_of(list(records(name)))
    traps = {trap.text for trap in facts_of(name).traps}
    assert not traps & {str(value) for values in found.values() for value in values}


def test_born_digital() -> None:
    """What is printed cleanly is read rightly."""
    scores = score([facts_of(BORN_DIGITAL)], records(BORN_DIGITAL))
    exact = scores.keys() - {"document"}
    assert [fault for name in sorted(exact) for fault in scores[name].faults] == []


@pytest.mark.slow
def test_the_scan_says_what_the_born_digital_file_says() -> None:
    digital, scan = records(BORN_DIGITAL), records(SCAN)
    one, other = values_of(list(digital)), values_of(list(scan))
    for name in ("dnr", "minuted", "cited", "dates", "people", "party"):
        assert other[name] == one[name], name
    decisions = [
        sorted(
            (decision.item or 0, decision.status, decision.outcome) for r in side for decision in r.decisions
        )
        for side in (digital, scan)
    ]
    assert decisions[1] == decisions[0]


@pytest.mark.slow
def test_all_samples_together() -> None:
    truth = read_facts(TRUTH)
    scores = score(truth, [record for facts in truth for record in records(facts.source)])
    assert {name: round(scores[name].f1, 3) for name in LEAST if scores[name].f1 < LEAST[name]} == {}
