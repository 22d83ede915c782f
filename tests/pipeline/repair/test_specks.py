"""Signs between words that were read wrong, with labels of our own."""

from __future__ import annotations

import pytest

from models.text import Text
from pipeline.repair.prior import Prior
from pipeline.repair.specks import mend_signs
from pipeline.repair.words import Reader
from tests.pipeline.repair.test_labelled import doubted, labelled


def mended(read: str, said: dict[int, str]) -> str:
    reader = Reader(read, labelled(read, said), 0, Prior(read))
    return Text(read).apply(one.change() for one in mend_signs(reader, [(0, len(read))])).content


@pytest.mark.parametrize(
    ("read", "said", "printed"),
    [
        ("det ska. byggas", {7: ""}, "det ska byggas"),
        ("det ska. byggas", {7: ","}, "det ska, byggas"),
        ("är klart, Därefter", {8: "."}, "är klart. Därefter"),
        ("är klart. .Därefter", {10: ""}, "är klart. Därefter"),
        ("kommunen — som", {9: "–"}, "kommunen – som"),
        ("12—15 §§", {2: "–"}, "12–15 §§"),
        ("ord ‘om", {4: ""}, "ord om"),
    ],
)
def test_signs_that_were_read_wrong(read: str, said: dict[int, str], printed: str) -> None:
    assert mended(read, said) == printed


@pytest.mark.parametrize(
    ("read", "said"),
    [
        ("DET ÄR KLART. DÄREFTER", {12: ""}),
        ("på en, flera", {5: ""}),
        ("fyra områden: vård", {12: ""}),
        ("är klart, därefter", {8: "."}),
        ("är klart. Därefter", {8: ","}),
        ("— Översyn", {0: "-"}),
        ("ord — ord", {4: "-"}),
        ("1.500 kr", {1: ""}),
        ("10 m*", {4: ""}),
        ("sa “nej” till", {3: ""}),
        ("sa ‘inte nu’ till", {3: ""}),
    ],
)
def test_others_stay(read: str, said: dict[int, str]) -> None:
    assert mended(read, said) == read


@pytest.mark.parametrize(
    ("behind", "printed"),
    [
        ("\n\nNämnden beslutar", "."),
        ("\n\n\n12\n\nNämnden beslutar", "."),
        ("\nNämnden beslutar", ","),
        ("\n\noch en väg", ","),
        ("\n\n2. Vägar", ","),
    ],
)
def test_a_comma_that_ends_a_paragraph_is_a_stop(behind: str, printed: str) -> None:
    read = f"om nya vägar,{behind}"
    at = read.index(",")
    reader = Reader(read, doubted(read, at, "."), 0, Prior(read))
    found = Text(read).apply(one.change() for one in mend_signs(reader, [(at, at + 1)]))
    assert found.content[at] == printed
