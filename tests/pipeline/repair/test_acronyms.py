"""Acronyms with a speck in them."""

from __future__ import annotations

import pytest

from models.text import Text
from pipeline.repair.acronyms import torn_acronyms

_WHOLE = "Val av IT-stöd. Byte av IT-system.\n"


@pytest.mark.parametrize(
    ("read", "printed"),
    [
        (_WHOLE + "kan I'T-chefen svara", _WHOLE + "kan IT-chefen svara"),
        (_WHOLE + "kan T'T-chefen svara", _WHOLE + "kan IT-chefen svara"),
        (_WHOLE + "kan l’T svara", _WHOLE + "kan IT svara"),
        (_WHOLE + "av K'S beslutat", _WHOLE + "av K'S beslutat"),
        (_WHOLE + "av D'Angelo", _WHOLE + "av D'Angelo"),
        ("Val av IT-stöd.\nkan I'T-chefen svara", "Val av IT-stöd.\nkan I'T-chefen svara"),
    ],
)
def test_acronyms_that_stand_whole_elsewhere(read: str, printed: str) -> None:
    assert Text(read).apply(torn_acronyms(read)).content == printed
