"""Those to whom decisions turn, with points and places."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.matter import Decision
from tests.pipeline.extract.test_amounts import OLD
from tests.pipeline.extract.test_decisions import LETTER, MINUTES, decided


def shown(decision: Decision) -> list[tuple[str, str, int | None]]:
    return [(one.name, one.role, one.point) for one in decision.addressees]


def test_each_point_turns_to_its_own() -> None:
    page = (
        "§ 3\nVägen\n\nBeslut\nKommunstyrelsen föreslår kommunfullmäktige besluta\n"
        "1. Granby IF beviljas 300 tkr.\n2. Kommunchefen får i uppdrag att sluta avtal.\n"
        "3. Ärendet avslutas.\n"
    )
    (decision,) = decided(page, MINUTES)
    assert shown(decision) == [
        ("kommunfullmäktige", "förslag", None),
        ("Granby IF", "mottagare", 1),
        ("Kommunchefen", "uppdrag", 2),
    ]


def test_a_point_may_begin_with_whom_it_turns_to() -> None:
    page = "§ 3\nVägen\n\nBeslut\n- Taxan antas.\n- Tekniska chefen ges i uppdrag att mäta.\n"
    (decision,) = decided(page, MINUTES)
    assert shown(decision) == [("Tekniska chefen", "uppdrag", 2)]


def test_a_name_over_a_line_end_has_its_place_on_both() -> None:
    (decision,) = decided("§ 3\nVägen\n\nBeslut\nNämnden uppdrar åt tekniska\nkontoret att mäta.\n", MINUTES)
    (one,) = decision.addressees
    assert (one.name, [place.raw for place in one.places]) == ("tekniska kontoret", ["tekniska\nkontoret"])
    assert one.kind == "office"


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        (
            "Förslag till beslut\nNämnden remitterar planen till byggnadsnämnden.",
            [("byggnadsnämnden", "remiss", None)],
        ),
        ("Förslag till beslut\nNämnden antar planen.", []),
    ],
)
def test_letters(page: str, expected: list[tuple[str, str, int | None]]) -> None:
    assert [one for decision in decided(page, LETTER) for one in shown(decision)] == expected


def test_old_minutes_turn_to_their_men() -> None:
    page = "§ 3.\nUppdrogs åt herr Alm att utreda frågan, och anslogs härför kr. 1.250:-.\n"
    first, second = decided(page, OLD)
    assert shown(first) == [("herr Alm", "uppdrag", None)]
    assert (shown(second), [one.value for one in second.amounts]) == ([], ["1250"])


PIECES = st.sampled_from(
    (
        "Beslut",
        "§ 4",
        "1.",
        "att",
        "uppdra åt",
        "kommunchefen",
        "och",
        "ekonomichefen",
        "till Granby IF",
        "\n",
        ".",
    )
)


@given(st.lists(PIECES, max_size=40))
@settings(max_examples=60, deadline=None)
def test_every_addressee_stands_within_its_decision(pieces: list[str]) -> None:
    for decision in decided("§ 3\nVägen\n\nBeslut\n" + " ".join(pieces), MINUTES):
        for one in decision.addressees:
            assert one.places
            assert one.point is None or 0 < one.point <= len(decision.points)
            for place in one.places:
                assert any(of.start <= place.start < place.end <= of.end for of in decision.places)
