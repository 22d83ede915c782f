"""Invented municipalities: each fixes its name, bodies, parties and numbers by its seed."""

from __future__ import annotations

from dataclasses import dataclass

from benchmarks.extraction.grammar import numbers
from benchmarks.extraction.grammar.chance import Chance
from models.swedish.municipalities import codes

_BEGINNINGS = (
    "Alm", "Björk", "Ek", "Gran", "Hassel", "Hjort", "Kråk", "Lind", "Ljung", "Lök", "Mossel", "Nordan",
    "Orr", "Rönn", "Sand", "Skogs", "Stens", "Tall", "Trast", "Ulv", "Vinter", "Väster", "Åker", "Äng",
    "Öster", "Svart",
)  # fmt: skip
_ENDINGS = (
    "vik", "hult", "torp", "forsa", "linge", "lösa", "berga", "sele", "träsk", "ryd", "valla", "köping",
    "sund", "dalen", "hammar", "stad", "kullen", "holm", "by", "boda", "mark", "ö", "lunda",
)  # fmt: skip
_VOWELS = "aeiouyåäö"
_LOCAL = ("AD", "TUP", "KB", "BP", "ÖP", "NS", "FA", "VL")


@dataclass(frozen=True, slots=True)
class Body:
    """A body of the municipality; `short` is how its § are cited, `assembly` that it is the fullmäktige."""

    name: str
    registry: str
    short: str
    assembly: bool = False
    committee: bool = False

    @property
    def lower(self) -> str:
        """The name within a sentence."""
        return self.name[0].lower() + self.name[1:]


ASSEMBLY = Body("Kommunfullmäktige", "KS", "Kf", assembly=True)
BOARD = Body("Kommunstyrelsen", "KS", "Ks")
COMMITTEE = Body("Kommunstyrelsens arbetsutskott", "KS", "Au", committee=True)
BODIES = (
    ASSEMBLY,
    BOARD,
    COMMITTEE,
    Body("Socialnämnden", "SN", "Sn"),
    Body("Barn- och utbildningsnämnden", "BUN", "Bun"),
    Body("Tekniska nämnden", "TN", "Tn"),
    Body("Miljö- och byggnadsnämnden", "MBN", "Mbn"),
    Body("Kultur- och fritidsnämnden", "KFN", "Kfn"),
    Body("Samhällsbyggnadsnämnden", "SBN", "Sbn"),
    Body("Valnämnden", "VN", "Vn"),
    Body("Omsorgsnämnden", "ON", "On"),
)
BODIES_1970 = (
    ASSEMBLY,
    BOARD,
    COMMITTEE,
    Body("Byggnadsnämnden", "BN", "Bn"),
    Body("Skolstyrelsen", "SKS", "Sks"),
    Body("Socialnämnden", "SN", "Sn"),
    Body("Fritidsnämnden", "FN", "Fn"),
    Body("Hälsovårdsnämnden", "HVN", "Hvn"),
)


@dataclass(frozen=True, slots=True)
class Town:
    """A municipality at a time; `registry_first` says whose number a dnr is, `label` stands before it."""

    name: str
    year: int
    bodies: tuple[Body, ...]
    parties: tuple[str, ...]
    dnr: numbers.Form
    label: str
    seed: str

    @property
    def genitive(self) -> str:
        """The name before "kommun": "Granviks kommun", but "Granby kommun" as "Mora kommun"."""
        return self.name if self.name[-1] in _VOWELS else f"{self.name}s"


def town_of(seed: str, year: int) -> Town:
    """The municipality of this seed, at a time."""
    chance = Chance(f"{seed} town")
    forms = numbers.forms_of(max(year, 1972))
    form = chance.one(forms)
    labels = numbers.LABELS if form.registry else numbers.LABELS[:-1]
    label = "D nr " if form.name.startswith("002 –") else chance.one(labels)
    bodies = BODIES if year >= 1990 else BODIES_1970
    return Town(
        name=_name(chance),
        year=year,
        bodies=bodies,
        parties=_parties(chance, year),
        dnr=form,
        label=label,
        seed=seed,
    )


def _name(chance: Chance) -> str:
    """A name that no municipality has."""
    while True:
        name = chance.one(_BEGINNINGS) + chance.one(_ENDINGS)
        if name not in codes():
            return name


def _parties(chance: Chance, year: int) -> tuple[str, ...]:
    """The parties of the council, the large ones more often."""
    if year < 1969:
        return ("S", "S", "S", "H", "FP", "C", "K")
    large = ("S", "S", "S", "M", "C", "M" if year >= 1990 else "C")
    local = (chance.one(_LOCAL),) if chance.happens(0.4) else ()
    return (*large, *_small(year), *local)


def _small(year: int) -> tuple[str, ...]:
    if year < 1990:
        return ("FP", "VPK")
    if year < 2015:
        return ("FP", "V", "KD" if year >= 1996 else "KDS", "MP", *(("SD",) if year > 2005 else ()))
    return ("L", "V", "KD", "MP", "SD", "SD")
