"""Minutes that tell in running text who was present and who confirms them, and lists of harder forms."""

from __future__ import annotations

import pytest

from models.matter import Meeting
from models.outline import Part
from models.vocabulary import Capacity, Kind
from pipeline.extract.context import Context
from pipeline.extract.dates.find import find_dates
from pipeline.extract.meeting.entries import meeting
from pipeline.structure.outline import outline
from tests.support import text_of

LEDAMOT, ERSATTARE, OVRIG = Capacity.LEDAMOT, Capacity.ERSATTARE, Capacity.OVRIG
SERVING, OFFICIAL = Capacity.TJANSTGORANDE_ERSATTARE, Capacity.TJANSTEPERSON
HEAD = "Protokoll, fört vid sammanträde med kommunalnämnden i Ekvalla köping den 3 maj 1949.\n\n"
END = "\n\n§ 1.\nBeslöts att bordlägga ärendet.\n"


def _of(part: Part, context: Context) -> Meeting | None:
    return meeting(part, context, find_dates(part.text))


def _meeting(text: str) -> Meeting:
    found = _of(outline(text_of(text))[0], Context(kind=Kind.PROTOKOLL, date="1949-05-03"))
    assert found is not None
    return found


def _present(text: str) -> list[tuple[object, ...]]:
    return [(a.name, a.capacity, a.replaces) for a in _meeting(text).attendance]


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        (
            "Närvarande: Ordföranden, hemmansägaren Gottfrid Almlöv, ledamöterna Elin\n"
            "Kvarnberg, Ture Stenrot i Ekby samt herr Albin\n"
            "Hagelin ävensom suppleanterna Signe\n"
            "Vretlund och Ivar Mo, av vilka Ivar Mo tjänstgjorde i\n"
            "stället för Hjalmar Ros, som anmält förfall.",
            [
                ("Gottfrid Almlöv", LEDAMOT, None),
                ("Elin Kvarnberg", LEDAMOT, None),
                ("Ture Stenrot", LEDAMOT, None),
                ("Albin Hagelin", LEDAMOT, None),
                ("Signe Vretlund", ERSATTARE, None),
                ("Ivar Mo", SERVING, "Hjalmar Ros"),
            ],
        ),
        (
            "Närvarande voro ordföranden Gottfrid Almlöv (h), ledamöterna Elin Kvarnberg (s) och\n"
            "Ture Stenrot (bf), tjänstgörande suppleanten Ivar Mo (s) samt kamreraren Axel Lod.",
            [
                ("Gottfrid Almlöv", LEDAMOT, None),
                ("Elin Kvarnberg", LEDAMOT, None),
                ("Ture Stenrot", LEDAMOT, None),
                ("Ivar Mo", SERVING, None),
                ("Axel Lod", OFFICIAL, None),
            ],
        ),
        (
            "Närvarande:       Herr Albin Hagelin, ordf.\n"
            "                  Herr Johan Gottfrid Almlöv\n"
            "                  Fröken Signe Vretlund\n"
            "                  Herr Ture Stenrot",
            [
                ("Albin Hagelin", LEDAMOT, None),
                ("Johan Gottfrid Almlöv", LEDAMOT, None),
                ("Signe Vretlund", LEDAMOT, None),
                ("Ture Stenrot", LEDAMOT, None),
            ],
        ),
        (
            "Närvarande: herrar Albin Hagelin, ordförande, och Ture Stenrot.\n"
            "I stället för Hjalmar Ros, som anmält förfall, tjänstgjorde\nsuppleanten Ivar Mo.",
            [
                ("Albin Hagelin", LEDAMOT, None),
                ("Ture Stenrot", LEDAMOT, None),
                ("Ivar Mo", SERVING, "Hjalmar Ros"),
            ],
        ),
        (
            "Närvarande: Herrar A. Almlöv, ordförande, J. P. Kvarnberg och Ture Stenrot samt\n"
            "suppleanten Ivar Mo för Hjalmar Ros.",
            [
                ("A. Almlöv", LEDAMOT, None),
                ("J. P. Kvarnberg", LEDAMOT, None),
                ("Ture Stenrot", LEDAMOT, None),
                ("Ivar Mo", SERVING, "Hjalmar Ros"),
            ],
        ),
        (
            "Närvarande: Ledamöterna Gottfrid Almlöv, ordförande, och Elin Kvarnberg, jämte suppleanterna\n"
            "Ivar Mo och Signe Vretlund, vilka tjänstgjorde i stället för Hjalmar Ros respektive Ada Lind.\n"
            "Frånvarande: Ture Stenrot.",
            [
                ("Gottfrid Almlöv", LEDAMOT, None),
                ("Elin Kvarnberg", LEDAMOT, None),
                ("Ivar Mo", SERVING, "Hjalmar Ros"),
                ("Signe Vretlund", SERVING, "Ada Lind"),
            ],
        ),
    ],
    ids=["of whom one sat", "parties and an official", "a line each", "in place of", "initials", "vilka"],
)
def test_attendance_told(told: str, expected: list[tuple[object, ...]]) -> None:
    assert _present(f"{HEAD}{told}{END}") == expected


def test_the_chair_is_told() -> None:
    told = (
        "Närvarande: Ordföranden, lantbrukaren Gottfrid Almlöv, samt ledamöterna Elin Kvarnberg och Ture Ros."
    )
    assert _meeting(f"{HEAD}{told}{END}").chair == "Gottfrid Almlöv"


def test_every_place_of_those_told_is_true() -> None:
    told = "Närvarande: Ordföranden Gottfrid\nAlmlöv samt ledamöterna Elin\nKvarnberg och Ture Ros."
    part = outline(text_of(f"{HEAD}{told}{END}"))[0]
    found = _of(part, Context(kind=Kind.PROTOKOLL))
    assert found is not None
    spans = [(place.start, place.end) for person in found.attendance for place in person.places]
    assert [" ".join(part.text.content[start:end].split()) for start, end in spans] == [
        person.name for person in found.attendance
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Närvarande      Ledamöter\n                Anna Ek (S), ordförande\n\n"
            "                Övriga\n                Mona Zell, kommundirektör\n                Olof Åberg\n",
            [("Anna Ek", LEDAMOT, None), ("Mona Zell", OFFICIAL, None), ("Olof Åberg", OVRIG, None)],
        ),
        (
            "Beslutande ledamöter: Anna Ek (S), ordförande\n                      Bo Alm (M)\n\n"
            "Tjänstgörande         Eva Sund (S) ersätter Gun Berg (S)\n"
            "ersättare:            Fia Dahl (V)\n\n"
            "Ej tjänstgörande      Karin Sjö (SD)\nersättare:            Lars Vik (KD)\n",
            [
                ("Anna Ek", LEDAMOT, None),
                ("Bo Alm", LEDAMOT, None),
                ("Eva Sund", SERVING, "Gun Berg"),
                ("Fia Dahl", SERVING, None),
                ("Karin Sjö", ERSATTARE, None),
                ("Lars Vik", ERSATTARE, None),
            ],
        ),
        (
            "Beslutande         Ledamöter                     Tjänstgörande ersättare\n"
            "                   Anna Ek (S), ordförande       Eva Sund (MP) ersätter\n"
            "                   Bo Alm (C)                       Gun Berg (MP)\n"
            "                   Cecilia Lund (M), §§ 1-4 och 6 Fia Dahl (M) ersätter\n"
            "                   Hugo Lind (KD)                Cecilia Lund (M), § 5\n",
            [
                ("Anna Ek", LEDAMOT, None),
                ("Bo Alm", LEDAMOT, None),
                ("Cecilia Lund", LEDAMOT, None),
                ("Hugo Lind", LEDAMOT, None),
                ("Eva Sund", SERVING, "Gun Berg"),
                ("Fia Dahl", SERVING, "Cecilia Lund"),
            ],
        ),
    ],
    ids=["officials under others", "label over two lines", "squeezed columns"],
)
def test_attendance_in_lists(text: str, expected: list[tuple[object, ...]]) -> None:
    assert _present(text) == expected


@pytest.mark.parametrize(
    ("beside", "ranges"),
    [
        ("fr o m § 90", ((90, 99),)),
        ("fr.o.m. § 90", ((90, 99),)),
        ("t.o.m. § 92", ((81, 92),)),
        ("t o m § 92", ((81, 92),)),
        ("från och med § 90 till och med § 92", ((90, 92),)),
        ("§§ 85-87", ((85, 87),)),
        ("§§ 85–87, 90", ((85, 87), (90, 90))),
        ("ej § 81", ((82, 99),)),
        ("§ 85 och § 90", ((85, 85), (90, 90))),
        ("deltar ej i § 81", ((82, 99),)),
        ("§ 81, p.g.a. jäv", ((82, 99),)),
        ("§§ 85 – § 87", ((85, 87),)),
        ("ordförande", None),
    ],
)
def test_present_for(beside: str, ranges: tuple[tuple[int, int], ...] | None) -> None:
    found = _meeting(f"Beslutande      Anna Ek (S), {beside}\nParagrafer      §§ 81-99\n")
    assert found.attendance[0].present_for == ranges


@pytest.mark.parametrize(
    ("told", "names"),
    [
        ("Att jämte ordföranden justera dagens protokoll utsågs Ture\nStenrot.", ("Ture Stenrot",)),
        (
            "Att justera detta protokoll valdes Herrar Karl\nErik Almlöv i Ekby och Ivar Mo, och bestämdes "
            "tiden härför till lördagen den 7 maj.",
            ("Karl Erik Almlöv", "Ivar Mo"),
        ),
        (
            "Till justeringsmän utsågs Elin Kvarnberg (s) och Ture Stenrot (bf).",
            ("Elin Kvarnberg", "Ture Stenrot"),
        ),
        (
            "Till protokolljusterare valdes Elin Kvarnberg med Ture Stenrot som ersättare.",
            ("Elin Kvarnberg",),
        ),
        (
            "Nämnden utser Elin Kvarnberg (S) att jämte ordföranden justera protokollet.",
            ("Elin Kvarnberg",),
        ),
        ("Elin Kvarnberg utsågs att justera protokollet.", ("Elin Kvarnberg",)),
        ("Nämnden utser Elin Kvarnberg (S) till ledamot i styrelsen. Avgiften justeras.", ()),
    ],
)
def test_adjusters_told(told: str, names: tuple[str, ...]) -> None:
    assert _meeting(f"{HEAD}§ 1.\n{told}\n").adjusters == names


@pytest.mark.parametrize(
    ("head", "place", "secretary"),
    [
        (
            "Protokoll fört vid sammanträde med nämnden\nden 3 maj 1949 kl. 19.00 å kommunal-\nkontoret.",
            "kommunalkontoret",
            "Axel Lod",
        ),
        ("Tid och plats   Kl. 09.00-10.45, Rådhuset, Ekrummet", "Rådhuset, Ekrummet", "Axel Lod"),
        ("Plats och tid   - Rådhuset, kl. 09.00-10.45", "Rådhuset", "Axel Lod"),
    ],
)
def test_place_in_other_forms_and_secretary_above_the_office(head: str, place: str, secretary: str) -> None:
    end = "\n               Som ovan\n               Axel Lod\n               Sekreterare\n"
    found = _meeting(f"{head}\n{END}{end}")
    assert (found.location, found.secretary) == (place, secretary)
