"""Diary numbers in the forms that municipalities give them, and what only looks like one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from benchmarks.extraction.grammar.chance import Chance
from benchmarks.extraction.grammar.marks import amount, trap

Print = Callable[[str, int, int, str], str]
"""Registry, year, number and class of the diary plan become print."""


@dataclass(frozen=True, slots=True)
class Form:
    """A form of dnr: the years in which it is used, and whether the registry is in it."""

    name: str
    first: int
    last: int
    registry: bool
    print: Print


def _yy(year: int) -> str:
    return f"{year % 100:02}"


FORMS = (
    Form("KS 2014/187", 1997, 2030, True, lambda r, y, n, _: f"{r} {y}/{n}"),
    Form("KS 2014/0187", 2000, 2030, True, lambda r, y, n, _: f"{r} {y}/{n:04}"),
    Form("KS-2023-00172", 2005, 2030, True, lambda r, y, n, _: f"{r}-{y}-{n:05}"),
    Form("BN-2024-000148", 2015, 2030, True, lambda r, y, n, _: f"{r}-{y}-{n:06}"),
    Form("KS-2014/407", 2003, 2030, True, lambda r, y, n, _: f"{r}-{y}/{n}"),
    Form("KS/2018:60", 2003, 2030, True, lambda r, y, n, _: f"{r}/{y}:{n}"),
    Form("KS/2020:248-003", 2008, 2030, True, lambda r, y, n, k: f"{r}/{y}:{n}-{k}"),
    Form("KS/2014/0073", 2003, 2030, True, lambda r, y, n, _: f"{r}/{y}/{n:04}"),
    Form("KS-2014/742.912", 2003, 2030, True, lambda r, y, n, k: f"{r}-{y}/{n}.{k}"),
    Form("KS2014/153", 2003, 2030, True, lambda r, y, n, _: f"{r}{y}/{n}"),
    Form("2011/KS 0193 10", 1999, 2030, True, lambda r, y, n, k: f"{y}/{r} {n:04} {k}"),
    Form("2013-KS0548/003", 2003, 2030, True, lambda r, y, n, k: f"{y}-{r}{n:04}/{k}"),
    Form("KS 2016-254/322", 2003, 2030, True, lambda r, y, n, k: f"{r} {y}-{n}/{k}"),
    Form("KU.2017.3", 2008, 2030, True, lambda r, y, n, _: f"{r}.{y}.{n}"),
    Form("KS 14/187", 1999, 2020, True, lambda r, y, n, _: f"{r} {_yy(y)}/{n}"),
    Form("Ks 00-1009 006", 1988, 2004, True, lambda r, y, n, k: f"{r.capitalize()} {_yy(y)}-{n:04} {k}"),
    Form("Ks 97/1155 253", 1988, 2004, True, lambda r, y, n, k: f"{r.capitalize()} {_yy(y)}/{n:04} {k}"),
    Form("KS-612/2008", 1995, 2015, True, lambda r, y, n, _: f"{r}-{n}/{y}"),
    Form("IFN 2018/00256-1.6.1", 2014, 2030, True, lambda r, y, n, k: f"{r} {y}/{n:05}-{k[0]}.{k[1]}.{k[2]}"),
    Form("2014/304", 1995, 2030, False, lambda _, y, n, __: f"{y}/{n}"),
    Form("2017/000004 000", 2005, 2030, False, lambda _, y, n, k: f"{y}/{n:06} {k}"),
    Form("2024-00001", 2010, 2030, False, lambda _, y, n, __: f"{y}-{n:05}"),
    Form("2007-008116-217", 2003, 2020, False, lambda _, y, n, k: f"{y}-{n:06}-{k}"),
    Form("2005.110.005", 1998, 2015, False, lambda _, y, n, k: f"{y}.{n}.{k}"),
    Form("191/2013", 1985, 2020, False, lambda _, y, n, __: f"{n}/{y}"),
    Form("191/2013 Kod 623", 1995, 2020, False, lambda _, y, n, k: f"{n}/{y} Kod {k}"),
    Form("338/05", 1971, 2009, False, lambda _, y, n, __: f"{n}/{_yy(y)}"),
    Form("040-207/2002", 1990, 2012, False, lambda _, y, n, k: f"{k}-{n}/{y}"),
    Form("002 – 443 / 05", 1990, 2010, False, lambda _, y, n, k: f"{k} – {n} / {_yy(y)}"),
)
LABELS = (
    "Dnr ",
    "Dnr ",
    "Dnr: ",
    "Dnr. ",
    "dnr ",
    "DNR: ",
    "Diarienr ",
    "Diarienummer: ",
    "Diarienummer ",
    "",
)


def forms_of(year: int) -> list[Form]:
    """The forms that are used in that year."""
    return [form for form in FORMS if form.first <= year <= form.last]


def value_of(form: Form, registry: str, year: int, number: int) -> str:
    """A dnr as records write it."""
    return f"{registry} {year}/{number}" if form.registry else f"{year}/{number}"


def small_number(chance: Chance, form: Form) -> int:
    """A case number: over a hundred where the year is short and might be taken for it."""
    return (
        chance.number(101, 990)
        if form.name in {"KS 14/187", "338/05", "002 – 443 / 05"}
        else chance.number(2, 990)
    )


def klass(chance: Chance) -> str:
    """A class of the diary plan."""
    return chance.one(
        ("003", "006", "041", "042", "107", "214", "253", "269", "312", "611", "623", "739", "805")
    )


def organisation_number(chance: Chance) -> str:
    """An organisation's number, ten figures whose third is two or more."""
    return trap(
        "an organisation's number",
        f"{chance.one(('556', '212', '802', '716'))}{chance.number(100, 999)}-{chance.number(1000, 9999)}",
    )


def personal_number(chance: Chance) -> str:
    """A person's number: no date, and no dnr."""
    born = f"19{chance.number(30, 85)}{chance.number(1, 12):02}{chance.number(1, 28):02}"
    return trap("a person's number", f"{born}-{chance.number(1000, 9999)}")


def property_name(chance: Chance, places: tuple[str, ...]) -> str:
    """Real estate."""
    return trap("real estate", f"{chance.one(places)} {chance.number(1, 9)}:{chance.number(2, 140)}")


def telephone(chance: Chance) -> str:
    """A telephone number."""
    area, *pairs = chance.number(100, 999), *(chance.number(10, 99) for _ in range(3))
    return trap("a telephone number", f"0{area}-{' '.join(map(str, pairs))}")


def money(chance: Chance, year: int) -> str:
    """A sum in kronor, the hundreds parted as they were at the time."""
    value = chance.one((1, 2, 5, 12, 25, 30, 45, 75, 120, 250, 480, 815, 1250, 3400)) * chance.one(
        (100, 1000, 1000)
    )
    return amount(str(value), _money(chance, year, value))


def _money(chance: Chance, year: int, value: int) -> str:
    if year < 1910:
        return trap("a sum", f"{value:,}") + " kronor"
    if year < 1970:
        dotted = f"{value:,}".replace(",", ".")
        return chance.one(
            (
                f"{trap('a sum', dotted)} kronor",
                "kronor " + trap("a sum", f"{dotted}:-"),
                "kr. " + trap("a sum", f"{dotted}:-"),
            )
        )
    sign = "." if year < 1990 and chance.happens(0.6) else " "
    return trap("a sum", f"{value:,}".replace(",", sign)) + " kronor"
