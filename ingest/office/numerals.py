"""Numbers of lists as office programs write them."""

from __future__ import annotations

_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"),
    (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_MOST = 10_000
_MOST_LETTERS = 26 * 9


def roman(value: int) -> str:
    """The number in small Roman numerals."""
    text = ""
    for worth, sign in _ROMAN:
        times, value = divmod(value, worth)
        text += sign * times
    return text


def letters(value: int) -> str:
    """The number as a letter, doubled after z: a, b ... z, aa, bb."""
    times, place = divmod(value - 1, 26)
    return chr(ord("a") + place) * (times + 1)


def numeral(value: int, form: str) -> str:
    """The number in a form that DOCX (upperRoman) or ODF (I) names; in figures where it is another."""
    if not 0 < value < _MOST:
        return str(value)
    match form:
        case "upperRoman" | "I":
            return roman(value).upper()
        case "lowerRoman" | "i":
            return roman(value)
        case "upperLetter" | "A" | "lowerLetter" | "a" if value <= _MOST_LETTERS:
            return letters(value).upper() if form in {"upperLetter", "A"} else letters(value)
        case "decimalZero":
            return f"{value:02}"
        case _:
            return str(value)
