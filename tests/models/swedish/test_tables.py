"""The small tables and what is looked up in them."""

from __future__ import annotations

import pytest

from models.swedish.bodies import bodies_in, body_named
from models.swedish.municipalities import codes, known, municipality_in
from models.swedish.names import is_family, is_given
from models.swedish.parties import in_use, is_party, may_be_local, party_at
from models.swedish.roles import goes_before, is_role, singular


def test_every_municipality_has_a_code_of_its_own() -> None:
    table = codes()
    assert len(table) == len(set(table.values())) == 290
    assert all(len(code) == 4 and code.isdigit() for code in table.values())


@pytest.mark.parametrize(
    ("text", "name", "code"),
    [
        ("Uppsala kommun", "Uppsala", "0380"),
        ("LUNDS KOMMUN", "Lund", "1281"),
        ("i Östra Göinge kommuns yttrande", "Östra Göinge", "1256"),
        ("Malung-Sälens kommun", "Malung-Sälen", "2023"),
        ("Göteborgs Stad", "Göteborg", "1480"),
        ("Hassleholm kommun", "Hässleholm", "1293"),
        ("Härn6sand kommun", "Härnösand", "2280"),
        ("Granby kommun", "Granby", None),
        ("GRANBY KOMMUN", "Granby", None),
    ],
)
def test_municipality(text: str, name: str, code: str | None) -> None:
    found = municipality_in(text)
    assert found is not None
    assert (found.name, found.code) == (name, code)


@pytest.mark.parametrize(
    "text", ["hela kommunen", "Varje kommun", "Uppsala", "en kommun", "Stockholmaren", ""]
)
def test_no_municipality(text: str) -> None:
    assert municipality_in(text) is None


def test_a_name_alone_is_known_only_as_it_is_written() -> None:
    assert known("Borås") == "Borås"
    assert known("BORÅS") == "Borås"
    assert known("Boras") == "Borås"
    assert known("Borgå") is None


@pytest.mark.parametrize(
    ("printed", "date", "code"),
    [
        ("S", None, "S"),
        ("s", "2005-03-01", "S"),
        ("FP", "2010-05-04", "FP"),
        ("fp", "2010-05-04", "FP"),
        ("L", "2020", "L"),
        ("kd", "2001", "KD"),
        ("EKV", "2019-01-01", "EKV"),
        ("-", "2019-01-01", None),
    ],
)
def test_party(printed: str, date: str | None, code: str | None) -> None:
    assert party_at(printed, date) == code


@pytest.mark.parametrize(
    ("code", "date", "used"),
    [
        ("L", "2010-01-01", False),
        ("L", "2016", True),
        ("FP", "2015-10", True),
        ("FP", "2016", False),
        ("EKV", "1999", True),
    ],
)
def test_party_in_use(code: str, date: str, used: bool) -> None:
    assert in_use(code, date) is used


def test_a_code_that_the_table_lacks_may_be_a_local_party() -> None:
    assert not is_party("EKV")
    assert may_be_local("EKV")
    assert not may_be_local("Ekvalla kommun")


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("Kommunstyrelsen", "Kommunstyrelsen"),
        ("KOMMUNSTYRELSEN", "Kommunstyrelsen"),
        ("Byggnadsnämndens arbetsutskott", "Byggnadsnämndens arbetsutskott"),
        ("Barn- och utbildningsnämnden", "Barn- och utbildningsnämnden"),
        ("Valnämnd", "Valnämnd"),
        ("Nämnden för Hälsa", "Nämnden för Hälsa"),
        ("KSAU", "Kommunstyrelsens arbetsutskott"),
        ("Kommunrevisionen", "Kommunrevisionen"),
        ("Ekvalla kommundelsnämnd", "Ekvalla kommundelsnämnd"),
        ("Kommunstyrelsens", None),
        ("Kommunstyrelsen beslutade den 3 maj", None),
        ("Anna Ek", None),
    ],
)
def test_body(text: str, body: str | None) -> None:
    assert body_named(text) == body


def test_bodies_inside_a_sentence() -> None:
    text = "Ärendet har behandlats i Kommunstyrelsens arbetsutskott och Socialnämnden."
    assert [text[a:b] for a, b in bodies_in(text)] == ["Kommunstyrelsens arbetsutskott", "Socialnämnden"]


@pytest.mark.parametrize(
    ("word", "title"),
    [
        ("Ordföranden", "ordförande"),
        ("planarkitekt", "planarkitekt"),
        ("kommunalrådet", "kommunalråd"),
        ("Ekonomichefen", "ekonomichef"),
        ("ledamoten", "ledamot"),
        ("sekreterare,", "sekreterare"),
        ("Anna", None),
        ("kommunen", None),
    ],
)
def test_role(word: str, title: str | None) -> None:
    assert singular(word) == title
    assert is_role(word) is (title is not None)


def test_words_before_a_role() -> None:
    assert all(map(goes_before, ("1:e", "vice", "biträdande", "tf")))
    assert not goes_before("som")


@pytest.mark.parametrize("name", ["Anna", "GÖRAN", "Goran", "Eva-Britt", "Bo", "Håkan"])
def test_given_names(name: str) -> None:
    assert is_given(name)


@pytest.mark.parametrize("word", ["Till", "Alla", "Kommun", "Beslut", "Den"])
def test_words_that_are_no_given_names(word: str) -> None:
    assert not is_given(word)


def test_family_names() -> None:
    assert all(map(is_family, ("Andersson", "Lindqvist", "Ek")))
    assert not is_family("Protokoll")
