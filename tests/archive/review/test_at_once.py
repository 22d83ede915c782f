"""Reviewers, readers and a run at once, in processes and threads: nothing goes wrong, and nothing is lost."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.review.measure import measure

pytestmark = [pytest.mark.slow, pytest.mark.usefixtures("each_database")]


def test_several_correct_while_a_run_writes(tmp_path: Path) -> None:
    found = measure(tmp_path / "arkiv", readers=4, reviewers=3, seconds=4)
    assert found.errors == []
    assert (found.lost, found.wrong) == (0, ())
    assert all(done.acknowledged for done in found.reviewers)
    assert all(done.seconds for done in (*found.readers, *found.runs))
