"""People of a time: those that Faker draws for Sweden, and names of other kinds beside them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from faker.providers.person.sv_SE import Provider

from benchmarks.extraction.grammar.chance import Chance

OLD_MEN = (
    "Carl Johan", "Anders Petter", "Per August", "Lars Magnus", "Nils Olof", "Gustaf Adolf", "Johan Alfred",
    "Sven Peter", "Olof", "Jöns", "Ola", "Karl Oskar", "Frans Gustaf", "August", "Per Erik", "Claes",
    "Alfred", "Otto", "Axel Fredrik", "Erik Gustaf", "Matts", "Jonas", "Emil", "Bernhard", "Wilhelm",
    "Knut", "Hjalmar",
)  # fmt: skip
OLD_WOMEN = ("Anna Stina", "Maria", "Johanna", "Kristina", "Augusta", "Hilda", "Emma Charlotta", "Ida")
MEN_1910 = (
    "Karl", "Gustav", "Oskar", "Axel", "Ernst", "Hjalmar", "Albert", "Viktor", "Valfrid", "Edvin", "Sigfrid",
    "Teodor", "Algot", "Ivar", "Knut", "Hugo", "Ragnar", "Manfred", "Elof", "David", "Georg", "Nils", "Otto",
    "K. A.", "J. E.", "C. F.", "Karl Johan", "Per Albin", "Johan August", "Hilding", "Torsten", "Folke",
)  # fmt: skip
WOMEN_1910 = ("Ester", "Signe", "Elin", "Anna", "Hulda", "Gerda", "Alma", "Sigrid", "Märta", "Ellen", "Agda")
MEN_1950 = (
    "Sven", "Erik", "Gösta", "Allan", "Evert", "Bertil", "Folke", "Åke", "Rune", "Sixten", "Tage", "Sture",
    "Gunnar", "Harry", "Ingvar", "Lennart", "Knut", "Arne", "Helge", "Holger", "Karl-Erik", "Nils-Olof",
    "Bror", "Stig", "Olle", "Verner", "Einar", "Hilding", "Torsten", "Börje", "Sven-Olof", "Henry", "John",
    "Yngve",
)  # fmt: skip
WOMEN_1950 = (
    "Greta", "Rut", "Märta", "Gunborg", "Ingrid", "Karin", "Svea", "Elsa", "Maj-Britt", "Astrid", "Dagny",
    "Hildur", "Aina", "Birgit", "Elsie", "Inga-Lill", "Torborg", "Vera", "Ebba", "Gunvor", "Anna-Lisa",
)  # fmt: skip
DOUBLE_MEN = (
    "Nils-Erik",
    "Lars-Göran",
    "Per-Åke",
    "Sven-Erik",
    "Tor-Björn",
    "Jan-Olof",
    "Karl-Axel",
    "Bengt-Åke",
)
DOUBLE_WOMEN = ("Ann-Sofie", "Britt-Marie", "Anna-Karin", "Eva-Lotta", "Maj-Lis", "Ing-Marie", "Ulla-Britt")
OLD_LAST = (
    "Andersson", "Persson", "Jonsson", "Olsson", "Nilsson", "Svensson", "Petersson", "Johansson", "Larsson",
    "Ersson", "Månsson", "Jönsson", "Håkansson", "Lundgren", "Ekestrand", "Tingvall", "Löfgren", "Sjöstedt",
    "Qvarnström", "Wetterlund", "Broman", "Hagelin", "Sandell", "Dahlgren", "Wikander", "von Rosenberg",
    "Stjernfelt", "Kjellin", "Engelbrektsson", "Hultqvist", "Gyllenram", "af Ekenstedt", "Holmqvist",
)  # fmt: skip
OWN_LAST = (
    "Almefors", "Björkvall", "Dahlhem", "Ekenstam", "Forsåker", "Grönhult", "Hällberg", "Idegren", "Järnhed",
    "Klövstad", "Lövmark", "Mossbäck", "Norrhage", "Ovenfelt", "Påhlman", "Rönnefors", "Skogås", "Tångby",
    "Uddmark", "Vätterby", "Wallinder", "Åsvik", "Ängelid", "Ödlund", "Hallsénius", "Tham", "Rask", "Kvist",
    "Brandt", "Ståhl", "Thorsell", "Ribbing", "Käck", "Ahlm", "Krook", "Palmgårdh", "Granat", "Wadsten",
)  # fmt: skip
PARTICLES = (
    "von Essling",
    "af Klintström",
    "De Gerlach",
    "van der Meulen",
    "Horn af Åsunda",
    "von der Lanken",
)
ABROAD = (
    "Karaca", "Warsame", "Moradi", "El-Khatib", "O'Leary", "Begović", "Przybylski", "Väisänen", "Lehtinen",
    "Nguyen Thi", "Haddad", "Jansen", "Kovač", "Petrov", "Yıldız", "Garcia Lopez", "Müller", "Saarinen",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Person:
    """A person; `party` is empty for those who have none, `title` a trade or office in running text."""

    first: str
    last: str
    woman: bool
    party: str = ""
    title: str = ""

    @property
    def name(self) -> str:
        """First name and last name."""
        return f"{self.first} {self.last}"

    @property
    def genitive(self) -> str:
        """The name as an owner's: "Anna Ek" gives "Anna Eks", "Jonas Alnäs" itself."""
        return self.name if self.name.endswith(("s", "x", "z")) else f"{self.name}s"


def drawn(chance: Chance, year: int) -> Person:
    """Somebody who might have sat in that year."""
    woman = chance.happens(_share_of_women(year))
    return Person(_first(chance, year, woman=woman), _last(chance, year), woman)


def _share_of_women(year: int) -> float:
    for until, share in ((1910, 0.0), (1945, 0.1), (1970, 0.2), (1990, 0.35)):
        if year < until:
            return share
    return 0.47


def _first(chance: Chance, year: int, *, woman: bool) -> str:
    if year < 1910:
        return chance.one(OLD_WOMEN if woman else OLD_MEN)
    if year < 1945:
        return chance.one(WOMEN_1910 if woman else MEN_1910)
    if year < 1985:
        return chance.one(WOMEN_1950 if woman else MEN_1950)
    if chance.happens(0.12):
        return chance.one(DOUBLE_WOMEN if woman else DOUBLE_MEN)
    return chance.one(_firsts(woman))


def _last(chance: Chance, year: int) -> str:
    if year < 1910:
        return chance.one(OLD_LAST)
    swedish = chance.one([name for name in _lasts() if name.endswith(_SWEDISH)])
    if chance.happens(0.5):
        return chance.one(OWN_LAST)
    return swedish if year < 1985 else _newer(chance, swedish)


def _newer(chance: Chance, swedish: str) -> str:
    """A surname of the last decades: from abroad, of the nobility, double, or any."""
    kinds = ("abroad",) * 12 + ("noble",) * 6 + ("double",) * 8 + ("any",) * 74
    match chance.one(kinds):
        case "abroad":
            return chance.one(ABROAD)
        case "noble":
            return chance.one(PARTICLES)
        case "double":
            return f"{chance.one(OWN_LAST)}{chance.one(('-', ' '))}{swedish}"
        case _:
            return chance.one(_lasts())


_SWEDISH = ("son", "berg", "gren", "ström", "lund", "qvist", "kvist", "dahl", "man", "ell", "strand", "holm")


@cache
def _firsts(woman: bool) -> tuple[str, ...]:
    names = Provider.first_names_female if woman else Provider.first_names_male
    return tuple(sorted(names))


@cache
def _lasts() -> tuple[str, ...]:
    return tuple(sorted(Provider.last_names))


def different(chance: Chance, year: int, count: int) -> tuple[Person, ...]:
    """So many people of different surnames."""
    found: dict[str, Person] = {}
    while len(found) < count:
        person = drawn(chance, year)
        found.setdefault(person.last, person)
    return tuple(found.values())
