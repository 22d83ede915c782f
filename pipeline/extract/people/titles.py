"""Roles, parties and bodies that stand beside a name, and where they end."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from models.swedish.bodies import body_named
from models.swedish.names import NAME_WORD, is_given
from models.swedish.parties import PRINTED, is_party, may_be_local
from models.swedish.roles import goes_before, is_role, singular

_PARTY = re.compile(rf"[ ]{{0,40}}\n?[ ]{{0,80}}({PRINTED})")
_BARE_PARTY = re.compile(
    r"[ ]?,[ ]?([A-Za-zÅÄÖåäö]{1,3})(?=[ ]?(?:,|;|§|$|(?:för|tjg|tj\.?|ersätter|fr[ ]o[ ]m|t[ ]o[ ]m)\b))",
    re.MULTILINE,
)
_PARTY_CELL = re.compile(r"[ ]{3,}([A-Za-zÅÄÖåäö]{1,3})(?=[ ]{3,}|$)", re.MULTILINE)
"""A party's code in a column of its own beside the name."""
_LONGEST_CODE = 3
_BEHIND_PARTY = (
    r"(?=[ ]?(?:[,;(§]|$|ersätter\b|för\b|tjg\b|fr\.?[ ]?o\b|t\.?[ ]?o\b|fr[.]?o[.]?m|ej\b|[ ]{2}))"
)
"""What may follow a party's code in a list: how long somebody was there, whom they sat for."""
_PARTY_BEHIND = re.compile(rf"[ ]([A-ZÅÄÖ]{{1,3}}){_BEHIND_PARTY}", re.MULTILINE)
"""A party's code with nothing but a blank before it, in a list."""
_LISTED_PARTY = re.compile(rf"[ ]([a-zåäö]{{1,3}}){_BEHIND_PARTY}", re.MULTILINE)
"""The same in small letters, which in running text would be any word."""
_TOKEN = re.compile(r"[ ]*\n?[ ]*((?:[\w-]+-[ ](?:och|samt|eller)[ ]\n?)?[\w:./-]*\w[.]?)")
_ADJECTIVE = re.compile(r"[a-zåäö]{3,}(?:isk|iska|iske|iv|iva|ell|ella|ig|iga|nal|nala)")
_NEXT_ROLE = re.compile(r"[ ]{0,8}(?:,|/|och|samt|tillika)[ ]{0,8}\n?[ ]{0,99}")
_TO_ROLE = re.compile(r"[ ]{0,40}(?:,|[–-][ ]|\()[ ]{0,40}|[ ]{0,40},?[ ]{0,40}(?:\n[ ]{0,99}){1,4}")
_BEFORE = re.compile(r"((?:[\w:.]+[ ])?(?:[\w:.]+[ ])?[\w-]+[.]?)[ ]*(:?)(?:[ ]*[._…]{4,})?\Z")
_OFFICE_BEFORE = re.compile(r"\b([\w-]+en)(?:,[ ]?\n?|[ ]\n?)(?:[Hh]err[ ])?\Z")
_NAMED_AFTER = re.compile(rf"{NAME_WORD}[ ](?:[a-z]+[ ])?{NAME_WORD}")
_TO_SIGN = re.compile(r"[._…]{4}")
"""The row of dots on which somebody signs."""
_TO_BODY = re.compile(r"[ ]*,[ ]*\n?[ ]*")
_MOST_BEFORE = 3
_MOST_LINES = 2
"""A label stands at most so many lines above its name."""
_REACH = 90
"""How far before a name its role is looked for, in characters."""


@dataclass(frozen=True, slots=True)
class Roles:
    """Roles in lower case with the bodies beside them; `end` is where the last of them ends."""

    roles: tuple[str, ...]
    bodies: tuple[str, ...]
    start: int
    end: int


def party_after(text: str, at: int, *, sure: bool, listed: bool = False) -> tuple[str, int] | None:
    """The party printed after the name that ends at `at`, and its end; a `sure` name may have a local one.

    In a list of people (`listed`) small letters after a blank are enough: "Anna Ek s".
    """
    found = _PARTY.match(text, at)
    if found:
        printed = found[1].strip("() ") if found[1].count("(") == 1 else found[1][1:-1].strip()
        if is_party(printed) or (sure and printed[0].isupper() and may_be_local(printed)):
            return printed, found.end()
    cell = _PARTY_CELL.match(text, at)
    if cell and is_party(cell[1]):
        return cell[1], cell.end()
    bare = _BARE_PARTY.match(text, at)
    if bare and is_party(bare[1]) and (len(bare[1]) > 1 or sure):
        return bare[1], bare.end()
    behind = (_PARTY_BEHIND.match(text, at) if sure else None) or (
        _LISTED_PARTY.match(text, at) if listed else None
    )
    return (behind[1], behind.end()) if behind and is_party(behind[1]) else None


def is_party_behind(word: str) -> bool:
    """Whether the last word of what looks like a name is the code of a party: "Anna Ek SD"."""
    return len(word) <= _LONGEST_CODE and word.isupper() and is_party(word)


def role_at(text: str, at: int) -> tuple[str, int] | None:
    """The role that begins at `at` ("1:e vice ordförande"), in lower case, and its end."""
    words: list[str] = []
    while len(words) <= _MOST_BEFORE:
        found = _TOKEN.match(text, at)
        if found is None:
            return None
        word = found[1]
        words.append(word)
        if is_role(word.split()[-1]):
            return _as_printed(words), found.start(1) + len(word.rstrip("."))
        if not goes_before(word) and not _ADJECTIVE.fullmatch(word):
            return None
        at = found.end()
    return None


def roles_after(text: str, at: int) -> Roles | None:
    """The roles after a comma that follows the name, or alone on the lines below it."""
    found = _TO_ROLE.match(text, at)
    if found is None:
        return None
    below = "\n" in found[0]
    role = role_at(text, found.end())
    if role is None:
        body = body_named(_rest_of_line(text, found.end())) if below else None
        return Roles((), (body,), found.end(), found.end()) if body else None
    if below and not _is_line_of_roles(text, found.end(), role[1]):
        return None
    return _with_more(text, found.end(), role)


def role_before(text: str, at: int) -> Roles | None:
    """The role that stands right before the name, on its line or as a label on a line above."""
    low, end = max(0, at - _REACH), at
    while end > low and text[end - 1] in " \t\n":
        end -= 1
    lines = text.count("\n", end, at)
    found = _BEFORE.search(text, low, end)
    if found is None or lines > _MOST_LINES:
        return None
    words = found[1].split()
    if not is_role(words[-1]):
        return None
    first = len(words) - 1
    while first > 0 and goes_before(words[first - 1]):
        first -= 1
    if lines and not (found[2] or words[first][0].isupper() or words[first][0].isdigit()):
        return None
    own = Roles((_as_printed(words[first:]),), (), found.start(), found.start(1) + len(found[1].rstrip(".")))
    begin = found.start() + len(" ".join(words)) - len(" ".join(words[first:]))
    return _with_office_before(text, begin, own)


def _with_office_before(text: str, at: int, roles: Roles) -> Roles:
    """The office that stands before a title, too ("Ordföranden, lantbrukaren")."""
    office = _OFFICE_BEFORE.search(text, max(0, at - _REACH), at)
    if office is None or not is_role(office[1]):
        return roles
    return replace(roles, roles=(_as_printed([office[1]]), *roles.roles), start=office.start())


def _with_more(text: str, start: int, role: tuple[str, int]) -> Roles:
    roles, end = [role[0]], role[1]
    while more := _NEXT_ROLE.match(text, end):
        following = role_at(text, more.end())
        if following is None:
            break
        roles.append(following[0])
        end = following[1]
    tail = _TO_BODY.match(text, end)
    body = body_named(_rest_of_line(text, tail.end())) if tail else None
    return Roles(tuple(dict.fromkeys(roles)), (body,) if body else (), start, end)


def _is_line_of_roles(text: str, start: int, end: int) -> bool:
    """Whether the line holds no more than the role and what it belongs to, and is no label of a name."""
    rest = _rest_of_line(text, end)
    if _TO_SIGN.match(rest) or (_NAMED_AFTER.match(rest) and is_given(rest.split()[0])):
        return False
    line_start = text.rfind("\n", 0, start) + 1
    return not text[line_start:start].strip() and (not rest or rest[0] in ",/(" or len(rest.split()) <= 4)


def _rest_of_line(text: str, at: int) -> str:
    end = text.find("\n", at)
    return text[at : end if end >= 0 else len(text)].strip()


def _as_printed(words: list[str]) -> str:
    """The role in lower case on one line, its last word without article."""
    *first, last = " ".join(words).split()
    bare = singular(last) if is_role(last) else last.casefold()
    return " ".join([*(word.lower() for word in first), bare or last])
