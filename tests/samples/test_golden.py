"""Whole records, as they were when last looked at: `pytest --update-golden` writes them anew."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from models.record import Record
from tests.samples.reading import records
from tests.samples.test_records import QUICK

GOLDEN = Path(__file__).parents[1] / "golden"


def lasting(record: Record) -> str:
    """The record without what changes from run to run and from one version to the next."""
    kept = record.model_dump_json(exclude={"pipeline": True, "pages": {"__all__": {"engine"}}})
    return json.dumps(json.loads(kept), ensure_ascii=False, indent=1) + "\n"


@pytest.mark.parametrize("name", QUICK)
def test_golden(name: str, *, update_golden: bool) -> None:
    for record in records(name):
        golden = GOLDEN / f"{Path(name).stem}-{record.part.number}.json"
        if update_golden:
            golden.write_text(lasting(record), "utf-8")
        assert lasting(record) == golden.read_text("utf-8")
