"""The trained tagger on text of any length."""

from __future__ import annotations

import numpy as np
import pytest

from models.swedish.tagger.alphabet import KEEP, SIZE, code_of
from models.swedish.tagger.tagger import Labels, tagger

SOUND = "Kommunstyrelsen i Granby beslutar att lämna ärendet till nämnden för yttrande.\n"


@pytest.mark.parametrize("length", [0, 1, 3, 511, 512, 513, 2_000])
def test_every_sign_gets_its_labels(length: int) -> None:
    for labels in tagger().labels((SOUND * 30)[:length]):
        assert labels.labels.shape == labels.logs.shape
        assert len(labels.labels) == length
        assert (np.diff(labels.logs, axis=1) <= 0).all()
        assert (np.exp(labels.logs.astype(float)).sum(axis=1) < 1.01).all()


def test_sound_text_is_kept() -> None:
    for labels in tagger().labels(SOUND * 20):
        assert (labels.labels[:, 0] == KEEP).all()


def test_lost_letters_are_labelled_with_what_is_printed() -> None:
    read = SOUND.translate(str.maketrans("åäö", "aao"))
    said = tagger().labels(read).here.labels[:, 0]
    assert [int(said[at]) for at in range(len(read)) if SOUND[at] != read[at]] == [
        code_of(SOUND[at]) for at in range(len(read)) if SOUND[at] != read[at]
    ]


def test_a_window_does_not_depend_on_what_is_far_from_it() -> None:
    near = tagger().labels(SOUND * 20)
    far = tagger().labels(SOUND * 20 + "slut " * 400)
    assert np.array_equal(near.here.labels[:1000, 0], far.here.labels[:1000, 0])


def test_of_all_labels_the_likeliest_are_kept() -> None:
    shares = np.log(np.full((1, SIZE), 1e-4, dtype=np.float32))
    shares[0, [7, 3]] = np.log([0.7, 0.2])
    labels = Labels.of(shares)
    assert [label for label, _ in labels.ranked(0)[:2]] == [7, 3]
    assert labels.log_of(0, 3, -9.0) == pytest.approx(np.log(0.2), abs=0.01)
    assert labels.log_of(0, 150, -12.0) <= np.log(1e-4) + 0.1
