"""Tables of records made by hand, and the ways they come to in a real database."""

from __future__ import annotations

from pathlib import Path

import pytest

from archive.folder import Archive
from archive.store import Query
from models.matter import Vote
from models.record import Record
from models.vocabulary import DecisionOutcome as Outcome
from models.vocabulary import DecisionStatus, Kind, VoteMethod
from models.way import Act, Step
from tests.archive.matters.kept import put, way_of
from tests.archive.matters.records import Cite, Handled, letter, minutes, number
from tests.archive.older import as_of

pytestmark = pytest.mark.usefixtures("each_database")

DNR = "KS 2021/14"

MOTION = letter(
    Kind.MOTION,
    "Kommunfullmäktige",
    "2021-01-11",
    dnr=(DNR,),
    title="Motion om cykelväg",
    received="2021-01-13",
)
REMITTED = minutes(
    "Kommunfullmäktige", "2021-01-25", Handled(9, "Motion om cykelväg", (DNR,), Outcome.REMITTERA)
)
OFFICE = letter(
    Kind.TJANSTESKRIVELSE, "Tekniska kontoret", "2021-03-02", dnr=(DNR,), title="Svar på motion",
    outcome=Outcome.ANSE_BESVARAD,
)  # fmt: skip
COMMITTEE = minutes(
    "Kommunstyrelsens arbetsutskott",
    "2021-03-16",
    Handled(40, "Motion om cykelväg", (DNR,), Outcome.AVSLAG, DecisionStatus.FORSLAG),
)
BOARD = minutes(
    "Kommunstyrelsen",
    "2021-04-06",
    Handled(
        55,
        "Svar på motion om cykelväg",
        (DNR,),
        Outcome.AVSLAG,
        cites=(
            Cite("Kommunfullmäktige", "2021-01-25", 9, Outcome.REMITTERA),
            Cite("Arbetsutskottet", "2021-03-16", 40),
        ),
        basis=(("Tekniska kontorets tjänsteskrivelse", "2021-03-02"),),
        received="2021-01-13",
        vote=Vote(method=VoteMethod.VOTERING, yes=8, no=5),
    ),
)
COUNCIL = minutes(
    "Kommunfullmäktige",
    "2021-04-26",
    Handled(61, "Svar på motion om cykelväg", (), Outcome.AVSLAG, cites=(Cite("KS", "2021-04-06", 55),)),
)
WHOLE = (MOTION, REMITTED, OFFICE, COMMITTEE, BOARD, COUNCIL)
STEPS = [
    ("2021-01-11", "Kommunfullmäktige", None, Act.RECEIVED),
    ("2021-01-25", "Kommunfullmäktige", 9, Act.DECISION),
    ("2021-03-02", "Tekniska kontoret", None, Act.PROPOSAL),
    ("2021-03-16", "Kommunstyrelsens arbetsutskott", 40, Act.PROPOSAL),
    ("2021-04-06", "Kommunstyrelsen", 55, Act.DECISION),
    ("2021-04-26", "Kommunfullmäktige", 61, Act.DECISION),
]


def row(step: Step) -> tuple[str | None, str | None, int | None, Act]:
    return step.date, step.body, step.paragraph, step.act


def test_a_matter_goes_from_motion_to_council(kept: Archive) -> None:
    put(kept, *WHOLE)
    way = way_of(kept, DNR)
    assert [row(step) for step in way.steps] == STEPS
    assert (way.municipality, way.number, way.title) == ("Granby", number(DNR), "Svar på motion om cykelväg")
    assert not any(step.only_cited for step in way.steps)
    assert not any(step.differences for step in way.steps)
    cited = {step.paragraph or step.kind: [cite.paragraph for cite in step.cited_by] for step in way.steps}
    assert cited == {Kind.MOTION: [55], 9: [55], Kind.TJANSTESKRIVELSE: [55], 40: [55], 55: [61], 61: []}
    board = way.steps[4]
    assert board.vote is not None
    assert (board.vote.yes, board.vote.no) == (8, 5)
    assert [ruling.outcome for ruling in board.rulings] == [Outcome.AVSLAG]


@pytest.mark.parametrize("known", [*WHOLE[1:4]], ids=["council", "letter", "committee"])
def test_a_step_without_its_document_is_only_cited(kept: Archive, known: Record) -> None:
    put(kept, known, BOARD)
    way = way_of(kept, DNR)
    assert [(step.date, step.paragraph) for step in way.steps if step.paragraph] == [
        (day, paragraph) for day, _, paragraph, _ in STEPS[1:5] if paragraph
    ]
    documented = {step.documents[0].document for step in way.steps if step.documents}
    assert documented == {known.id, BOARD.id}
    for step in way.steps:
        assert step.only_cited != bool(step.documents)
        assert not step.only_cited or {cite.document for cite in step.cited_by} == {BOARD.id}


@pytest.mark.parametrize(
    ("cite", "dated", "differences"),
    [
        (Cite("KF", "2021-01-25", 9, Outcome.REMITTERA), "2021-01-25", []),
        (Cite("Fullmäktige", "2021-01-25", 9), "2021-01-25", []),
        (Cite(None, "2021-01-25", 9), "2021-01-25", []),
        (Cite("KF", None, 9, year=2021), "2021-01-25", []),
        (Cite("KF", None, 9), "2021-01-25", []),
        (Cite("KF", "2021-01-25", None, Outcome.REMITTERA), "2021-01-25", []),
        (Cite("KF", "2021-01-26", 9), "2021-01-25", [("date", "2021-01-25", "2021-01-26")]),
        (Cite("KF", "2021-01-25", 9, Outcome.OKAND), "2021-01-25", []),
        (Cite("KF", "2021-01-25", 9, Outcome.AVSLAG), "2021-01-25", [("outcome", "remittera", "avslag")]),
    ],
)
def test_a_citation_joins_the_minutes_and_what_it_tells_differently_is_shown(
    kept: Archive, cite: Cite, dated: str, differences: list[tuple[str, str, str]]
) -> None:
    put(kept, REMITTED, minutes("Kommunstyrelsen", "2021-04-06", Handled(55, "Svar", (DNR,), cites=(cite,))))
    first, last = way_of(kept, DNR).steps
    assert (first.date, first.only_cited, len(first.cited_by)) == (dated, False, 1)
    assert [(one.field, one.shown, one.told) for one in first.differences] == differences
    assert last.paragraph == 55


@pytest.mark.parametrize(
    "cite",
    [
        Cite("KF", "2020-01-25", 9),
        Cite("KS", "2021-01-25", 9),
        Cite("KF", "2021-01-25", 8),
        Cite("Byggnadsnämndens arbetsutskott", "2021-01-25", 9),
        Cite("KF", "2021-01-26", None, Outcome.REMITTERA),
    ],
)
def test_a_citation_of_something_else_is_a_step_of_its_own(kept: Archive, cite: Cite) -> None:
    put(kept, REMITTED, minutes("Kommunstyrelsen", "2021-04-06", Handled(55, "Svar", (DNR,), cites=(cite,))))
    steps = way_of(kept, DNR).steps
    assert len(steps) == 3
    assert [step.only_cited for step in steps if step.date != "2021-01-25" or step.paragraph != 9] != []
    assert sum(step.only_cited for step in steps) == 1


def test_the_same_minutes_twice_are_one_step(kept: Archive) -> None:
    extract = minutes(
        "Kommunfullmäktige", "2021-01-25", Handled(9, "Motion om cykelväg", (DNR,), Outcome.AVSLAG),
        kind=Kind.PROTOKOLLSUTDRAG,
    )  # fmt: skip
    put(kept, extract, REMITTED)
    (step,) = way_of(kept, DNR).steps
    assert [spot.document for spot in step.documents] == [REMITTED.id, extract.id]
    assert step.kind is Kind.PROTOKOLL
    assert [(one.field, one.told, one.document) for one in step.differences] == [
        ("outcome", "avslag", extract.id)
    ]


def test_a_step_of_another_matter_is_shown_with_its_number_and_not_followed(kept: Archive) -> None:
    put(
        kept,
        minutes(
            "Byggnadsnämnden", "2021-01-12",
            Handled(3, "Ny taxa", ("BN 2021/5",), cites=(Cite("Byggnadsnämnden", "2020-12-01", 99),)),
        ),
        minutes(
            "Kommunstyrelsen", "2021-02-02",
            Handled(8, "Taxa", (DNR,), cites=(Cite("Byggnadsnämnden", "2021-01-12", 3),)),
        ),
    )  # fmt: skip
    first, last = way_of(kept, DNR).steps
    assert (first.paragraph, first.numbers, first.only_cited) == (3, (number("BN 2021/5"),), False)
    assert last.paragraph == 8
    assert way_of(kept, DNR).title == "Taxa"
    older, own = way_of(kept, "BN 2021/5").steps
    assert (older.paragraph, older.only_cited) == (99, True)
    assert [(cite.body, cite.numbers) for cite in own.cited_by] == [("Kommunstyrelsen", (number(DNR),))]


def test_what_reports_on_many_matters_cites_no_steps(kept: Archive) -> None:
    put(
        kept,
        REMITTED,
        minutes(
            "Socialnämnden", "2021-02-10",
            Handled(
                5, "Meddelanden", ("SN 2021/2",), Outcome.NOTERA,
                cites=(Cite("KF", "2021-01-25", 9), Cite("KF", "2021-01-25", 10)),
            ),
        ),
    )  # fmt: skip
    (step,) = way_of(kept, DNR).steps
    assert [(cite.body, cite.paragraph) for cite in step.cited_by] == [("Socialnämnden", 5)]
    assert [step.paragraph for step in way_of(kept, "SN 2021/2").steps] == [5]


def test_a_cited_decision_of_a_number_is_a_step_of_that_matter_alone(kept: Archive) -> None:
    put(
        kept,
        letter(
            Kind.TJANSTESKRIVELSE, "Kulturkontoret", "2021-04-11", dnr=("KFN 2021/64",), title="Öppettider",
            cites=(Cite("KF", "2020-06-18", 58, Outcome.AVSLAG, dnr=DNR), Cite("KFN", "2020-10-18", 77)),
        ),
    )  # fmt: skip
    (step,) = way_of(kept, DNR).steps
    assert (step.date, step.paragraph, step.only_cited) == ("2020-06-18", 58, True)
    assert [step.paragraph for step in way_of(kept, "KFN 2021/64").steps] == [77, None]


def test_an_older_archive_is_filled_when_it_is_opened(tmp_path: Path) -> None:
    with Archive.writing(tmp_path / "arkiv") as archive:
        put(archive, *WHOLE)
        expected = way_of(archive, DNR)
        found = archive.search(Query("", facets=True))
    older = as_of("0002", tmp_path / "arkiv", tmp_path / "older")
    with Archive.reading(older) as archive:
        assert way_of(archive, DNR) == expected
        again = archive.search(Query("", facets=True))
    assert (again.total, again.facets) == (found.total, found.facets)
    assert found.total == len(WHOLE)
