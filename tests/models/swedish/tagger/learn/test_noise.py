from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.swedish.tagger.alphabet import KEEP, LOST, NOTHING, PAD, Codes, code_of, encoded
from models.swedish.tagger.learn.confusions import Confusion, Shares
from models.swedish.tagger.learn.noise import Degree, emitted, labelled, table_of
from tests.models.swedish.tagger.learn.undone import undone

SIGNS = "abrnmi åäö.\n"
ROWS = st.builds(Confusion, st.text(SIGNS, min_size=1, max_size=4), st.text(SIGNS + "éΩ", max_size=3))
TABLES = st.dictionaries(ROWS, st.floats(0.01, 1), max_size=12)
TEXTS = st.text(SIGNS + "Ω", max_size=60)
SEEDS = st.integers(0, 2**32)
NONE = Degree(0, 0, 0, stray=0)
MUCH = Degree(1, 5, 5, stray=0.1)


def read_as(printed: str, shares: Shares, degree: Degree, seed: int) -> Codes:
    return emitted(encoded(printed), table_of(shares), degree, np.random.default_rng(seed))


def shown(signs: Codes) -> list[int]:
    codes: list[int] = signs[signs != PAD].tolist()
    return codes


def share_wrong(printed: str, shares: Shares, degree: Degree) -> float:
    wrong = [(read_as(printed, shares, degree, seed)[:, 0] != encoded(printed)).mean() for seed in range(200)]
    return float(np.mean(wrong))


@given(TABLES, TEXTS, SEEDS)
def test_undoing_the_labels_gives_the_printed_text_back(shares: Shares, printed: str, seed: int) -> None:
    text, signs = encoded(printed), read_as(printed, shares, MUCH, seed)
    lost = (signs == PAD).all(axis=1)
    # No label has a place for a sign lost before all others, or next to another that was lost.
    unsaid = lost & np.concatenate(([True], lost[:-1]))[: len(lost)]
    assert undone(*labelled(text, signs)) == text[~unsaid].tolist()


@given(TABLES, TEXTS, SEEDS)
def test_degrees_of_nothing_change_nothing(shares: Shares, printed: str, seed: int) -> None:
    text = encoded(printed)
    read, here, after = labelled(text, read_as(printed, shares, NONE, seed))
    assert read.tolist() == text.tolist()
    assert set(here.tolist()) <= {KEEP}
    assert set(after.tolist()) <= {NOTHING}


@given(TEXTS, SEEDS)
def test_an_empty_table_changes_nothing(printed: str, seed: int) -> None:
    assert shown(read_as(printed, {}, Degree(1, 8, 30, stray=0), seed)) == encoded(printed).tolist()


@pytest.mark.parametrize(
    ("printed", "read", "here", "after"),
    [
        ("rn", ["m", ""], "r", "n"),
        ("m", ["rn"], "m×", "  "),
        ("ä", ["ii"], "ä×", "  "),
        ("l", ["il"], "×=", "  "),
        ("ill", ["i", "", "l"], "==", "l "),
        ("ill", ["i", "", ""], "=", "l"),
        ("ål", ["", "l"], "=", " "),
        ("nn", ["r", "m"], "nn", "  "),
        ("för", ["f", "é", "r"], "=ö=", "   "),
        ("", [], "", ""),
    ],
)
def test_labels_say_what_is_printed(printed: str, read: list[str], here: str, after: str) -> None:
    signs = np.full((len(printed), 3), PAD, dtype=np.int64)
    for row, found in zip(signs, read, strict=True):
        row[: len(found)] = encoded(found)
    codes, said, lost = labelled(encoded(printed), signs)
    assert codes.tolist() == encoded("".join(read)).tolist()
    assert said.tolist() == [{"=": KEEP, "×": LOST}.get(sign, code_of(sign)) for sign in here]
    assert lost.tolist() == [NOTHING if sign == " " else code_of(sign) for sign in after]


@pytest.mark.parametrize(
    ("printed", "read"),
    [
        ("rn", "m"),
        ("m", "rn"),
        ("ll", ""),
        ("ni", "m"),
        ("lä", "Ia"),
        ("nn", "rmi"),
        ("a", ""),
        (" i ", " 1 "),
    ],
)
def test_what_the_table_holds_is_read_now_and_then(printed: str, read: str) -> None:
    shares = {Confusion(printed, read): 0.6}
    seen = {
        tuple(shown(read_as(f"G{printed}y", shares, Degree(1, 1, 1, stray=0.0002), seed)))
        for seed in range(100)
    }
    assert {tuple(encoded(f"G{middle}y").tolist()) for middle in (printed, read)} <= seen


def test_rows_that_a_table_has_no_place_for_are_left_out() -> None:
    shares = {Confusion("a", "bbbb"): 0.9, Confusion("a", "a"): 0.9, Confusion("", "b"): 0.9}
    table = table_of(shares)
    assert not table.shares.any()
    assert not table.groups.printed


def test_the_likeliest_readings_are_kept() -> None:
    readings = "bcdefghijklmnopqrstuvwxyzåäö"
    table = table_of({Confusion("a", sign): number / 1000 for number, sign in enumerate(readings, 1)})
    kept = table.outcomes[code_of("a"), :, 0].tolist()
    assert kept == encoded(readings[::-1][: len(kept)]).tolist()
    assert len(kept) < len(readings)


@pytest.mark.parametrize(("marked", "expected"), [(1.0, 0.8), (0.5, 0.4), (0.0, 0.0)])
def test_the_degree_says_how_many_marked_letters_are_lost(marked: float, expected: float) -> None:
    shares = {Confusion("å", "a"): 0.6, Confusion("å", "d"): 0.2}
    found = share_wrong("å" * 100, shares, Degree(marked, 5, 5, stray=0))
    assert found == pytest.approx(expected, abs=0.03)


@pytest.mark.parametrize(
    ("degree", "expected"),
    [
        (Degree(0, 1, 0, stray=0), {"a"}),
        (Degree(0, 0, 1, stray=0), {" "}),
        (Degree(1, 0, 0, stray=0), {"ö"}),
        (Degree(1, 1, 1, stray=0), {"a", " ", "ö"}),
    ],
)
def test_each_degree_is_for_signs_of_its_own(degree: Degree, expected: set[str]) -> None:
    shares = {Confusion(sign, "."): 0.5 for sign in "aö "}
    assert {sign for sign in "aö " if share_wrong(sign * 50, shares, degree) > 0} == expected


def test_stray_signs_leave_blanks_and_ends_of_lines_alone() -> None:
    printed = "Granby kommun\n" * 20
    signs = read_as(printed, {}, Degree(0, 0, 0, stray=1), 1)
    same = signs[:, 0] == encoded(printed)
    blank = np.array([sign.isspace() for sign in printed])
    assert same[blank].all()
    assert same[~blank].mean() < 0.1
