"""Bullets that were read as letters are bullets again; other lines that begin so are left alone."""

from __future__ import annotations

import pytest

from models.text import Text
from pipeline.repair.bullets import bullets


def mended(read: str) -> str:
    return Text(read).apply(bullets(read)).content


@pytest.mark.parametrize(
    ("read", "printed"),
    [
        ("Här ingår:\ne växel\n¢ bad\no lekplatser\n", "Här ingår:\n• växel\n• bad\n• lekplatser\n"),
        ("e växel\n\ne bad\n\ne lekplatser", "• växel\n\n• bad\n\n• lekplatser"),
        ("* växel\n© bad\ne lekplatser", "• växel\n• bad\n• lekplatser"),
        ("  ° växel\n  • bad\n  ® lekplatser", "  • växel\n  • bad\n  • lekplatser"),
        (
            "e växel med\nreception och\npost\ne bad\n¢ lekplatser",
            "• växel med\nreception och\npost\n• bad\n• lekplatser",
        ),
    ],
)
def test_bullets_come_back(read: str, printed: str) -> None:
    assert mended(read) == printed
    assert mended(printed) == printed


@pytest.mark.parametrize(
    "read",
    [
        "* växel\n* bad\n* lekplatser",
        "- växel\n- bad\n- lekplatser",
        "• växel\n• bad\n• lekplatser",
        "d växel\ne bad\nf lekplatser",
        "a växel\nb torg\nc park\nd skog\ne bad\no väg\ne hus",
        "e bad\ntext",
        "e bad\n¢ växel",
        "e växel\n\n\n\n\n\n\ne bad\n\n\n\n\n\n\ne torg",
        "och e växel\n1 © bad\n3 ° kallt",
        "° 1\n° 2\n° 3",
        "",
    ],
)
def test_other_lines_are_left_alone(read: str) -> None:
    assert mended(read) == read
