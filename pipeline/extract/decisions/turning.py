"""Where a sentence turns to somebody: gives a task, asks, refers, proposes, or grants."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from models.swedish.addressees import told_by
from models.swedish.names import PARTICLES
from models.vocabulary import AddresseeKind, AddresseeRole
from pipeline.extract.decisions.phrases import Named, named_at

_I = re.IGNORECASE
_TASK_TO = re.compile(
    r"\b(?:uppdr(?:ar?|as|ag(?:a|er|as|es|its?)|ogo?s?)(?:[ ](?!att\b)\w+){0,2}?"
    r"|(?:ge|ger|gav|gavs|ges|lämna\w*)[ ](?:i[ ])?uppdrag(?:et)?)[ ](?:åt|till|å)[ ]",
    _I,
)
_TASK = re.compile(r"\b(?:ger?|gav|giva|giver|gett|givit|lämna[r]?|lämnade)[ ]", _I)
_AS_TASK = re.compile(r"[ ](?:(?:härmed|också|även)[ ])?i uppdrag\b", _I)
_GETS_TASK = re.compile(
    r"[ ](?:ges|gavs|gives|får|fick|fått|erhåller|erhöll|lämnas|lämnades)[ ](?:\w+[ ])?i uppdrag\b", _I
)
_ASKS = re.compile(
    r"\b(?:(?:anmoda|uppmana)(?:r|s|de|des)?|(?:ålägg|förelägg)(?:a|er|e?s)|(?:åla|förela)des?)(?=[ ])", _I
)
_EMPOWERS = re.compile(r"\b(?:bemyndiga|befullmäktiga)(?:r|s|de|des)?(?=[ ])", _I)
_DELEGATES = re.compile(r"\bdelegera(?:r|s|de|des)?\b", _I)
_REFERS = re.compile(r"\b(?:remittera\w*|hänskjut\w*|hänskjöts?|hänsköts?|hänvisa(?:r|s|de|des)?)\b", _I)
_HANDS = re.compile(
    r"\b(?:a[vf]g(?:er?|iva|iver|a[vf]s?)|(?:överlämna|skicka)(?:r|s|de|des)?|översänd\w*)\b", _I
)
_RETURNS = re.compile(r"\b(?:återremiss|återremitt\w+|återförvisa\w*)\b", _I)
_PROPOSES = re.compile(
    r"\b(?:föreslå[rs]?|föreslogs?|rekommendera[rs]?|hemställ(?:a|er|es|de|des|t)?(?:[ ](?:hos|till))?"
    r"|förslag till)[ ]",
    _I,
)
_PROPOSES_THAT = re.compile(r"\b(?:föreslå[rs]?|föreslogs?|hemställ(?:a|er|des?)),?[ ]att[ ]", _I)
_SHOULD = re.compile(r"[ ](?:beslut|måtte|ville|skulle)", _I)
_FINITE = re.compile(r"(?:föreslår|föreslog|rekommenderar)\b", _I)
_GRANTS = re.compile(
    r"\b(?:bevilja(?:r|de)?|tilldela(?:r|de)?|tillerkänn(?:a|er|de)|beviljades|tillerkändes|tilldelades)[ ]",
    _I,
)
_GRANT = re.compile(
    r"[ ](?:(?:ett|en|full|högst|totalt|ytterligare|fortsatt|kr\.?|kronor|kommunal)\b|\d"
    r"|\w*(?:bidrag|stöd|medel|lån|borgen|ersättning|tillstånd|ansvarsfrihet|anslag|stipendium|belopp|dispens|anstånd)\w*)",
    _I,
)
_IS_GRANTED = re.compile(
    r"[ ](?:beviljas|beviljades|tilldelas|tilldelades|tillerkänns|tillerkändes|erhåller)\b", _I
)
_MONEY_TO = re.compile(
    r"(?:\b(?:\w*bidrag(?:et)?|anslag|lån|borgen|stipendium|ersättning|\w*stöd|kronor|kr|tkr|mnkr|mkr)|:-)(?!\w)",
    _I,
)
_GIVES = re.compile(
    r"\b(?:bevilja|anslå|anslog|utbetala|utge|lämna|anvisa|bidra|tilldela|överför|betala)", _I
)
_WITH = re.compile(r"\bhos[ ]", _I)
_REQUESTS = re.compile(r"[ ](?P<verb>hemställ|anhåll|begär|göra framställning)", _I)
_REQUESTED = re.compile(r"\b(?P<verb>hemställ|anhåll|begär|ansök)[^.;:]{0,80}$", _I)
_TO = re.compile(r"\b(?:till|åt)[ ]", _I)
_STOP = re.compile(r"[.;:!?](?:\s|$)")
_START = re.compile(
    r"(?:^|(?:[,;:]|(?<!(?-i:[A-ZÅÄÖ]))\.)[ ]|\b(?:att|(?<!- )och|samt|besluta(?:r|de)|beslöt)[ ]|\d\.[ ])",
    _I,
)
_ACTS = re.compile(r"(?:[ ]och\b.{0,80})?(?:[ ]att\b|[:,.]?$)|,")
"""What follows whoever is asked or empowered to do something."""
_BESLUTA = re.compile(r"[ ](?:att[ ])?beslut", _I)
_REACH, _NEAR, _BACK = 120, 45, 100
_ORGANS = frozenset({AddresseeKind.BODY, AddresseeKind.MUNICIPALITY, AddresseeKind.AUTHORITY})


@dataclass(frozen=True, slots=True)
class Turned:
    """Somebody to whom the text turns, and for what."""

    who: Named
    role: AddresseeRole


def turned_to(text: str) -> tuple[Turned, ...]:
    """Those to whom the text turns, in its order and apart; of two readings of a place the first counts."""
    every = [(one.who.start, at, one) for at, reading in enumerate(_READINGS) for one in reading(text)]
    kept: list[Turned] = []
    for start, _, one in sorted(every, key=lambda found: found[:2]):
        if not kept or start >= kept[-1].who.end:
            kept.append(one)
    return tuple(kept)


def _tasks(text: str) -> Iterator[Turned]:
    """Uppdra åt X att; ge X i uppdrag att; X ges i uppdrag att."""
    for found in _TASK_TO.finditer(text):
        for who in named_at(text, found.end()):
            yield Turned(who, AddresseeRole.UPPDRAG)
    for found in _TASK.finditer(text):
        task = _AS_TASK.search(text, found.end(), found.end() + _BACK)
        end = task.start() if task else found.end()
        named = named_at(text, found.end(), end)
        if task and not named:
            yield from _before(text, end, AddresseeRole.UPPDRAG)
        for who in named:
            if who.kind or who.end == end:
                yield Turned(who, AddresseeRole.UPPDRAG)
    for found in _GETS_TASK.finditer(text):
        yield from _before(text, found.start(), AddresseeRole.UPPDRAG)


def _asked(text: str) -> Iterator[Turned]:
    """Anmoda X att, bemyndiga X att; X anmodas att; hos X hemställa."""
    for verb, role in ((_ASKS, AddresseeRole.ANMODAN), (_EMPOWERS, AddresseeRole.BEMYNDIGANDE)):
        for found in verb.finditer(text):
            if text.startswith(" att ", found.end()):
                yield from _before(text, found.start() - 1, role)
                continue
            for who in named_at(text, found.end() + 1):
                if _ACTS.match(text, who.end) and (who.kind or text.startswith(" att ", who.end)):
                    yield Turned(who, role)
    yield from _requested(text)


def _requested(text: str) -> Iterator[Turned]:
    """Hos X begära something; begära something hos X."""
    for found in _WITH.finditer(text):
        before = text[max(0, found.start() - _BACK) : found.start()]
        for who in named_at(text, found.end()):
            verb = _REQUESTS.match(text, who.end) or _REQUESTED.search(before)
            if who.kind and verb:
                proposes = verb["verb"].casefold() == "hemställ"
                yield Turned(who, AddresseeRole.FORSLAG if proposes else AddresseeRole.ANMODAN)


def _referred(text: str) -> Iterator[Turned]:
    """Remittera, överlämna, återremittera, delegera something till X."""
    for verb, role in (
        (_RETURNS, AddresseeRole.ATERREMISS),
        (_REFERS, AddresseeRole.REMISS),
        (_HANDS, AddresseeRole.OVERLAMNANDE),
        (_DELEGATES, AddresseeRole.BEMYNDIGANDE),
    ):
        for found in verb.finditer(text):
            yield from _to(text, found.end(), role)


def _proposed(text: str) -> Iterator[Turned]:
    """Föreslå X besluta; hemställa hos X att."""
    for found in _PROPOSES_THAT.finditer(text):
        for who in named_at(text, found.end()):
            if who.kind in _ORGANS and _SHOULD.match(text, who.end):
                yield Turned(who, AddresseeRole.FORSLAG)
    for found in _PROPOSES.finditer(text):
        for who in named_at(text, found.end()):
            if who.kind in _ORGANS and (_BESLUTA.match(text, who.end) or not _is_subject(text, found)):
                yield Turned(who, AddresseeRole.FORSLAG)


def _is_subject(text: str, verb: re.Match[str]) -> bool:
    """Whether who follows the verb is who proposes: "Därför föreslår nämnden att", in no infinitive."""
    if not _FINITE.match(verb[0]):
        return False
    before = text[max(0, verb.start() - _BACK) : verb.start()].split()
    return bool(before) and told_by(before[-1:]) is None and not before[-1].endswith((",", "att", "och"))


def _granted(text: str) -> Iterator[Turned]:
    """Bevilja X ett bidrag; X beviljas 500 kr; anslå 500 kr till X."""
    for found in _GRANTS.finditer(text):
        what = _GRANT.search(text, found.end() - 1, found.end() + _BACK)
        if what and what.start() > found.end():
            for who in named_at(text, found.end(), what.start()):
                of_other = who.kind and text.startswith(" för ", who.end)
                if of_other or (who.end == what.start() and (who.kind or _is_name(who))):
                    yield Turned(who, AddresseeRole.MOTTAGARE)
    for found in _IS_GRANTED.finditer(text):
        yield from _before(text, found.start(), AddresseeRole.MOTTAGARE)
    if _GIVES.search(text):
        for found in _MONEY_TO.finditer(text):
            yield from _to(text, found.end(), AddresseeRole.MOTTAGARE, _NEAR)


_READINGS: tuple[Callable[[str], Iterator[Turned]], ...] = (_tasks, _asked, _referred, _granted, _proposed)


def _before(text: str, end: int, role: AddresseeRole) -> Iterator[Turned]:
    """Whoever a verb in the passive has before it, where a kind or full name tells that it is somebody."""
    low = max(0, end - _BACK)
    starts = [found.end() for found in _START.finditer(text, low, end)] or ([] if low else [0])
    for start in reversed(starts):
        named = named_at(text, start, end)
        if named and named[-1].end == end and all(who.kind or _is_name(who) for who in named):
            yield from (Turned(who, role) for who in named)
            return


def _to(text: str, start: int, role: AddresseeRole, reach: int = _REACH) -> Iterator[Turned]:
    """The first after "till" or "åt" in the sentence whose kind is known."""
    stop = _STOP.search(text, start, start + reach)
    for found in _TO.finditer(text, start, stop.start() if stop else start + reach):
        named = named_at(text, found.end())
        if named and named[0].kind:
            yield from (Turned(who, role) for who in named)
            return


def _is_name(who: Named) -> bool:
    """Whether every word of two or more has a capital, but for a "von"."""
    words = who.name.split()
    return len(words) > 1 and all(word[0].isupper() or word in PARTICLES for word in words)
