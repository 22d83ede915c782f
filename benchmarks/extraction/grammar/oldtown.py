"""Bodies before 1971: what they are called, in which sort of place, and how sentences name them."""

from __future__ import annotations

from dataclasses import dataclass

from benchmarks.extraction.grammar.words import table


@dataclass(frozen=True, slots=True)
class OldBody:
    """A body; `plural` verbs stand with it until 1945, `opening` is how its minutes begin.

    `sits` says whether those present are named; "<day>", "<place>" and "<hall>" are filled.
    """

    name: str
    within: str
    plural: bool
    opening: str
    kind: str
    sits: bool


BOARDS = {
    1890: ("Kommunalnämnden", "Fattigvårdsstyrelsen", "Skolrådet", "Helsovårdsnämnden"),
    1910: (
        "kommunalnämnden", "fattigvårdsstyrelsen", "folkskolestyrelsen", "hälsovårdsnämnden",
        "byggnadsnämnden", "drätselkammaren",
    ),
    1950: ("byggnadsnämnden", "skolstyrelsen", "hälsovårdsnämnden", "socialnämnden", "fritidsnämnden"),
}  # fmt: skip
AGENCIES = {
    1890: ("Kongl. Maj:ts Befallningshafvande", "Domkapitlet", "Kronofogden"),
    1910: ("länsstyrelsen", "domkapitlet", "väg- och vattenbyggnadsstyrelsen", "stadsförbundet"),
    1950: ("länsstyrelsen", "vägförvaltningen", "länsbostadsnämnden", "Kommunförbundet"),
}
PURPOSES = {
    1890: ("vägens underhåll vid bron", "inköp af bränntorf åt fattighuset", "reparation af sockenmagasinet"),
    1910: (
        "vattenledningens förlängning",
        "gatornas makadamisering",
        "inköp av brandmateriel",
        "folkbiblioteket",
    ),
    1950: (
        "idrottsplatsen",
        "ombyggnad av ålderdomshemmet",
        "vatten- och avloppsanläggningen",
        "hemsamariter",
    ),
}
TRADES = {
    1890: (
        "Hemmansegaren", "Handlanden", "Nämndemannen", "Kyrkoherden", "Godsegaren", "Patron", "Fabrikören",
        "Bruksförvaltaren",
    ),
    1910: (
        "lantbrukaren", "handlanden", "folkskolläraren", "fabrikören", "snickaren", "kyrkoherden",
        "redaktören",
    ),
    1950: (
        "lantbrukaren", "lantbrevbäraren", "köpmannen", "kantorn", "byggmästaren", "ombudsmannen",
        "rektorn",
    ),
}  # fmt: skip
HALLS = {1890: ("sockenstugan", "rådhuset", "skolhuset"), 1910: ("rådhuset",), 1950: ("stadshuset",)}
FILLERS = {
    1890: ("Ärendet föredrogs af Ordföranden.", "Härom uppstod en liflig öfverläggning."),
    1910: ("Ärendet föredrogs av ordföranden.", "I frågan yttrade sig flera talare.", "Diskussion uppstod."),
    1950: ("Ärendet föredrogs av ordföranden.", "I diskussionen deltog flera ledamöter."),
}
"""Sentences that say nothing of what was decided."""
PLACES = ("Hällby", "Qvarnby", "Löfsätra", "Ekebyholm", "Norrtorp", "Åsen", "Sjöbo", "Gamla bruket")


def era_of(year: int) -> int:
    """The time whose words are used: 1890 (old spelling), 1910 or 1950."""
    return 1890 if year < 1907 else 1910 if year < 1948 else 1950


def bodies_of(year: int) -> tuple[OldBody, ...]:
    """The bodies of that time."""
    rows = (row for row in table("oldbodies") if row["era"] == str(era_of(year)))
    return tuple(
        OldBody(
            row["name"], row["within"], bool(row["plural"]), row["opening"], row["kind"], bool(row["sits"])
        )
        for row in rows
    )
