"""Who sat in a meeting, where older minutes tell it in running text."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from models.matter import Attendance
from models.outline import Part
from models.swedish.marks import loose
from models.swedish.names import NAME_WORD, PARTICLES, is_given
from models.swedish.parties import party_at
from models.swedish.roles import address, is_address, is_role
from models.vocabulary import Capacity
from pipeline.extract.context import Context
from pipeline.extract.people.titles import party_after
from pipeline.extract.presence import present_paragraph

_INITIALS = r"(?:[A-ZÅÄÖ]\.[ ]?)+"
_PARTICLE = "|".join(sorted(PARTICLES))
_NEXT = rf"(?!{address()}\s|{NAME_WORD}\s?:){NAME_WORD}"
"""A word inside a name, after which no other person is addressed."""
_NAME = rf"(?:{_INITIALS}\s?|{NAME_WORD}\s+)(?:(?:{_NEXT}|{_PARTICLE}|[A-ZÅÄÖ]\.)\s+){{0,3}}{_NEXT}"
_SUBSTITUTES = r"(?:suppleant(?:ern[ae]|en|er)?|ersättar(?:na|en|e))"
_STEP = re.compile(
    loose(
        r"(?P<absent>\b(?:frånvarande|förfall|förhindrad[e]?)\b)"
        rf"|(?P<in_place>(?-i:I)\s+stället\s+för\b|(?-i:För)(?=\s(?-i:{_NAME})\s(?:hade\s)?(?:tjänstgj|inkall)))"
        r"|(?P<whose>\bi\s+(?:h?vars|h?vilkas|hans|hennes|deras|dennes)\s+ställe\b)"
        r"|(?P<all_of_whom>,\s*h?vilka\b)"
        r"|(?P<of_whom>\ba[vf]\s+(?:vilka|hvilka|vilken|hvilken|dessa)\b)"
        r"|(?P<served>\btjänstgjor\w+|\btjänstgöra\b|\binkallat\w*)"
        r"|(?P<instead>\b(?:i\s+stället|istället|tjänstgörande|suppleant(?:er)?|ersättare)\s+för\b)"
        rf"|(?P<sits_for>\bför(?=\s+(?-i:{_NAME})))"
        rf"|(?P<passive>\b(?:ej|icke)\s+tjänstgörande\s+{_SUBSTITUTES})"
        rf"|(?P<serving>\btjänstgörande\s+{_SUBSTITUTES})"
        rf"|(?P<substitute>\b{_SUBSTITUTES}\b)"
        r"|(?P<member>\b(?:ledamötern[ae]|ledamoten|ledamöter)\b)"
        r"|(?P<vice>\b(?:vice|v\.)\s*ordföranden?\b)|(?P<chair>\bordföranden\b)|(?P<presided>\bordförande\b)"
        r"|(?P<guest>\b(?:dessutom|(?:där|här)j(?:ä|e)mte|tillstädes|vidare|tjänstemännen|tillkallade|närvar)\b)"
        r"|(?P<official>\b(?:samt|ävensom|jämte|även)\s+\w*(?:sekreteraren?|kamrer(?:aren?|en)?|protokollförare[n]?)\b)"
        rf"|(?-i:(?P<name>{_NAME}))"
    ),
    re.IGNORECASE,
)
_CAPACITY = {
    "passive": Capacity.ERSATTARE,
    "serving": Capacity.TJANSTGORANDE_ERSATTARE,
    "substitute": Capacity.ERSATTARE,
    "member": Capacity.LEDAMOT,
    "vice": Capacity.LEDAMOT,
    "chair": Capacity.LEDAMOT,
    "guest": Capacity.TJANSTEPERSON,
    "official": Capacity.TJANSTEPERSON,
}


@dataclass(slots=True)
class _Present:
    start: int
    end: int
    name: str
    capacity: Capacity
    party: str | None = None
    replaces: str | None = None
    office: str | None = None


@dataclass(slots=True)
class _Reading:
    """What was read so far.

    `members` are those of the group that is being read, `speaking` those whom
    a following "i stället för" speaks of, `waiting` those of them for whom no replaced member was named yet.
    `missing` are those named as absent (`capacity` is None meanwhile), in whose place others may sit;
    `in_place` says that a sentence began with them ("I stället för N. N. tjänstgjorde").
    """

    capacity: Capacity | None = Capacity.LEDAMOT
    missing: list[str] = field(default_factory=list[str])
    called: bool = False
    in_place: bool = False
    office: str | None = None
    of_whom: bool = False
    waiting: list[_Present] = field(default_factory=list["_Present"])
    members: list[_Present] = field(default_factory=list["_Present"])
    speaking: list[_Present] = field(default_factory=list["_Present"])
    found: dict[str, _Present] = field(default_factory=dict[str, "_Present"])

    def take(self, step: str) -> None:
        """Take a word that says what the names around it are."""
        if step in ("absent", "in_place"):
            self._take_absence(step)
        elif step == "whose" or (step == "served" and self.in_place):
            self.capacity, self.called, self.in_place = Capacity.TJANSTGORANDE_ERSATTARE, True, False
        elif step in _CAPACITY and not self.called:
            self.capacity, self.office = _CAPACITY[step], step
            self.of_whom, self.waiting, self.members = False, [], []
        elif step == "of_whom":
            self.of_whom, self.speaking = True, []
        elif step == "all_of_whom":
            self.speaking = list(self.members)
        elif step == "served":
            for person in self.speaking:
                person.capacity = Capacity.TJANSTGORANDE_ERSATTARE
        elif step == "presided" and self.speaking:
            self.speaking[-1].office = "chair"
        elif step in ("instead", "sits_for"):
            self.waiting = list(self.speaking)

    def _take_absence(self, step: str) -> None:
        """Take the names that follow as those of who were not there; "förfall" may be said of them again."""
        if not self.in_place:
            self.capacity, self.missing, self.called, self.speaking = None, [], False, []
        self.in_place = self.in_place or step == "in_place"

    def name(self, person: _Present) -> None:
        """Take a name as that of one replaced, of one spoken of again, or of one more present."""
        if self.capacity is None:
            self.missing.append(person.name)
            return
        if self.called and self.missing:
            person.replaces = self.missing.pop(0)
        if self.waiting:
            served = self.waiting.pop(0)
            served.capacity, served.replaces = Capacity.TJANSTGORANDE_ERSATTARE, person.name
            return
        known = self.found.setdefault(person.name.casefold(), person)
        self.members.append(known)
        self.speaking = [*self.speaking, known] if self.of_whom else [known]
        self.office = None


def attendance_told(part: Part, context: Context) -> tuple[Attendance, ...]:
    """Everybody whom the paragraph says was present, once each; empty where there is no such paragraph."""
    return tuple(
        Attendance(
            name=person.name,
            party=party_at(person.party, context.date) if person.party else None,
            capacity=person.capacity,
            replaces=person.replaces,
            places=part.text.places(person.start, person.end, "told to be present"),
        )
        for person in _read(part)
    )


def chair_told(part: Part) -> str | None:
    """Whom the paragraph calls the chair."""
    return next((person.name for person in _read(part) if person.office == "chair"), None)


def _read(part: Part) -> list[_Present]:
    lines = present_paragraph(part)
    reading = _Reading()
    if not lines:
        return []
    for step in _STEP.finditer(part.text.content, lines[0].start, lines[-1].end):
        if step["name"]:
            person = _person(part.text.content, step, reading)
            if person is not None:
                reading.name(person)
        else:
            reading.take(step.lastgroup or "")
    return list(reading.found.values())


def _is_title(words: list[str]) -> bool:
    """Whether the first word is a title that no table holds ("Fjärdingsmannen Per Ek")."""
    known = len(words) > 2 and is_given(words[1]) and not is_given(words[0])
    return known and words[0].endswith(("en", "an", "n"))


def _person(content: str, step: re.Match[str], reading: _Reading) -> _Present | None:
    """The name without words of address and titles before it."""
    start, words = step.start(), step[0].split()
    while words and (is_address(words[0]) or is_role(words[0]) or _is_title(words)):
        word = words.pop(0)
        rest = content[start + len(word) : step.end()]
        start += len(word) + len(rest) - len(rest.lstrip())
    if len(words) < 2 and not re.match(_INITIALS, " ".join(words)):
        return None
    party = party_after(content, step.end(), sure=True)
    return _Present(
        start,
        step.end(),
        " ".join(words),
        reading.capacity or Capacity.LEDAMOT,
        party[0] if party else None,
        office=reading.office,
    )
