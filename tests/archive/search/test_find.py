"""What a query finds, in which order, and how it is counted and paged."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from archive.folder import Archive
from archive.search.words import tokens
from archive.store import Query, Sort
from models.errors import QueryError, SettingsError
from models.outcome import Outcome
from models.vocabulary import DecisionOutcome
from tests.archive.records import outcome_of, outcomes
from tests.archive.search.made import FORSLAG, Matter, minutes

FIRST = minutes(
    Matter(12, "Bygglov för Åkerö 1:4", "Grannarna har hörts om skolskjutsreglementet.",
           DecisionOutcome.AVSLAG, "Nämnden avslår ansökan.", ("BN 1974/187",),
           {"Åsa Öberg": "C", "Nils Åkerfält": None}),
    Matter(13, "Skolskjutsar", "Ett bygglov är inte sökt.", DecisionOutcome.BIFALL, "Motionen bifalls.",
           ("BN 1974/200",), {"Åsa Dahl": "S"}),
    Matter(14, "Taxa", "Se byqglovet och beslutet om pianen.", DecisionOutcome.ANTA,
           "Nämnden föreslår taxan.", status=FORSLAG),
    front="Byggnadsnämnden i Granby\nNärvarande: Åsa Öberg",
)  # fmt: skip
SECOND = minutes(
    Matter(7, "Detaljplan", "Planen ställs ut. Bygglov ges senare.", DecisionOutcome.ANTA, "Planen antas."),
    date="1981-02-03", body="Kommunstyrelsen", municipality="Ekvalla", content=b"b",
)  # fmt: skip


@pytest.fixture(scope="module")
def archive(each_database: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    with Archive.writing(tmp_path_factory.mktemp(each_database) / "arkiv") as opened:
        opened.put(FIRST)
        opened.put(SECOND)
        yield opened


@pytest.mark.parametrize(
    ("query", "sections"),
    [
        ("bygglov", [12, 7, 13, 14]),
        ('"bygglov"', [12, 7, 13]),
        ("BYGGLOV åkerö", [12]),
        ("akerö", [12]),
        ("skolskjuts", [13, 12]),
        ("reglemente", [12]),
        ("ansökan", [12]),
        ('"avslår ansökan"', [12]),
        ('"ansökan avslår"', []),
        ("bygg*", [12, 7, 13, None]),
        ("bygglov -skolskjuts", [7, 14]),
        ('bygglov -"bygglov ges"', [12, 13, 14]),
        ("planen", [7, 14]),
        ("§ 13", [13]),
        ("1974/187", []),
        ("bygglov utfall:avslag", [12]),
        ("bygglov -utfall:avslag", [7, 13, 14]),
        ("bygglov organ:styrelse", [7]),
        ("bygglov kommun:granby", [12, 13, 14]),
        ("bygglov person:åsa", [12, 13]),
        ('bygglov person:"öberg åsa"', [12]),
        ("bygglov parti:s", [13]),
        ('bygglov dnr:"bn 1974/187"', [12]),
        ("bygglov dnr:1974/200", [13]),
        ("bygglov §:13", [13]),
        ("bygglov från:1980", [7]),
        ("bygglov till:1974-11-05", [12, 13, 14]),
        ("bygglov till:1974-11-04", []),
        ("närvarande", [None]),
        ("in:text typ:protokoll -bygglov", [14, None]),
    ],
)
def test_items_and_pages(archive: Archive, query: str, sections: list[int | None]) -> None:
    results = archive.search(Query(query))
    assert [hit.paragraph for hit in results.hits] == sections
    assert results.total == len(sections)


@pytest.mark.parametrize(
    ("query", "texts"),
    [
        ("in:beslut utfall:anta", ["Planen antas.", "Nämnden föreslår taxan."]),
        ("in:beslut utfall:anta status:fattat", ["Planen antas."]),
        ("in:beslut taxa", ["Nämnden föreslår taxan."]),
    ],
)
def test_decisions(archive: Archive, query: str, texts: list[str]) -> None:
    hits = archive.search(Query(query)).hits
    assert [hit.snippet for hit in hits] == texts
    assert all(hit.decision and hit.entry == "decision" for hit in hits)


def test_fields_alone_find_documents(archive: Archive) -> None:
    hits = archive.search(Query("utfall:avslag")).hits
    assert [(hit.document, hit.entry) for hit in hits] == [(FIRST.records[0].id, "document")]
    assert archive.search(Query("")).total == 2


def test_facets_count_all_hits(archive: Archive) -> None:
    results = archive.search(Query("bygglov", limit=1, facets=True))
    found = {facet.name: [(value.shown, value.count) for value in facet.values] for facet in results.facets}
    assert found["municipality"] == [("Granby", 3), ("Ekvalla", 1)]
    assert found["year"] == [("1981", 1), ("1974", 3)]
    assert found["outcome"] == [("anta", 1), ("avslag", 1), ("bifall", 1)]
    for facet in results.facets:
        for value in facet.values:
            narrowed = (
                archive.search(Query(f'bygglov {facet.name}:"{value.value}"'))
                if facet.name != "year"
                else None
            )
            assert narrowed is None or narrowed.total == value.count


def test_what_was_looked_for_is_marked(archive: Archive) -> None:
    hit = archive.search(Query("skolskjuts åkerö")).hits[0]
    marked = [hit.snippet[start:end] for start, end in hit.marks]
    assert marked == ["Åkerö", "skolskjutsreglementet"]


@pytest.mark.parametrize("sort", list(Sort))
def test_pages_follow_on_each_other(archive: Archive, sort: Sort) -> None:
    everything = archive.search(Query("bygglov", sort=sort)).hits
    after, found = None, list[object]()
    while True:
        page = archive.search(Query("bygglov", sort=sort, limit=1, after=after))
        found += page.hits
        after = page.after
        if after is None:
            break
    assert found == list(everything)


def test_dates_order_hits(archive: Archive) -> None:
    newest = [hit.date for hit in archive.search(Query("bygglov", sort=Sort.NEWEST)).hits]
    oldest = [hit.date for hit in archive.search(Query("bygglov", sort=Sort.OLDEST)).hits]
    assert newest == sorted(newest, key=str, reverse=True)
    assert oldest == newest[::-1]


@pytest.mark.parametrize("after", ["x", "MS4y", "ÅÄÖ", "."])
def test_a_cursor_of_another_query_is_told(archive: Archive, after: str) -> None:
    with pytest.raises(SettingsError):
        archive.search(Query("bygglov", after=after))
    mine = archive.search(Query("bygglov", limit=1)).after
    with pytest.raises(SettingsError):
        archive.search(Query("planen", after=mine))


@pytest.mark.usefixtures("each_database")
def test_a_document_made_anew_is_found_once(tmp_path: Path) -> None:
    with Archive.writing(tmp_path / "arkiv") as opened:
        cursor = None
        for _ in range(3):
            opened.put(FIRST)
        assert opened.search(Query("bygglov")).total == 3
        cursor = opened.search(Query("bygglov", limit=1)).after
        opened.put(minutes(Matter(1, "Bygglov", date_text := "", None), date="1999-01-01", content=b"c"))
        rest = opened.search(Query("bygglov", limit=9, after=cursor)).hits
        assert [hit.paragraph for hit in rest] == [13, 14]
        assert date_text == ""


@given(text=st.text(max_size=30))
@settings(max_examples=150, deadline=None)
def test_no_query_is_a_fault(archive: Archive, text: str) -> None:
    with suppress(QueryError):
        archive.search(Query(text, facets=True))


@pytest.fixture(scope="module")
def filling(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    """An archive that fills with whatever was drawn."""
    with Archive.writing(tmp_path_factory.mktemp("word") / "arkiv") as opened:
        yield opened


@given(outcome=outcomes())
@settings(max_examples=40, deadline=None)
def test_every_word_that_was_put_is_found(filling: Archive, outcome: Outcome) -> None:
    filling.put(outcome)
    for record in outcome.records:
        for token in list(tokens(record.text))[:3]:
            hits = filling.search(Query(f'"{token.word}" id:{record.id}')).hits
            assert {hit.document for hit in hits} == {record.id}


@pytest.mark.usefixtures("each_database")
def test_old_records_are_found_after_an_upgrade(tmp_path: Path) -> None:
    with Archive.writing(tmp_path / "arkiv") as opened:
        opened.put(outcome_of())
        assert opened.search(Query("bygglov")).total == 1
