"""Who issued a document: the body and the municipality in its head."""

from __future__ import annotations

import re
from collections import Counter

from models.outline import LineRole, Part
from models.record import Municipality
from models.swedish.bodies import bodies_in, body_named
from models.swedish.lexicon import lexicon
from models.swedish.municipalities import (
    Named,
    codes,
    former_unit,
    known,
    municipalities_in,
    municipality_in,
)
from models.swedish.names import is_given
from models.swedish.parties import PRINTED
from models.swedish.roles import is_address, is_role
from pipeline.structure.opening import opening_of

_HEAD_LINES = 16
"""How many lines from the top of the first page its head may take."""
_OFFICE = re.compile(
    r"(?:[A-ZÅÄÖ][\w/-]{0,30}s[ ])?[\w/-]{0,30}\w{3}(?:kontoret|förvaltningen|kontor|förvaltning)",
    re.IGNORECASE,
)
_MINUTES = re.compile(r"protokoll", re.IGNORECASE)
_MET = re.compile(
    r"(?:(?:sammanträde|möte|protokoll)\w*\s(?:med|i|för|från)|(?:hållet|fördt?|hållna)\s(?:hos|inom|i)|organ)"
    r"[ :]*\s+(\w[\w ,/-]{3,70})",
    re.IGNORECASE,
)
_OWNED = re.compile(
    r"\b([\w-]{0,40}(?:nämnden|styrelsen|fullmäktige|utskottet|revisionen|kammaren))s?\s"
    r"(?:(?:i|uti|för|inom)\s[\w -]{2,40}?\s)?(?:ordinarie\s|extra\s)?(?:sammanträde|protokoll|möte)",
    re.IGNORECASE,
)
_ASSEMBLY = re.compile(r"\b((?:kommunal|socken|kyrko)stämma)n?\b", re.IGNORECASE)
_ADOPTED = re.compile(
    r"^(?:antag(?:en|et|na)|fastställ(?:d|t|da)|beslutad?)[ ](?:av|i)[ ](\w[\w ,/-]{3,70})",
    re.IGNORECASE | re.MULTILINE,
)
_BODY_IN = re.compile(
    r"(?:nämnd|styrelse|fullmäktige|stämma|utskott|kammare|råd|revisorer)\w*\s+(?:i|med|för|inom|uti)\s+",
    re.IGNORECASE,
)
_BEFORE_PLACE = frozenset("i till från vid kring inom mellan genom över mot om för ditt vårt hela".split())  # noqa: SIM905
_MAIL = re.compile(r"(?:@|www\.)(?:[\w-]+\.)*([\w-]+)\.se\b", re.IGNORECASE)
_PARTY = re.compile(rf"[ ]?{PRINTED}")
_NEXT_WORD = re.compile(r"(?:[ ]+|[ ]*\n[ ]*)(\w+)")
_CAPITALISED = re.compile(r"(?<![.!?] )\b[A-ZÅÄÖ][a-zåäö]+\b")
_PLACE = re.compile(r"[A-ZÅÄÖ][a-zåäö]{2,}(?=[\s,.](?!\s*(?:socken|församling)))")
_TOWNS = (
    "köping",
    "stad",
    "borg",
    "hamn",
    "fors",
    "sund",
    "vik",
    "ås",
    "bro",
    "berg",
    "lund",
    "strand",
    "holm",
)
"""How towns end whose names are also words, as compounds are."""
_CELL = re.compile(r"[ \t]{2,}")


def body_of(part: Part) -> str | None:
    """The issuing body in full, as its head prints it; an office where the head names no body."""
    head = _head(part)
    opening = opening_of(part.lines)
    met = _met(part.text.content[opening.start : opening.end]) if opening else None
    if met is not None:
        return met
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
    """The municipality in the head, else the one that the text speaks of most."""
    found = _letterhead(part)
    if found is None and (former := _former(part)):
        return Municipality(name=former.name, code=former.code)
    found = found or _seat(part) or _named_most(part.text.content)
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
        if after and body_named(after[1]) and ("\n" not in after[0] or _is_head(content, named)):
            return named.name
    return None


def _is_head(content: str, named: Named) -> bool:
    """Whether the name is printed as in a head, so that the body may stand on the next line."""
    alone = _before(content, named.start).casefold() not in _BEFORE_PLACE
    return alone and content[named.start : named.end].endswith(("Kommun", "KOMMUN"))


def _former(part: Part) -> Named | None:
    """The socken, köping or landskommun whose body the head names, or that begins one of its cells."""
    head = "\n".join(_head(part))
    starts = [0, *(cut.end() for cut in re.finditer(r"\n|[ \t]{2,}", head))]
    places = (former_unit(head, at) for at in (*starts, *(found.end() for found in _BODY_IN.finditer(head))))
    return next((place for place in places if place), None)


def _seat(part: Part) -> str | None:
    """Where the body sits with which the minutes open: "sammanträde med drätselkammaren i Granby"."""
    opening = opening_of(part.lines)
    if opening is None:
        return None
    body = _BODY_IN.search(part.text.content, opening.start, opening.end)
    place = _PLACE.match(part.text.content, body.end(), opening.end) if body else None
    if place is None or (lexicon().is_common(place[0]) and not place[0].endswith(_TOWNS)):
        return None
    return known(place[0]) or place[0]


def _named_most(content: str) -> str | None:
    """The municipality with the most mentions.

    Those as "<Name> kommun" count three times, the domain of an address twice. A word that also is somebody's
    surname counts only where it stands as a place.
    """
    weight: Counter[str] = Counter()
    for named in municipalities_in(content):
        weight[named.name] += 3
    for domain in {mail[1].casefold() for mail in _MAIL.finditer(content)}:
        if name := known(domain):
            weight[name] += 2
    places = [(word, known(word[0])) for word in _CAPITALISED.finditer(content)]
    surnames = {name for word, name in places if name and _is_surname(content, word)}
    for word, name in places:
        alone = name is not None and len(word[0]) > 4 and not lexicon().is_common(word[0])
        if (
            name
            and alone
            and (name not in surnames or _before(content, word.start()).casefold() in _BEFORE_PLACE)
        ):
            weight[name] += 1
    return weight.most_common(1)[0][0] if weight else None


def _is_surname(content: str, word: re.Match[str]) -> bool:
    """Whether a given name, an initial or a title stands before the word, or a party after it."""
    before = _before(content, word.start())
    named = is_given(before) or is_role(before) or is_address(before) or re.fullmatch(r"[A-ZÅÄÖ]\.", before)
    return bool(named and before[:1].isupper()) or _PARTY.match(content, word.end()) is not None


def _before(content: str, at: int) -> str:
    """The word before this position, on its line or the one above."""
    found = re.search(r"(\S+)[ ]?\n?[ ]*\Z", content[max(0, at - 40) : at])
    return found[1].strip('"”’»«(,') if found else ""


def _head(part: Part) -> list[str]:
    return [line.text for line in part.lines if line.role is not LineRole.CONTENTS][:_HEAD_LINES]


def _met(head: str) -> str | None:
    """The body of "Protokoll fört vid sammanträde med kommunstyrelsen" or "Antaget av kommunstyrelsen"."""
    assembly = _ASSEMBLY.search(head)
    if assembly and _MINUTES.search(head, 0, assembly.start()):
        return f"{assembly[1].capitalize()}n"
    owner = _OWNED.search(head)
    if owner:
        return body_named(owner[1])
    for found in (*_MET.finditer(head), *_ADOPTED.finditer(head)):
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
