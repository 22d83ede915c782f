"""The organisations that a document names plainly: bodies, municipalities, authorities, courts, firms."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from models.mention import Organisation
from models.outline import Part
from models.swedish.bodies import bodies_in
from models.swedish.marks import plain
from models.swedish.municipalities import Named, known, municipalities_in
from models.vocabulary import OrganisationKind
from pipeline.extract.context import Context

_WORD = r"[A-ZÅÄÖ][\w-]*"
_PLACE = rf"{_WORD}(?:[ ]{_WORD})?"
_FORMS: tuple[tuple[OrganisationKind, re.Pattern[str]], ...] = (
    (
        OrganisationKind.COURT,
        re.compile(
            rf"\b(?:Mark-[ ]och[ ]miljö(?:över)?domstolen(?:[ ]vid[ ]{_PLACE}[ ]tingsrätt)?"
            rf"|Högsta[ ](?:förvaltnings)?domstolen|{_PLACE}[ ]tingsrätt|(?:Svea|Göta)[ ]hovrätt"
            rf"|Hovrätten[ ](?:över|för)[ ]{_PLACE}"
            rf"|(?:Förvaltningsrätten|Kammarrätten|Länsrätten)[ ]i[ ]{_WORD}|Regeringsrätten)(?=s?\b)"
        ),
    ),
    (
        OrganisationKind.AUTHORITY,
        re.compile(
            rf"\b(?:Länsstyrelsen(?:[ ]i[ ]{_PLACE}[ ]län)?|Statens[ ]\w+verk"
            rf"|[A-ZÅÄÖ]\w*(?:myndigheten|inspektionen|(?<!ät)verket)"
            rf"|(?:Region|Landstinget)(?:[ ]i)?[ ]{_WORD}(?:[ ]län)?|{_WORD}departementet"
            r"|(?:Social|Byggnads|Medicinal|Lantbruks|Väg-[ ]och[ ]vattenbyggnads|\w+över)styrelsen"
            rf"|(?:Boverket|Polisen|Försäkringskassan|Arbetsförmedlingen|Lantmäteriet|Riksantikvarieämbetet))(?=s?\b)"
        ),
    ),
    (
        OrganisationKind.COMPANY,
        re.compile(
            rf"\b(?:AB[ ]{_WORD}(?:[ ]{_WORD}){{0,2}}"
            rf"|{_WORD}(?:[ ](?:&|och)[ ]{_WORD}|[ ]{_WORD}){{0,3}}[ ](?:AB|HB|KB|Aktiebolag|aktiebolag))\b"
        ),
    ),
    (
        OrganisationKind.ASSOCIATION,
        re.compile(
            rf"\b{_WORD}(?:[ ]{_WORD})?[ ]\w*(?:förening|klubb|samfällighet|ekonomisk[ ]förening)\b"
            rf"|\b(?:Kommunförbundet|Föreningen|Stiftelsen|Hembygdsföreningen)[ ]{_WORD}(?:[ ]{_WORD})?"
            rf"|\bSveriges[ ]Kommuner[ ]och[ ](?:Regioner|Landsting)\b"
        ),
    ),
)
_NOT_FIRST = frozenset(
    {"Den", "Det", "En", "Ett", "Från", "Till", "Med", "Av", "Företaget", "Bolaget", "I", "För", "Och"}
)


@dataclass(frozen=True, slots=True)
class _Found:
    start: int
    end: int
    name: str
    kind: OrganisationKind


def organisations(part: Part, context: Context) -> tuple[Organisation, ...]:
    """Each organisation once, in the order of first mention, with every place."""
    grouped: dict[str, list[_Found]] = {}
    every = _over_line_ends(part.text.content, list(_all(part.text.content, context)))
    for found in _apart(sorted(every, key=lambda f: (f.start, -f.end))):
        grouped.setdefault(found.name.casefold(), []).append(found)
    return tuple(
        Organisation(
            name=group[0].name,
            kind=group[0].kind,
            places=tuple(
                place
                for found in group
                for place in part.text.places(found.start, found.end, f"name of a {found.kind}")
            ),
        )
        for group in grouped.values()
    )


def _all(content: str, context: Context) -> Iterator[_Found]:
    for kind, form in _FORMS:
        for found in form.finditer(content):
            yield _without_first(found.start(), found.end(), found[0], kind)
    for start, end in bodies_in(content):
        yield _Found(start, end, content[start:end].removesuffix("s"), OrganisationKind.BODY)
    kommun = {n.name for n in municipalities_in(content) if _unit(content, n) == "kommun"}
    for named in municipalities_in(content):
        if named.name in kommun and _unit(content, named) == "stad":
            continue
        if named.code or (context.municipality and context.municipality.name == named.name):
            kind = OrganisationKind.MUNICIPALITY
            yield _Found(named.start, named.end, _as_printed(content, named), kind)


def _over_line_ends(content: str, every: list[_Found]) -> Iterator[_Found]:
    """The firms, those broken over two lines made whole where the whole name stands elsewhere."""
    names = {found.name for found in every if found.kind is OrganisationKind.COMPANY}
    for found in every:
        before = content[max(0, found.start - 60) : found.start]
        for longer in names:
            first = re.escape(longer.removesuffix(found.name).strip())
            above = (
                re.search(rf"\b{first}[ ]?\n[ ]*\Z", before) if longer.endswith(f" {found.name}") else None
            )
            if above is not None:
                start = found.start - len(before) + above.start()
                yield _Found(start, found.end, longer, found.kind)
                break
        else:
            yield found


def _as_printed(content: str, named: Named) -> str:
    """The name with its genitive, as printed ("Lunds kommun"), unless its letters are damaged."""
    place = " ".join(content[named.start : named.end].split()[:-1])
    if plain(place) not in (plain(named.name), f"{plain(named.name)}s"):
        place = named.name
    return f"{place.title() if place.isupper() else place} {_unit(content, named)}"


def _unit(content: str, named: Named) -> str:
    """What the text calls it; a "stad" beside a "kommun" of the same name is the town and no organisation."""
    last = content[named.start : named.end].rsplit(maxsplit=1)[-1].casefold()
    return "stad" if last.startswith("stad") else "kommun"


def _without_first(start: int, end: int, printed: str, kind: OrganisationKind) -> _Found:
    """The name without a word before it that has its capital from the sentence."""
    first, _, rest = printed.partition(" ")
    if rest and first in _NOT_FIRST and not known(first):
        start, printed = start + len(first) + 1, rest
    return _Found(start, end, " ".join(printed.split()), kind)


def _apart(found: list[_Found]) -> Iterator[_Found]:
    """Those that overlap no longer one before them."""
    end = -1
    for each in found:
        if each.start >= end:
            yield each
            end = each.end
