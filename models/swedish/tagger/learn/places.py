"""Names of places, houses, streets and properties, put together of the parts that such names have."""

from __future__ import annotations

import random

from models.swedish.table import rows_of

_TAILS = (
    "by", "bo", "berga", "boda", "torp", "hult", "ryd", "sta", "stad", "vik", "näs", "sund", "ås", "ö",
    "sjö", "fors", "dal", "mo", "hed", "hem", "köping", "bruk", "lunda", "åker", "äng", "bäck", "kulla",
    "rud", "tuna",
)  # fmt: skip
"""What Swedish names of places end in (Svenskt ortnamnslexikon)."""
_HOUSES = (
    "skolan", "skolan", "skolan", "gården", "hemmet", "hallen", "parken", "badet", "kyrkan", "bron",
    "kvarnen", "sjön", "viken", "udden", "berget", "ängen", "bäcken", "åsen", "skogen", "torget", "verket",
    "stationen",
)  # fmt: skip
_APART = (
    "förskola", "friskola", "församling", "idrottsplats", "äldreboende", "kyrka", "socken", "industriområde",
)  # fmt: skip
"""What stands behind the name of a place as a word of its own."""
_STREETS = ("gatan", "gatan", "vägen", "vägen", "gränd", "stigen", "allén", "torget", "backen", "plan")
_POINTS = ("Västra", "Östra", "Norra", "Södra", "Övre", "Nedre", "Stora", "Lilla", "Gamla", "Nya", "Sankt")
_ANY = (
    "kv",
    "fastigheten",
    "Fastigheten",
    "kvarteret",
    "del av",
    "stadsägan",
    "stamfastigheten",
    "å",
    "till",
)

_HEADS = tuple(row["part"] for row in rows_of("name_parts") if row["use"] in {"head", "given"})


def _head(rng: random.Random) -> str:
    return rng.choice(_HEADS).title()


def place(rng: random.Random) -> str:
    """A name of a place."""
    name = _head(rng) + rng.choice(("", "", "s", "e", "a")) + rng.choice(_TAILS)
    return f"{rng.choice(_POINTS)} {name}" if rng.random() < 0.15 else name


def house(rng: random.Random) -> str:
    """A school, hall, church or piece of nature that bears a name."""
    if rng.random() < 0.3:
        return f"{place(rng)} {rng.choice(_APART)}"
    return _head(rng) + rng.choice(("", "a", "s", "e")) + rng.choice(_HOUSES)


def street(rng: random.Random) -> str:
    """A street with the number of a house."""
    letter = rng.choice(("", "", "", " A", " B", "a"))
    return f"{_head(rng)}{rng.choice(('', 's', 's', 'e'))}{rng.choice(_STREETS)} {rng.randint(1, 99)}{letter}"


def property_name(rng: random.Random) -> str:
    """The name of a property: a place or quarter with its numbers (Fastighetsdatalagen)."""
    name = place(rng) if rng.random() < 0.6 else _head(rng) + rng.choice(("", "en", "et", "an"))
    numbers = f"{rng.randint(1, 40)}:{rng.randint(1, 300)}" if rng.random() < 0.8 else str(rng.randint(1, 30))
    before = f"{rng.choice(_ANY)} " if rng.random() < 0.3 else ""
    return f"{before}{name} {numbers}"
