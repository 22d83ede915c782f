"""Running heads, also where each page has another misreading of them."""

from __future__ import annotations

import pytest

from models.outline import LineRole
from pipeline.structure.outline import outline
from tests.support import text_of

_WORDS = ("Ansökan avslås.", "Herr Alm utses.", "Planen läggs ut.")


@pytest.mark.parametrize(
    "heads",
    [
        ["BYGGNADSNÄMNDEN      1998-05-12      2", "BYGGNADSNÄMNDEN      1998-05-12      3"],
        ["BYGGNADSNÄMNDEN      1998-05-12      2", "BYGGNADSNÄMNDEN      1998 -05-12      3"],
        ["Protokoll      2 (17)", "Protokoll      iz (17)", "Protokoll      4 (17%)"],
    ],
)
def test_running_heads(heads: list[str]) -> None:
    pages = [f"{head}\n\n§ {n}\nVal\n\nBeslut\n{_WORDS[n]}\n" for n, head in enumerate(heads)]
    (part,) = outline(text_of("GRANBY KOMMUN\nProtokoll\n", *pages))
    told = {line.text: line.role for line in part.lines}
    assert {told[head] for head in heads[1:]} == {LineRole.FURNITURE}
    assert {told[word] for word in _WORDS[: len(heads)]} == {LineRole.BODY}


def test_the_sign_of_an_item_that_goes_on_over_a_page_is_furniture() -> None:
    (part,) = outline(
        text_of("§ 5\nVal\n\nBeslut\nBo Ek väljs.", "§ 5 forts.\n\nSammanfattning\nText följer här.")
    )
    assert [item.paragraph for item in part.items] == [5]
    assert {line.role for line in part.lines if "forts" in line.text} == {LineRole.FURNITURE}
