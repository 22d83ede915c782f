"""Pages joined into one text."""

from __future__ import annotations

import pytest

from tests.support import text_of


@pytest.mark.parametrize(
    ("page", "joined"),
    [
        ("kommun-\nstyrelsen beslutar", "kommunstyrelsen\nbeslutar"),
        ("kommun-\nstyrelsen\nbeslutar", "kommunstyrelsen\nbeslutar"),
        ("kommun-\n   styrelsen beslutar", "kommunstyrelsen\n   beslutar"),
        ("kommun¬\nstyrelsen", "kommunstyrelsen"),
        ("plan-\noch byggnämnd", "plan-\noch byggnämnd"),
        ("Mål-\nStyrning", "Mål-\nStyrning"),
        ("VN-2024-\n00029", "VN-2024-\n00029"),
        ("2024-\n11-11", "2024-\n11-11"),
        ("för- \nskola", "för- \nskola"),
    ],
)
def test_words_cut_at_line_ends(page: str, joined: str) -> None:
    text = text_of(page)
    assert text.content == joined
    assert text.undo(0, len(text.content)) == page


def test_pages_are_parted_by_a_form_feed_and_keep_their_numbers() -> None:
    text = text_of("en sida", "", "tredje")
    assert text.content == "en sida\f\ftredje"
    assert [text.page_at(position) for position in (0, 6, 9)] == [1, 1, 3]
