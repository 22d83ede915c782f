"""How items were decided."""

from __future__ import annotations

import re
from itertools import chain

import pytest

from models.matter import Vote
from models.mention import Person
from pipeline.extract.items.votes import vote_of
from pipeline.structure.outline import outline
from tests.support import text_of


def vote(body: str) -> Vote | None:
    (part,) = outline(text_of(f"§ 4\nEn sak att avgöra\n\n{body}"))
    names = ("Maj Lindqvist", "Tore Ahl", "Pia Ek")
    people = [
        Person(name=name, party="S", places=tuple(chain.from_iterable(places)))
        for name in names
        if (places := [part.text.places(*at.span(), "name") for at in re.finditer(name, part.text.content)])
    ]
    return vote_of(part.items[0], people)


@pytest.mark.parametrize(
    ("body", "method", "yes", "no"),
    [
        ("Omröstning\nMed 7 ja-röster mot 6 nej-röster beslutar nämnden.", "votering", 7, 6),
        ("Omröstning\nVid omröstningen avges sju ja-röster och fyra nej-röster.", "votering", 7, 4),
        ("Omröstning\nJa: 22, Nej: 17, Avstår: 1", "votering", 22, 17),
        ("Omröstning\n11 ja: Bo Ek, Maj Alm och Pia Berg.\n3 nej: Tore Ahl.", "votering", 11, 3),
        ("Vid omröstning avgåvos 4 röster för Eks yrkande och 2 röster för Alms yrkande.", "votering", 4, 2),
        ("För bifall afgåfvos 1,214 röster och för afslag 966 röster.", "votering", 1214, 966),
        (
            "Omröstning\n5 ja-röster (Bo Ek, Maj Alm, Pia Berg, Ture Sten, Ivar Mo) och 2 nej-röster",
            "votering",
            5,
            2,
        ),
        ("Beslutet fattades vid votering med 16 röster mot 11.", "votering", 16, 11),
        ("Omröstning\nOmröstning begärs och ska verkställas.", "votering", None, None),
        ("Valet sker med slutna sedlar.", "sluten", None, None),
        ("Beslutsgång\nOrdföranden finner att nämnden bifaller förslaget.", "acklamation", None, None),
        ("Beslutsgång\nNämnden beslutar enhälligt.", "acklamation", None, None),
    ],
)
def test_methods_and_figures(body: str, method: str, yes: int | None, no: int | None) -> None:
    found = vote(body)
    assert found is not None
    assert (found.method.value, found.yes, found.no) == (method, yes, no)


def test_nothing_said_is_no_vote() -> None:
    assert vote("Beslut\nNämnden antar taxan.") is None


@pytest.mark.parametrize(
    "lists",
    [
        "Ja-röst: Maj Lindqvist (S),\nTore Ahl (S)\nNej-röst: Pia Ek (S)\nMed 2 ja-röster mot 1 nej-röst",
        "Ja-röst: Maj Lindqvist (S), vice\nordf, Tore Ahl (S)\nNej: Pia Ek (S)\n2 ja-röster, 1 nej-röst",
        "Ja-röst för bifall. Nej-röst för bifall till Pia Eks yrkande.\n"
        "Ja-röst: Maj Lindqvist (S), Tore Ahl (S)\nNej-röst: Pia Ek (S)\n2 ja-röster, 1 nej-röst",
        "Maj Lindqvist (S)      Ja\nTore Ahl (S)      Ja\nPia Ek (S)      Nej\n2 ja-röster och 1 nej-röst",
    ],
)
def test_who_voted_how(lists: str) -> None:
    found = vote(f"Omröstning\n{lists}")
    assert found is not None
    assert [(v.name, v.vote.value) for v in found.by_person] == [
        ("Maj Lindqvist", "ja"),
        ("Tore Ahl", "ja"),
        ("Pia Ek", "nej"),
    ]


TABLE = """Omröstningsresultat
Ledamot                     Ja    Nej   Avstår
Maj Lindqvist (S)           X
Tore Ahl (S)                      X
Pia Ek (S)                              X
"""


@pytest.mark.parametrize(("sums", "yes"), [("", 1), ("Summa                       21    1     1\n", 21)])
def test_marks_in_the_columns_of_a_table(sums: str, yes: int) -> None:
    found = vote(f"Omröstning\n{TABLE}{sums}")
    assert found is not None
    assert (found.yes, found.no, found.abstain) == (yes, 1, 1)
    assert [(v.name, v.vote.value) for v in found.by_person] == [
        ("Maj Lindqvist", "ja"),
        ("Tore Ahl", "nej"),
        ("Pia Ek", "avstår"),
    ]
