"""Acronyms with a speck in them."""

from __future__ import annotations

import pytest

from models.text import Text
from pipeline.repair.acronyms import torn_acronyms

_WHOLE = "Stöd till IFO. Frågan om IFO-chef.\n"


@pytest.mark.parametrize(
    ("read", "printed"),
    [
        (_WHOLE + "kan I'FO-chefen svara", _WHOLE + "kan IFO-chefen svara"),
        (_WHOLE + "kan T'FO-chefen svara", _WHOLE + "kan IFO-chefen svara"),
        (_WHOLE + "kan l’FO svara", _WHOLE + "kan IFO svara"),
        (_WHOLE + "av K'S beslutat", _WHOLE + "av K'S beslutat"),
        (_WHOLE + "av D'Angelo", _WHOLE + "av D'Angelo"),
        ("Stöd till IFO.\nkan I'FO-chefen svara", "Stöd till IFO.\nkan I'FO-chefen svara"),
    ],
)
def test_acronyms_that_stand_whole_elsewhere(read: str, printed: str) -> None:
    assert Text(read).apply(torn_acronyms(read)).content == printed
