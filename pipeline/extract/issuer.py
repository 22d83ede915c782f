"""Who issued a document: the body and the municipality in its head."""

from __future__ import annotations

import re
from collections import Counter

from models.outline import LineRole, Part
from models.record import Municipality
from models.swedish.bodies import bodies_in, body_named
from models.swedish.lexicon import lexicon
from models.swedish.municipalities import codes, known, municipalities_in, municipality_in

_HEAD_LINES = 16
"""How many lines from the top of the first page its head may take."""
_OFFICE = re.compile(
    r"(?:[A-ZÅÄÖ][\w/-]*s[ ])?[\w/-]*\w{3}(?:kontoret|förvaltningen|kontor|förvaltning)",
    re.IGNORECASE,
)
_MINUTES = re.compile(r"protokoll", re.IGNORECASE)
_MET = re.compile(
    r"(?:(?:sammanträde|möte|protokoll)\w*[ ](?:med|i|för|från)|organ)[ :]+\s*(\w[\w ,/-]{3,70})",
    re.IGNORECASE,
)
_OWNED = re.compile(
    r"\b([\w-]*(?:nämnden|styrelsen|fullmäktige|utskottet|revisionen))s[ ](?:sammanträde|protokoll|möte)",
    re.IGNORECASE,
)
_MAIL = re.compile(r"(?:@|www\.)(?:[\w-]+\.)*([\w-]+)\.se\b", re.IGNORECASE)
_NEXT_WORD = re.compile(r"[ ]+(\w+)")
_CAPITALISED = re.compile(r"(?<![.!?] )\b[A-ZÅÄÖ][a-zåäö]+\b")
_CELL = re.compile(r"[ \t]{2,}")


def body_of(part: Part) -> str | None:
    """The issuing body in full, as its head prints it; an office where the head names no body."""
    head = _head(part)
    minutes = any(_MINUTES.search(line) for line in head)
    for line in head:
        for printed in _CELL.split(line):
            owner = municipality_in(printed)
            cell = printed[owner.end :].strip(" :") if owner and owner.start == 0 else printed
            named = body_named(cell)
            if named is None and not minutes and _OFFICE.fullmatch(cell):
                named = cell[0].upper() + cell[1:]
            if named:
                return named
    return _met("\n".join(head)) or _organ(part) or _inside("\n".join(head))


def municipality_of(part: Part) -> Municipality | None:
    """The municipality in the head, else the one that the text speaks of most, else that of an address."""
    content = part.text.content
    found = _letterhead(part) or _named_most(content)
    if found is None:
        mailed = (known(mail[1]) for mail in _MAIL.finditer(content))
        found = next((name for name in mailed if name), None)
    return Municipality(name=found, code=codes().get(found)) if found else None


def _letterhead(part: Part) -> str | None:
    """The name that begins a cell of the head, or that stands before a body as on a letterhead."""
    for line in _head(part):
        for cell in _CELL.split(line):
            named = municipality_in(cell)
            if named and named.start == 0 and not cell[: named.end].casefold().endswith("s"):
                return named.name
    content = part.text.content
    for named in municipalities_in(content):
        after = _NEXT_WORD.match(content, named.end)
        if after and body_named(after[1]):
            return named.name
    return None


def _named_most(content: str) -> str | None:
    """The municipality with the most mentions, those as "<Name> kommun" counting three times."""
    weight: Counter[str] = Counter()
    for named in municipalities_in(content):
        weight[named.name] += 3
    for word in _CAPITALISED.findall(content):
        name = known(word)
        if name and len(word) > 4 and not lexicon().is_common(word):
            weight[name] += 1
    return weight.most_common(1)[0][0] if weight else None


def _head(part: Part) -> list[str]:
    return [line.text for line in part.lines if line.role is not LineRole.CONTENTS][:_HEAD_LINES]


def _met(head: str) -> str | None:
    """The body of "Protokoll fört vid sammanträde med kommunstyrelsen"."""
    owner = _OWNED.search(head)
    if owner:
        return body_named(owner[1])
    for found in _MET.finditer(head):
        words = found[1].split()
        for count in range(min(4, len(words)), 0, -1):
            if named := body_named(" ".join(words[:count])):
                return named
    return None


def _organ(part: Part) -> str | None:
    """The body that the notice of posting names."""
    found = re.search(r"^Organ[ :]*\n?[ ]*(\S[^\n]+)", part.text.content, re.MULTILINE)
    return body_named(_CELL.split(found[1])[0]) if found else None


def _inside(head: str) -> str | None:
    spans = bodies_in(head)
    return body_named(head[slice(*spans[0])].removesuffix("s")) if spans else None
