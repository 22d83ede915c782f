"""The sentence with which older minutes open, and what it says of them."""

from __future__ import annotations

import pytest

from models.vocabulary import Kind
from pipeline.extract.dates.document import document_date
from pipeline.extract.dates.find import find_dates
from pipeline.extract.issuer import body_of
from pipeline.extract.kind import kind_of
from pipeline.structure.opening import opening_of
from pipeline.structure.outline import outline
from tests.support import text_of

ITEM = "\n\n§ 1.\nAtt justera detta protokoll valdes herr Ture Stenrot den 9 mars 1921.\n"


@pytest.mark.parametrize(
    ("opening", "kind", "body", "day"),
    [
        (
            "Protokoll, hållet hos Drätselkammaren i Granby stad den 7 Oktober 1898.",
            Kind.PROTOKOLL,
            "Drätselkammaren",
            "1898-10-07",
        ),
        (
            "Protokoll hållet vid ordinarie kommunalstämma med Granby socken i skolhuset den 21\n"
            "Februari 1898, hvartill laga kallelse utfärdats.",
            Kind.PROTOKOLL,
            "Kommunalstämman",
            "1898-02-21",
        ),
        (
            "Protokoll, fört vid kommunalnämndens i Granby kommun sammanträde den\n14 april 1938.",
            Kind.PROTOKOLL,
            "Kommunalnämnden",
            "1938-04-14",
        ),
        (
            "Utdrag ur protokoll, fört vid sammanträde med stadsfullmäktige i Granby\nden 3 maj 1941.",
            Kind.PROTOKOLLSUTDRAG,
            "Stadsfullmäktige",
            "1941-05-03",
        ),
        (
            "År 1903 den 5 mars hölls ordinarie kommunalstämma med Granby socken.",
            Kind.PROTOKOLL,
            None,
            "1903-03-05",
        ),
    ],
)
def test_what_the_opening_says(opening: str, kind: Kind, body: str | None, day: str) -> None:
    (part,) = outline(text_of(opening + ITEM))
    assert kind_of(part) is kind
    assert body is None or body_of(part) == body
    assert document_date(part, kind, find_dates(part.text)).value == day


@pytest.mark.parametrize(
    "text",
    [
        "Protokoll från sammanträde med brandstyrelsen den 3 maj 1941 upplästes och godkändes.",
        "Protokoll vid sammanträden förs av sekreteraren i nämnden.",
        "i protokoll, fört vid kommunalstämma den 3 maj 1901",
    ],
)
def test_what_opens_no_minutes(text: str) -> None:
    (part,) = outline(text_of(text + "\n\nMera text följer här.\n"))
    assert opening_of(part.lines) is None


def test_a_volume_is_parted_where_the_next_minutes_open() -> None:
    opening = "Protokoll, fört vid kommunalstämma med Granby socken den 9 januari 1914."
    one = f"{opening}\n\n§ 1.\nAvtalet godkändes.\n"
    two = one.replace("9 januari", "11 mars").replace("§ 1", "§ 2")
    assert [part.items[0].paragraph for part in outline(text_of(one + "\nA. Berg\n\n" + two))] == [1, 2]
    assert [part.items[0].paragraph for part in outline(text_of(one, "- 2 -\n\n" + two))] == [1, 2]
