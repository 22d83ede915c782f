"""Words that differ in marks alone, settled by their neighbours, with labels of our own."""

from __future__ import annotations

import numpy as np
import pytest

from models.swedish.tagger.alphabet import KEEP, NOTHING, SIZE, code_of
from models.swedish.tagger.tagger import Labels, Said
from models.text import Text
from pipeline.repair.labelled import Labelled
from pipeline.repair.twins import settled
from pipeline.repair.words import Reader


def mended(read: str, at: int, sign: str) -> str:
    """What the neighbours make of a text of which the tagger doubts one sign."""
    here = np.full((len(read), SIZE), np.log(0.0001), dtype=np.float32)
    after = here.copy()
    here[:, KEEP], after[:, NOTHING] = np.log(0.999), np.log(0.999)
    here[at, KEEP], here[at, code_of(sign)] = np.log(0.6), np.log(0.4)
    reader = Reader(read, Labelled(read, Said(Labels.of(here), Labels.of(after))), 0)
    words = [*reader.read()]
    return Text(read).apply(done.change() for _, done in settled(reader, words) if done).content


@pytest.mark.parametrize(
    ("read", "at", "sign", "printed"),
    [
        ("vi vill fortsatta arbeta", 13, "ä", "vi vill fortsätta arbeta"),
        ("Las den har", 9, "ä", "Las den här"),
        ("DEN HAR PLANEN", 5, "ä", "DEN HAR PLANEN"),
        ("nämnden har beslutat", 9, "ä", "nämnden har beslutat"),
        ("de fortsatta insatserna", 8, "ä", "de fortsatta insatserna"),
    ],
)
def test_neighbours_settle_twins(read: str, at: int, sign: str, printed: str) -> None:
    assert mended(read, at, sign) == printed
