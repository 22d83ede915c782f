"""Names as a municipality prints them, with or without a party."""

from __future__ import annotations

from benchmarks.extraction.grammar.marks import person, sits
from benchmarks.extraction.grammar.people import Person
from benchmarks.extraction.grammar.style import Style


def party_printed(who: Person, style: Style) -> str:
    """The party's letters, small ones where the municipality writes them so."""
    return who.party.lower() if style.lower_party else who.party


def with_party(who: Person, style: Style, *, owner: bool = False) -> str:
    """A name in running text, with the party as the municipality prints it; `owner` gives the genitive."""
    printed = who.genitive if owner else who.name
    form = "({})" if style.party in {"column", ", {},", "{}"} else style.party
    if not who.party or form == "none":
        return person(who.name, "", printed)
    sign = "" if form.startswith(",") else " "
    return person(who.name, who.party, f"{printed}{sign}{form.format(party_printed(who, style))}")


def named(who: Person) -> str:
    """A name without a party."""
    return person(who.name, "", who.name)


def listed(who: Person, style: Style, capacity: str, *, replaces: Person | None = None) -> str:
    """A name in the list of those present; where parties have a column of their own, without it."""
    form = style.party
    gone = replaces.name if replaces else ""
    party = "" if form == "none" else who.party
    if not party or form == "column":
        return sits(capacity, who.name, party, who.name, replaces=gone)
    sign = "" if form.startswith(",") else " "
    letters = form.format(party_printed(who, style)).rstrip(",")
    return sits(capacity, who.name, party, f"{who.name}{sign}{letters}", replaces=gone)


def joined(names: list[str]) -> str:
    """A, B och C."""
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} och {names[-1]}"
