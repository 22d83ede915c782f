"""The amounts of decisions, with their points and places."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.matter import Amount, Decision
from models.vocabulary import Kind
from pipeline.extract.context import Context
from tests.pipeline.extract.test_decisions import LETTER, MINUTES, decided

OLD = Context(Kind.PROTOKOLL, body="Kommunalnämnden", date="1927-04-14", year=1927)


def shown(decision: Decision) -> list[str]:
    """Each amount in short: its point, bound, value, currency, and what it is for each of."""
    return [_shown(amount) for amount in decision.amounts]


def _shown(amount: Amount) -> str:
    value = f"{amount.value}-{amount.value_to}" if amount.value_to else amount.value
    named = (
        f"{amount.point}:" if amount.point else "",
        amount.bound.value if amount.bound else "",
        f"{value} {amount.currency.value}",
        f"per {amount.per}" if amount.per else "",
    )
    return " ".join(part for part in named if part)


@pytest.mark.parametrize(
    ("block", "context", "expected"),
    [
        ("Beslut\nNämnden anslår 500 000 kr till vägen.", MINUTES, [["500000 SEK"]]),
        ("Beslut\nNämnden anslår 500\n000 kr till vägen.", MINUTES, [["500000 SEK"]]),
        (
            "Beslut\nKommunstyrelsen beslutar\n1. Granby IF beviljas högst 300 tkr per år.\n"
            "2. Taxan blir 12-15 kr.\n3. Ärendet avslutas.",
            MINUTES,
            [["1: högst 300000 SEK per år", "2: 12-15 SEK"]],
        ),
        ("Beslut\nNämnden anslår 500 kr för 2021 och 500 kr för 2022.", MINUTES, [["500 SEK"]]),
        ("Förslag till beslut\nNämnden anslår femhundra kronor.", LETTER, [["500 SEK"]]),
        (
            "Herr Alm tillerkändes kr. 1.250:-, och beslöts att anslå Kr. 40:50 till ved.",
            OLD,
            [["1250 SEK", "40.5 SEK"]],
        ),
    ],
)  # fmt: skip
def test_amounts(block: str, context: Context, expected: list[list[str]]) -> None:
    page = block if context is LETTER else f"§ 3\nVägen\n\n{block}\n"
    assert [shown(decision) for decision in decided(page, context)] == expected


def test_a_decision_may_name_no_amount() -> None:
    (decision,) = decided("§ 3\nA\n\nBeslut\nTaxan antas enligt § 12 och gäller 300 personer.\n", MINUTES)
    assert decision.amounts == ()


def test_an_amount_has_all_its_places() -> None:
    (decision,) = decided("§ 3\nVägen\n\nBeslut\nNämnden anslår 500\nkr nu och 500 kr sedan.\n", MINUTES)
    (amount,) = decision.amounts
    assert [place.raw for place in amount.places] == ["500\nkr", "500 kr"]
    assert all(place.page == 1 for place in amount.places)


@pytest.mark.parametrize("number", ["640823-3234", "6408233234", "640823 3234", "640823-323"])
def test_a_personal_number_is_no_amount(number: str) -> None:
    text = f"Kommunstyrelsen beviljar Bo Ek, pnr {number} kr 500:- till resan."
    (decision,) = decided(f"§ 3\nBidrag\n\nBeslut\n{text}\n", MINUTES)
    assert all(place.raw in {"kr 500:-", "500:-"} for one in decision.amounts for place in one.places)


PIECES = st.sampled_from(
    (
        *("Beslut", "§ 4", "1.", "att", "anslå", "500 kr", "1 250:50", "högst", "2-3 mnkr", "fem kronor"),
        *("till", "\n", "-"),
    )
)


@given(st.lists(PIECES, max_size=40))
@settings(max_examples=60, deadline=None)
def test_every_place_is_true_and_within_its_decision(pieces: list[str]) -> None:
    page = "§ 3\nVägen\n\nBeslut\n" + " ".join(pieces)
    for decision in decided(page, MINUTES):
        for amount in decision.amounts:
            assert amount.places
            assert amount.point is None or 0 < amount.point <= len(decision.points)
            for place in amount.places:
                assert any(of.start <= place.start < place.end <= of.end for of in decision.places)
