"""Lists of those present whose parties stand in a column of their own."""

from __future__ import annotations

import pytest

from models.vocabulary import Kind
from pipeline.extract.context import Context
from pipeline.extract.meeting.attendance import attendance
from pipeline.structure.outline import outline
from tests.support import text_of

HEAD = "GRANBY KOMMUN        SAMMANTRÄDESPROTOKOLL\nKommunstyrelsen      2023-04-16\n\n"
TAIL = "\n§ 54\nBokslut\n\nBeslut\nBokslutet godkänns.\n"


@pytest.mark.parametrize(
    ("rows", "parties"),
    [
        (["Lena Holmbom, ordförande", "Rolf Hägg", "Stig Vikner"], [None, None, None]),
        (["Lena Holmbom, ordförande       C", "Rolf Hägg        S", "Stig Vikner      GP"], ["C", "S", "GP"]),
        (
            ["Lena Holmbom, ordförande       X", "Rolf Hägg        X", "Stig Vikner      X"],
            [None, None, None],
        ),
    ],
    ids=["no column", "a local party among others", "marks of presence"],
)
def test_parties_in_their_own_column(rows: list[str], parties: list[str | None]) -> None:
    (part,) = outline(text_of(f"{HEAD}Närvarande ledamöter\n" + "\n".join(rows) + f"\n{TAIL}"))
    found = attendance(part, Context(Kind.PROTOKOLL, date="2023-04-16", year=2023), None)
    assert [person.party for person in found] == parties


def test_a_chair_with_a_label_above_those_present() -> None:
    front = "Ordförande     Lena Holmbom (c)\nNärvarande     Rolf Hägg (s)\n               Stig Vikner (m)\n"
    (part,) = outline(text_of(f"{HEAD}{front}{TAIL}"))
    found = attendance(part, Context(Kind.PROTOKOLL, date="1974-04-16", year=1974), None)
    assert [(person.name, person.capacity.value) for person in found] == [
        ("Lena Holmbom", "ledamot"),
        ("Rolf Hägg", "ledamot"),
        ("Stig Vikner", "ledamot"),
    ]


def test_titles_before_names_among_the_others() -> None:
    front = (
        "Närvarande:   Lena Holmbom (c)\n\nDessutom:     kommundirektör Rolf Hägg och kamrer Stig Vikner\n"
    )
    (part,) = outline(text_of(f"{HEAD}{front}{TAIL}"))
    found = attendance(part, Context(Kind.PROTOKOLL, date="1976-04-16", year=1976), None)
    assert [(person.name, person.capacity.value) for person in found] == [
        ("Lena Holmbom", "ledamot"),
        ("Rolf Hägg", "tjänsteperson"),
        ("Stig Vikner", "tjänsteperson"),
    ]


def test_a_roll_with_the_villages_of_the_members() -> None:
    front = (
        "Vid upprop befunnos följande ledamöter närvarande:\n"
        "     Lena Holmbom, ordf.     Ekvalla\n     Rolf Hägg     Lillvik\n     Stig Vikner     Ekvalla\n"
    )
    (part,) = outline(text_of(f"{HEAD}{front}{TAIL}"))
    found = attendance(part, Context(Kind.PROTOKOLL, date="1952-04-16", year=1952), None)
    assert [person.name for person in found] == ["Lena Holmbom", "Rolf Hägg", "Stig Vikner"]
