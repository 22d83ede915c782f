"""The front page of minutes: when and where, who sat as what, for whom and for which §§."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

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

ONE_COLUMN = """Granby kommun        Sammanträdesprotokoll    1 (12)
Barn- och utbildningsnämnden     2015-03-04

Plats och tid        Kommunhuset, sal Björken, kl 18:30-21:50

Beslutande           Anna Ek (S), ordförande
                     Bo Alm (M) §§ 106-120
                     Cecilia Lund (C), ej 107
                     David Ros (L), jäv 113
                     Eva Sund (S) tjänstgörande ersättare för Gun Berg (S)
                     Fia Dahl (V) tjg för Hans Örn (V), §§ 106, 108-110
Ej tjänstgörande     Karin Sjö (SD)
ersättare            Lars Vik (KD)

Övriga deltagande    Mona Zell, förvaltningschef
                     Nils Ahl, nämndsekreterare
                     Olof Åberg

Utses att justera    Bo Alm
Justeringens plats och tid   Kommunkontoret 2015-03-10

Underskrifter        Sekreterare   ..............................   Paragrafer  106 - 120
                                   Nils Ahl
                     Ordförande    ..............................
                                   Anna Ek
                     Justerande    ..............................
                                   Bo Alm

ANSLAG/BEVIS
Organ                Barn- och utbildningsnämnden
Datum för anslags uppsättande   2015-03-11   Datum för anslags nedtagande  2015-04-02
Förvaringsplats för protokollet   Kommunkontoret, Granby

§ 106  Dagordning
Beslut
Nämnden godkänner dagordningen.
"""

TWO_COLUMNS = """GRANBY KOMMUN                  SAMMANTRÄDESPROTOKOLL
Byggnadsnämndens arbetsutskott
Plats och tid för Lärkan, Storgatan 3 Klockan 09.00–10.12
sammanträde
Beslutande    Ledamöter                     Tjänstgörande ersättare
Anna Ek (M), Ordförande Berit Holm (M) ersätter Maria
Bo Alm (C), 1:e vice ordförande Sjögård (M)
Cecilia Lund (S), 2:e vice Eva Maria Sund (S) ersätter
ordförande                    Per Vik (S)

David Ros (M)             Mirsad Đukić (S) ersätter Viktor
Fia Dahl (M)              Torell (V)
Övriga närvarande Ersättare                 Tjänstepersoner
Gun Berg (M)              Hanna Zell, administrativ chef,
Ivar Falk (KD)            Jon Hed, biträdande
                          kommundirektör, §§ 91-93
Övriga
Karin Ahl, avdelningschef för
miljö i Ekvallaregionen, § 92
Sekreterare   Lars Öst                Paragrafer §§ 91-99
Ordförande    Anna Ek
Protokolljusterare Fia Dahl (M) ordinarie
David Ros (M) ersättare
"""

PROSE = """GRANBY KOMMUN
Protokoll från socialnämndens sammanträde 2015-03-04
Tid: kl. 09.00 - 11.15
Plats: Kommunhuset
Närvarande ledamöter: Anna Ek (S) ordförande, Bo Alm (M), Cecilia Lund (C) och David Ros (L).
Närvarande ersättare: Eva Sund (S), Fia Dahl (V).
Tjänstemän: Mona Zell, socialchef och Nils Ahl, sekreterare.

§ 1 Val av justerare
"""

TABLE = """Ledamöter
Namn                Parti   Närvaro
Anna Ek              S       X
Bo Alm               M       X
Ersättare
Eva Sund             S       *
Fia Dahl             V
* = tjänstgörande
"""

LIST = """Närvarolista
Ledamöter                 Parti
Anna Ek                   S
Cecilia Lund              C        §§ 45-50
Tjänstgörande ersättare
Eva Sund (S)              för Gun Berg (S)
Fia Dahl                  V        Hans Örn
Ej närvarande
David Ros (L)
Föredragande tjänstemän
Mona Zell  kommundirektör
Nils Ahl (sekreterare)
"""


def _of(part: Part, context: Context) -> Meeting | None:
    return meeting(part, context, find_dates(part.text))


def _meeting(text: str) -> Meeting:
    found = _of(outline(text_of(text))[0], Context(kind=Kind.PROTOKOLL, date="2015-03-04"))
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            ONE_COLUMN,
            [
                ("Anna Ek", "S", LEDAMOT, None, None),
                ("Bo Alm", "M", LEDAMOT, None, ((106, 120),)),
                ("Cecilia Lund", "C", LEDAMOT, None, ((106, 106), (108, 120))),
                ("David Ros", "L", LEDAMOT, None, ((106, 112), (114, 120))),
                ("Eva Sund", "S", SERVING, "Gun Berg", None),
                ("Fia Dahl", "V", SERVING, "Hans Örn", ((106, 106), (108, 110))),
                ("Karin Sjö", "SD", ERSATTARE, None, None),
                ("Lars Vik", "KD", ERSATTARE, None, None),
                ("Mona Zell", None, OFFICIAL, None, None),
                ("Nils Ahl", None, OFFICIAL, None, None),
                ("Olof Åberg", None, OVRIG, None, None),
            ],
        ),
        (
            TWO_COLUMNS,
            [
                ("Anna Ek", "M", LEDAMOT, None, None),
                ("Bo Alm", "C", LEDAMOT, None, None),
                ("Cecilia Lund", "S", LEDAMOT, None, None),
                ("David Ros", "M", LEDAMOT, None, None),
                ("Fia Dahl", "M", LEDAMOT, None, None),
                ("Berit Holm", "M", SERVING, "Maria Sjögård", None),
                ("Eva Maria Sund", "S", SERVING, "Per Vik", None),
                ("Mirsad Đukić", "S", SERVING, "Viktor Torell", None),
                ("Gun Berg", "M", ERSATTARE, None, None),
                ("Ivar Falk", "KD", ERSATTARE, None, None),
                ("Hanna Zell", None, OFFICIAL, None, None),
                ("Jon Hed", None, OFFICIAL, None, ((91, 93),)),
                ("Karin Ahl", None, OVRIG, None, ((92, 92),)),
            ],
        ),
        (
            PROSE,
            [
                ("Anna Ek", "S", LEDAMOT, None, None),
                ("Bo Alm", "M", LEDAMOT, None, None),
                ("Cecilia Lund", "C", LEDAMOT, None, None),
                ("David Ros", "L", LEDAMOT, None, None),
                ("Eva Sund", "S", ERSATTARE, None, None),
                ("Fia Dahl", "V", ERSATTARE, None, None),
                ("Mona Zell", None, OFFICIAL, None, None),
                ("Nils Ahl", None, OFFICIAL, None, None),
            ],
        ),
        (
            TABLE,
            [
                ("Anna Ek", "S", LEDAMOT, None, None),
                ("Bo Alm", "M", LEDAMOT, None, None),
                ("Eva Sund", "S", SERVING, None, None),
                ("Fia Dahl", "V", ERSATTARE, None, None),
            ],
        ),
        (
            LIST,
            [
                ("Anna Ek", "S", LEDAMOT, None, None),
                ("Cecilia Lund", "C", LEDAMOT, None, ((45, 50),)),
                ("Eva Sund", "S", SERVING, "Gun Berg", None),
                ("Fia Dahl", "V", SERVING, "Hans Örn", None),
                ("Mona Zell", None, OFFICIAL, None, None),
                ("Nils Ahl", None, OFFICIAL, None, None),
            ],
        ),
    ],
    ids=["one column", "two columns", "prose", "table", "list"],
)
def test_attendance(text: str, expected: list[tuple[object, ...]]) -> None:
    found = [(a.name, a.party, a.capacity, a.replaces, a.present_for) for a in _meeting(text).attendance]
    assert found == expected


@pytest.mark.parametrize("text", [ONE_COLUMN, TWO_COLUMNS, PROSE], ids=["one column", "two columns", "prose"])
def test_attendance_where_every_mark_is_lost(text: str) -> None:
    lost = str.maketrans("åäöÅÄÖ", "aaoAAO")
    sound = [
        (a.name.translate(lost), a.party, a.capacity, (a.replaces or "").translate(lost), a.present_for)
        for a in _meeting(text).attendance
    ]
    damaged = _meeting(text.translate(lost)).attendance
    assert [(a.name, a.party, a.capacity, a.replaces or "", a.present_for) for a in damaged] == sound


def test_front_page_in_one_column() -> None:
    found = _meeting(ONE_COLUMN)
    assert (found.body, found.date) == ("Barn- och utbildningsnämnden", "2015-03-04")
    assert (found.start, found.end, found.location) == ("18:30", "21:50", "Kommunhuset, sal Björken")
    assert (found.paragraph_from, found.paragraph_to) == (106, 120)
    assert (found.chair, found.secretary, found.adjusters) == ("Anna Ek", "Nils Ahl", ("Bo Alm",))
    assert (found.adjusted_on, found.posted_on, found.removed_on) == (
        "2015-03-10",
        "2015-03-11",
        "2015-04-02",
    )
    assert found.kept_at == "Kommunkontoret, Granby"


def test_front_page_with_squeezed_columns() -> None:
    found = _meeting(TWO_COLUMNS)
    assert (found.body, found.location) == ("Byggnadsnämndens arbetsutskott", "Lärkan, Storgatan 3")
    assert (found.start, found.end) == ("09:00", "10:12")
    assert (found.paragraph_from, found.paragraph_to) == (91, 99)
    assert (found.chair, found.secretary, found.adjusters) == ("Anna Ek", "Lars Öst", ("Fia Dahl",))


def test_offices_in_the_list_of_those_present() -> None:
    found = _meeting(PROSE)
    assert (found.body, found.location) == ("Socialnämnden", "Kommunhuset")
    assert (found.chair, found.secretary) == ("Anna Ek", "Nils Ahl")


def test_time_that_runs_over_the_line() -> None:
    found = _meeting(
        "Plats          Kommunhuset, Björken, den 9 mars 1983 kl. 16.05\n               - 18.40\n"
    )
    assert (found.start, found.end, found.location) == ("16:05", "18:40", "Kommunhuset, Björken")


def test_a_label_cut_at_the_line_and_a_seat_taken_for_some_paragraphs() -> None:
    found = _meeting(
        "Beslutande:        Karl Ek (s), ordförande\n"
        "                   Tore Ahl (m) tjänstgör §§ 51-53 för Nils Alm (m)\n\n"
        "Övriga när-        Stig Hök, kommunalråd\n"
        "varande:           Ulla Lind, sekreterare\n\n"
        "Utses att justera: Karl Ek\n"
    ).attendance
    assert [(a.name, a.capacity, a.replaces) for a in found] == [
        ("Karl Ek", LEDAMOT, None),
        ("Tore Ahl", SERVING, "Nils Alm"),
        ("Stig Hök", OFFICIAL, None),
        ("Ulla Lind", OFFICIAL, None),
    ]
    assert found[1].present_for == ((51, 53),)


def test_only_minutes_are_of_a_meeting() -> None:
    assert _of(outline(text_of(ONE_COLUMN))[0], Context(kind=Kind.TJANSTESKRIVELSE)) is None


@settings(max_examples=100, deadline=None)
@given(st.data())
def test_every_place_is_true_on_a_damaged_page(data: st.DataObject) -> None:
    page = data.draw(st.sampled_from((ONE_COLUMN, TWO_COLUMNS, PROSE, TABLE)))
    at = data.draw(st.integers(0, len(page)))
    gone = data.draw(st.integers(0, 40))
    part = outline(text_of(page[:at] + data.draw(st.text(max_size=5)) + page[at + gone :]))[0]
    found = _of(part, Context(kind=Kind.PROTOKOLL))
    assert found is not None
    for person in found.attendance:
        for place in person.places:
            assert part.text.undo(place.start, place.end) == place.raw
