"""Charts count what the search finds, and sums are those of plain reckoning."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import astuple
from datetime import UTC, datetime
from statistics import fmean

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyroaring import BitMap

from archive.folder import Archive
from archive.search import charts
from archive.search.charts import Decisions, Readings
from archive.search.measured import WORDS, terms_of
from archive.search.sets import Memory, Sets
from archive.store import Query
from models.outcome import Outcome
from models.record import Quality
from models.vocabulary import DecisionOutcome, Status
from tests.archive.search.made import FORSLAG, Matter, minutes

BIFALL, AVSLAG = DecisionOutcome.BIFALL, DecisionOutcome.AVSLAG
FILES = (
    minutes(
        Matter(1, "Bygglov", "", AVSLAG, "Ansökan avslås."), Matter(2, "Museum", "", BIFALL, "Bifalls."),
        Matter(3, "Taxa", "", BIFALL, "Taxan bifalls.", status=FORSLAG),
        date="1974-11-05", content=b"a",
    ),
    minutes(Matter(1, "Bygglov", "", AVSLAG, "Ansökan avslås."), date="1977-03-01", content=b"b"),
    minutes(
        Matter(1, "Vägar", "", BIFALL, "Motionen bifalls."), date="1974-01-05", body="Kommunstyrelsen",
        content=b"c",
    ),
)  # fmt: skip
QUALITY = ((0.9, 100, 3, 1), (0.701, 1000, 20, 2), (None, 50, 0, 2))
"""Of each file: confidence, words, words that were repaired, and the day in January that it was read."""


def read(outcome: Outcome, quality: tuple[float | None, int, int, int]) -> Outcome:
    confidence, words, repaired, day = quality
    (record,) = outcome.records
    made = record.pipeline.model_copy(update={"processed_at": datetime(2026, 1, day, tzinfo=UTC)})
    how = Quality(status=Status.WHOLE, words=words, repaired_words=repaired, confidence=confidence)
    return Outcome(outcome.source, (record.model_copy(update={"quality": how, "pipeline": made}),))


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory, each_database: str) -> Iterator[Archive]:
    with Archive.writing(tmp_path_factory.mktemp(f"charts-{each_database}") / "arkiv") as opened:
        opened.put_all([read(one, how) for one, how in zip(FILES, QUALITY, strict=True)])
        yield opened


def decisions(archive: Archive, text: str) -> Decisions:
    with archive.asking() as (connection, memory):
        return charts.decisions(Sets(connection, memory), text)


def readings(archive: Archive, text: str) -> Readings:
    with archive.asking() as (connection, memory):
        return charts.readings(Sets(connection, memory), text)


@pytest.mark.parametrize(
    ("query", "years", "outcomes", "bodies"),
    [
        (
            "",
            {"1974": 3, "1975": 0, "1976": 0, "1977": 1},
            {"avslag": 2, "bifall": 2},
            {"Byggnadsnämnden": 3, "Kommunstyrelsen": 1},
        ),
        ("bygglov", {"1974": 1, "1975": 0, "1976": 0, "1977": 1}, {"avslag": 2}, {"Byggnadsnämnden": 2}),
        ("in:text bifalls", {"1974": 2}, {"bifall": 2}, {"Byggnadsnämnden": 1, "Kommunstyrelsen": 1}),
        ("status:förslag", {"1974": 1}, {"bifall": 1}, {"Byggnadsnämnden": 1}),
        ("skolskjuts", {}, {}, {}),
    ],
)
def test_decisions_are_counted(
    archive: Archive, query: str, years: dict[str, int], outcomes: dict[str, int], bodies: dict[str, int]
) -> None:
    found = decisions(archive, query)
    for values, expected in ((found.years, years), (found.outcomes, outcomes), (found.bodies, bodies)):
        assert {one.shown: one.count for one in values} == expected
    assert found.total == archive.search(Query(charts.decisions_asked(query))).total
    assert [one.value for one in found.years] == sorted(years)


APART: dict[str, tuple[int, ...]] = {"1974": (2,), "1975": (), "1976": (), "1977": (1,)}


def plain(value: str, *numbers: int) -> tuple[object, ...]:
    """The same figures, reckoned from the list above."""
    some = [QUALITY[n] for n in numbers]
    sure = [one[0] for one in some if one[0] is not None]
    words = sum(one[1] for one in some)
    return (
        value, len(some), len(sure), pytest.approx(fmean(sure)) if sure else None,
        pytest.approx(sum(one[2] for one in some) / words) if words else None,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("query", "whole", "years", "days"),
    [
        ("", (0, 1, 2), {"1974": (0, 2), "1975": (), "1976": (), "1977": (1,)}, {1: (0,), 2: (1, 2)}),
        ("organ:kommunstyrelsen", (2,), {"1974": (2,)}, {2: (2,)}),
        ("in:beslut läst:2026-01-02", (1, 2), APART, {2: (1, 2)}),
        ("från:1999", (), {}, {}),
    ],
)  # fmt: skip
def test_reading_is_summed(
    archive: Archive,
    query: str,
    whole: tuple[int, ...],
    years: dict[str, tuple[int, ...]],
    days: dict[int, tuple[int, ...]],
) -> None:
    found = readings(archive, query)
    assert astuple(found.whole) == plain("", *whole)
    assert [astuple(one) for one in found.years] == [plain(year, *numbers) for year, numbers in years.items()]
    assert [astuple(one) for one in found.days] == [
        plain(f"2026-01-0{day}", *numbers) for day, numbers in days.items()
    ]


@given(st.lists(st.integers(0, 1 << 23), min_size=1, max_size=50), st.sets(st.integers(0, 60)))
def test_any_sum_is_that_of_its_numbers(values: list[int], chosen: set[int]) -> None:
    terms: dict[str, BitMap] = {}
    for number, value in enumerate(values):
        for term in terms_of([(WORDS, value)]):
            terms.setdefault(term, BitMap()).add(number)

    class Kept(Sets):
        """Sets that are given, without a database."""

        def __init__(self) -> None:
            self._memory = Memory()
            self._memory.sets.update(
                {term: terms.get(term, BitMap()) for term in {*terms, *terms_of([(WORDS, (1 << 24) - 1)])}}
            )

    found = Kept().sums(WORDS).over(BitMap(chosen))
    known = [value for number, value in enumerate(values) if number in chosen]
    assert (found.count, found.sum) == (len(known), sum(known))
