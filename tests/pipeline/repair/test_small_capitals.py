"""Small letters that look like their capitals."""

from __future__ import annotations

import pytest

from pipeline.repair.small_capitals import is_small


@pytest.mark.parametrize(
    ("before", "word"),
    [
        ("dammen låg Över ", "Över"),
        ("och kostnaden Ökar ", "Ökar"),
        ("i dag, Öppnades ", "Öppnades"),
        ("fälten Översvämmades ", "Översvämmades"),
        ("nämnden Skall ", "Skall"),
        ("ledamöterna Och ", "Och"),
        ("nämnden hade redan i maj föreslagit att\nÖver ", "Över"),
    ],
)
def test_inside_a_sentence(before: str, word: str) -> None:
    assert is_small(before, len(before) - len(word) - 1, word)


@pytest.mark.parametrize(
    ("before", "word"),
    [
        ("klart. Över ", "Över"),
        ("Över ", "Över"),
        ("kommunen Östervik ", "Östervik"),
        ("ledamoten Åsa ", "Åsa"),
        ("fastigheten Åkern ", "Åkern"),
        ("herr Åker ", "Åker"),
        ("invid Älven ", "Älven"),
        ("ledamoten Per ", "Per"),
        ("i Granby Socken ", "Socken"),
        ("är ÖVER ", "ÖVER"),
        ("den Ö ", "Ö"),
        ("Ett kort stycke\nÖver ", "Över"),
    ],
)
def test_where_a_capital_is_right(before: str, word: str) -> None:
    assert not is_small(before, len(before) - len(word) - 1, word)
