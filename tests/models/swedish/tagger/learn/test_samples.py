from __future__ import annotations

from itertools import islice

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from rapidfuzz.distance import Levenshtein

from models.swedish.tagger.alphabet import KEEP, LOST, NOTHING, PAD, code_of, encoded
from models.swedish.tagger.learn.confusions import Confusion
from models.swedish.tagger.learn.corpus import Loose
from models.swedish.tagger.learn.noise import table_of
from models.swedish.tagger.learn.samples import Family, aligned, drawn, padded, really_read
from models.swedish.tagger.tagger import WINDOW
from tests.models.swedish.tagger.learn.undone import undone

SIGNS = "abrnö. "
PIECES = st.sampled_from(SIGNS).flatmap(
    lambda sign: st.tuples(st.just(sign), st.sampled_from([sign, sign, sign, "", "o", f"{sign}i"]))
)
PARAGRAPHS = [f"Nämnden i Granby beslutar att bygga hus nummer {number}." for number in range(90)]
PAGE = [("Nämnden i Granby", "Namnden i Granby"), ("antar förslaget.", "antar f6rslagct.")]


def sayable(printed: str, read: str) -> bool:
    """Whether the shortest way puts in one sign at a place, and none before the first."""
    steps = [step for step in Levenshtein.opcodes(read, printed) if step.tag == "insert"]
    return all(step.src_start and step.dest_end - step.dest_start == 1 for step in steps)


@given(st.lists(PIECES, max_size=40))
def test_undoing_the_labels_gives_the_printed_line_back(pieces: list[tuple[str, str]]) -> None:
    printed, read = ("".join(column) for column in zip(*pieces, strict=True)) if pieces else ("", "")
    assume(sayable(printed, read))
    assert undone(*aligned(printed, read)) == encoded(printed).tolist()


@given(st.text(SIGNS, max_size=12), st.text(SIGNS, max_size=12))
def test_any_two_lines_can_be_laid_beside_each_other(printed: str, read: str) -> None:
    codes, here, after = aligned(printed, read)
    assert codes.tolist() == encoded(read).tolist()
    assert len(here) == len(after) == len(read)
    assert not sayable(printed, read) or undone(codes, here, after) == encoded(printed).tolist()


@pytest.mark.parametrize(
    ("printed", "read", "here", "after"),
    [
        ("för", "f6r", "=ö=", "   "),
        ("barn", "bam", "==n", " r "),
        ("till", "tll", "===", "i  "),
        ("av", "a v", "=×=", "   "),
        ("Granby", "ranby", "=====", "     "),
        ("två rum", "tv", "==", " å"),
        ("", "ab", "××", "  "),
        ("m² ut", "m? ut", "=====", "     "),
        ("m² ut", "m ut", "====", "    "),
    ],
)
def test_labels_go_the_shortest_way(printed: str, read: str, here: str, after: str) -> None:
    _, said, lost = aligned(printed, read)
    assert said.tolist() == [{"=": KEEP, "×": LOST}.get(sign, code_of(sign)) for sign in here]
    assert lost.tolist() == [NOTHING if sign == " " else code_of(sign) for sign in after]


@pytest.mark.parametrize("length", [0, 1, WINDOW, WINDOW + 9])
def test_windows_have_one_size(length: int) -> None:
    codes = np.arange(length, dtype=np.int64) + 1
    window = padded(codes, codes, codes)
    for row in window:
        assert row.tolist() == [*codes[:WINDOW].tolist(), *[PAD] * (WINDOW - length)]


def test_drawn_windows_hold_the_text_and_undo_its_damage() -> None:
    families = [
        Family(table_of({Confusion("ä", "a"): 0.9}), 0.5, 1.0),
        Family(table_of({Confusion("y", "v"): 0.3}), 0.5, 1.0),
    ]
    windows = list(islice(drawn(PARAGRAPHS, Loose([["house", "and"]]), families, seed=3), 60))
    assert all(row.shape == (WINDOW,) and row.dtype == np.int64 for window in windows for row in window)
    assert all(not here[read == PAD].any() and not after[read == PAD].any() for read, here, after in windows)
    said = {int(code) for window in windows for code in window.here}
    assert {KEEP, code_of("ä"), code_of("y")} <= said
    assert any(_holds(undone(*window), "Nämnden i Granby") for window in windows)


def _holds(codes: list[int], text: str) -> bool:
    wanted = encoded(text).tolist()
    return any(codes[at : at + len(wanted)] == wanted for at in range(len(codes)))


def test_the_same_seed_draws_the_same_windows() -> None:
    families = [Family(table_of({Confusion("ä", "a"): 0.9}), 1.0, 1.0)]
    first, again, other = (list(islice(drawn(PARAGRAPHS, Loose(), families, seed), 5)) for seed in (1, 1, 2))
    assert np.array_equal(first, again)
    assert not np.array_equal(first, other)


def test_no_text_draws_no_window() -> None:
    assert list(drawn([], Loose(), [Family(table_of({}), 1.0, 1.0)], seed=1)) == []
    assert list(really_read([], seed=1)) == []


def test_really_read_windows_undo_what_an_engine_did() -> None:
    lines = [encoded(f"{printed}\n").tolist() for printed, _ in PAGE]
    for read, here, after in islice(really_read([PAGE], seed=1), 10):
        size = int((read != PAD).sum())
        assert undone(read[:size], here[:size], after[:size]) in ([*lines[0], *lines[1]], lines[1])
