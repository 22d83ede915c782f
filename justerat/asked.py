"""What people ask for, read as documents are read."""

from __future__ import annotations

from models.errors import SettingsError
from models.way import CaseNumber
from pipeline.extract.dnr.find import LABEL, find_dnrs


def numbers_of(text: str) -> tuple[CaseNumber, ...]:
    """The diarienummer that was given in any printed form; both readings where its order is unsettled."""
    bare = LABEL.sub("", text).strip()
    for printed in dict.fromkeys((bare, bare.upper())):
        found = find_dnrs(f"Dnr {printed}")
        if len(found) == 1:
            (dnr,) = found
            orders = (True, False) if dnr.year_first is None else (dnr.year_first,)
            registry = dnr.registry.upper() if dnr.registry else None
            readings = (dnr.reading(year_first=order, near=None) for order in orders)
            return tuple(CaseNumber(registry, *reading) for reading in readings)
    message = f"{text} is no diarienummer: give it as it is printed ('KS 2021/14')."
    raise SettingsError(message)
