"""Notes and numbers in the margins of prose come apart from it; tables, labels and items stay whole."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import cycle, islice

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.layout import lay_out
from ingest.margins import part_margins
from ingest.rows import lines_of
from models.geometry import Box
from models.page import Word

WIDTH, HEIGHT, LINE = 6.0, 10.0, 14.0
SENTENCES = (
    "Nämnden har prövat ärendet och finner att detta bör",
    "bifallas med den ändring som föreslås av kontoret i",
    "Granby. Förvaltningen anser att kostnaden ryms i år",
    "och att arbetet kan påbörjas under hösten när anbud",
    "har kommit in. Bygdegården i Norrby har fått frågan",
    "och svarat att föreningen själv står för hälften av",
    "det som behövs. Ordföranden yrkar bifall till detta",
)
"""Lines of the same length, as justified print has them."""
TEXT_AT, RIGHT_AT = 20, 76
"""Columns, in characters, where the text and its right margin begin."""

Notes = dict[int, str]
"""What stands in a margin, by the line of the text."""


def prose(lines: int) -> list[str]:
    return list(islice(cycle(SENTENCES), lines))


def at(column: float, rows: Notes) -> list[Word]:
    """Words typed from a column on, each text on its line."""
    words: list[Word] = []
    for row, text in rows.items():
        x, y = 50 + column * WIDTH, 50 + row * LINE
        for piece in text.split(" "):
            if piece:
                words.append(Word(piece, box=Box(x, y, x + len(piece) * WIDTH, y + HEIGHT)))
            x += (len(piece) + 1) * WIDTH
    return words


def running(lines: int = 20, column: float = TEXT_AT) -> list[Word]:
    return at(column, dict(enumerate(prose(lines))))


def read(words: Sequence[Word]) -> list[str]:
    """The lines of each part, in order."""
    return [" ".join(word.text for word, _ in line.words) for line in lines_of(words)]


def laid(words: Sequence[Word]) -> list[str]:
    text = "".join(word.gap + word.text for word in lay_out(words))
    return [" ".join(line.split()) for line in text.split("\n") if line.strip()]


NOTE: Notes = {3: "Bidrag till", 4: "bygdegården", 12: "Anbud"}
HEAD: Notes = {0: "Granby", 1: "kommun", 2: "1974"}


@pytest.mark.parametrize(
    ("left", "right"),
    [
        pytest.param(NOTE, {}, id="notes on the left"),
        pytest.param({0: "17"}, {}, id="page number on the left"),
        pytest.param({}, {0: "17"}, id="page number on the right"),
        pytest.param({}, {19: "17"}, id="page number on the right, below"),
        pytest.param({}, HEAD, id="running head on the right"),
        pytest.param(NOTE, {0: "17"}, id="notes and a page number"),
        pytest.param(NOTE, HEAD, id="notes and a running head"),
        pytest.param({9: "17"}, {9: "Granby"}, id="both on one line"),
        pytest.param({0: "1974", 5: "13.00"}, {}, id="years and times, which number no list"),
    ],
)
def test_margins_come_before_and_after_the_text(left: Notes, right: Notes) -> None:
    words = [*running(), *at(0, left), *at(RIGHT_AT, right)]
    expected = [part for part in (list(left.values()), prose(20), list(right.values())) if part]
    assert [read(part) for part in part_margins(words)] == expected
    assert laid(words) == [line for part in expected for line in part]


@pytest.mark.parametrize("row", [17, 19, 21])
@pytest.mark.parametrize("number", ["17", "– 17 –", "1"])
@pytest.mark.parametrize("notes", [{}, NOTE])
def test_a_page_number_at_the_foot_of_the_left_margin_comes_last(row: int, number: str, notes: Notes) -> None:
    words = [*running(), *at(0, {**notes, row: number}), *at(RIGHT_AT, HEAD)]
    assert laid(words) == [*notes.values(), *prose(20), *HEAD.values(), number]


@pytest.mark.parametrize("last", [{14: "17"}, {19: "Anbud"}, {19: "17 skr"}])
def test_only_a_number_at_the_foot_is_the_page_number(last: Notes) -> None:
    notes = {3: "Bidrag", **last}
    assert laid([*running(), *at(0, notes)]) == [*notes.values(), *prose(20)]


def test_margins_stand_in_blocks_of_their_own() -> None:
    words = lay_out([*running(), *at(0, NOTE), *at(RIGHT_AT, {0: "17"})])
    text = "".join(word.gap + word.text for word in words)
    assert "\n\nNämnden har prövat" in text
    assert text.endswith("\n\n17")


def test_notes_between_the_lines_of_the_text_are_told_by_where_they_stand() -> None:
    """A margin keeps lines of its own, half a line lower than the text's."""
    lower = [
        Word(word.text, box=Box(word.box.x0, word.box.y0 + LINE / 2, word.box.x1, word.box.y1 + LINE / 2))
        for word in at(0, NOTE)
        if word.box
    ]
    assert laid([*running(), *lower]) == [*NOTE.values(), *prose(20)]


def test_ragged_lines_have_an_edge_on_the_left_alone() -> None:
    ragged = {row: text[: 30 + 7 * (row % 4)] for row, text in enumerate(prose(20))}
    ragged[0] = prose(1)[0]
    words = [*at(TEXT_AT, ragged), *at(0, NOTE)]
    assert read(part_margins(words)[0]) == list(NOTE.values())


def test_indented_paragraphs_are_no_text_with_a_margin() -> None:
    words = [
        word for row, text in enumerate(prose(24)) for word in at(TEXT_AT - 3 * (row % 5 > 0), {row: text})
    ]
    assert part_margins(words) == [words]


ATTENDANCE = """Beslutande
Anna Ek (S), ordförande       Bo Alm (M)
Cecilia Öst (C)               David Rask (V)
Erik Norr (S)                 Frida Dal (L)
Gun Berg (S)                  Hans Åberg (KD)
Ida Lund (MP)                 Jan Sten (M)
Karl Holm (S)                 Lena Frisk (C)
Maj Qvist (S)                 Nils Falk (SD)
Olle Ask (S)                  Pia Hed (M)
Rut Lind (V)                  Sven By (C)
Tage Ström (S)                Ulla Vik (L)
Vera Grip (S)                 Yngve Rot (M)
Åke Dahl (S)                  Ärla Mo (KD)
Örjan Lid (S)                 Eva Sjö (SD)"""

FRONT = """Plats och tid      Kommunhuset i Granby, stora salen, klockan
                   13.00 till 15.10 med avbrott för kaffe och
                   samtal i partierna mellan 14.00 och 14.20
Beslutande         Anna Ek (S), ordförande, och de andra som
                   står i förteckningen på nästa sida, där
                   även tjänstgörande ersättare är upptagna
Övriga             kommunchefen Bo Alm och sekreteraren, samt
                   vid ett av ärendena ekonomen David Rask
                   och två elever som besökte mötet
Utses att justera  Cecilia Öst (C), med Erik Norr (S) som
                   ersättare om hon skulle ha fått förhinder
Justeringens       kommunkansliet i Granby, där protokollet
plats och tid      läggs fram till påseende, den fjärde mars
Paragrafer         71 till 82, av vilka den sista justeras
                   omedelbart efter att mötet är avslutat"""

TABLE = "\n".join(
    f"{name:<20}{1204 + 31 * n:>10}{1187 + 17 * n:>10}{17 + 14 * n:>10}"
    for n, name in enumerate(
        ("Skolor", "Förskolor", "Fritids", "Bibliotek", "Badhus", "Vägar", "Parker", "Vatten", "Avlopp",
         "Avfall", "Räddning", "Hemtjänst", "Äldreboende", "Färdtjänst", "Bostäder")
    )
)  # fmt: skip


def typed(text: str) -> list[Word]:
    return at(0, dict(enumerate(text.split("\n"))))


@pytest.mark.parametrize(
    "words",
    [
        pytest.param(typed(ATTENDANCE), id="attendance"),
        pytest.param(typed(FRONT), id="front page with labels"),
        pytest.param(typed(TABLE), id="table"),
        pytest.param([*running(), *at(0, {4: "§ 12"})], id="item's number"),
        pytest.param([*running(), *at(0, {4: "Dnr 14/163"})], id="item's diarienummer"),
        pytest.param([*running(), *at(0, {4: "§ 12", 5: "Dnr", 6: "14/163"})], id="item's both"),
        pytest.param([*running(), *at(0, {4: "Bakgrund:"})], id="label with a colon"),
        pytest.param([*running(), *at(16, {0: "1.", 5: "2.", 12: "3."})], id="numbered list"),
        pytest.param([*running(), *at(16, {0: "9", 5: "10"})], id="bare numbers of a list"),
        pytest.param([*running(), *at(16, {0: "a)", 5: "b)", 12: "c)"})], id="lettered list"),
        pytest.param([*running(), *at(17, {0: "–", 5: "–", 12: "-"})], id="list with dashes"),
        pytest.param([*running(), *at(15, {0: "att", 5: "att", 12: "att"})], id="clauses of a decision"),
        pytest.param([*running(), *at(0, {0: "Beslut", 9: "Yrkanden"})], id="headings beside the text"),
        pytest.param(
            [*running(), *at(0, {3: "Ärendet", 9: "Yrkanden", 15: "Beslut"})], id="a heading among others"
        ),
        pytest.param([*running(), *running(column=TEXT_AT + 58)], id="two columns of prose"),
        pytest.param([*running(8), *at(0, {2: "17"})], id="short page"),
        pytest.param([*running(11), *at(0, {2: "17"})], id="one line too few"),
        pytest.param([*running(), *at(0, dict.fromkeys(range(15), "anbud"))], id="as many notes as lines"),
        pytest.param(running(), id="no margin"),
        pytest.param([], id="nothing"),
        pytest.param([Word("Granby")] * 60, id="no places"),
    ],
)
def test_what_belongs_together_is_not_parted(words: list[Word]) -> None:
    parts = part_margins(words)
    assert [read(part) for part in parts] == [read(words)]
    assert [word for part in parts for word in part] == words


@pytest.mark.parametrize("text", [ATTENDANCE, FRONT, TABLE])
def test_what_is_not_parted_is_laid_out_row_by_row(text: str) -> None:
    assert laid(typed(text)) == [" ".join(line.split()) for line in text.split("\n")]


def test_heading_in_the_margin_stays_on_its_line() -> None:
    lines = laid([*running(), *at(0, {0: "Beslut", 9: "Yrkanden"})])
    assert lines[0] == f"Beslut {prose(1)[0]}"
    assert lines[9] == f"Yrkanden {prose(10)[9]}"


def test_columns_of_prose_are_read_one_after_the_other() -> None:
    assert laid([*running(), *running(column=TEXT_AT + 58)]) == [*prose(20), *prose(20)]


PLACES = st.dictionaries(st.integers(0, 19), st.sampled_from(["17", "Granby", "§ 12", "Beslut", "anbud in"]))


@given(PLACES, PLACES)
def test_no_word_is_lost_and_none_comes_twice(left: Notes, right: Notes) -> None:
    words = [*running(), *at(0, left), *at(RIGHT_AT, right)]
    parted = [word for part in part_margins(words) for word in part]
    assert Counter(parted) == Counter(words)
    assert all(part_margins(words))
