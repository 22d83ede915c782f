from __future__ import annotations

import random
import re
from collections.abc import Callable

import pytest

from models.swedish.tagger.learn.places import house, place, property_name, street

PLACE = r"(?:[A-ZÅÄÖ][a-zåäö]+ )?[A-ZÅÄÖ][a-zåäö]+"


@pytest.mark.parametrize(
    ("made", "form"),
    [
        (place, PLACE),
        (house, rf"{PLACE}(?: [a-zåäö]+)?"),
        (street, r"[A-ZÅÄÖ][a-zåäöé]+ \d{1,2}(?: [AB]|a)?"),
        (property_name, rf"(?:[A-Za-zåäö]+ (?:av )?)?{PLACE} \d+(?::\d+)?"),
    ],
)
def test_names_have_their_forms(made: Callable[[random.Random], str], form: str) -> None:
    names = [made(random.Random(seed)) for seed in range(400)]  # noqa: S311
    assert [name for name in names if not re.fullmatch(form, name)] == []
    assert len(set(names)) > 300
