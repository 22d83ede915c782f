"""Votes by person, jäv and presence by § are counted where the facts tell of them, and only there."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.records.read import records_of
from benchmarks.records.score import score
from samples.make.facts import About, Facts

TEXT = """GRANBY KOMMUN
Kommunstyrelsen           PROTOKOLL

Sammanträdesdatum
2021-03-09

Beslutande
Anna Ekvall (S), ordförande
Bo Rask (M), §§ 1-2

§ 1
Val av justerare

Beslut
Kommunstyrelsen utser Bo Rask (M) att justera protokollet.
"""


def facts(**true: object) -> Facts:
    about = About(kind="protokoll", body="Kommunstyrelsen", municipality="Granby", date="2021-03-09")
    return Facts.model_validate({"source": "ks.txt", "document": about, **true})


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "ks.txt"
    path.write_text(TEXT, "utf-8")
    return path


def test_details_are_not_asked_where_nobody_wrote_them_down(file: Path) -> None:
    assert not {"meeting", "ballots", "recusals", "present_for"} & set(score([facts()], records_of(file)))


def test_details_that_are_told_are_counted(file: Path) -> None:
    sat = {"name": "Bo Rask", "capacity": "ledamot", "present_for": [[1, 2]]}
    items = [
        {
            "paragraph": 1,
            "heading": "",
            "recusals": ["Eva Ek"],
            "ballots": [{"name": "Bo Rask", "vote": "ja"}],
        }
    ]
    told = facts(attendance=[sat], items=items, meeting=[{"field": "chair", "value": "Anna Ekvall"}])
    scores = score([told], records_of(file))
    assert scores["meeting"].right == 1
    assert scores["present_for"].right == 1
    assert (scores["recusals"].missed, scores["ballots"].missed) == (1, 1)


def test_amounts_and_addressees_are_counted_where_they_are_told(tmp_path: Path) -> None:
    path = tmp_path / "ks.txt"
    clause = "Kommunstyrelsen uppdrar åt kommunchefen att anslå 500 kronor till Granby IF."
    path.write_text(f"{TEXT}\n§ 2\nBidrag\n\nBeslut\n{clause}\n", "utf-8")
    assert not {"amounts", "addressees"} & set(score([facts()], records_of(path)))
    true = facts(amounts=["500", "700"], addressees=["kommunchefen"], unscored={"addressees": ["Granby IF"]})
    scores = score([true], records_of(path))
    assert (scores["amounts"].right, scores["amounts"].missed, scores["amounts"].spurious) == (1, 1, 0)
    assert (scores["addressees"].right, scores["addressees"].spurious) == (1, 0)
