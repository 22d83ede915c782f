"""Units in which documents name money: kronor, tkr, mnkr, öre, riksdaler, and a few other countries'."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from models.swedish.table import rows_of
from models.vocabulary import Currency


@dataclass(frozen=True, slots=True)
class Unit:
    """What a number before or after it counts: `factor` of the currency's whole units."""

    factor: Decimal
    currency: Currency


@cache
def pattern() -> str:
    """A pattern for one unit in any case, the longest first; a full stop may end its shortened words."""
    units = sorted((row["unit"] for row in rows_of("money")), key=len, reverse=True)
    return "|".join(re.escape(unit).replace(r"\ ", r"\.?[ ]") for unit in units)


def unit_of(printed: str) -> Unit | None:
    """The unit that is printed, found by `pattern`; None for a code in small letters, which is a word."""
    unit, capitals = _units()[" ".join(printed.replace(".", " ").split()).casefold()]
    return None if capitals and printed.islower() else unit


@cache
def _units() -> dict[str, tuple[Unit, bool]]:
    return {
        row["unit"]: (Unit(Decimal(row["factor"]), Currency(row["currency"])), row["capitals"] == "yes")
        for row in rows_of("money")
    }
