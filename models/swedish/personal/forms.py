"""How personal numbers are printed, from the form that no other number has to those that need a label."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum, auto

_DASH = "-+\u00ad\u2010-\u2015\u2212\u00ac\ufffe\x02~"
"""Hyphens, dashes, minus, the plus of those over a hundred, and what hyphens are read as."""
_MARK = "./:*_=·"
_DIGIT = "0-9OoQDIl|i!ZzSsGbBgq"
_AS_DIGITS = str.maketrans("OoQDIl|i!ZzSsGbBgq", "000011111225566899")
"""Letters that are read where a digit is printed."""
_BEGIN = r"(?<![0-9])"
_END = r"(?![0-9])"
_CENTURY = r"(?:1[89]|20)"
_HYPHEN = rf"(?:[ \t]{{0,2}}|[ \t]*\n\s{{0,40}})[{_DASH}](?:[ \t]{{0,2}}|[ \t]*[\n\f]\s{{0,40}})"


class Form(Enum):
    """What a number's print tells of it by itself."""

    DASHED = auto()
    """YYMMDD-NNNN, with or without century, also over a line's end."""
    PARTED = auto()
    """Its date is parted too: YYYY-MM-DD-NNNN."""
    SPACED = auto()
    """Blanks stand within it, as recognition leaves them."""
    MARKED = auto()
    """A blank or another sign stands where the dash should."""
    BARE = auto()
    """Ten or twelve digits and nothing else."""
    NINE = auto()
    """YYMMDD-NNN, without the checksum that came in 1967."""


@dataclass(frozen=True, slots=True)
class Shape:
    """A form and the pattern of it, with the groups `date` and `tail`."""

    form: Form
    pattern: re.Pattern[str]


SHAPES = (
    Shape(
        Form.DASHED,
        re.compile(rf"{_BEGIN}(?P<date>(?:{_CENTURY}[ ]?)?[0-9]{{6}}){_HYPHEN}(?P<tail>[0-9]{{4}}){_END}"),
    ),
    Shape(
        Form.PARTED,
        re.compile(
            rf"{_BEGIN}(?P<date>{_CENTURY}?[0-9]{{2}}(?P<part>[-–./ ])[0-9]{{2}}(?P=part)[0-9]{{2}})"
            rf"[{_DASH}](?P<tail>[0-9]{{4}}){_END}"
        ),
    ),
    Shape(
        Form.SPACED,
        re.compile(
            rf"{_BEGIN}(?<![0-9][ ])(?P<date>(?:{_CENTURY}[ ]?)?[0-9](?:[ ]?[0-9]){{5}})[ ]?[{_DASH}][ ]?"
            rf"(?P<tail>[0-9](?:[ ]?[0-9]){{3}})(?![ ]?[0-9])"
        ),
    ),
    Shape(
        Form.MARKED,
        re.compile(
            rf"{_BEGIN}(?P<date>{_CENTURY}?[0-9]{{6}})(?:[ ]|[ ]?[{_MARK}][ ]?)(?P<tail>[0-9]{{4}}){_END}"
        ),
    ),
    Shape(
        Form.BARE,
        re.compile(rf"{_BEGIN}(?P<date>{_CENTURY}?[0-9]{{6}})(?P<tail>[0-9]{{4}}){_END}"),
    ),
    Shape(
        Form.BARE,  # the number by which the owner of a firm pays value-added tax
        re.compile(r"(?<=SE)(?P<date>[0-9]{6})(?P<tail>[0-9]{4})(?=01(?![0-9]))"),
    ),
    Shape(
        Form.NINE,
        re.compile(rf"{_BEGIN}(?P<date>{_CENTURY}?[0-9]{{6}}){_HYPHEN}(?P<tail>[0-9]{{3}}){_END}"),
    ),
)
LOOSE = re.compile(
    rf"{_BEGIN}(?=(?P<whole>(?P<date>[{_DIGIT}]{{8}}|[{_DIGIT}]{{6}})"
    rf"(?P<sign>{_HYPHEN}|[ ]{{0,2}}[{_MARK},]?[ ]{{0,2}})(?P<tail>[{_DIGIT}]{{4}}|[{_DIGIT}]{{3}}){_END}))"
)
"""Anything that may be a damaged number where a label says that one follows; wherever one begins."""
_MOST_LETTERS = 3


def plain(printed: str) -> str:
    """The digits alone, in a number that is printed in digits."""
    return "".join(character for character in printed if character in "0123456789")


def as_digits(read: str) -> str | None:
    """What was read as digits throughout; None where too much of it is letters."""
    letters = sum(character not in "0123456789" for character in read)
    return read.translate(_AS_DIGITS) if letters <= _MOST_LETTERS else None
