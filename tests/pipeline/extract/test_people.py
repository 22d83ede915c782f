"""People: who is one, as what, and who is not."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.mention import Person
from models.outline import Part
from pipeline.extract.context import Context
from pipeline.extract.language import parse
from pipeline.extract.people.candidates import candidates, candidates_in
from pipeline.extract.people.entries import people
from pipeline.structure.outline import outline
from tests.support import text_of

_WORDS = (
    "Anna", "Ek", "(S)", "(m)", "ordförande", "\n", "\n\n", ",", "Bo", "ALM", "von", "Kommunstyrelsen", "§ 5",
    "ersätter", "Ledamöter", "Beslutande", "    ", "Ersättare", "1:e vice", "och", "Xiuying Zhao", "&",
    "Granby kommun", "anna.ek@granby.se",
)  # fmt: skip


def _part(text: str) -> Part:
    return outline(text_of(text))[0]


def _people(text: str, date: str | None = None) -> tuple[Person, ...]:
    return people(_part(text), Context(date=date), ())


@pytest.mark.parametrize(
    ("text", "name", "party", "roles"),
    [
        ("Anna Ek(S) yrkar bifall", "Anna Ek", "S", ()),
        ("Ordförande Anna Ek (S) föredrar", "Anna Ek", "S", ("ordförande",)),
        ("Ordföranden Anna Ek föredrar", "Anna Ek", None, ("ordförande",)),
        ("1:e vice ordf. Bo Alm", "Bo Alm", None, ("1:e vice ordf",)),
        ("Bo Alm (M), 2:e vice\nordförande", "Bo Alm", "M", ("2:e vice ordförande",)),
        ("utsågos herrar K. A. Almlöv och andra", "K. A. Almlöv", None, ()),
        ("direktör C. W. Almlöv yrkade avslag", "C. W. Almlöv", None, ("direktör",)),
        ("Reservation av Anna Ek, s, och fler", "Anna Ek", "S", ()),
        ("Xiuying Zhao, kultur- och fritidschef", "Xiuying Zhao", None, ("kultur- och fritidschef",)),
        ("Kommundirektör Xiuying Zhao redogör", "Xiuying Zhao", None, ("kommundirektör",)),
        ("Sven Torell\n\n\nkanslichef, kommunstyrelsens kontor", "Sven Torell", None, ("kanslichef",)),
        ("Handläggare\n\nSven Torell\n0555-123 45", "Sven Torell", None, ("handläggare",)),
        ("Dokumentansvarig: Maja Fors", "Maja Fors", None, ("dokumentansvarig",)),
        ("Svar på motion från Anna\nEk (S) om skolor", "Anna Ek", "S", ()),
        ("Lars-Göran von Essen (M)", "Lars-Göran von Essen", "M", ()),
        ("Carl de la Gardie (M)", "Carl de la Gardie", "M", ()),
        ("Lars G. Andersson (M)", "Lars G. Andersson", "M", ()),
        ("Mirsad Đukić-Holm (V) deltar", "Mirsad Đukić-Holm", "V", ()),
        ("Hedvig Lindh (EKV) yrkar", "Hedvig Lindh", "EKV", ()),
        ("Bo Alm (-)", "Bo Alm", None, ()),
        ("Goran Osterberg ingår i gruppen", "Goran Osterberg", None, ()),
        ("BIRGITTA SJÖHAGE\nDatum: 2024-01-02", "BIRGITTA SJÖHAGE", None, ()),
        ("Ek, Anna (S)", "Anna Ek", "S", ()),
        ("Hej Anna Ek,\nmed vänlig hälsning", "Anna Ek", None, ()),
        ("Bo Alms yrkande avslås", "Bo Alm", None, ()),
        ("Anna Ek                 fp          Nej", "Anna Ek", "FP", ()),
        ("Åsa Lind-Ros yrkande avslås", "Åsa Lind-Ros", None, ()),
        ("Arkitekt Maria Stjerna af\nEkvalla redogör", "Maria Stjerna af Ekvalla", None, ("arkitekt",)),
        ("Herr Godsägaren Carl Gustaf\nvon Stjerna", "Carl Gustaf von Stjerna", None, ("godsägare",)),
        ("valdes Herrar Lars\nMagnus Almlöv i Ekby", "Lars Magnus Almlöv", None, ()),
        ("utredningen gjordes av Jonas\nFisk från kontoret", "Jonas Fisk", None, ()),
        ("4   Bokslut         UN-2024-     Lena Frisk,\n    2024             00229", "Lena Frisk", None, ()),
        ("6   Plan             UN-2024-      Emma Ek Norr\n", "Emma Ek Norr", None, ()),
        ("Nämndemannen Per Almlöv", "Per Almlöv", None, ("nämndeman",)),
        (
            "Ordföranden, lantbrukaren Sixten Almlöv, redogjorde.",
            "Sixten Almlöv",
            None,
            ("ordförande", "lantbrukare"),
        ),
        ("Fru Gurli Vretlund yttrade sig.", "Gurli Vretlund", None, ()),
    ],
)
def test_one_person(text: str, name: str, party: str | None, roles: tuple[str, ...]) -> None:
    (person,) = _people(text)
    assert (person.name, person.party, person.roles) == (name, party, roles)


@pytest.mark.parametrize(
    "text",
    [
        "Holm & Ljung har anlitats",
        "Anna Ek AB har lämnat anbud",
        "Granby Energi AB",
        "A. Granby kyrka",
        "B. Kommunstyrelsen beslutar",
        "Sven Hedins gata 5",
        "Göran Perssons Väg 7",
        "Storgatan Norra Torget",
        "Nya Torget Södra Station",
        "Svenska Kyrkan och Röda Korset",
        "Kommunfullmäktige Granby Kommun",
        "Vision Digital Plattform",
        "Ek yrkar bifall",
        "anna.ek@granby.se",
        "SAMMANTRÄDESPROTOKOLL KOMMUNSTYRELSEN",
    ],
)
def test_nobody(text: str) -> None:
    assert _people(text) == ()


def test_mentions_of_one_name_are_one_person() -> None:
    (person,) = _people("Anna Ek (S)\nAnna Ek\nANNA EK\nOrdförande Anna Ek (S)\nAnna Eks förslag")
    assert (person.name, person.party, person.roles) == ("Anna Ek", "S", ("ordförande",))
    assert len(person.places) == 5


def test_two_names_and_two_parties_are_never_one_person() -> None:
    found = _people("Anna Ek (S) och Anna Ek (M) samt Anna Maria Ek (S)")
    assert [(p.name, p.party) for p in found] == [("Anna Ek", "S"), ("Anna Ek", "M"), ("Anna Maria Ek", "S")]


def test_a_list_of_names_carries_the_unknown_ones() -> None:
    found = _people("Gruppen består av Anna Ek, Xiuying Zhao och Bo Alm.")
    assert [p.name for p in found] == ["Anna Ek", "Xiuying Zhao", "Bo Alm"]


def test_an_unknown_given_name_at_a_line_end_in_a_list_of_names() -> None:
    found = _people("Ledamöterna Anna Ek, Knut Alm, Torgerd\nHellik samt Bo Alm deltog.")
    assert [person.name for person in found] == ["Anna Ek", "Knut Alm", "Torgerd Hellik", "Bo Alm"]


def test_a_label_below_a_name_is_no_role_of_that_name() -> None:
    text = (
        "Bo Alm (C), 1:e vice ordf.\nMats Ros (M)\n\n"
        "Sekreterare     ....................\n                Anna Ek\n"
        "Ordförande      ....................\n                Gun Berg\n"
        "Justerande      Liv Lund\n"
    )
    assert [(person.name, person.roles) for person in _people(text)] == [
        ("Bo Alm", ("1:e vice ordf",)),
        ("Mats Ros", ()),
        ("Anna Ek", ("sekreterare",)),
        ("Gun Berg", ("ordförande",)),
        ("Liv Lund", ("justerande",)),
    ]


@pytest.mark.parametrize(
    ("text", "mentions"),
    [
        ("Patron Wilhelm Ekstjerna yrkade avslag. Herr Ekstjerna anmälde reservation.", [2]),
        ("Herr Ekstjernas förslag föll. Patron Wilhelm Ekstjerna reserverade sig.", [2]),
        ("Fru Anna Ek och Herr Bo Ek deltog. Herr Ek anmälde reservation.", [1, 1]),
        ("Fru Anna Ek deltog. Herr Almlöv anmälde reservation.", [1]),
        ("C. G. von Stjerna      Joh. Ad. Tingvik\nProtokollet hölls av Carl Gustaf von Stjerna.", [1]),
    ],
)
def test_a_surname_alone_is_that_of_its_only_bearer(text: str, mentions: list[int]) -> None:
    assert [len(person.places) for person in _people(text)] == mentions


def test_roles_in_brackets() -> None:
    found = _people("Utskottet består av Anna Ek (ordf), Bo Alm (v ordf) och Xiuying Zhao.")
    assert [(p.name, p.roles) for p in found] == [
        ("Anna Ek", ("ordf",)),
        ("Bo Alm", ("v ordf",)),
        ("Xiuying Zhao", ()),
    ]


def test_the_party_of_the_time_stays() -> None:
    (person,) = _people("Anna Ek (fp)", date="2010-05-04")
    assert (person.party, person.party_printed) == ("FP", "fp")


def test_bodies_below_names() -> None:
    found = _people("Styrgrupp:\nXiuying Zhao\n\nEkvalla kommundelsnämnd\nBo Alm\nkommunstyrelsen")
    assert [(p.name, p.bodies) for p in found] == [
        ("Xiuying Zhao", ("Ekvalla kommundelsnämnd",)),
        ("Bo Alm", ("Kommunstyrelsen",)),
    ]


def test_names_side_by_side_over_their_titles() -> None:
    found = _people("Anna Ek            Bo Alm\nOrdförande         Justerare")
    assert [(p.name, p.roles) for p in found] == [("Anna Ek", ("ordförande",)), ("Bo Alm", ("justerare",))]


def test_columns_side_by_side_are_read_one_after_the_other() -> None:
    text = (
        "Beslutande    Ledamöter                     Tjänstgörande ersättare\n"
        "Anna Ek (S), Ordförande     Sven Holm (L) ersätter Maja\n"
        "Bo Alm (M), 1:e vice Fors (L)\nordförande\nPer Sund (V)\n"
    )
    found = {p.name: (p.party, p.roles) for p in _people(text)}
    assert found == {
        "Anna Ek": ("S", ("ordförande",)),
        "Bo Alm": ("M", ("1:e vice ordförande",)),
        "Per Sund": ("V", ()),
        "Sven Holm": ("L", ()),
        "Maja Fors": ("L", ()),
    }
    split = next(p for p in _people(text) if p.name == "Maja Fors")
    assert [place.raw for place in split.places] == ["Maja", "Fors"]


@settings(max_examples=150, deadline=None)
@given(st.lists(st.one_of(st.sampled_from(_WORDS), st.text(max_size=6)), max_size=30).map(" ".join))
def test_every_place_is_true_whatever_the_text(text: str) -> None:
    part = _part(text)
    for person in people(part, Context(), ()):
        assert person.places
        for place in person.places:
            assert part.text.undo(place.start, place.end) == place.raw


NAMES = (
    "Anna Ek",
    "Närvarande:",
    "och",
    "Bo Öberg (S)",
    "\n",
    "\n\n",
    "    ",
    "Karl\nLind",
    "att",
    "\f",
    ", ",
)


@given(st.lists(st.sampled_from(NAMES), max_size=40))
def test_names_are_the_same_however_the_text_is_cut(pieces: list[str]) -> None:
    text = " ".join(pieces)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("pipeline.extract.people.candidates._STRETCH", 10)
        cut = list(candidates_in(text))
    assert cut == list(candidates(parse(text)))
