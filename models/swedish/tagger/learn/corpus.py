"""Running text set as pages set it: lines broken, words cut at their ends, headings in capitals, lists of people."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Sequence
from functools import cache

from models.swedish.table import rows_of

_WIDTHS = (0, 38, 48, 56, 64, 72, 80, 88, 96)
"""Signs a line, 0 for paragraphs in one line."""
_MUNICIPAL = 0.12
"""The share of paragraphs that are lists of people, matters and the like."""
_CAPITALS = 0.03
_OLD = 0.06
_FOREIGN = 0.02
_SHORTEST_CUT = 7


def pages(paragraphs: Sequence[str], foreign: Sequence[Sequence[str]], rng: random.Random) -> Iterator[str]:
    """The paragraphs in their order as pages of 6 to 30 paragraphs, each set in a way of its own."""
    at = 0
    while at < len(paragraphs):
        size = rng.randint(6, 30)
        yield _page(paragraphs[at : at + size], foreign, rng)
        at += size


def _page(paragraphs: Sequence[str], foreign: Sequence[Sequence[str]], rng: random.Random) -> str:
    width = rng.choice(_WIDTHS)
    cut = rng.choice((0.0, 0.0, 0.2, 0.8))
    gap = rng.choice(("\n", "\n\n"))
    old = rng.random() < _OLD
    found: list[str] = []
    for paragraph in paragraphs:
        if rng.random() < _MUNICIPAL:
            found.append(municipal(rng))
        if foreign and rng.random() < _FOREIGN:
            found.append(
                _set(" ".join(rng.choices(rng.choice(foreign), k=rng.randint(3, 60))), width or 72, 0.0, rng)
            )
        text = old_spelling(paragraph.strip()) if old else paragraph.strip()
        if rng.random() < _CAPITALS:
            text = _in_capitals(text, rng)
        found.append(_set(text, width, cut, rng) if width else text)
    return gap.join(found) + gap


_OLD_FORMS = tuple(
    (re.compile(pattern), put)
    for pattern, put in (
        (r"\bav\b", "af"), (r"(?<=[aeiouyåäö])v(?=[aeiouyåäö])", "fv"), (r"(?<=[aeiouyåäö])v\b", "f"),
        (r"(?<=[aeiouyåäö])vs\b", "fs"), (r"(?<=[lr])v(?=[aeiouyåäö])", "fv"), (r"\bvar(?=[st]?\b)", "hvar"),
        (r"\bvad\b", "hvad"), (r"\bvilk", "hvilk"), (r"\bvem\b", "hvem"), (r"kv", "qv"), (r"\bKv", "Qv"),
        (r"(?<=[eoö])tt\b", "dt"), (r"\binte\b", "icke"), (r"\bär\b", "är"), (r"\bska\b", "skall"),
    )
)  # fmt: skip
"""Spelling before 1906, near enough to show that a word may be spelled so."""


def old_spelling(text: str) -> str:
    """The text spelled as before the reform of 1906."""
    for pattern, put in _OLD_FORMS:
        text = pattern.sub(put, text)
    return text


def _in_capitals(text: str, rng: random.Random) -> str:
    words = text.split(" ")
    start = rng.randrange(len(words))
    end = start + rng.randint(1, 9)
    return " ".join([*words[:start], *(word.upper() for word in words[start:end]), *words[end:]])


def _set(text: str, width: int, cut: float, rng: random.Random) -> str:
    """The text broken into lines of `width`; where a word doesn't fit, it is cut in a share `cut` of times."""
    lines: list[str] = []
    line = ""
    for word in text.split(" "):
        room = width - len(line) - 2
        if len(line) + len(word) + 1 <= width or not line:
            line = f"{line} {word}" if line else word
        elif word.isalpha() and len(word) >= _SHORTEST_CUT and room > 2 and rng.random() < cut:
            place = min(room, rng.randint(2, len(word) - 3))
            lines.append(f"{line} {word[:place]}-")
            line = word[place:]
        else:
            lines.append(line)
            line = word
    return "\n".join([*lines, line])


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


def _party(rng: random.Random) -> str:
    code = rng.choice(_column("parties", "code"))
    return code.lower() if rng.random() < 0.4 else code


def municipal(rng: random.Random) -> str:
    """A few lines of the kind that minutes have and running text has not."""
    body, heading = rng.choice(_column("bodies", "name")), rng.choice(_column("headings", "heading"))
    role, place = rng.choice(_column("roles", "form", "role")), rng.choice(_column("municipalities", "name"))
    year, number = rng.randint(1950, 2024), rng.randint(1, 990)
    dnr = rng.choice(
        (f"Dnr {year}/{number}", f"{year}-{number:04}", f"KS {year}:{number}", f"{number}/{year % 100:02}")
    )
    forms = (
        lambda: "\n".join(f"{person(rng)} ({_party(rng)})" for _ in range(rng.randint(2, 9))),
        lambda: ", ".join(f"{person(rng)} ({_party(rng)})" for _ in range(rng.randint(2, 6))),
        lambda: f"{person(rng)} ({_party(rng)}), {role}",
        lambda: f"{person(rng)}, {role}, {place}s kommun",
        lambda: f"{role.capitalize()} {person(rng)}",
        lambda: f"§ {number % 300 + 1}   {dnr}\n{heading}\n{body} beslutar",
        lambda: (
            f"{heading}\n{body}s beslut {year}-{rng.randint(1, 12):02}-{rng.randint(1, 28):02} § {number % 300 + 1}"
        ),
        lambda: f"{heading}: {person(rng)} ({_party(rng)}) yrkar bifall till {person(rng)}s förslag.",
        lambda: f"{person(rng)} ersätter {person(rng)}\n{place} {dnr}",
        lambda: f"{place.upper()}S KOMMUN\n{body}\n{heading.upper()}",
        lambda: (
            f"{place}  {rng.randint(1, 9999)}  {rng.randint(1, 999)},{rng.randint(0, 9)}  {number} {rng.randint(100, 999)}"
        ),
        lambda: f"{family_name(rng)}svägen {number % 90}, {number % 90 + 100} {rng.randint(10, 99)} {place}",
    )
    return rng.choice(forms)()
