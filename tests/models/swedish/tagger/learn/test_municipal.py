from __future__ import annotations

import random
import re

import pytest

from models.swedish.tagger.learn import municipal
from models.swedish.tagger.learn.municipal import Matter, family_name, matter, member, person

GRANBY = Matter(
    body="Byggnadsnämnden",
    heading="Bygglov för skola",
    role="ordförande",
    place="Granby",
    year=1987,
    number=412,
    dnr="Dnr 1987/412",
)
NAME = r"\w[\w'.-]*(?: \w[\w'.-]*)+"
MEMBER = rf"{NAME} \([\w()!-]+\)"
PLACE = r"[\wåäö]+(?: [\wåäö]+){0,3}"
STREET = r"\w+ \d{1,2}(?: [AB]|a)?"
FORMS = [
    rf"{MEMBER}(?:\n{MEMBER}){{1,8}}",
    rf"{MEMBER}(?:, {MEMBER}){{1,5}}",
    rf"{MEMBER}, ordförande",
    rf"{NAME}, ordförande, Granbys kommun",
    rf"Ordförande {NAME}",
    r"§ 113   Dnr 1987/412\nBygglov för skola\nByggnadsnämnden beslutar",
    r"Bygglov för skola\nByggnadsnämndens beslut 1987-(0\d|1[0-2])-[0-2]\d § 113",
    rf"Bygglov för skola: {MEMBER} yrkar bifall till {NAME}s förslag\.",
    rf"{NAME} ersätter {NAME}\nGranby Dnr 1987/412",
    r"GRANBYS KOMMUN\nByggnadsnämnden\nBYGGLOV FÖR SKOLA",
    r"Granby  \d{1,4}  \d{1,3},\d  412 \d{3}",
    rf"{STREET}, 152 \d\d Granby",
    rf"{PLACE}(?: [\d:]+)?  \d\d? 412  \d{{1,4}}(?:\n{PLACE}(?: [\d:]+)?  \d\d? 412  \d{{1,4}}){{1,6}}",
    rf"Bygglov för skola, {PLACE} [\d:]+(?:, {STREET})?\nSökande: (?:{NAME}|{PLACE}s [\w ]+)",
    rf"(?:{PLACE}|{STREET})(?:, (?:{PLACE}|{STREET}))* och (?:{PLACE}|{STREET})",
]


def rng_of(seed: int) -> random.Random:
    return random.Random(seed)  # noqa: S311


def granby(_: random.Random) -> Matter:
    return GRANBY


@pytest.fixture(scope="module")
def lists() -> list[str]:
    """Texts of every form, but for those set in capitals."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(municipal, "matter", granby)
        patch.setattr(municipal, "_CAPITALS", 0.0)
        return [municipal.municipal(rng_of(seed)) for seed in range(800)]


@pytest.mark.parametrize("form", FORMS)
def test_each_form_is_met(form: str, lists: list[str]) -> None:
    assert any(re.fullmatch(form, text) for text in lists)


def test_every_text_has_one_of_the_forms(lists: list[str]) -> None:
    assert [text for text in lists if not any(re.fullmatch(form, text) for form in FORMS)] == []


def test_some_lists_stand_in_capitals() -> None:
    assert 4 < sum(municipal.municipal(rng_of(seed)).isupper() for seed in range(200)) < 40


def test_names_look_as_names_do() -> None:
    for seed in range(400):
        assert re.fullmatch(NAME, person(rng_of(seed)))
        assert re.fullmatch(MEMBER, member(rng_of(seed)))
        assert family_name(rng_of(seed))[0].isupper()


def test_some_names_are_double_and_some_have_an_initial() -> None:
    names = [person(rng_of(seed)) for seed in range(400)]
    assert any(re.match(r"\w+-\w+ ", name) for name in names)
    assert any(re.search(r" [A-ZÅÖ] ", name) for name in names)
    assert len(set(names)) > 380


def test_parties_stand_in_capitals_or_not() -> None:
    parties = {member(rng_of(seed)).rpartition("(")[2] for seed in range(400)}
    assert {"S)", "s)"} <= parties


def test_matters_have_numbers_of_several_forms() -> None:
    numbers = [matter(rng_of(seed)).dnr for seed in range(100)]
    for form in (r"Dnr \d{4}/\d+", r"\d{4}-\d{4}", r"KS \d{4}:\d+", r"\d+/\d\d"):
        assert any(re.fullmatch(form, number) for number in numbers)
