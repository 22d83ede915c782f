"""What a step cites, and when that is one step, a step of another, or none."""

from __future__ import annotations

import time
from dataclasses import replace

import pytest

from archive.folder import Archive
from archive.matters.drafts import Cited, drafts
from models.swedish.organs import Organ
from models.vocabulary import DecisionOutcome as Outcome
from models.vocabulary import DecisionStatus, Kind
from models.way import Act, Stated, Telling, Told
from tests.archive.matters.kept import put, way_of
from tests.archive.matters.records import Cite, Handled, letter, minutes, number

pytestmark = pytest.mark.usefixtures("each_database")

DNR = "KS 2021/14"


@pytest.mark.parametrize(
    ("cites", "steps"),
    [
        ((Cite("KF", None, 9, year=2021), Cite(None, "2021-01-25", 9)), 1),
        ((Cite("KF", None, 9), Cite(None, "2021-01-25", 9)), 1),
        ((Cite("KF", None, 9, year=2020), Cite(None, "2021-01-25", 9)), 2),
        ((Cite("KF", None, 8), Cite(None, "2021-01-25", 9)), 2),
        ((Cite("KF", None, 9), Cite("KS", "2021-01-25", 9)), 2),
    ],
)
def test_a_paragraph_named_by_its_body_and_again_by_its_day_is_one_step(
    kept: Archive, cites: tuple[Cite, ...], steps: int
) -> None:
    put(kept, minutes("Kommunstyrelsen", "2021-04-06", Handled(55, "Svar", (DNR,), cites=cites)))
    cited = [step for step in way_of(kept, DNR).steps if step.only_cited]
    assert len(cited) == steps
    assert sum(len(step.cited_by) for step in cited) == steps
    if steps == 1:
        assert (cited[0].body, cited[0].date, cited[0].paragraph) == ("KF", "2021-01-25", 9)


def test_what_two_documents_cite_by_body_alone_and_day_alone_is_not_joined(kept: Archive) -> None:
    put(
        kept,
        minutes("Kommunstyrelsen", "2021-04-06", Handled(55, "A", (DNR,), cites=(Cite("KF", None, 9),))),
        minutes(
            "Kommunstyrelsen", "2021-05-04", Handled(60, "B", (DNR,), cites=(Cite(None, "2021-01-25", 9),))
        ),
    )  # fmt: skip
    assert sum(step.only_cited for step in way_of(kept, DNR).steps) == 2


@pytest.mark.parametrize(
    ("cite", "followed"),
    [
        (Cite("KF", None, 58, Outcome.AVSLAG), True),
        (Cite(None, "2020-06-18", 58, Outcome.AVSLAG), True),
        (Cite("KF", "2020-06-18", None, Outcome.AVSLAG), True),
        (Cite(None, "2020-06-18", None, Outcome.AVSLAG, status=DecisionStatus.ANNAT_ORGAN), True),
        (Cite(None, "2020-06-18", None, Outcome.AVSLAG), False),
        (Cite("KF", None, None, Outcome.AVSLAG), False),
        (Cite(None, None, 58, Outcome.AVSLAG), False),
    ],
)
def test_a_decision_told_again_is_a_step_where_enough_is_known_of_it(
    kept: Archive, cite: Cite, followed: bool
) -> None:
    written = letter(Kind.TJANSTESKRIVELSE, "Kulturkontoret", "2021-04-11", dnr=(DNR,), cites=(cite,))
    put(kept, written.model_copy(update={"paragraphs": ()}))
    cited = [step for step in way_of(kept, DNR).steps if step.only_cited]
    assert [(step.body, step.date, step.paragraph) for step in cited] == (
        [(cite.body, cite.date, cite.paragraph)] if followed else []
    )


def test_what_is_only_expected_contradicts_nothing(kept: Archive) -> None:
    expected = Handled(9, "Motion om cykelväg", (DNR,), Outcome.ANTA, DecisionStatus.FRAMTIDA)
    told = Cite("KF", "2021-01-25", 9, Outcome.REMITTERA)
    put(
        kept,
        minutes("Kommunfullmäktige", "2021-01-25", expected),
        minutes("Kommunstyrelsen", "2021-04-06", Handled(55, "Svar", (DNR,), cites=(told,))),
    )
    first, _ = way_of(kept, DNR).steps
    assert (first.act, first.differences) == (Act.PROPOSAL, ())


def test_a_number_that_an_earlier_decision_is_told_with_is_not_that_of_the_letter(kept: Archive) -> None:
    cite = Cite("KF", "2020-06-18", 58, Outcome.AVSLAG, dnr=DNR)
    put(
        kept,
        letter(
            Kind.TJANSTESKRIVELSE, "Kulturkontoret", "2021-04-11", dnr=("KFN 2021/64", DNR), cites=(cite,)
        ),
    )  # fmt: skip
    assert [(step.paragraph, step.only_cited) for step in way_of(kept, DNR).steps] == [(58, True)]
    own = next(step for step in way_of(kept, "KFN 2021/64").steps if not step.only_cited)
    assert own.numbers == (number("KFN 2021/64"),)


def test_the_only_number_of_a_letter_is_its_own_though_it_tells_of_an_earlier_decision(kept: Archive) -> None:
    cite = Cite("KF", "2020-06-18", 58, Outcome.AVSLAG, dnr=DNR)
    put(kept, letter(Kind.TJANSTESKRIVELSE, "Kulturkontoret", "2021-04-11", dnr=(DNR,), cites=(cite,)))
    assert [step.paragraph for step in way_of(kept, DNR).steps] == [58, None]


def test_a_matter_of_very_many_documents_is_cut_and_says_so(
    kept: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    every = (minutes("Kommunstyrelsen", f"2021-04-0{day}", Handled(day, "Svar", (DNR,))) for day in (6, 7, 8))
    put(kept, *every)
    assert way_of(kept, DNR).whole
    monkeypatch.setattr("archive.matters.gather._MOST_STEPS", 2)
    cut = way_of(kept, DNR)
    assert (len(cut.steps), cut.whole) == (2, False)


def test_very_many_citations_take_no_long_time() -> None:
    council = Organ("fullmäktige")
    step = Stated("a", Told(1, Telling.OWN, Act.DECISION, 1, paragraph=900, date="2021-04-06", year=2021))
    cited = Told(2, Telling.CITED, Act.HANDLED, 1, by=1, organ=council, year=2020)
    cites = [
        Cited(Stated(f"{n}", replace(cited, paragraph=n % 300 + 1)), replace(step, document=f"{n}"))
        for n in range(9000)
    ]
    began = time.perf_counter()
    made = drafts([step], cites)
    assert time.perf_counter() - began < 10
    assert [len(draft.cites) for draft in made] == [0, *[30] * 300]
