"""Boxes become lines, columns and paragraphs."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.layout import lay_out
from models.geometry import Box
from models.page import Word

WIDTH, HEIGHT, LINE = 6.0, 10.0, 14.0


def typed(text: str, left: float = 50.0, top: float = 50.0) -> list[Word]:
    """The words of a typewritten text where they would stand, in an order that is no help."""
    words: list[Word] = []
    for row, line in enumerate(text.split("\n")):
        at = 0
        for piece in line.split(" "):
            if piece:
                x, y = left + at * WIDTH, top + row * LINE
                words.append(Word(piece, box=Box(x, y, x + len(piece) * WIDTH, y + HEIGHT)))
            at += len(piece) + 1
    return sorted(words, key=lambda word: word.text)


def text_of(words: tuple[Word, ...]) -> str:
    return "".join(word.gap + word.text for word in words)


ATTENDANCE = """Beslutande
Anna Ek (S), ordförande       Bo Alm (M)
Cecilia Öst (C)               David Rask (V)
Erik Norr (S)                 Frida Dal (L)
Gun Berg (S)                  Hans Åberg (KD)
Ida Lund (MP)                 Jan Sten (M)
Karl Holm (S)                 Lena Frisk (C)
Maj Qvist (S)                 Nils Falk (SD)"""

LABELS = """GRANBY KOMMUN                 PROTOKOLL

Plats och tid      Kommunhuset, kl 13.00
                   till 15.10
Justerare          Anna Ek

§ 14   Dnr KS 2014/163
  Ärendet återremitteras."""


@pytest.mark.parametrize("text", [ATTENDANCE, LABELS])
def test_lists_and_labels_come_back_as_they_were_typed(text: str) -> None:
    assert text_of(lay_out(typed(text))) == text


def test_paragraphs_of_one_line_each_are_parted() -> None:
    text = "\n\n".join(
        ["§ 118", "Namn på gator", "Nämnden har", "att godkänna", "§ 119", "Yttrande", "Beslut", "Bo"]
    )
    text += "\nSen\nVal\nTaxa"
    assert text_of(lay_out(typed(text))) == text


@pytest.mark.parametrize("blanks", [1, 2])
def test_a_typewriter_s_two_blanks_are_kept(blanks: int) -> None:
    margin = "Ang. bidrag" + " " * blanks + "med kronor till omklädningsrummet\n"
    text = margin + "\n".join(["kommunalnämnden föreslår fullmäktige"] * 3)
    assert text_of(lay_out(typed(text))) == text


def test_columns_of_prose_are_read_one_after_the_other() -> None:
    left = "Nämnden har prövat ärendet och\nfunnit att det bör bifallas med\nden ändring som föreslås av de\n"
    right = "Förvaltningen anser därför att\nkostnaden ryms inom ramen och\natt arbetet kan påbörjas i höst\n"
    words = [*typed(left * 3), *typed(right * 3, left=50 + 34 * WIDTH)]
    text = " ".join(text_of(lay_out(words)).split())
    assert text == " ".join((left * 3 + right * 3).split())


@pytest.mark.parametrize(
    ("number", "left"), [("(21)", 50.0), ("29", 200.0), ("34", 50 + 40 * WIDTH), ("2 (6)", 150.0)]
)
def test_page_number_below_columns_comes_last(number: str, left: float) -> None:
    side = "Nämnden har prövat ärendet och\nfunnit att det bör bifallas med\nden ändring som föreslås av de\n"
    words = [*typed(side * 3), *typed(side * 3, left=50 + 34 * WIDTH), *typed(number, left, 50 + 11 * LINE)]
    text = " ".join(text_of(lay_out(words)).split())
    assert text == " ".join((side * 6 + number).split())


def test_marks_stand_on_the_line_that_they_hang_from() -> None:
    dash = Word("–", box=Box(92, 55, 98, 56))
    comma = Word(",", box=Box(158, 58, 160, 61))
    words = [*typed("en rad         text\nnästa rad"), dash, comma]
    assert text_of(lay_out(words)).split("\n")[0].split() == ["en", "rad", "–", "text", ","]


def test_heading_in_large_type_is_not_torn_apart() -> None:
    large = [Word("GRANBY", box=Box(50, 20, 170, 44)), Word("KOMMUN", box=Box(190, 20, 310, 44))]
    assert text_of(lay_out([*typed("Protokoll fört vid sammanträdet"), *large])).startswith("GRANBY KOMMUN\n")


def test_logo_over_two_lines_does_not_join_them() -> None:
    logo = Word("GK", box=Box(300, 50, 340, 74))
    assert "\n" in text_of(lay_out([*typed("Storgatan 1\n123 45 Granby"), logo])).replace("GK", "").strip()


def test_no_words_give_no_words() -> None:
    assert lay_out([]) == ()


BOXES = st.tuples(st.floats(0, 500), st.floats(0, 700), st.floats(0.5, 90), st.floats(0.5, 30)).map(
    lambda b: Box(b[0], b[1], b[0] + b[2], b[1] + b[3])
)
WORDS = st.lists(
    st.tuples(st.text("abåäö§1–", min_size=1, max_size=12), BOXES).map(
        lambda pair: Word(pair[0], box=pair[1])
    ),
    max_size=60,
)


@given(WORDS)
def test_every_word_is_kept_once_with_white_space_before_it(words: list[Word]) -> None:
    laid = lay_out(words)
    assert Counter((w.text, w.box) for w in laid) == Counter((w.text, w.box) for w in words)
    assert all(word.gap.isspace() for word in laid[1:])
    assert not any(word.gap.strip() for word in laid)


@given(WORDS)
def test_order_of_the_words_given_does_not_matter(words: list[Word]) -> None:
    boxes = {word.box for word in words}
    if len(boxes) == len(words):
        assert text_of(lay_out(words)) == text_of(lay_out(words[::-1]))
