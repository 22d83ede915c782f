from __future__ import annotations

from collections import defaultdict

import pytest

from models.swedish.tagger.learn.build_confusions import FAMILIES, table
from models.swedish.tagger.learn.confusions import (
    BY_HAND,
    DATA,
    MARKED,
    Confusion,
    confusions,
    mixed,
    read_confusions,
)

LEARNT = {"eng": {Confusion("ö", "é"): 0.4, Confusion("l", "i"): 0.007}, "swe": {Confusion("§", "$"): 0.2}}
HAND = {
    "worn": {Confusion("ö", "o"): 0.6, Confusion("l", "i"): 0.004, Confusion("rn", "m"): 0.004},
    "blank": {Confusion(" ", ". "): 0.001},
    "swe": {Confusion("ö", "o"): 0.002, Confusion("§", "$"): 0.3},
}


@pytest.mark.parametrize(
    ("family", "row", "share"),
    [
        ("eng", Confusion("ö", "é"), 0.4),
        ("eng", Confusion("l", "i"), 0.007),
        ("eng", Confusion("rn", "m"), 0.0005),
        ("eng", Confusion("ö", "o"), None),
        ("nor", Confusion("rn", "m"), 0.001),
        ("deu", Confusion("l", "i"), 0.001),
        ("swe", Confusion("ö", "o"), 0.002),
        ("swe", Confusion("§", "$"), 0.3),
        ("worn", Confusion("ö", "o"), 0.6),
        ("worn", Confusion("ö", "é"), None),
        *((family, Confusion(" ", ". "), 0.001) for family in ("eng", "nor", "deu", "swe", "worn")),
    ],
)
def test_families_mix_what_is_learnt_and_what_is_known(
    family: str, row: Confusion, share: float | None
) -> None:
    assert mixed(LEARNT, HAND)[family].get(row) == share


def test_nothing_learnt_and_nothing_known_mix_to_nothing() -> None:
    assert mixed({}, {}) == {family: {} for family in ("eng", "nor", "deu", "swe", "worn")}


def test_the_program_knows_its_families() -> None:
    assert confusions().keys() == {*FAMILIES, "worn"}


@pytest.mark.parametrize(
    ("family", "row", "least"),
    [
        ("eng", Confusion("å", "a"), 0.8),
        ("eng", Confusion("ö", "é"), 0.3),
        ("nor", Confusion("ä", "å"), 0.9),
        ("deu", Confusion("å", "ä"), 0.9),
        ("swe", Confusion("§", "$"), 0.1),
        ("worn", Confusion("ä", "i"), 0.1),
    ],
)
def test_what_each_family_makes_of_its_letters(family: str, row: Confusion, least: float) -> None:
    assert confusions()[family][row] > least


def test_every_family_has_the_same_specks() -> None:
    specks = [
        {row: share for row, share in rows.items() if row.printed == " "} for rows in confusions().values()
    ]
    assert len(specks[0]) == 20
    assert all(rows == specks[0] for rows in specks)


def test_no_letter_is_read_wrong_more_often_than_it_is_printed() -> None:
    for rows in confusions().values():
        total: defaultdict[str, float] = defaultdict(float)
        for row, share in rows.items():
            assert row.printed != row.read
            assert share > 0
            total[row.printed] += share
        assert max(total.values()) <= 1.0


def test_swedish_models_seldom_lose_a_marked_letter() -> None:
    swedish = confusions()["swe"]
    small = {row: share for row, share in swedish.items() if row.printed in MARKED and row.printed.islower()}
    assert sum(small.values()) < 0.03


def test_rows_by_hand_are_of_letter_shapes_not_of_words() -> None:
    rows = [
        row for shares in read_confusions(BY_HAND.read_text("utf-8").splitlines()).values() for row in shares
    ]
    assert all(len(row.printed.strip()) <= 2 and len(row.read) <= 3 for row in rows)


def test_learnt_and_known_rows_are_kept_apart() -> None:
    learnt = read_confusions(DATA.read_text("utf-8").splitlines())
    assert learnt.keys() == FAMILIES.keys()
    assert all(" " not in row.printed + row.read for shares in learnt.values() for row in shares)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("eng\tä\ta\t0.8\n", {"eng": {Confusion("ä", "a"): 0.8}}),
        ("eng\tl\t\t0.001", {"eng": {Confusion("l", ""): 0.001}}),
        ("blank\t \t. \t0.0003", {"blank": {Confusion(" ", ". "): 0.0003}}),
        ("worn\tä\t#\t1e-05", {"worn": {Confusion("ä", "#"): 1e-05}}),
        ("# Counted over 9 letters.", {}),
        ("\n", {}),
    ],
)
def test_rows_are_read(line: str, expected: dict[str, dict[Confusion, float]]) -> None:
    assert read_confusions([line]) == expected


def test_a_table_is_read_as_it_was_written() -> None:
    shares = {Confusion("å", "a"): 0.872, Confusion("rn", "m"): 0.0105, Confusion("l", ""): 0.000338}
    assert read_confusions(table("eng", shares, "a remark").splitlines(keepends=True)) == {"eng": shares}
