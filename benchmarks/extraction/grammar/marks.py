"""Print with what is true of it beside it, in the mark language of the samples: `{name values|printed}`.

Values are parted by semicolons. Marks nest, so that a decision may hold a date.
"""

from __future__ import annotations

from samples.make.source import parse
from samples.make.source import printed as without_marks


def bare(text: str) -> str:
    """What is printed of a marked text."""
    return without_marks(parse(text))


def date(value: str, text: str) -> str:
    """A date or a time between two dates (EDTF)."""
    return f"{{date {value}|{text}}}"


def item(number: int, text: str) -> str:
    """The number of an item of these minutes."""
    return f"{{item {number}|{text}}}"


def heading(number: int, text: str) -> str:
    """What an item is about, as its heading says."""
    return f"{{heading {number}|{text}}}"


def own(number: int, value: str, text: str) -> str:
    """The dnr of an item."""
    return f"{{own {number};{value}|{text}}}"


def dnr(value: str, text: str) -> str:
    """A dnr that is named in passing."""
    return f"{{dnr {value}|{text}}}"


def cited(number: int, text: str) -> str:
    """A § of other minutes."""
    return f"{{cited {number}|{text}}}"


def person(name: str, party: str, text: str) -> str:
    """A person, with the party where it is printed beside the name."""
    return f"{{person {name};{party}|{text}}}"


def sits(capacity: str, name: str, party: str, text: str, *, replaces: str = "") -> str:
    """A person at the meeting."""
    return f"{{sits {capacity};{name};{party};{replaces}|{text}}}"


def amount(value: str, text: str) -> str:
    """A sum of money: of the decision that it stands in, if it does."""
    return f"{{amount {value}|{text}}}"


def decided(number: int | None, statuses: str, outcomes: str, text: str) -> str:
    """A decision; the first status and outcome are true, the others right as well ("fattat,förslag")."""
    return f"{{beslut {number or ''};{statuses};{outcomes}|{text}}}"


def vote(number: int, yes: int, no: int, text: str) -> str:
    """The result of a votering."""
    return f"{{vote {number};{yes};{no}|{text}}}"


def reservation(number: int, name: str, text: str) -> str:
    """Who was against the decision, and had it written down."""
    return f"{{reservation {number};{name}|{text}}}"


def ballot(number: int, name: str, vote: str, text: str) -> str:
    """How somebody voted: "ja", "nej" or "avstår"."""
    return f"{{ballot {number};{name};{vote}|{text}}}"


def recusal(number: int, name: str, text: str) -> str:
    """Who took no part because of jäv."""
    return f"{{recusal {number};{name}|{text}}}"


def present_for(name: str, ranges: list[tuple[int, int]], text: str) -> str:
    """For which § somebody was there."""
    return f"{{present {name};{','.join(f'{first}-{last}' for first, last in ranges)}|{text}}}"


def of_meeting(field: str, value: str, text: str) -> str:
    """What the front page says of the meeting; `field` as records call it."""
    return f"{{meeting {field};{value}|{text}}}"


def trap(why: str, text: str) -> str:
    """What looks like a dnr, a date, a § or a name, and is none."""
    return f"{{trap {why}|{text}}}"


def maybe(field: str, value: str, text: str) -> str:
    """A value that is right to find and right to leave out."""
    return f"{{maybe {field};{value}|{text}}}"


def capital(text: str) -> str:
    """The text with a capital at its start, also where marks open it."""
    at = 0
    while text[at : at + 1] == "{":
        at = text.index("|", at) + 1
    return text[:at] + text[at : at + 1].upper() + text[at + 1 :]
