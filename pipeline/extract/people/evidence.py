"""What shows that words with the form of a name are a person: party, role, label, known given name."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, replace
from itertools import pairwise

from models.swedish.marks import plain
from models.swedish.municipalities import known as known_place
from models.swedish.names import NAME_WORD
from models.swedish.roles import is_address, label
from pipeline.extract.people.candidates import Candidate, fills_cell
from pipeline.extract.people.titles import Roles, party_after, role_before, roles_after

_FIRM_BEFORE = re.compile(r"&[ ]?\Z")
_FIRM_AFTER = re.compile(
    r"[ ](?:&|AB\b|HB\b|KB\b|Aktiebolag|aktiebolag|kommun|stad\b|län\b|Consulting|Group)"
    r"|[ ]\d{1,3}[A-Za-z]?(?![\d.:-])"
    r"|[ ](?i:gata|väg|plats|torg|park|skola|minne|donation|stiftelse|fond|donationsfond|minnesfond)"
)
_MAIL = re.compile(r"(?<![\w.-])([\w.-]{1,64})@[\w-]+\.\w")
_SHORTEST = 3
"""A surname of so few letters is whole: "Ros"."""
_OWNED = re.compile(
    r"[ ]\n?(?:förslag|yrkande|motion|reservation|yttrande|interpellation|medborgarförslag|fråga"
    r"|ändringsyrkande|tilläggsyrkande|avslagsyrkande|bifallsyrkande|avsägelse|skrivelse|begäran|anmälan|redovisning|ansökan|ansökning|utlåtande|anbud|hemställan|anhållan|framställning"
    r"|besvär)"
)
_AMID = re.compile(r"[a-zåäö]{2,}[ ]?\n?[ ]?\Z")
_GOES_ON = re.compile(r"[ ]\n?[a-zåäö]{2,}|\n[a-zåäö]{2,}")
_BY_SURNAME = re.compile(
    rf"\b(?i:herr|hr|fru|fröken|frk)\.?\s+(?P<name>{NAME_WORD})(?!\s+{NAME_WORD})(?!['’\w-])"
)
_JOINS = re.compile(r"(?:[ ]*,[ ]*\n?|[ ]*\n?(?:och|samt|ävensom|jämte)[ ]?\n?)[ ]*")


@dataclass(frozen=True, slots=True)
class Mention:
    """A name at one place of the flow's text, what stands beside it, and which rule found it."""

    start: int
    end: int
    name: str
    rule: str
    confidence: float
    party: str | None = None
    roles: tuple[str, ...] = ()
    bodies: tuple[str, ...] = ()

    @property
    def key(self) -> str:
        """The name as names are compared: without case, hyphens and spaces."""
        return key_of(self.name)


def key_of(name: str) -> str:
    """A name without case, hyphens and spaces: the same for "ANNA-KARIN EK" and "Anna Karin Ek"."""
    return re.sub(r"[\s\-–'’.]+", "", name).casefold()


def mentions(
    text: str, found: tuple[Candidate, ...], listed: frozenset[int], present: Mapping[str, str]
) -> tuple[Mention, ...]:
    """The candidates that are people; `listed` are the positions of lines in lists of those present.

    `present` are the names of those who were there, by their keys.
    """
    mails = {plain(mail).replace(".", "").replace("-", "") for mail in _MAIL.findall(text)}
    taken: set[int] = set()
    sure: dict[int, Mention] = {}
    for candidate in found:
        mention = _seen(text, candidate, taken, listed, mails)
        if mention is None and len(candidate.words) > 2:
            mention = _seen(text, candidate.without_first, taken, listed, mails)
        if mention is not None:
            sure[candidate.start] = _without_genitive(text, mention, present)
    _by_list(text, found, sure)
    _by_name(text, found, sure, present)
    _by_surname(text, sure)
    return tuple(sure[start] for start in sorted(sure))


def _seen(
    text: str, candidate: Candidate, taken: set[int], listed: frozenset[int], mails: set[str]
) -> Mention | None:
    """The candidate as a mention, where anything beside it shows that it is one; roles are used up once."""
    if _FIRM_BEFORE.search(text, max(0, candidate.start - 3), candidate.start):
        return None
    in_list = candidate.start in listed
    party = party_after(text, candidate.end, sure=candidate.given or in_list, listed=in_list)
    roles = _roles(text, candidate, party[1] if party else candidate.end, taken)
    if not party and _FIRM_AFTER.match(text, candidate.end):
        return None
    mailed = plain("".join(candidate.words)).replace("-", "") in mails
    rule = ("name with party", 1.0) if party else _rule(text, candidate, roles, in_list=in_list)
    if rule is None and mailed:
        rule = ("name with address", 0.9)
    if rule is None:
        return None
    return Mention(
        candidate.start,
        candidate.end,
        candidate.name,
        *rule,
        party[0] if party else None,
        roles.roles if roles else (),
        roles.bodies if roles else (),
    )


def _roles(text: str, candidate: Candidate, end: int, taken: set[int]) -> Roles | None:
    """The roles before and after the name, each used for one name only."""
    before = role_before(text, candidate.start)
    if before is not None and before.end in taken:
        before = None
    after = roles_after(text, end)
    if before is not None and after is not None and "\n" in text[end : after.start]:
        after = None
    both = [roles for roles in (before, after) if roles is not None]
    taken.update(roles.end for roles in both)
    if not both:
        return None
    names = dict.fromkeys(role for roles in both for role in roles.roles)
    bodies = dict.fromkeys(body for roles in both for body in roles.bodies)
    return Roles(tuple(names), tuple(bodies), both[0].start, both[-1].end)


def _rule(text: str, candidate: Candidate, roles: Roles | None, *, in_list: bool) -> tuple[str, float] | None:
    """The rule by which a candidate without party is a person, with how sure it is."""
    if candidate.family or candidate.given:
        beside = (
            (roles is not None, "name with role", 0.97),
            (_is_labelled(text, candidate), "name after label", 0.95),
            (in_list, "name in list of those present", 0.95),
        )
        for holds, rule, confidence in beside:
            if holds:
                return rule, confidence
    if candidate.given and candidate.even:
        if candidate.family:
            return "known given name", 0.9
        if fills_cell(text, candidate.start, candidate.end):
            return "name alone in its column", 0.85
        if _is_in_sentence(text, candidate):
            return "given name inside a sentence", 0.8
    return None


def _is_in_sentence(text: str, candidate: Candidate) -> bool:
    """Whether two words with capitals, the second an everyday word, stand amid words in lower case."""
    *_, last = candidate.words
    if len(candidate.words) != 2 or known_place(last):
        return False
    low = max(0, candidate.start - 30)
    return bool(_AMID.search(text, low, candidate.start) and _GOES_ON.match(text, candidate.end))


def _is_labelled(text: str, candidate: Candidate) -> bool:
    """Whether a label or a word of address ("Herr") stands before the name."""
    low = max(0, candidate.start - 40)
    before = re.search(r"(\S+)\s*\Z", text[low : candidate.start])
    return (before is not None and is_address(before[1])) or bool(label().search(text, low, candidate.start))


def _without_genitive(text: str, mention: Mention, present: Mapping[str, str]) -> Mention:
    """The mention without the s of "Anna Eks yrkande"; one who was present has a name that may end so."""
    if mention.key in present:
        return mention
    surname = re.split(r"[ -]", mention.name)[-1]
    if (
        len(surname) > _SHORTEST
        and surname.endswith("s")
        and _OWNED.match(text, mention.end)
        and mention.party is None
    ):
        return replace(mention, end=mention.end - 1, name=mention.name[:-1])
    return mention


def _by_list(text: str, found: tuple[Candidate, ...], sure: dict[int, Mention]) -> None:
    """Take in candidates that a comma or an "och" joins to a person."""
    onward = [*pairwise(found), *pairwise(found[::-1])]
    for known, other in onward:
        if known.start not in sure or other.start in sure or not other.family:
            continue
        low, high = sorted((known, other), key=lambda c: c.start)
        between = text[sure[low.start].end if low.start in sure else low.end : high.start]
        between = re.sub(r"^[ ]*\([\w .:-]{1,25}\)", "", between)
        if _JOINS.fullmatch(between) and not _FIRM_AFTER.match(text, other.end):
            sure[other.start] = Mention(other.start, other.end, other.name, "name in list of names", 0.85)


def _by_name(
    text: str, found: tuple[Candidate, ...], sure: dict[int, Mention], present: Mapping[str, str]
) -> None:
    """Take in candidates whose name, or whose name in the genitive, is a person's elsewhere."""
    names = {**present, **{mention.key: mention.name for mention in sure.values()}}
    for start, mention in list(sure.items()):
        if mention.key.endswith("s") and mention.key[:-1] in names:
            sure[start] = replace(mention, end=mention.end - 1, name=mention.name[:-1])
    for candidate in found:
        key = key_of(candidate.name)
        if candidate.start in sure:
            continue
        if key in names:
            sure[candidate.start] = Mention(
                candidate.start, candidate.end, candidate.name, "name seen before", 0.9
            )
        elif key.endswith("s") and key[:-1] in names and text[candidate.end - 1] == "s":
            end = candidate.end - 1
            sure[candidate.start] = Mention(
                candidate.start, end, candidate.name[:-1], "name seen before", 0.9
            )


def _by_surname(text: str, sure: dict[int, Mention]) -> None:
    """Take in "Herr Ek" as the only person of that surname, where one and no more has it."""
    bearers: dict[str, set[str]] = defaultdict(set)
    names = {mention.key: mention.name for mention in sure.values()}
    for key, name in names.items():
        bearers[name.split()[-1].casefold()].add(key)
    inside = [(mention.start, mention.end) for mention in sure.values()]
    for found in _BY_SURNAME.finditer(text):
        start, surname = found.start("name"), found["name"].casefold()
        bare = surname if surname in bearers else surname.removesuffix("s")
        keys = bearers.get(bare, set())
        if len(keys) == 1 and not any(low <= start < high for low, high in inside):
            rule = "surname of one person only"
            sure[start] = Mention(start, start + len(bare), names[next(iter(keys))], rule, 0.8)
