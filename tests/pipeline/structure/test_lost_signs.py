"""Items whose sign or number was misread, found by the run of the numbers around them."""

from __future__ import annotations

import pytest

from pipeline.structure.outline import outline
from tests.support import text_of

COVER = "GRANBY KOMMUN        SAMMANTRÄDESPROTOKOLL\nKommunstyrelsen      2016-11-08\n\n"


@pytest.mark.parametrize(
    ("signs", "numbers"),
    [
        (["§ 102/2024", "8 103/2024", "§ 104/2024"], [102, 103, 104]),
        (["§ 118      Dnr 98/0119", "9 119      Dnr 98/0222", "§ 120      Dnr 98/0009"], [118, 119, 120]),
        (["Kf § 68", "Kf § 69", "KE. 8 70      dnr 09/341", "KE 8 71", "KF B 72"], [68, 69, 70, 71, 72]),
        (
            ["49 8   Öppnande", "50 §   Val", "51 §   Taxa", "52 §   Budget", "53 5   Plan"],
            [49, 50, 51, 52, 53],
        ),
        (["Ks § 152", "Ks § 1583", "Ks § 154"], [152, 153, 154]),
        (["§ 2", "§ 33", "§ 4"], [2, 3, 4]),
        (["§ 7", "§ 48", "§ 9"], [7, 8, 9]),
        (
            ["§ 2      KS 2021/13", "SES      KS 2021/14", "8.8      KS 2021/15", "§ 5      KS 2021/16"],
            [2, 3, 4, 5],
        ),
        (["§ 90.     Från klubben", "SOT:      Anbud på", "§ 92.     Herr Alm"], [90, 91, 92]),
    ],
)
def test_a_sign_or_number_that_was_misread(signs: list[str], numbers: list[int]) -> None:
    items = "\n".join(f"{sign}\n\nPlan nummer {n}\n\nBeslut\nPlanen antas.\n" for n, sign in enumerate(signs))
    (part,) = outline(text_of(COVER + items))
    assert [item.paragraph for item in part.items] == numbers


@pytest.mark.parametrize(
    "line",
    [
        "8 103 kronor anslås.",
        "8 103, som tidigare.",
        "§ 1 i reglementet gäller.",
        "§ 12 Taxa",
        "Bygg 8 103",
        "8 103:-",
    ],
)
def test_other_figures_make_no_item(line: str) -> None:
    body = f"§ 102\n\nVal\n\nBeslut\nVal sker.\n\n{line}\n\n§ 104\n\nTaxa\n\nBeslut\nTaxan antas.\n"
    (part,) = outline(text_of(COVER + body))
    numbers = [item.paragraph for item in part.items]
    assert numbers == ([102, 103, 104] if line == "Bygg 8 103" else [102, 104])
