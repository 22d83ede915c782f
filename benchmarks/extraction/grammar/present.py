"""Who was present, told in prose as before 1971."""

from __future__ import annotations

from collections.abc import Iterator

from benchmarks.extraction.grammar import oldtown
from benchmarks.extraction.grammar.marks import person, sits
from benchmarks.extraction.grammar.oldfields import OldFields
from benchmarks.extraction.grammar.people import Person
from benchmarks.extraction.layout.blocks import Block, row


def present(fields: OldFields) -> Iterator[str]:
    """Sentences that name those present, and who sat for whom."""
    members, chance = fields.members, fields.chance
    form = chance.number(0, 3)
    if form == 3 and fields.era < 1950:
        away = [person(who.name, "", who.name) for who in (fields.stranger(), fields.stranger())]
        samtlige = "samtlige" if fields.era == 1890 else "samtliga"
        af = "af" if fields.era == 1890 else "av"
        yield f"Närvarande: {samtlige} ledamöter med undantag {af} Herrar {away[0]} och {away[1]}."
        return
    chair, others = _sits(members[0]), [_titled(who, fields) for who in members[1:]]
    yield _opening(fields, chair, others, form)
    if fields.era >= 1910 and chance.happens(0.6):
        gone, stands = fields.stranger(), fields.stranger()
        if gone.last != stands.last:
            yield _serving(fields, gone, stands)


def _opening(fields: OldFields, chair: str, others: list[str], form: int) -> str:
    listed = f"{', '.join(others[:-1])} {'och' if form else 'samt'} {others[-1]}"
    trade = fields.chance.one(oldtown.TRADES[fields.era])
    if fields.era == 1890:
        return f"Närvarande: Ordföranden Herr {trade} {chair} samt ledamöterne Herrar {listed}."
    if fields.era == 1910:
        return (
            f"Närvarande: herrar {chair}, ordförande, {listed}.",
            f"Närvarande voro: herrar {chair}, ordförande, {listed}.",
            f"Närvarande: ordföranden herr {chair} samt ledamöterna {listed}.",
            f"Närvarande: ordföranden, {trade} {chair}, herrar {listed}.",
        )[form]
    return (
        f"Närvarande: Ordföranden, {trade} {chair}, ledamöterna {listed}.",
        f"Närvarande: {chair}, ordförande, {listed}.",
        f"Närvarande ledamöter: {chair}, ordf., {listed}.",
        f"Närvarande: ordföranden {chair} samt ledamöterna {listed}.",
    )[form]


def _sits(who: Person) -> str:
    return sits("ledamot", who.name, "", who.name)


def _titled(who: Person, fields: OldFields) -> str:
    return f"fröken {_sits(who)}" if who.woman and fields.era == 1910 else _sits(who)


def _serving(fields: OldFields, gone: Person, stands: Person) -> str:
    seat = sits("tjänstgörande ersättare", stands.name, "", stands.name, replaces=gone.name)
    away = person(gone.name, "", gone.name)
    return fields.chance.one((
        f"Förfall hade anmälts av herr {away}, i vars ställe inkallats suppleanten herr {seat}.",
        f"I stället för {away}, som anmält förhinder, tjänstgjorde suppleanten {seat}.",
        f"För {away} tjänstgjorde suppleanten {seat}.",
        f"Suppleanten {seat} tjänstgjorde i stället för {away}.",
    ))  # fmt: skip


def present_listed(fields: OldFields) -> Iterator[Block]:
    """The same as a list: a label, and the names below one another beside it."""
    members, chance = fields.members, fields.chance
    stops = (0.0, 0.3)
    title = {1890: "Herr ", 1910: "Herr ", 1950: ""}[fields.era]
    chair = f"{title}{_sits(members[0])}, {chance.one(('ordförande', 'ordf.'))}"
    yield row("Närvarande:", chair, stops=stops)
    for who in members[1:]:
        yield row("", f"{'Fröken ' if who.woman and title else title}{_sits(who)}", stops=stops)
    gone, stands = fields.stranger(), fields.stranger()
    if fields.era >= 1910 and gone.last != stands.last and chance.happens(0.5):
        seat = sits("tjänstgörande ersättare", stands.name, "", stands.name, replaces=gone.name)
        yield row(
            "Suppleant:", f"{title}{seat} (i stället för {person(gone.name, '', gone.name)})", stops=stops
        )
