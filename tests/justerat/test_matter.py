"""What the commands matter and matters write."""

from __future__ import annotations

from pathlib import Path

import pytest

from archive.folder import Archive
from models.errors import MatterMissing, NothingGiven, QueryError, SettingsError
from models.matter import Vote
from models.vocabulary import DecisionOutcome as Outcome
from models.vocabulary import DecisionStatus, Kind, VoteMethod
from tests.archive.matters.kept import put
from tests.archive.matters.records import Cite, Handled, letter, minutes
from tests.justerat.conftest import Call

DNR = "KS 2021/14"
COUNCIL = minutes(
    "Kommunfullmäktige", "2021-01-25", Handled(9, "Motion om [red]väg", (DNR,), Outcome.REMITTERA)
)
BOARD = minutes(
    "Kommunstyrelsen",
    "2021-04-06",
    Handled(
        55, "Svar på motion om väg", (DNR,), Outcome.AVSLAG,
        cites=(
            Cite("KF", "2021-01-26", 9, Outcome.REMITTERA),
            Cite("Arbetsutskottet", "2021-03-16", 40),
            Cite("Tingsrätten", "2021-03-20", None, Outcome.AVSLAG, status=DecisionStatus.ANNAT_ORGAN),
        ),
        vote=Vote(method=VoteMethod.VOTERING, yes=8, no=5),
    ),
)  # fmt: skip
NAMING = letter(
    Kind.RAPPORT, "Kommunstyrelsen", "2021-09-10", dnr=("KS 2021/99",), named=(DNR,), title="Läget"
)


@pytest.fixture
def matters(tmp_path: Path) -> Path:
    folder = tmp_path / "arkiv"
    with Archive.writing(folder) as archive:
        put(archive, COUNCIL, BOARD, NAMING)
        put(archive, minutes("KS", "2021-02-01", Handled(3, "Annan väg", (DNR,)), municipality="Ekvalla"))
    return folder


def test_a_way_is_a_table(call: Call, matters: Path) -> None:
    said = call("matter", "ks-2021/0014", "--municipality", "Granby", "--archive", matters)
    assert said.code == 0
    lines = [" ".join(line.split()) for line in said.out.splitlines() if line]
    board, council, naming = (f"{record.id[:10]}-1 page 1" for record in (BOARD, COUNCIL, NAMING))
    assert lines == [
        "KS 2021/14, Granby, Svar på motion om väg",
        "date body § kind done where",
        f"2021-01-25 Kommunfullmäktige 9 protokoll decision: remittera {council}; cited in {board}",
        f"2021-03-16 Arbetsutskottet 40 handled only cited: Kommunstyrelsen 2021-04-06 § 55 ({board})",
        "2021-03-20 Tingsrätten decision: avslag (annat organ) only cited: Kommunstyrelsen "
        f"2021-04-06 § 55 ({board})",
        f"2021-04-06 Kommunstyrelsen 55 protokoll decision: avslag; votering 8-5 {board}",
        f"2021-01-25 Kommunfullmäktige § 9: date 2021-01-25 here, 2021-01-26 in {board}",
        f"Only named in {naming}.",
        "4 steps, 2 of them only cited: their documents are not in the archive.",
    ]


def test_a_way_as_json(call: Call, matters: Path) -> None:
    said = call("matter", "--record", BOARD.id[:8], "--paragraph", "55", "--archive", matters, "--json")
    assert (said.json["municipality"], said.json["dnr"]) == ("Granby", DNR)
    assert said.json["named_in"] == [{"id": NAMING.id, "page": 1}]
    assert said.json["whole"] is True
    steps = said.listed("steps")
    assert [step["only_cited"] for step in steps] == [False, True, True, False]
    assert steps[0]["differences"] == [
        {"field": "date", "shown": "2021-01-25", "told": "2021-01-26", "id": BOARD.id, "page": 1}
    ]
    assert steps[3]["vote"] == {"method": "votering", "yes": 8, "no": 5, "abstain": None, "absent": None}


@pytest.mark.parametrize(
    "arguments",
    [
        ("--body", "ks", "--date", "2021-04-06", "--paragraph", "55"),
        ("--body", "KSau", "--date", "2021-03-16", "--paragraph", "40", "--municipality", "granby"),
        (DNR, "--municipality", "Granby kommun"),
    ],
)
def test_a_matter_is_found_by_any_of_its_steps(call: Call, matters: Path, arguments: tuple[str, ...]) -> None:
    said = call("matter", *arguments, "--archive", matters)
    assert said.out.startswith("KS 2021/14, Granby, Svar på motion om väg\n")


@pytest.mark.parametrize(
    ("arguments", "error", "words"),
    [
        ((DNR,), MatterMissing, "KS 2021/14, Ekvalla; KS 2021/14, Granby"),
        (("KS 2020/14",), MatterMissing, "No such matter"),
        (("2021/999",), MatterMissing, "No such matter"),
        (("hej",), SettingsError, "no diarienummer"),
        (("--body", "ks", "--date", "i går", "--paragraph", "1"), MatterMissing, "No such matter"),
        (("--body", "ks"), NothingGiven, "--record"),
        ((), NothingGiven, "--record"),
    ],
)
def test_what_is_no_single_matter_is_told(
    call: Call, matters: Path, arguments: tuple[str, ...], error: type[MatterMissing], words: str
) -> None:
    said = call("matter", *arguments, "--archive", matters)
    assert (said.code, said.out) == (error.exit_code, "")
    assert words in said.err


def test_documents_of_no_known_municipality_are_told_of(call: Call, matters: Path) -> None:
    asked = ("matter", DNR, "--municipality", "granby", "--archive", matters)
    assert "no known municipality" not in call("matter", "KS 2021/99", "--archive", matters).out
    with Archive.writing(matters) as archive:
        put(
            archive,
            letter(Kind.RAPPORT, None, "2021-10-10", dnr=("KS 2021/99",), title="Intet", municipality=None),
        )
    said = call("matter", "KS 2021/99", "--archive", matters)
    assert said.out.startswith("KS 2021/99, Granby")
    assert said.out.endswith(
        "\nThe number also stands in documents of no known municipality: --municipality '' shows them.\n"
    )
    unknown = call("matter", "KS 2021/99", "--municipality", "", "--archive", matters)
    assert unknown.out.startswith("KS 2021/99, Intet\n")
    assert "no known municipality" not in unknown.out + call(*asked).out


def test_a_matter_that_is_cut_says_so(call: Call, matters: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = ("matter", DNR, "--municipality", "granby", "--archive", matters)
    assert "more documents" not in call(*asked).out
    monkeypatch.setattr("archive.matters.gather._MOST_STEPS", 1)
    assert "There are more documents of this matter than are followed" in call(*asked).out
    assert call(*asked, "--json").json["whole"] is False


def test_what_is_only_expected_is_shown_as_a_proposal(call: Call, tmp_path: Path) -> None:
    expected = Handled(9, "Väg", (DNR,), Outcome.ANTA, DecisionStatus.FRAMTIDA)
    with Archive.writing(tmp_path / "arkiv") as archive:
        put(archive, minutes("Kommunstyrelsen", "2021-01-25", expected))
    said = call("matter", DNR, "--archive", tmp_path / "arkiv")
    assert "proposal: anta" in said.out
    assert "decision" not in said.out


def test_matters_are_listed(call: Call, matters: Path) -> None:
    said = call("matters", "väg", "--municipality", "Granby", "--archive", matters, "--json")
    (one,) = said.listed("matters")
    assert (one["dnr"], one["first"], one["last"], one["documents"]) == (DNR, "2021-01-25", "2021-04-06", 3)
    assert {str(one["dnr"]) for one in call("matters", "--archive", matters, "--json").listed("matters")} == {
        DNR, "KS 2021/99"
    }  # fmt: skip
    said = call("matters", "väg", "--archive", matters)
    assert said.out.endswith("\n2 found.\n")
    assert "[red]" in call("matters", "motion", "red", "--archive", matters).out
    assert len(call("matters", "--limit", "1", "--archive", matters, "--json").listed("matters")) == 1
    assert call("matters", "hund", "--archive", matters).out == "0 found.\n"
    assert call("matters", "*", "--archive", matters).code == QueryError.exit_code
