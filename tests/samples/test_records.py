"""The samples' records, and the ways of their matters: valid, true to the page, and right."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import jsonschema
import pytest

from archive.export.alto import alto
from archive.export.laying import printed_pages
from archive.export.matching import edits_of, stretches
from archive.export.pdfa.write import write_pdf
from archive.folder import Archive
from benchmarks.records.score import score
from benchmarks.records.values import values_of
from ingest.files import open_source
from models.outcome import Outcome
from models.page import Origin
from models.settings import Settings
from models.text import PAGE_BREAK
from models.way import Step
from samples import FOLDER, TRUTH
from samples.make.facts import Facts, read_facts
from tests.archive.export.pdfa.reading import text
from tests.archive.export.pdfa.test_write import TOLD
from tests.archive.export.standards import assert_valid_alto
from tests.archive.export.test_alto import MADE
from tests.archive.matters.kept import way_of
from tests.samples.reading import pages, places, records, undone

SCHEMA = Path(__file__).parents[2] / "models" / "schema" / "record.schema.json"
BORN_DIGITAL, SCAN, LOST_LETTERS = "granby-ks.pdf", "granby-ks-scan.pdf", "granby-rapport-lost-letters.txt"
QUICK = (BORN_DIGITAL, LOST_LETTERS)
SLOW = (SCAN, "granby-1974.tif", "granby-tjansteskrivelse.png", "granby-volym.pdf")
EVERY = [*QUICK, *(pytest.param(name, marks=pytest.mark.slow) for name in SLOW)]

FIELDS = (
    "dnr", "dates", "minuted", "cited", "people", "party", "attendance", "replaces", "heading", "item_dnr",
    "votes", "reservations", "decisions", "outcome",
)  # fmt: skip
LEAST = {"dnr": 0.9, "minuted": 0.9, "dates": 0.9, "people": 0.8, "decisions": 0.5}
"""The least F1 over all samples; the figures of `make bench` are higher."""


def facts_of(name: str) -> Facts:
    return next(facts for facts in read_facts(TRUTH) if facts.source == name)


@pytest.mark.parametrize("name", EVERY)
def test_valid(name: str) -> None:
    schema = json.loads(SCHEMA.read_text("utf-8"))
    kind, formats = jsonschema.Draft202012Validator, jsonschema.FormatChecker()
    for record in records(name):
        jsonschema.validate(json.loads(record.model_dump_json()), schema, kind, format_checker=formats)


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
def test_pages_hold_the_repaired_text_and_become_valid_alto(name: str) -> None:
    raw = PAGE_BREAK.join(page.text for page in pages(name))
    edits = edits_of(tuple(stretches(raw, records(name))))
    printed = list(printed_pages(pages(name), edits))
    assert "".join(page.text for page in printed) == "".join(record.text for record in records(name))
    for page in printed:
        assert_valid_alto(alto(page, MADE))


@pytest.mark.parametrize("name", [name for name in EVERY if name != LOST_LETTERS])
def test_searchable_pdf_says_what_the_archive_holds(name: str, tmp_path: Path) -> None:
    raw = PAGE_BREAK.join(page.text for page in pages(name))
    edits = edits_of(tuple(stretches(raw, records(name))))
    printed = list(printed_pages(pages(name), edits))
    kind = records(name)[0].source.media_type
    write_pdf(FOLDER / name, kind, lambda: printed, TOLD, tmp_path / "ut.pdf")
    for page in printed:
        found = text(tmp_path / "ut.pdf", page.page.number).split()
        if page.page.origin is Origin.OCR:  # scribbles that are read as words may lie over one another
            assert "".join(found) == "".join(page.text.split())
            assert len(found) >= 0.99 * len(page.text.split())
        else:  # a page that keeps its own text has its words in an order of its own, cut as they are printed
            assert sorted(found) == sorted(page.read.split())


@pytest.mark.parametrize("name", EVERY)
def test_no_trap_is_a_value(name: str) -> None:
    found = values_of(list(records(name)))
    traps = {trap.text for trap in facts_of(name).traps}
    assert not traps & {str(value) for values in found.values() for value in values}


@pytest.mark.parametrize("field", FIELDS)
def test_born_digital(field: str) -> None:
    """What is printed cleanly is read rightly, every value of it."""
    assert score([facts_of(BORN_DIGITAL)], records(BORN_DIGITAL))[field].faults == []


@pytest.mark.slow
@pytest.mark.parametrize("field", ["dnr", "minuted", "cited", "dates", "people", "party"])
def test_the_scan_says_what_the_born_digital_file_says(field: str) -> None:
    assert values_of(list(records(SCAN)))[field] == values_of(list(records(BORN_DIGITAL)))[field]


@pytest.mark.slow
def test_the_scan_has_the_outcomes_of_the_born_digital_file() -> None:
    assert outcomes(SCAN) == outcomes(BORN_DIGITAL)


def outcomes(name: str) -> list[tuple[int, str, str]]:
    """The §, status and outcome of every decision."""
    decisions = [decision for record in records(name) for decision in record.decisions]
    return sorted(
        (decision.item or 0, decision.status.value, decision.outcome.value) for decision in decisions
    )


@pytest.mark.slow
def test_the_volume_is_parted_at_its_pages() -> None:
    parts = [(record.part.page_from, record.part.page_to) for record in records("granby-volym.pdf")]
    assert parts == [(1, 2), (3, 4), (5, 5)]


@pytest.mark.slow
def test_all_samples_together() -> None:
    truth = read_facts(TRUTH)
    scores = score(truth, [record for facts in truth for record in records(facts.source)])
    assert {name: round(scores[name].f1, 3) for name in LEAST if scores[name].f1 < LEAST[name]} == {}


def steps_of(folder: Path, dnr: str, names: Sequence[str]) -> tuple[Step, ...]:
    with Archive.writing(folder) as archive:
        for name in names:
            archive.put(Outcome(open_source(FOLDER / name, Settings().reading), records(name)))
        return way_of(archive, dnr).steps


def told(steps: Sequence[Step]) -> list[tuple[str | None, int | None, str, int]]:
    """The day, § and last outcome of each step, and in how many documents it stands."""
    return [
        (
            step.date,
            step.paragraph,
            step.rulings[-1].outcome if step.rulings else step.act,
            len(step.documents),
        )
        for step in steps
    ]


def test_a_medborgarforslag_is_followed_through_what_the_minutes_cite(tmp_path: Path) -> None:
    assert told(steps_of(tmp_path, "KS 2020/198", [BORN_DIGITAL])) == [
        ("2020-08-17", None, "received", 0),
        ("2020-09-28", 88, "remittera", 0),
        ("2021-03-16", 22, "handled", 0),
        ("2021-05-25", 46, "anse besvarad", 1),
    ]


@pytest.mark.slow
def test_minutes_their_scan_and_the_letter_are_each_one_step(tmp_path: Path) -> None:
    steps = steps_of(tmp_path, "KS 2021/112", [BORN_DIGITAL, SCAN, "granby-tjansteskrivelse.png"])
    assert told(steps) == [
        ("2014-11-24", 96, "anta", 0),
        ("2021-04-13", 38, "okänd", 0),
        ("2021-04-28", None, "föreslå fullmäktige", 1),
        ("2021-05-11", 65, "handled", 0),
        ("2021-05-25", 43, "föreslå fullmäktige", 2),
    ]
    assert [len(step.cited_by) for step in steps] == [3, 3, 2, 2, 0]
    assert not any(step.differences for step in steps)
