from __future__ import annotations

import pytest

from models.swedish.bodies import by_abbreviation
from models.swedish.gathering import gathers
from models.swedish.organs import Organ, organ_of

BOARD, COMMITTEE = Organ("kommunstyrelse"), Organ("arbetsutskott", "kommunstyrelse")
COUNCIL, BUILDING = Organ("fullmäktige"), Organ("byggnadsnämnd")


@pytest.mark.parametrize(
    ("printed", "within", "organ"),
    [
        ("KS", None, BOARD),
        ("Ks", None, BOARD),
        ("Kommunstyrelsen", None, BOARD),
        ("kommunstyrelsens", None, BOARD),
        ("KOMMUNSTYRELSE", None, BOARD),
        ("KSau", None, COMMITTEE),
        ("Ks au", None, COMMITTEE),
        ("Kommunstyrelsens arbetsutskott", None, COMMITTEE),
        ("Kommunstyrelsens  arbetsutskotts", BUILDING, COMMITTEE),
        ("au", BOARD, COMMITTEE),
        ("Arbetsutskottet", COUNCIL, COMMITTEE),
        ("Arbetsutskott", COMMITTEE, COMMITTEE),
        ("AU", BUILDING, Organ("arbetsutskott", "byggnadsnämnd")),
        ("AU", None, Organ("arbetsutskott")),
        ("KF", None, COUNCIL),
        ("Kommunfullmäktiges", None, COUNCIL),
        ("Stadsfullmäktige", None, COUNCIL),
        ("kommunalfullmäktige", None, COUNCIL),
        ("Kyrkofullmäktige", None, Organ("kyrkofullmäktige")),
        ("Byggnadsnämndens", None, BUILDING),
        ("Nämnden", BUILDING, BUILDING),
        ("Nämnden", BOARD, None),
        ("Nämnden", None, None),
        ("Miljö- och byggnadsnämnden", None, Organ("miljö- och byggnadsnämnd")),
        ("Tekniska nämnden", None, Organ("tekniska nämnd")),
        ("Kommunstyrelsens kontor", None, Organ("kontor", "kommunstyrelse")),
        ("Samhällsbyggnadskontoret", None, Organ("samhällsbyggnadskontoret")),
        ("", None, None),
        (None, BOARD, None),
    ],
)
def test_organ(printed: str | None, within: Organ | None, organ: Organ | None) -> None:
    assert organ_of(printed, within) == organ


@pytest.mark.parametrize("short", sorted(by_abbreviation()))
def test_an_abbreviation_is_its_name(short: str) -> None:
    assert organ_of(short) == organ_of(by_abbreviation()[short])


@pytest.mark.parametrize(
    ("one", "other", "may_be"),
    [
        (COMMITTEE, Organ("arbetsutskott"), True),
        (Organ("arbetsutskott"), COMMITTEE, True),
        (COMMITTEE, Organ("arbetsutskott", "byggnadsnämnd"), False),
        (BOARD, COUNCIL, False),
    ],
)
def test_may_be(one: Organ, other: Organ, *, may_be: bool) -> None:
    assert one.may_be(other) is may_be


@pytest.mark.parametrize(
    ("heading", "many"),
    [
        ("Meddelanden", True),
        ("Anmälan av delegationsbeslut och meddelanden", True),
        ("Information från kommundirektören", True),
        ("Fastställande av dagordning", True),
        ("Föregående protokoll.", True),
        ("Ändring i kommunstyrelsens delegationsordning", False),
        ("Medborgarförslag om badplats vid Ekvallasjön", False),
        ("Informationspolicy för Granby kommun", False),
        ("", False),
        (None, False),
    ],
)
def test_items_that_gather(heading: str | None, *, many: bool) -> None:
    assert gathers(heading) is many
