"""Personal numbers of nobody, and numbers that are none, made for tests."""

from __future__ import annotations

from datetime import date

from hypothesis import strategies as st

from models.swedish.personal.digits import luhn

NUMBER = "811218-9876"
"""The tax agency's own example: it is nobody's."""
OTHER = "640823-3234"
"""The example of many programs."""
COORDINATION = "640883-3231"
DASHES = ("-", "\u2013", "\u2212", "\u2010", "\u2011", "\u2014", "+", " - ", "- ", " \u2013 ", "-\n", "\n-")
MARKS = (" ", ".", "/", ":", "")


def with_checksum(digits: str) -> str:
    return digits + str(luhn(digits + "0"))


@st.composite
def numbers(draw: st.DrawFn, separators: tuple[str, ...]) -> str:
    """A number with a right checksum, of anyone born from 1900 to 1999, in any form."""
    born = draw(st.dates(date(1900, 1, 1), date(1999, 12, 31)))
    day = born.day + draw(st.sampled_from([0, 60]))
    ten = with_checksum(f"{born:%y%m}{day:02}{draw(st.integers(1, 999)):03}")
    century = draw(st.sampled_from(["", "19"]))
    return f"{century}{ten[:6]}{draw(st.sampled_from(separators))}{ten[6:]}"


def may_be_a_time(number: str) -> bool:
    """Whether it could as well be a day of this century with hours and minutes: "300101 0010"."""
    digits = "".join(filter(str.isdigit, number))[-10:]
    parted = not any(dash.strip() in number for dash in DASHES if dash.strip())
    return parted and int(digits[:2]) <= 30 and int(digits[6:8]) < 24 and int(digits[8:]) < 60


_DIGITS = st.text("0123456789", min_size=8, max_size=8)


@st.composite
def organisation_numbers(draw: st.DrawFn) -> str:
    """A number with a right checksum whose third digit is no month's."""
    digits = draw(_DIGITS)
    ten = with_checksum(f"{draw(st.sampled_from('25789'))}{digits[0]}{draw(st.integers(2, 9))}{digits[1:7]}")
    label = draw(
        st.sampled_from(["", "Org.nr ", "org nr: ", "Organisationsnummer ", "Personnr/org.nr ", "16"])
    )
    return f"{label}{ten[:6]}{draw(st.sampled_from(['-', ' ', '']))}{ten[6:]}"


@st.composite
def telephones(draw: st.DrawFn) -> str:
    """A telephone number as Swedes print it."""
    d = draw(_DIGITS)
    mobile, town = f"07{draw(st.sampled_from('02369'))}", draw(st.sampled_from(["08", "031", "0304", "0150"]))
    return draw(
        st.sampled_from(
            [
                f"{mobile}-{d[:3]} {d[3:5]} {d[5:7]}",
                f"{mobile}{d[0]}-{d[1:3]} {d[3:5]} {d[5:7]}",
                f"{mobile}{d[0]}-{d[1:7]}",
                f"{mobile} {d[:3]} {d[3:5]} {d[5:7]}",
                f"{mobile}{d[0]} {d[1:3]} {d[3:5]} {d[5:7]}",
                f"{mobile}{d[:7]}",
                f"tel {mobile}{d[:7]}",
                f"Telefonnr: {town}{d[:8]}",
                f"{town}-{d[:3]} {d[3:5]} {d[5:7]}",
                f"{town}-{d[:7]}",
                f"+46 {mobile[1:]} {d[:3]} {d[3:5]} {d[5:7]}",
                f"+46{mobile[1:]}{d[:7]}",
            ]
        )
    )


@st.composite
def case_numbers(draw: st.DrawFn) -> str:
    """A diarienummer in one of the forms of the towns."""
    year, short = draw(st.integers(1970, 2030)), draw(st.integers(1, 999))
    long, code = draw(st.integers(1, 999999)), draw(st.sampled_from(["106", "253", "003", "1.6.1"]))
    body = draw(st.sampled_from(["KS", "BN", "Sn", "KFN"]))
    return draw(
        st.sampled_from(
            [
                f"{body} {year}/{short}",
                f"{body}-{year}-{long:05}",
                f"{body}-{year}-{long:06}",
                f"{year}-{long:06}-{code}",
                f"Dnr {year}/{long:06} {code}",
                f"{body}/{year}:{short}-{code}",
                f"Dnr: 040-{short}/{year}",
                f"Dnr Ks {year % 100:02}/{short:04} {code}",
                f"Dnr KS {year % 100:02}-{short:04} {code}",
                f"(D nr 013 – {short} / {year % 100:02})",
                f"Dnr {year}{long:06}",
                f"Dnr {year % 100:02}{long:06}{short:02}",
            ]
        )
    )
