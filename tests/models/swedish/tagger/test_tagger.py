"""The trained tagger on text of any length."""

from __future__ import annotations

import numpy as np
import pytest

from models.swedish.tagger.alphabet import KEEP, SIZE, code_of
from models.swedish.tagger.tagger import tagger

SOUND = "Kommunstyrelsen i Granby beslutar att lämna ärendet till nämnden för yttrande.\n"


@pytest.mark.parametrize("length", [0, 1, 3, 511, 512, 513, 2_000])
def test_every_sign_gets_its_labels(length: int) -> None:
    labels = tagger().labels((SOUND * 30)[:length])
    assert labels.here.shape == labels.after.shape == (length, SIZE)
    assert np.allclose(np.exp(labels.here).sum(axis=1), 1.0, atol=1e-3)


def test_sound_text_is_kept() -> None:
    labels = tagger().labels(SOUND * 20)
    assert (labels.here.argmax(axis=1) == KEEP).all()
    assert (labels.after.argmax(axis=1) == KEEP).all()


def test_lost_letters_are_labelled_with_what_is_printed() -> None:
    read = SOUND.translate(str.maketrans("åäö", "aao"))
    said = tagger().labels(read).here.argmax(axis=1)
    assert [int(said[at]) for at in range(len(read)) if SOUND[at] != read[at]] == [
        code_of(SOUND[at]) for at in range(len(read)) if SOUND[at] != read[at]
    ]


def test_a_window_does_not_depend_on_what_is_far_from_it() -> None:
    near = tagger().labels(SOUND * 20)
    far = tagger().labels(SOUND * 20 + "slut " * 400)
    assert np.array_equal(near.here.argmax(axis=1)[:1000], far.here.argmax(axis=1)[:1000])
