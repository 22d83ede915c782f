from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from archive.folder import Archive
from archive.search import is_empty, match_expression
from archive.store import Query
from models.vocabulary import DecisionOutcome
from tests.archive.records import outcome_of


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    with Archive.writing(tmp_path / "arkiv") as opened:
        opened.put(outcome_of())
        yield opened


@pytest.mark.parametrize(
    ("words", "pages"),
    [
        ("bygglov", [1]),
        ("BYGGLOV åkerö", [1]),
        ("A\u030akero\u0308", [1]),
        ("akero", []),
        ("andring", []),
        ("bygg*", [1]),
        ("bygg", []),
        ('"bygglov för"', [1]),
        ('"för bygglov"', []),
        ('"bygglov för', [1]),
        ("bygglov detaljplan", []),
        ("1974/187", [2]),
        ("§ 12", [2]),
        ("§", []),
        ("*", []),
        ('""', []),
        ("text:bygglov", []),
        ("bygglov OR detaljplan", []),
        ("bygglov NEAR(x)", []),
        ("detaljplan -dnr", [2]),
        ("SUMMA(A1)", [2]),
    ],
)
def test_words(archive: Archive, words: str, pages: list[int]) -> None:
    results = archive.search(Query(words))
    assert [hit.page for hit in results.hits] == pages
    assert results.total == len(pages)


@given(words=st.text(max_size=30))
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_words_are_ever_query_language(archive: Archive, words: str) -> None:
    archive.search(Query(words))


@given(word=st.sampled_from(["bygglov", "Åkerö", "ekvalla", "detaljplan"]), upper=st.booleans())
@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_what_was_put_is_found(archive: Archive, word: str, *, upper: bool) -> None:
    (hit,) = archive.search(Query(word.upper() if upper else word)).hits
    assert [hit.snippet[start:end].casefold() for start, end in hit.marks] == [word.casefold()]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        (Query(body="byggnads"), True),
        (Query(body="BYGGNADSNÄMNDEN"), True),
        (Query(body="%"), False),
        (Query(first_day="1974-11-05", last_day="1974-11-05"), True),
        (Query(first_day="1974-11-06"), False),
        (Query(last_day="1974-11-04"), False),
        (Query(dnr="BN 1974/187"), True),
        (Query(dnr="bn1974/187"), True),
        (Query(dnr="1974/187"), True),
        (Query(dnr="1974/18"), False),
        (Query(dnr="KS 1974/187"), False),
        (Query(person="öberg ÅSA"), True),
        (Query(person="Åsa Åkerfält"), False),
        (Query(outcome=DecisionOutcome.AVSLAG), True),
        (Query(outcome=DecisionOutcome.BIFALL), False),
        (Query("detaljplan", person="Åkerfält", outcome=DecisionOutcome.AVSLAG), True),
        (Query("nowhere", person="Åkerfält"), False),
    ],
)
def test_filters(archive: Archive, query: Query, *, found: bool) -> None:
    assert archive.search(query).total == found


def test_total_counts_beyond_the_limit(archive: Archive) -> None:
    archive.put(outcome_of(b"b", "in/b.txt", parts=2))
    results = archive.search(Query("bygglov", limit=2))
    assert (len(results.hits), results.total) == (2, 3)


@pytest.mark.parametrize(
    ("words", "expression"),
    [("a b", '"a" "b"'), ('"a b"*', '"a b"'), ("a*", '"a"*'), ("-a", '"-a"'), ("§ a", '"a"'), ("  ", "")],
)
def test_match_expression(words: str, expression: str) -> None:
    assert match_expression(words) == expression


def test_emptiness() -> None:
    assert is_empty(Query("  "))
    assert not is_empty(Query("§"))
    assert not is_empty(Query(person="a"))
