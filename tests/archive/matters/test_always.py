"""What holds of every way, whatever the records and in whatever order they came."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from archive.folder import Archive
from archive.matters.find import Matters
from archive.matters.rows import stated
from archive.matters.told import tellings
from archive.tables import TOLD
from models.record import Record
from models.vocabulary import DecisionOutcome, Kind
from models.way import Stated, Step, Telling, Way
from tests.archive.matters.kept import put
from tests.archive.matters.records import Cite, Handled, letter, minutes, number

NUMBERS = ("KS 2021/1", "KS 2021/2", "2021/1", "SN 2021/1")
BODIES = (
    "Kommunstyrelsen",
    "Kommunfullmäktige",
    "Kommunstyrelsens arbetsutskott",
    "Arbetsutskottet",
    "Socialnämnden",
)
DAYS = ("2021-02-01", "2021-02-02", "2021-03-01", "2020-12-01")
_PLACES = count()

outcomes = st.none() | st.sampled_from([DecisionOutcome.AVSLAG, DecisionOutcome.BIFALL])
cites = st.builds(
    Cite,
    st.none() | st.sampled_from((*BODIES, "KF", "au")),
    st.none() | st.sampled_from(DAYS),
    st.integers(1, 4),
    outcomes,
)
numbers = st.lists(st.sampled_from(NUMBERS), max_size=2, unique=True).map(tuple)
items = st.builds(
    Handled,
    st.integers(1, 4),
    st.sampled_from(("Badplats", "Meddelanden")),
    numbers,
    outcomes,
    cites=st.lists(cites, max_size=2).map(tuple),
    basis=st.sampled_from(((), (("Motion", DAYS[0]),), (("Motion", DAYS[1]),))),
)


@st.composite
def records(draw: st.DrawFn) -> list[Record]:
    """Documents of one municipality, which no other example has."""
    place = f"Ort {next(_PLACES)}"
    made = [
        minutes(draw(st.sampled_from(BODIES)), draw(st.sampled_from(DAYS)), *parts, municipality=place)
        for parts in draw(st.lists(st.lists(items, min_size=1, max_size=3), min_size=1, max_size=3))
    ]
    for dnr in draw(st.lists(numbers, max_size=2)):
        day, received = draw(st.sampled_from(DAYS)), draw(st.none() | st.sampled_from(DAYS))
        kind = draw(st.sampled_from((Kind.MOTION, Kind.TJANSTESKRIVELSE, Kind.RAPPORT)))
        cited = tuple(draw(st.lists(cites, max_size=2)))
        made.append(letter(kind, None, day, dnr=dnr, received=received, cites=cited, municipality=place))
    return list({record.id: record for record in made}.values())


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory, each_database: str) -> Iterator[Archive]:
    with Archive.writing(tmp_path_factory.mktemp("always") / each_database) as opened:
        yield opened


def ways(archive: Archive, made: list[Record]) -> dict[str, list[Way]]:
    """Every matter that can be asked for."""
    place = made[0].municipality
    with archive.connection() as connection:
        matters = Matters(connection)
        found = {value: matters.numbered([number(value)], place.name if place else None) for value in NUMBERS}
        return found | {record.id: matters.of_item(record.id, None) for record in made}


def steps(found: dict[str, list[Way]]) -> Iterator[Step]:
    for listed in found.values():
        for way in listed:
            yield from way.steps


@pytest.mark.slow
@given(made=records(), data=st.data())
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_ways(archive: Archive, made: list[Record], data: st.DataObject) -> None:
    put(archive, *made)
    first = ways(archive, made)
    put(archive, *data.draw(st.permutations(made)))
    assert ways(archive, made) == first
    every = {record.id: record for record in made}
    for step in steps(first):
        spots = {(spot.document, spot.page) for spot in step.documents}
        spots |= {(cite.document, cite.page) for cite in step.cited_by}
        spots |= {(difference.document, difference.page) for difference in step.differences}
        assert spots
        assert step.only_cited == (not step.documents)
        for document, page in spots:
            part = every[document].part
            assert part.page_from <= page <= part.page_to
        assert all(cite.date is not None for cite in step.cited_by)


@given(made=records())
@settings(max_examples=30, deadline=None)
def test_an_item_is_a_step_of_each_number_that_it_bears(archive: Archive, made: list[Record]) -> None:
    put(archive, *made)
    found = ways(archive, made)
    for record in made:
        for value in {value for item in record.items for value in item.dnr}:
            spots = {spot.document for step in steps({value: found[value]}) for spot in step.documents}
            assert record.id in spots


@given(made=records())
@settings(max_examples=30, deadline=None)
def test_a_telling_is_kept_as_it_was_made(archive: Archive, made: list[Record]) -> None:
    put(archive, *made)
    with archive.connection() as connection:
        for record in made:
            rows = connection.execute(
                TOLD.select().where(TOLD.c.document == record.id).order_by(TOLD.c.position)
            )
            kept = [stated(row.document, row.content) for row in rows]
            assert kept == [Stated(record.id, told) for told in tellings(record)]
            own = {one.told.position for one in kept if one.told.telling is Telling.OWN}
            assert {one.told.by for one in kept if one.told.telling is Telling.CITED} <= own
