"""Which matter a number or a § is of: with and without registry, municipality and number."""

from __future__ import annotations

import pytest
from sqlalchemy import Connection

from archive.folder import Archive
from archive.matters.find import AskedParagraph, Matters, single
from models.errors import MatterMissing
from models.vocabulary import DecisionOutcome as Outcome
from models.vocabulary import Kind
from tests.archive.matters.kept import put, way_of
from tests.archive.matters.records import Cite, Handled, letter, minutes, number

pytestmark = pytest.mark.usefixtures("each_database")

DNR = "KS 2021/14"


def ways_of(connection: Connection, dnr: str) -> list[str]:
    ways = Matters(connection).numbered([number(dnr)])
    return sorted(f"{way.municipality}: {way.number}, {len(way.steps)}" for way in ways)


def test_a_number_of_another_municipality_or_registry_is_another_matter(kept: Archive) -> None:
    dnr = "KS 2019/7"
    put(kept, minutes("Kommunstyrelsen", "2019-02-01", Handled(1, "Ett", (dnr,))))
    put(kept, minutes("Kommunstyrelsen", "2019-02-02", Handled(2, "Två", (dnr,)), municipality="Ekvalla"))
    put(kept, minutes("Socialnämnden", "2019-02-03", Handled(3, "Tre", ("SN 2019/7",))))
    put(kept, minutes("Okänd nämnd", "2019-02-04", Handled(4, "Fyra", (dnr,)), municipality=None))
    with kept.connection() as connection:
        assert ways_of(connection, dnr) == [
            "Ekvalla: KS 2019/7, 1",
            "Granby: KS 2019/7, 1",
            "None: KS 2019/7, 1",
        ]
        assert ways_of(connection, "SN 2019/7") == ["Granby: SN 2019/7, 1"]
        assert ways_of(connection, "BUN 2019/7") == []
        assert len(ways_of(connection, "2019/7")) == 4
    with pytest.raises(MatterMissing, match="Several"):
        way_of(kept, dnr)
    assert way_of(kept, dnr, "Ekvalla kommun").title == "Två"
    assert way_of(kept, dnr, "granby").title == "Ett"
    with pytest.raises(MatterMissing, match="No such"):
        way_of(kept, dnr, "Storby")


def test_a_matter_of_no_known_municipality_gives_way_to_one_that_is_known(kept: Archive) -> None:
    put(kept, minutes("Kommunstyrelsen", "2019-02-01", Handled(1, "Ett", (DNR,))))
    put(kept, minutes("Kommunstyrelsen", "2019-03-01", Handled(2, "Två", (DNR,)), municipality=None))
    assert way_of(kept, DNR).title == "Ett"
    assert way_of(kept, DNR, municipality="").title == "Två"


def test_a_number_without_registry_joins_the_only_one_that_it_can_be(kept: Archive) -> None:
    put(kept, minutes("Kommunstyrelsen", "2021-02-01", Handled(1, "Ett", (DNR,))))
    put(kept, minutes("Kommunfullmäktige", "2021-03-01", Handled(2, "Två", ("2021/14",))))
    for asked in (DNR, "2021/14"):
        assert [step.paragraph for step in way_of(kept, asked).steps] == [1, 2]
    put(kept, minutes("Socialnämnden", "2021-04-01", Handled(3, "Tre", ("SN 2021/14",))))
    assert [step.paragraph for step in way_of(kept, DNR).steps] == [1]
    with kept.connection() as connection:
        assert ways_of(connection, "2021/14") == [
            "Granby: 2021/14, 1", "Granby: KS 2021/14, 1", "Granby: SN 2021/14, 1"
        ]  # fmt: skip


def test_where_no_registry_is_ever_printed_one_may_be_asked_for(kept: Archive) -> None:
    put(kept, minutes("Kommunfullmäktige", "2021-03-01", Handled(2, "Två", ("2021/14",))))
    assert way_of(kept, DNR).number == number("2021/14")


def test_documents_that_only_name_a_number_are_told_apart(kept: Archive) -> None:
    naming = letter(Kind.RAPPORT, "Kommunstyrelsen", "2021-09-10", dnr=("KS 2021/99",), named=(DNR,))
    put(kept, naming)
    assert way_of(kept, DNR).steps == ()
    assert [spot.document for spot in way_of(kept, DNR).named_in] == [naming.id]
    put(kept, minutes("Kommunstyrelsen", "2021-04-06", Handled(55, "Svar", (DNR,))))
    assert [step.paragraph for step in way_of(kept, DNR).steps] == [55]
    assert [spot.document for spot in way_of(kept, DNR).named_in] == [naming.id]


def test_without_any_number_matters_join_by_body_day_and_paragraph(kept: Archive) -> None:
    board = minutes(
        "Kommunstyrelsen", "1974-03-12",
        Handled(23, "Reningsverket", outcome=Outcome.ANTA, cites=(Cite("Au", "1974-03-05", 14),)),
        Handled(24, "Byggnadsplan", outcome=Outcome.BORDLAGGNING),
    )  # fmt: skip
    council = minutes(
        "Kommunfullmäktige", "1974-04-01",
        Handled(31, "Reningsverket", outcome=Outcome.ANSLA, cites=(Cite("Ks", "1974-03-12", 23),)),
    )  # fmt: skip
    put(kept, board, council)
    with kept.connection() as connection:
        matters = Matters(connection)
        asked = [
            matters.of_item(board.id, 23),
            matters.of_item(council.id, 31),
            matters.of_paragraph(AskedParagraph("ks", "1974-03-12", 23)),
            matters.of_paragraph(AskedParagraph("ksau", "1974", 14), "Granby"),
            matters.of_paragraph(AskedParagraph("Kommunfullmäktige", "1974-04", 31)),
        ]
        for ways in asked:
            assert [step.paragraph for step in single(ways).steps] == [14, 23, 31]
            assert single(ways).number is None
        assert matters.of_paragraph(AskedParagraph("ks", "1974-03-13", 23)) == []
        assert matters.of_paragraph(AskedParagraph("ks", "i går", 23)) == []
        assert len(matters.of_item(board.id, None)) == 2
