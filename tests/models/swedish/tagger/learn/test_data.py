from __future__ import annotations

import lzma
from itertools import islice
from pathlib import Path

import numpy as np
import pytest

from models.swedish.held_out import held_out
from models.swedish.tagger.alphabet import PAD, code_of, encoded
from models.swedish.tagger.learn.confusions import confusions
from models.swedish.tagger.learn.corpus import Loose
from models.swedish.tagger.learn.data import Supply, families, foreign_words, pages_of, paragraphs_of
from models.swedish.tagger.learn.noise import table_of
from models.swedish.tagger.learn.plan import Plan
from models.swedish.tagger.learn.samples import Family
from models.swedish.tagger.tagger import WINDOW

LINES = [f"Granby bygger hus nummer {number}." for number in range(200)]
LEARNT = [line for line in LINES if not held_out(line)]
PAGE = [("Nämnden i Granby", "Namnden i Granby")]


def supply(paragraphs: list[str]) -> Supply:
    return Supply(paragraphs, Loose(), [Family(table_of({}), 1.0, 1.0)], [PAGE])


def test_held_out_paragraphs_and_empty_lines_are_left_out(tmp_path: Path) -> None:
    path = tmp_path / "text.xz"
    path.write_bytes(lzma.compress("\n\n".join(LINES).encode()))
    assert paragraphs_of(path) == LEARNT
    assert 0 < len(LEARNT) < len(LINES)
    assert paragraphs_of(path, most=9) == LEARNT[: len([line for line in LINES[:5] if not held_out(line)])]


def test_pairs_stand_by_model_and_page(tmp_path: Path) -> None:
    path = tmp_path / "pairs.tsv"
    rows = ["eng\t1\t1\tår\tar", 'eng\t1\t2\t"mål"\t"mal"', "eng\t2\t1\thör\thor", "swe\t2\t1\thör\thör"]
    path.write_text("\n".join(rows) + "\n", "utf-8")
    assert pages_of(path) == [[("år", "ar"), ('"mål"', '"mal"')], [("hör", "hor")], [("hör", "hör")]]


def test_each_family_of_models_has_its_part() -> None:
    found = families()
    assert len(found) == len(confusions())
    assert sum(family.weight for family in found) == pytest.approx(1.0)
    marked = code_of("å")
    lost = [float(family.table.shares[marked].sum()) * family.marked for family in found]
    assert max(lost) > 0.9
    assert min(lost) < 0.1


def test_common_words_of_other_languages_come_often() -> None:
    (words,) = foreign_words(1, ["da"])
    assert {"og", "ikke"} <= set(words)
    assert words.count("og") + words.count("Og") > words.count("kommune")
    assert all(word.isalpha() for word in words)
    assert 0.03 < np.mean([word.istitle() for word in words]) < 0.15
    assert foreign_words(1, ["da"]) == [words]


@pytest.mark.parametrize("size", [1, 5])
def test_batches_go_on_without_end(size: int) -> None:
    batches = list(islice(supply(LEARNT[:10]).batches(Plan(batch=size, workers=0)), 30))
    assert all(batch.shape == (3, size, WINDOW) and batch.dtype == np.int16 for batch in batches)
    assert all((batch[0, :, 0] != PAD).all() for batch in batches)


@pytest.mark.parametrize(("real", "expected"), [(0.0, False), (1.0, True)])
def test_the_plan_says_how_many_windows_are_really_read(real: float, expected: bool) -> None:
    first = next(supply(LEARNT).batches(Plan(batch=8, workers=0, real=real)))
    page = encoded("Namnden i Granby\n")
    assert all((window[: len(page)] == page).all() for window in first[0]) == expected


def test_workers_share_the_text() -> None:
    text = [*["a" * 30] * 40, *["b" * 30] * 40]
    plan = Plan(batch=4, workers=2, real=0.0)
    a, b = code_of("a"), code_of("b")
    for worker, own, other in ((0, a, b), (1, b, a)):
        batch = next(supply(text).batches(plan, worker))[0]
        assert (batch == own).sum() > 20 * (batch == other).sum()
