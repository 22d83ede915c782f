"""Measures get their signs back; questions and other letters stay."""

from __future__ import annotations

import pytest

from models.swedish.units import units
from models.text import Text


@pytest.mark.parametrize(
    ("read", "printed"),
    [
        ("högst 30 m? blir avgiften", "högst 30 m² blir avgiften"),
        ("högst 30 m?, varav", "högst 30 m², varav"),
        ("om 4 km?\nvid sjön", "om 4 km²\nvid sjön"),
        ("Granby 1:2 30 m? 5 200 kronor", "Granby 1:2 30 m² 5 200 kronor"),
        ("Granby 1:2 30 m” 5 200 kronor", "Granby 1:2 30 m² 5 200 kronor"),
        ("Granby 1:2 30 m?” 5 200 kronor", "Granby 1:2 30 m² 5 200 kronor"),
        ("Granby 1:2 30 m* stor", "Granby 1:2 30 m* stor"),
        ("utgör 66 %& av", "utgör 66 % av"),
        ("till 4,5 $% ränta", "till 4,5 % ränta"),
        ("utgör 66 %o av", "utgör 66 % av"),
        ("316 78,1 °o", "316 78,1 %"),
        ("900 71 ”o 12", "900 71 % 12"),
        ("75 °%\n", "75 %\n"),
        ("20 ° och", "20 ° och"),
        ("sa 20 ”och", "sa 20 ”och"),
        ("Blir det 30 m? Nämnden anser", "Blir det 30 m? Nämnden anser"),
        ("är det 30 m?", "är det 30 m?"),
        ("hur många m? det vet ingen", "hur många m? det vet ingen"),
        ("30 min? och", "30 min? och"),
        ("utgör 8 % av", "utgör 8 % av"),
    ],
)
def test_measures(read: str, printed: str) -> None:
    assert Text(read).apply(units(read)).content == printed
