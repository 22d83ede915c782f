"""Memory doesn't grow with the archive, and the benchmark counts what there is."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from archive.folder import Archive
from benchmarks.exports.generated import generate
from benchmarks.exports.timed import Timed, timed

pytestmark = pytest.mark.slow
MOST_MEGABYTES = 300
GROWTH = 40
"""Megabytes that an archive three times as large may take more; its own rows would be many times that."""


@pytest.fixture(scope="module")
def archives(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """Archives of 20,000 and of 60,000 decisions: the first fills a row group already."""
    folder = tmp_path_factory.mktemp("generated")
    small, large = folder / "20000", folder / "60000"
    generate(small, 20_000)
    shutil.copytree(small, large)
    generate(large, 60_000, after=20_000)
    return small, large


@pytest.mark.parametrize(
    ("form", "query"),
    [("parquet", ""), ("csv", "in:beslut -utfall:avslag"), ("sqlite", ""), ("jsonld", "")],
)
def test_memory_stays_the_same(form: str, query: str, archives: tuple[Path, Path], tmp_path: Path) -> None:
    small, large = (timed(archive, form, tmp_path / archive.name, query) for archive in archives)
    assert large.rows > 2.9 * small.rows
    assert large.megabytes < min(small.megabytes + GROWTH, MOST_MEGABYTES)


def test_a_generated_archive_has_what_was_asked_for(tmp_path: Path) -> None:
    generate(tmp_path / "arkiv", 45)
    with Archive.reading(tmp_path / "arkiv") as archive:
        assert [len(record.decisions) for record in archive.records()].count(20) == 2
        assert sum(len(record.decisions) for record in archive.records()) == 45


def test_rows_a_second() -> None:
    assert Timed(1000, 0.5, 1.0).rows_a_second == 2000
