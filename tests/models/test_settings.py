from __future__ import annotations

import pytest

from models.settings import ReadingSettings, RepairSettings, Settings, WorkSettings


@pytest.mark.parametrize(
    ("changed", "records", "pages"),
    [
        (Settings(work=WorkSettings(batch_pages=9, worker_mb=900, most_unread=1.0)), False, False),
        (Settings(repair=RepairSettings(threshold=0.7)), True, False),
        (Settings(reading=ReadingSettings(dpi=200)), True, True),
    ],
)
def test_only_what_changes_them_makes_records_or_pages_others(
    changed: Settings, records: bool, pages: bool
) -> None:
    assert (changed.digest() != Settings().digest()) is records
    assert (changed.reading_digest() != Settings().reading_digest()) is pages
