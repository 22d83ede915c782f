"""Months that were read wrong."""

from __future__ import annotations

import pytest

from models.swedish.months import month_near


@pytest.mark.parametrize(
    ("read", "month"),
    [
        ("oktobcr", "oktober"), ("scptember", "september"), ("januati", "januari"), ("aptil", "april"),
        ("jurn", None), ("augusti", None), ("kommun", None), ("", None), ("maj", None), ("mai", None),
        ("jun", None), ("mar", None), ("sept", None),
    ],
)  # fmt: skip
def test_the_month_that_is_near(read: str, month: str | None) -> None:
    assert month_near(read) == month
