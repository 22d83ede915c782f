from __future__ import annotations

import random
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from models.swedish.tagger.learn.corpus import Loose, Setting, in_capitals, in_lines, pages

WORDS = st.lists(st.text("abcdeåäö", min_size=1, max_size=16), min_size=1, max_size=40)
SEEDS = st.integers(0, 2**32)
PARAGRAPHS = [
    f"Nämnden i Granby antog den {number} maj en stadsplan för bostadsområdet intill bruket."
    for number in range(1, 121)
]


def rng_of(seed: int) -> random.Random:
    return random.Random(seed)  # noqa: S311


@given(WORDS, st.integers(20, 96), st.sampled_from([0.0, 0.2, 1.0]), SEEDS)
def test_lines_keep_to_their_width_and_lose_nothing(
    words: list[str], width: int, cut: float, seed: int
) -> None:
    lines = in_lines(" ".join(words), Setting(width, cut), rng_of(seed)).split("\n")
    assert all(len(line) <= width for line in lines)
    assert "\n".join(lines).replace("-\n", "").replace("\n", " ") == " ".join(words)


@given(WORDS, st.integers(20, 96), SEEDS)
def test_words_are_cut_with_a_hyphen_and_not_too_near_their_ends(
    words: list[str], width: int, seed: int
) -> None:
    lines = in_lines(" ".join(words), Setting(width, 1.0), rng_of(seed)).split("\n")
    for line, following in pairwise(lines):
        if line.endswith("-"):
            head, tail = line.split(" ")[-1].removesuffix("-"), following.split(" ")[0]
            assert head + tail in words
            assert len(head) >= 2
            assert len(tail) >= 3


@given(WORDS, SEEDS)
def test_no_word_is_cut_where_none_shall_be(words: list[str], seed: int) -> None:
    assert "-" not in in_lines(" ".join(words), Setting(30, 0.0), rng_of(seed))


def test_a_word_longer_than_the_line_stands_alone() -> None:
    text = in_lines("en kommunfullmäktigeordförande sa", Setting(10, 0.0), rng_of(1))
    assert text.split("\n") == ["en", "kommunfullmäktigeordförande", "sa"]


@given(SEEDS)
def test_a_run_of_words_goes_into_capitals(seed: int) -> None:
    text = "ärenden som nämnden i den lilla orten tog upp på sitt möte i maj"
    words = in_capitals(text, rng_of(seed)).split(" ")
    assert " ".join(words).lower() == text
    capitals = [at for at, word in enumerate(words) if word.isupper()]
    assert 1 <= len(capitals) <= 9
    assert capitals == list(range(capitals[0], capitals[-1] + 1))


def test_pages_hold_every_paragraph_in_its_order() -> None:
    text = "".join(pages(PARAGRAPHS, Loose(), rng_of(1)))
    flat = " ".join(text.replace("-\n", "").lower().split())
    # On some pages verbs stand in the plural, and small words are old ones.
    flat = flat.replace("antogo ", "antog ").replace(" uti ", " i ")
    places = [flat.find(paragraph.lower()) for paragraph in PARAGRAPHS]
    assert -1 not in places
    assert places == sorted(places)


def test_pages_are_set_in_many_ways() -> None:
    loose = Loose([["house", "street"]], ["brygga"])
    found = [page for seed in range(40) for page in pages(PARAGRAPHS, loose, rng_of(seed))]
    widths = {max(map(len, page.split("\n"))) for page in found}
    assert len(widths) > 8
    assert any("\n\n" in page for page in found)
    assert any("-\n" in page for page in found)
    assert any("NÄMNDEN" in page for page in found)
    assert any("house street" in page for page in found)
    assert any("brygga brygga" in page for page in found)
    assert any("i Granby antogo den" in page for page in found), "a verb in the plural"
    assert any(" (S)" in page for page in found), "lists of people"


def test_a_page_has_six_to_thirty_paragraphs() -> None:
    found = list(pages(PARAGRAPHS, Loose(), rng_of(2)))
    assert all(page.lower().replace("-\n", "").count("antog") <= 30 for page in found)
    assert len(found) >= len(PARAGRAPHS) / 30


def test_the_same_seed_sets_the_same_pages() -> None:
    first, again, other = (list(pages(PARAGRAPHS, Loose(), rng_of(seed))) for seed in (1, 1, 2))
    assert first == again
    assert first != other


def test_no_paragraphs_make_no_page() -> None:
    assert list(pages([], Loose(), rng_of(1))) == []
