"""What minutes have and running text has not: people with their parties, matters, numbers, addresses."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from models.swedish.table import rows_of
from models.swedish.tagger.learn.places import house, place, property_name, street


@cache
def _column(table: str, column: str, use: str = "") -> tuple[str, ...]:
    return tuple(row[column] for row in rows_of(table) if not use or row["use"] == use)


def family_name(rng: random.Random) -> str:
    """A family name: a common one, or one put together of parts."""
    kind = rng.random()
    if kind < 0.4:
        return rng.choice(_column("names", "name", "family"))
    if kind < 0.5:
        return rng.choice(_column("name_parts", "part", "whole")).title()
    join = rng.choice(("", "", "s"))
    head, tail = (rng.choice(_column("name_parts", "part", use)) for use in ("head", "tail"))
    return (head + join + tail).title()


def person(rng: random.Random) -> str:
    """A name as minutes print it."""
    given = rng.choice(_column("names", "name", "given"))
    second = rng.random()
    if second < 0.06:
        given += f"-{rng.choice(_column('names', 'name', 'given'))}"
    elif second < 0.2:
        given += f" {rng.choice('ABCDEGHIJKLMNOPRSTUÅÖ')}"
    family = family_name(rng)
    if rng.random() < 0.05:
        family += f"-{family_name(rng)}" if rng.random() < 0.5 else f" {family_name(rng)}"
    return f"{given} {family}"


def member(rng: random.Random) -> str:
    """A name with its party."""
    name = person(rng)
    party = rng.choice(_column("parties", "code"))
    return f"{name} ({party.lower() if rng.random() < 0.4 else party})"


@dataclass(frozen=True)
class Matter:
    """What the lines of one matter have in common."""

    body: str
    heading: str
    role: str
    place: str
    year: int
    number: int
    dnr: str


def matter(rng: random.Random) -> Matter:
    """A matter of no municipality in particular."""
    body, heading = rng.choice(_column("bodies", "name")), rng.choice(_column("headings", "heading"))
    role, place = rng.choice(_column("roles", "form", "role")), rng.choice(_column("municipalities", "name"))
    year, number = rng.randint(1950, 2024), rng.randint(1, 990)
    forms = (
        f"Dnr {year}/{number}",
        f"{year}-{number:04}",
        f"KS {year}:{number}",
        f"{number}/{year % 100:02}",
    )
    return Matter(body, heading, role, place, year, number, rng.choice(forms))


def _members(separator: str, most: int) -> Callable[[Matter, random.Random], str]:
    return lambda _, rng: separator.join(member(rng) for _ in range(rng.randint(2, most)))


def _paragraph(about: Matter) -> str:
    return f"§ {about.number % 300 + 1}"


def _decided(about: Matter, rng: random.Random) -> str:
    day = f"{about.year}-{rng.randint(1, 12):02}-{rng.randint(1, 28):02}"
    return f"{about.heading}\n{about.body}s beslut {day} {_paragraph(about)}"


def _table_row(about: Matter, rng: random.Random) -> str:
    whole, tenths = f"{rng.randint(1, 9999)}  {rng.randint(1, 999)}", rng.randint(0, 9)
    return f"{about.place}  {whole},{tenths}  {about.number} {rng.randint(100, 999)}"


def _address(about: Matter, rng: random.Random) -> str:
    return f"{street(rng)}, {about.number % 90 + 100} {rng.randint(10, 99)} {about.place}"


def _costs(about: Matter, rng: random.Random) -> str:
    """A table of properties and houses with what they cost."""
    rows = (rng.choice((house, property_name))(rng) for _ in range(rng.randint(2, 7)))
    return "\n".join(f"{row}  {rng.randint(1, 99)} {about.number:03}  {rng.randint(1, 9999)}" for row in rows)


def _permit(about: Matter, rng: random.Random) -> str:
    owner = person(rng) if rng.random() < 0.7 else f"{place(rng)}s {rng.choice(_FIRMS)}"
    where = f"{property_name(rng)}, {street(rng)}" if rng.random() < 0.5 else property_name(rng)
    return f"{about.heading}, {where}\nSökande: {owner}"


def _together(_: Matter, rng: random.Random) -> str:
    """Names of places and houses in a row."""
    names = [rng.choice((house, place, street))(rng) for _ in range(rng.randint(2, 6))]
    return f"{', '.join(names[:-1])} och {names[-1]}"


_FIRMS = (
    "bygg AB",
    "fastigheter AB",
    "idrottsförening",
    "hembygdsförening",
    "samfällighetsförening",
    "grus AB",
)
_CAPITALS = 0.08
"""The share of lists that are set in capitals."""
_FORMS: tuple[Callable[[Matter, random.Random], str], ...] = (
    _members("\n", 9),
    _members(", ", 6),
    lambda about, rng: f"{member(rng)}, {about.role}",
    lambda about, rng: f"{person(rng)}, {about.role}, {about.place}s kommun",
    lambda about, rng: f"{about.role.capitalize()} {person(rng)}",
    lambda about, _: f"{_paragraph(about)}   {about.dnr}\n{about.heading}\n{about.body} beslutar",
    _decided,
    lambda about, rng: f"{about.heading}: {member(rng)} yrkar bifall till {person(rng)}s förslag.",
    lambda about, rng: f"{person(rng)} ersätter {person(rng)}\n{about.place} {about.dnr}",
    lambda about, _: f"{about.place.upper()}S KOMMUN\n{about.body}\n{about.heading.upper()}",
    _table_row,
    _address,
    _costs,
    _permit,
    _permit,
    _together,
    _together,
)


def municipal(rng: random.Random) -> str:
    """A few lines of the kind that minutes have."""
    text = rng.choice(_FORMS)(matter(rng), rng)
    return text.upper() if rng.random() < _CAPITALS else text
