"""The measure itself, and that the READMEs' figures are what it prints."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest

from benchmarks.records.read import records_of
from benchmarks.records.score import Score, score
from samples.make.facts import About, DecisionFact, Facts, read_facts

ROOT = Path(__file__).parents[2]
HELD_OUT = ROOT / "benchmarks" / "records" / "bodies"
ROWS = ("dnr", "minuted", "dates", "people", "attendance", "decisions")
"""The fields of the READMEs' table, from above."""
TEXT = """GRANBY KOMMUN

Tjänsteskrivelse
2021-03-09
Dnr KS 2021/12

Förslag till beslut
Nämnden antar taxan.
"""


def facts(**true: object) -> Facts:
    about = About(kind="tjänsteskrivelse", municipality="Granby", date="2021-03-09")
    return Facts.model_validate({"source": "brev.txt", "document": about, "dnr": ["KS 2021/12"], **true})


def scores_of(tmp_path: Path, truth: Facts) -> dict[str, Score]:
    (tmp_path / "brev.txt").write_text(TEXT, "utf-8")
    return score([truth], records_of(tmp_path / "brev.txt"))


def test_right_missed_and_spurious_are_told_apart(tmp_path: Path) -> None:
    scores = scores_of(tmp_path, facts(dates=["2021-03-09", "1999"], cited=[4]))
    assert (scores["dnr"].right, scores["dnr"].missed, scores["dnr"].spurious) == (1, 0, 0)
    assert (scores["dates"].right, scores["dates"].missed) == (1, 1)
    assert scores["cited"].f1 == 0.0
    assert scores["document"].f1 == 1.0
    assert scores["minuted"].f1 == 1.0


@pytest.mark.parametrize(
    ("status", "accepted", "right"), [("förslag", [], 1), ("fattat", [], 0), ("fattat", ["förslag"], 1)]
)
def test_a_decision_needs_its_status_or_one_that_is_accepted(
    tmp_path: Path, status: str, accepted: list[str], right: int
) -> None:
    true = DecisionFact.model_validate(
        {"status": status, "outcome": "anta", "text": "Nämnden antar taxan.", "accept": {"status": accepted}}
    )
    assert scores_of(tmp_path, facts(decisions=[true]))["decisions"].right == right


def test_what_was_not_annotated_is_not_scored(tmp_path: Path) -> None:
    assert "dates" not in scores_of(tmp_path, facts(annotated=["dnr"]))


@cache
def _of_held_out() -> dict[str, Score]:
    truth = read_facts(HELD_OUT)
    return score(truth, [record for one in truth for record in records_of(HELD_OUT / one.source)])


@pytest.mark.slow
@pytest.mark.parametrize("readme", ["README.md", "README.sv.md"])
def test_the_readmes_figures_of_the_held_out_documents(readme: str) -> None:
    scores = _of_held_out()
    text = (ROOT / readme).read_text("utf-8").replace(",", ".")
    told = re.findall(r"^\| [^|]+ \| \d\.\d\d \| (\d\.\d\d) \|$", text, re.MULTILINE)
    assert told == [f"{scores[field].f1:.2f}" for field in ROWS]
