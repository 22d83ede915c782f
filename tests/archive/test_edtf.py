from __future__ import annotations

import pytest

from archive.edtf import bounds


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("1974", ("1974-01-01", "1974-12-31")),
        ("2004-02", ("2004-02-01", "2004-02-29")),
        ("2004-12-16", ("2004-12-16", "2004-12-16")),
        ("2005-21", ("2005-03-01", "2005-05-31")),
        ("2007-05/2007-06", ("2007-05-01", "2007-06-30")),
        ("2007/2008-02-01", ("2007-01-01", "2008-02-01")),
        ("2007-13", None),
        ("2007-02-30", None),
        ("0000", None),
        ("våren", None),
        ("", None),
        (None, None),
    ],
)
def test_bounds(value: str | None, expected: tuple[str, str] | None) -> None:
    assert bounds(value) == expected
