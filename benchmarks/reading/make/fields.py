"""Fields of the texts, `<name>`, filled anew for each page, so that no two pages hold the same numbers."""

from __future__ import annotations

import re
from collections.abc import Callable

from numpy.random import Generator

_FIELD = re.compile(r"<([^<>]+)>")
_MONTHS = (
    "januari", "februari", "mars", "april", "maj", "juni",
    "juli", "augusti", "september", "oktober", "november", "december",
)  # fmt: skip
_FIRST = (
    "Annika", "Bengt-Åke", "Cecilia", "Dag", "Elsa", "Folke", "Göran", "Hjördis", "Ingvar", "Jörgen", "Karin",
    "Lennart", "Märta", "Nils", "Ove", "Pär", "Ragnhild", "Sören", "Tyra", "Ulf", "Viola", "Åke", "Östen",
    "Aida", "Mehmet", "Zofia",
)  # fmt: skip
_LAST = (
    "Almefors", "Björkvall", "Dahlhem", "Ekenstam", "Forsåker", "Grönhult", "Hällberg", "Idegren", "Järnhed",
    "Klövstad", "Lövmark", "Mossbäck", "Norrhage", "Ovenfelt", "Påhlman", "Rönnefors", "Skogås", "Tångby",
    "Uddmark", "Vätterby", "Wallinder", "Åsvik", "Ängelid", "Ödlund", "Kovalik", "Yildar",
)  # fmt: skip
_PARTIES = ("S", "M", "C", "V", "KD", "L", "MP", "SD")
_REGISTRIES = ("KS", "KF", "BUN", "SN", "MBN", "TN", "KFN")
_PLACES = ("Ekvalla", "Åby", "Västra Sjöbo", "Östervik", "Lövängen", "Kvarnåsen", "Hällby")
_STREETS = ("Torggatan", "Skolgatan", "Åvägen", "Östra Järnvägsgatan", "Ängsstigen", "Kyrkbacken")
_MATTERS = ("ortsnamn i Hällby", "val av revisor", "hyra av ishallen", "lokaler för daglig verksamhet")
_PAPER_MONTHS = (
    "jan.",
    "febr.",
    "mars",
    "april",
    "maj",
    "juni",
    "juli",
    "aug.",
    "sept.",
    "okt.",
    "nov.",
    "dec.",
)


def filled(text: str, generator: Generator) -> str:
    """The text with every field filled; a field without a name of this table is a KeyError."""
    return _FIELD.sub(lambda field: _FIELDS[field[1]](generator), text)


def amount(generator: Generator, least: int = 1_000, most: int = 9_000_000) -> str:
    """A number of some size, in groups of three figures: "1 245 500"."""
    exponent = generator.uniform(0, 1)
    value = int(least * (most / least) ** exponent)
    round_to = 10 ** max(0, len(str(value)) - int(generator.integers(3, 5)))
    return f"{value // round_to * round_to:,}".replace(",", " ")


def _one(generator: Generator, words: tuple[str, ...]) -> str:
    return words[int(generator.integers(len(words)))]


def _number(generator: Generator, least: int, most: int) -> int:
    return int(generator.integers(least, most + 1))


def _year(generator: Generator) -> str:
    return str(_number(generator, 1996, 2024))


def _date(generator: Generator) -> str:
    return f"{_number(generator, 1, 28)} {_one(generator, _MONTHS)} {_year(generator)}"


def _iso_date(generator: Generator) -> str:
    month, day = _number(generator, 1, 12), _number(generator, 1, 28)
    return f"{_year(generator)}-{month:02}-{day:02}"


def _dnr(generator: Generator) -> str:
    registry, year, number = _one(generator, _REGISTRIES), _year(generator), _number(generator, 2, 980)
    forms = (
        f"{registry} {year}/{number}",
        f"{registry}-{year}-{number:05}",
        f"{registry} {year}/{number:04}",
    )
    return _one(generator, (*forms, f"{year}/{number}-{_number(generator, 100, 900)}"))


def _paragraphs(generator: Generator) -> str:
    first = _number(generator, 2, 240)
    return _one(generator, (f"§ {first}", f"§ {first}", f"§§ {first}–{first + _number(generator, 1, 6)}"))


def _name(generator: Generator) -> str:
    return f"{_one(generator, _FIRST)} {_one(generator, _LAST)}"


def _property(generator: Generator) -> str:
    return f"{_one(generator, _PLACES)} {_number(generator, 1, 9)}:{_number(generator, 2, 140)}"


def _share(generator: Generator) -> str:
    whole, part = _number(generator, 1, 97), _number(generator, 0, 9)
    return _one(generator, (f"{whole},{part} %", f"{whole} %"))


def _clock(generator: Generator) -> str:
    return f"{_number(generator, 8, 20):02}.{5 * _number(generator, 0, 11):02}"


def _old_amount(generator: Generator) -> str:
    value = _number(generator, 12, 48_000)
    return f"{value:,}".replace(",", ".") + _one(generator, (":-", ":50", ":75", ":–"))


def _old_date(generator: Generator) -> str:
    return (
        f"den {_number(generator, 1, 28)} {_one(generator, _PAPER_MONTHS)} {_number(generator, 1946, 1961)}"
    )


_FIELDS: dict[str, Callable[[Generator], str]] = {
    "dnr": _dnr,
    "datum": _date,
    "isodatum": _iso_date,
    "år": _year,
    "belopp": amount,
    "tkr": lambda generator: amount(generator, 100, 900_000),
    "procent": _share,
    "n": lambda generator: str(_number(generator, 2, 98)),
    "§": _paragraphs,
    "klocka": _clock,
    "namn": _name,
    "person": lambda generator: f"{_name(generator)} ({_one(generator, _PARTIES)})",
    "fastighet": _property,
    "gata": lambda generator: f"{_one(generator, _STREETS)} {_number(generator, 1, 78)}",
    "ärende": lambda generator: _one(generator, _MATTERS),
    "gammaltbelopp": _old_amount,
    "gammaltdatum": _old_date,
    "gammaltår": lambda generator: str(_number(generator, 1540, 1890)),
}
