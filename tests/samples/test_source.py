"""The sample texts, and what is true of them."""

from __future__ import annotations

import pytest

from samples import FOLDER, TRUTH
from samples.make.facts import Facts, facts_of, normal_dnr, read_facts
from samples.make.source import BREAK, Document, marks, parse, printed, read_source

LIMIT_BYTES = 2_000_000
SCANNED = {"granby-ks-scan": "granby-ks"}


def source_of(stem: str) -> tuple[Document, ...]:
    return read_source(FOLDER / "source" / f"{SCANNED.get(stem, stem)}.txt")


@pytest.mark.parametrize(
    ("text", "on_paper", "names"),
    [
        ("Ärendet bordlades.", "Ärendet bordlades.", []),
        ("den {date 2021-05-25|25 maj}.", "den 25 maj.", ["date"]),
        ("{beslut fattat/utse|{person|Åsa Ek (S)} utses}", "Åsa Ek (S) utses", ["beslut", "person"]),
        (f"kommun{BREAK}fullmäktige", "kommunfullmäktige", []),
    ],
)
def test_marks(text: str, on_paper: str, names: list[str]) -> None:
    content = parse(text)
    assert printed(content) == on_paper
    assert [mark.name for mark in marks(content)] == names


def test_a_mark_that_was_never_opened_is_refused() -> None:
    with pytest.raises(ValueError, match="never opened"):
        parse("25 maj}")


@pytest.mark.parametrize(
    ("on_paper", "value"), [("KS 2021/00087", "KS 2021/87"), ("KFN-2018-0042", "KFN 2018/42")]
)
def test_normal_dnr(on_paper: str, value: str) -> None:
    assert normal_dnr(on_paper) == value


@pytest.mark.parametrize("facts", read_facts(TRUTH), ids=lambda facts: facts.source)
def test_the_stored_truth_is_that_of_the_source(facts: Facts) -> None:
    assert facts_of(facts.source, source_of(facts.source.rpartition(".")[0])) == facts


def test_all_samples_together_are_small() -> None:
    files = [FOLDER / facts.source for facts in read_facts(TRUTH)]
    assert len(files) == 6
    assert sum(file.stat().st_size for file in files) < LIMIT_BYTES


@pytest.mark.parametrize("facts", read_facts(TRUTH), ids=lambda facts: facts.source)
def test_what_is_true_is_printed(facts: Facts) -> None:
    """Every name and every trap of the truth stands in the true text."""
    text = (TRUTH / facts.source).with_suffix(".txt").read_text("utf-8")
    flat = "".join(text.replace("-\n", "").split())
    wanted = [*(person.name for person in facts.people), *(trap.text for trap in facts.traps)]
    assert [value for value in wanted if "".join(value.split()) not in flat] == []
