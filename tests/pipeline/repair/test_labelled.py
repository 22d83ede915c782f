"""What the labels of a word make of it, with labels of our own."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.swedish.tagger.alphabet import KEEP, LOST, NOTHING, SIZE, code_of
from models.swedish.tagger.tagger import Labels, Said
from pipeline.repair.labelled import Labelled

_RARE = np.log(0.001)


def labelled(text: str, said: dict[int, str], lost: dict[int, str] | None = None) -> Labelled:
    """A text whose signs are kept, but for those that something else is said of."""
    here = np.full((len(text), SIZE), _RARE, dtype=np.float32)
    after = here.copy()
    here[:, KEEP], after[:, NOTHING] = np.log(0.8), np.log(0.99)
    for at, sign in said.items():
        here[at, KEEP] = _RARE
        here[at, code_of(sign) if sign else LOST] = np.log(0.95)
    for at, sign in (lost or {}).items():
        after[at, NOTHING] = _RARE
        after[at, code_of(sign)] = np.log(0.9)
    return Labelled(text, Said(Labels.of(here), Labels.of(after)))


def doubted(text: str, at: int, sign: str) -> Labelled:
    """A text whose signs are surely kept, but for one that may be another."""
    here = np.full((len(text), SIZE), np.log(0.0001), dtype=np.float32)
    after = here.copy()
    here[:, KEEP], after[:, NOTHING] = np.log(0.999), np.log(0.999)
    here[at, KEEP], here[at, code_of(sign)] = np.log(0.6), np.log(0.4)
    return Labelled(text, Said(Labels.of(here), Labels.of(after)))


@pytest.mark.parametrize(
    ("read", "said", "lost", "printed"),
    [
        ("for", {1: "ö"}, {}, "för"),
        ("iir", {0: "ä", 1: ""}, {}, "är"),
        ("fr", {}, {0: "ö"}, "för"),
        ("kornmun", {2: "m", 3: ""}, {}, "kommun"),
        ("ide", {0: ""}, {}, "de"),
        ("i", {}, {}, "i"),
    ],
)
def test_the_likeliest_word(read: str, said: dict[int, str], lost: dict[int, str], printed: str) -> None:
    found = labelled(read, said, lost)
    assert found.likeliest(0, len(read)).text == printed
    ways = found.ways(0, len(read), 8, 9.0)
    assert max(ways, key=lambda text: ways[text]) == printed
    assert read in ways
    assert found.weight_of(0, len(read), printed) == pytest.approx(ways[printed], abs=0.01)


def test_a_letter_lost_at_the_start_is_said_of_the_blank_before() -> None:
    found = labelled("ar ver", {}, {2: "ö"})
    assert found.lost_before(3)[0].text == "ö"
    ways = found.ways(3, 6, 8, 9.0)
    assert max(ways, key=lambda text: ways[text]) == "över"


def test_a_words_first_letter_keeps_its_case() -> None:
    assert "Granby" not in labelled("granby", {0: "G"}).ways(0, 6, 8, 9.0)


@settings(deadline=None)
@given(st.text(alphabet="aoirnm", min_size=1, max_size=12), st.integers(1, 8))
def test_ways_come_best_first_and_never_too_many(word: str, most: int) -> None:
    ways = labelled(word, {0: "ö"}).ways(0, len(word), most, 9.0)
    weights = [weight for text, weight in ways.items() if text != word]
    assert weights == sorted(weights, reverse=True)
    assert len(ways) <= most + 1
