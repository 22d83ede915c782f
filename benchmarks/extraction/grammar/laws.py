"""Laws that are cited: a § of theirs is no item, and their numbers are no dnr."""

from __future__ import annotations

from benchmarks.extraction.grammar.chance import Chance
from benchmarks.extraction.grammar.marks import trap

_MODERN = (
    "{} plan- och bygglagen (2010:900)", "{} kommunallagen (2017:725)", "{} miljöbalken", "{} PBL",
    "{} förvaltningslagen (2017:900)", "{} skollagen (2010:800)", "{} socialtjänstlagen (2001:453)",
)  # fmt: skip
_NINETIES = ("{} kommunallagen (1991:900)", "{} plan- och bygglagen (1987:10)", "{} socialtjänstlagen")
_OLD = ("{} kommunallagen", "{} byggnadsstadgan", "{} hälsovårdsstadgan")


def section(chance: Chance, year: int) -> str:
    """A § of a law, the number before the sign."""
    names = _MODERN if year >= 2011 else _NINETIES if year >= 1985 else _OLD
    number = chance.number(1, 36)
    chapter = f"{chance.number(2, 12)} {'kap.' if chance.happens(0.7) else 'kap'} " if year >= 1985 else ""
    signs = "§§" if chance.happens(0.15) else "§"
    numbers = f"{number}-{number + 3}" if signs == "§§" else f"{number}"
    return chance.one(names).format(trap("a law, not minutes", f"{chapter}{numbers} {signs}"))
