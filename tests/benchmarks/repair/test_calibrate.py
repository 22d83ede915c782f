"""The slope that makes confidence promise what holds."""

from __future__ import annotations

import pytest

from benchmarks.repair.calibrate import Told, slope, told
from benchmarks.repair.document import Document, Facts


@pytest.mark.parametrize(("right", "expected"), [(90, 1.0), (75, 0.5), (50, 0.0)])
def test_slope(right: int, expected: float) -> None:
    edits = [Told("letters", 0.9, at < right) for at in range(100)]
    assert slope(edits) == pytest.approx(expected, abs=0.01)


def test_edits_are_told() -> None:
    printed = "Kommunstyrelsen beslutar att godkänna förslaget till budget för året.\n" * 8
    read = printed.translate(str.maketrans("åäö", "aao"))
    document = Document(facts=Facts(name="a", set="eng", kind="damaged"), printed=printed, read=read)
    edits = list(told(document))
    assert edits
    assert all(edit.right for edit in edits)
