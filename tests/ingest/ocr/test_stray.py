"""On a page with specks, points and quotation marks that the words rule out are left out; others stay."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.ocr.stray import without_stray
from models.page import Word
from models.swedish.lexicon import Lexicon, lexicon, read_lexicon
from tests.ingest.ocr.fakes import line, texts

LEXICON: Lexicon = lexicon()


def read(printed: str) -> str:
    return " ".join(texts(without_stray(line(*printed.split()), LEXICON)))


@pytest.mark.parametrize(
    ("seen", "told"),
    [
        pytest.param(
            "skolan. flyttas till hösten", "skolan flyttas till hösten", id="a stop within a sentence"
        ),
        pytest.param("Skolan flyttas. Nämnden beslutar", "Skolan flyttas. Nämnden beslutar", id="a stop"),
        pytest.param("skolan. 12 barn", "skolan. 12 barn", id="a stop before a number"),
        pytest.param("skolor resp. förskolor", "skolor resp. förskolor", id="a shortened word"),
        pytest.param("enl. beslut", "enl. beslut", id="a short one"),
        pytest.param("brzk. beslut", "brzk. beslut", id="behind no word"),
        pytest.param("att skolan.flyttas nu", "att skolan flyttas nu", id="two words joined"),
        pytest.param("beslutet,.att skolan", "beslutet, att skolan", id="joined by a comma and a speck"),
        pytest.param("skolan'och barnen", "skolan och barnen", id="joined by an apostrophe"),
        pytest.param("www.skolan.info är", "www.skolan.info är", id="an address"),
        pytest.param("fr.o.m. hösten t.ex. nu", "fr.o.m. hösten t.ex. nu", id="short forms"),
        pytest.param("skolan.' Nämnden", "skolan. Nämnden", id="a quotation mark alone"),
        pytest.param("'skolan flyttas", "skolan flyttas", id="before a word"),
        pytest.param('"skolan flyttas', "skolan flyttas", id="a double one"),
        pytest.param("'skolan' flyttas", "'skolan' flyttas", id="a pair"),
        pytest.param("”skolan flyttas” nu", "”skolan flyttas” nu", id="a pair around words"),
        pytest.param("”skolan flyttas", "skolan flyttas", id="one of a pair"),
        pytest.param("Klas' motion", "Klas' motion", id="an owner"),
        pytest.param("brädor 5' och", "brädor 5' och", id="feet"),
    ],
)
def test_only_what_words_rule_out_is_left_out(seen: str, told: str) -> None:
    assert read(seen) == told


def test_a_stop_at_a_columns_end_stays() -> None:
    far = [*line("skolan."), *line("flyttas", left=600)]
    assert texts(without_stray(far, LEXICON)) == ["skolan.", "flyttas"]


def test_parted_words_stand_side_by_side() -> None:
    one, other = without_stray(line("skolan.flyttas", left=100), LEXICON)
    assert one.box
    assert other.box
    assert 100 == one.box.x0 < one.box.x1 < other.box.x0


@given(st.lists(st.text("abeåäö.,:'\"”-1", min_size=1, max_size=12), max_size=8))
def test_letters_and_figures_are_never_lost(words: list[str]) -> None:
    known = read_lexicon(["abba\t900\t0", "ebba\t900\t0"])
    told = "".join(texts(without_stray(line(*words), known)))
    assert [one for one in told if one.isalnum()] == [one for one in "".join(words) if one.isalnum()]


def test_words_without_places_stay() -> None:
    assert without_stray([Word("skolan.flyttas")], LEXICON) == (Word("skolan.flyttas"),)
