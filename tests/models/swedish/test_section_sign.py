"""Signs that the models read for a section sign become one; figures, amounts and parties stay."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.swedish.section_sign import section_sign
from models.text import Text


def mended(content: str) -> str:
    return Text(content).apply(section_sign(content)).content


@pytest.mark.parametrize(
    ("read", "printed"),
    [
        ("$ 71", "§ 71"),
        ("S$ 71 Dnr KS-2016-00046", "§ 71 Dnr KS-2016-00046"),
        ("$$ 71-82 och 8 163", "§§ 71-82 och § 163"),
        ("8 71 Val av ersättare\n\nText.\n\n8 72 Budget", "§ 71 Val av ersättare\n\nText.\n\n§ 72 Budget"),
        ("Ss 71 Budget", "§ 71 Budget"),
        ("KF Ss 267", "KF § 267"),
        ("S 71 Budget\n\nS 73 Val", "§ 71 Budget\n\n§ 73 Val"),
        ("KF 8 267", "KF § 267"),
        ("Beslut KS 8136\nBeslut KS §133", "Beslut KS §136\nBeslut KS §133"),
        ("Ks 8 12, 2014-03-04", "Ks § 12, 2014-03-04"),
        ("Paragrafer: 88 71-82", "Paragrafer: §§ 71-82"),
        ("enligt 2 kap. 1 8 plan- och bygglagen", "enligt 2 kap. 1 § plan- och bygglagen"),
        ("12 $ förvaltningslagen", "12 § förvaltningslagen"),
        ("enligt 6 S hälsovårdsstadgan", "enligt 6 § hälsovårdsstadgan"),
        ("jämlikt 6 8 ordningsstadgan", "jämlikt 6 § ordningsstadgan"),
        ("i 4 a S arbetsordningen", "i 4 a § arbetsordningen"),
        ("Ulf Ask (L), 858\nViola Lind (M) § 59", "Ulf Ask (L), § 58\nViola Lind (M) § 59"),
        ("Ulf Ask (L), 858    Viola Lind (M) § 59", "Ulf Ask (L), § 58    Viola Lind (M) § 59"),
        ("Ulf Ask (L) 558 Viola Lind (M) § 59", "Ulf Ask (L) § 58 Viola Lind (M) § 59"),
        ("Ulf Ask (L) 858 röster, § 59", "Ulf Ask (L) 858 röster, § 59"),
        ("Ulf Ask (L) 8580, § 59", "Ulf Ask (L) 8580, § 59"),
        ("i 4 S skolor", "i 4 S skolor"),
        ("tabell: 6 8 lagar", "tabell: 6 8 lagar"),
        ("§ 71   Budget\n\n872     Val\n\n§ 73   Taxa", "§ 71   Budget\n\n§ 72     Val\n\n§ 73   Taxa"),
        ("§ 9 Budget\n\n810 Val\n\n811 Taxa", "§ 9 Budget\n\n§ 10 Val\n\n§ 11 Taxa"),
        ("571. Val\n\n§ 72. Taxa", "§ 71. Val\n\n§ 72. Taxa"),
        ("8 46. Budget\n\n8 47.\nVal", "§ 46. Budget\n\n§ 47.\nVal"),
        ("& 21. Val\n\n88 22-24. Budget\n\n8 25. Taxa", "§ 21. Val\n\n§§ 22-24. Budget\n\n§ 25. Taxa"),
        ("arbetsutskottet 2014-03-04, 8 63\n", "arbetsutskottet 2014-03-04, § 63\n"),
        ("fullmäktige den 4 mars 2014, $ 63.", "fullmäktige den 4 mars 2014, § 63."),
        ("den 4 mars, 8 63, men", "den 4 mars, § 63, men"),
        ("ENLIGT 2 KAP. 1 8, SKALL", "ENLIGT 2 KAP. 1 §, SKALL"),
        ("enligt 2 kap. 1$.", "enligt 2 kap. 1§."),
        ("6 a $. Om hyran", "6 a §. Om hyran"),
        ("Eva Ek ersätter Bo Alm (V) 8 63\n", "Eva Ek ersätter Bo Alm (V) § 63\n"),
        ("§ 70/2024\n\n8 71/2024\n\n§ 72/2024", "§ 70/2024\n\n§ 71/2024\n\n§ 72/2024"),
        ("utskottet 2018-09-18 88 63-70\n", "utskottet 2018-09-18 §§ 63-70\n"),
        ("KF Granby 8 139/16 Policy", "KF Granby § 139/16 Policy"),
        ("Eva Ek (V) 88 63-70\n", "Eva Ek (V) §§ 63-70\n"),
        ("Bo Alm (kd), §8 63-66, 68\n", "Bo Alm (kd), §§ 63-66, 68\n"),
        ("Eva Ek ersätter Bo Alm (V) 88 63-70\n", "Eva Ek ersätter Bo Alm (V) §§ 63-70\n"),
        ("KF § 12\nEva Ek, ekonomichef, 8 63\n", "KF § 12\nEva Ek, ekonomichef, § 63\n"),
        ("KF § 12\nEva Ek, ekonomichef, 8$ 63—70\n", "KF § 12\nEva Ek, ekonomichef, §§ 63—70\n"),
        ("§ 12\n88 13-20\n", "§ 12\n§§ 13-20\n"),
        ("1 kap. 2 $ och\navses i 26 a 8, den", "1 kap. 2 § och\navses i 26 a §, den"),
        ("enligt 8 och 9 $$ säkerhetslagen", "enligt 8 och 9 §§ säkerhetslagen"),
        ("§§ 38—41", "§§ 38—41"),
        ("Bo Alm (S), 8 63\n", "Bo Alm (S), § 63\n"),
        ("Bo Alm (S), 8 63 Eva Ek (C)\n", "Bo Alm (S), § 63 Eva Ek (C)\n"),
        ("den 4 mars 2014, $S$ 63-64.", "den 4 mars 2014, §§ 63-64."),
        ("yttrande 2014-03-04, 88 63-64.", "yttrande 2014-03-04, §§ 63-64."),
        ("mars 2014, 8 63. Sedan", "mars 2014, § 63. Sedan"),
        ("mars 2014, $& 63.", "mars 2014, § 63."),
        ("Paragrafer 8S 71-82", "Paragrafer §§ 71-82"),
        ("§ 2 och 3\navses i 18 och 19 $8$ och", "§ 2 och 3\navses i 18 och 19 §§ och"),
        ("enligt 2 §\navses i 26 f 8 andra stycket", "enligt 2 §\navses i 26 f § andra stycket"),
        ("Bo Alm (S), 8 röster", "Bo Alm (S), 8 röster"),
        ("mars 2014, 88 personer", "mars 2014, 88 personer"),
        ("8$ 38-41\n", "§§ 38-41\n"),
        ("§ 2\nBo Alm (S), §8§ 61-65\n", "§ 2\nBo Alm (S), §§ 61-65\n"),
        ("den 5 juni 2012, S§ 61, antog", "den 5 juni 2012, § 61, antog"),
        ("§ 17 Budget\n\n$18 Val", "§ 17 Budget\n\n§ 18 Val"),
        ("§17 Budget\n\n$18 Val", "§17 Budget\n\n§18 Val"),
    ],
)
def test_lost_signs_come_back(read: str, printed: str) -> None:
    assert mended(read) == printed


@pytest.mark.parametrize(
    "text",
    [
        "§ 71 Budget\n\n§ 72 Val", "KF 86/05", "KS 8 000 kr", "5 196 kr\n5 197 kr",
        "8 71 personer\n8 72 fler",
        "8 71 Val av ersättare", "5 kap 23 §", "priset är $ 500", "8 (45)", "Tillsatta: S 4, M 3, C 2",
        "1 12 Granby\n2 13 Ekvalla\n8 14 Norrby\n8 15 Söderby", "Bilaga 8 71", "kl. 8 30",
        "§ 71 Budget\n\n850 Kronor\n\n§ 72 Val", "§ 71 Budget\n\n875   Granby\n\n§ 72 Val",
        "ersätter Bo Alm (V) 8 63 gånger", "Eva Ek, ekonomichef, 8 63\n", "Frånvaro, $ 75,40 73,90",
        "Bilaga, 88 13-20\n",
        "avses i 26 a 8, den", "871 Granby\n872 Ekvalla", "senast 2014-03-04, 8 60 platser",
    ],
)  # fmt: skip
def test_other_figures_stay(text: str) -> None:
    assert not list(section_sign(text))


@pytest.mark.parametrize(
    ("read", "printed"),
    [
        pytest.param("8 71   Dnr KS 2014/163", "§ 71   Dnr KS 2014/163", id="8"),
        pytest.param("5 71   Dnr KS 2014/163", "§ 71   Dnr KS 2014/163", id="5"),
        pytest.param("s 71   Dnr KS 2014/163", "§ 71   Dnr KS 2014/163", id="s"),
        pytest.param("g71 Dnr KS 2014/163", "§71 Dnr KS 2014/163", id="g, glued"),
        pytest.param("  & 71\tDnr 14/163", "  § 71\tDnr 14/163", id="indented"),
        pytest.param("Text.\n\nS 9 Dnr 14/163", "Text.\n\n§ 9 Dnr 14/163", id="below text"),
    ],
)
def test_sign_stands_before_a_number_and_dnr(read: str, printed: str) -> None:
    assert mended(read) == printed


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("871 Dnr KS 2014/163", id="a number whose first figure may be its own"),
        pytest.param("Bilaga 8 71 Dnr KS 2014/163", id="not at the start of a line"),
        pytest.param("8 71 dnr", id="no word Dnr"),
        pytest.param("8 1234 Dnr KS 2014/163", id="no item has such a number"),
        pytest.param("8 71 Dnrs", id="another word"),
        pytest.param("4 71 Dnr KS 2014/163", id="no sign that is read for it"),
        pytest.param("§ 71 Dnr KS 2014/163", id="it is there"),
    ],
)
def test_other_signs_before_a_number_and_dnr_stay(text: str) -> None:
    assert not list(section_sign(text))


@pytest.mark.parametrize(
    ("read", "printed"),
    [
        pytest.param("s 42 Val\n\ns 43 Budget", "§ 42 Val\n\n§ 43 Budget", id="both lost"),
        pytest.param("§ 41 Taxa\n\ns 42 Val", "§ 41 Taxa\n\n§ 42 Val", id="one lost"),
        pytest.param("s 42 Val\n\n8 43 Budget", "§ 42 Val\n\n§ 43 Budget", id="lost in two ways"),
        pytest.param("s 42\n\ns 43", "§ 42\n\n§ 43", id="no title on the line"),
        pytest.param("s 42 s 43 Val", "s 42 s 43 Val", id="on one line"),
        pytest.param("s 42 Val\n\ns 61 Budget", "s 42 Val\n\ns 61 Budget", id="too far apart"),
        pytest.param("s 43 Val\n\ns 42 Budget", "s 43 Val\n\ns 42 Budget", id="falling"),
        pytest.param("s42 Val\n\ns43 Budget", "s42 Val\n\ns43 Budget", id="glued"),
    ],
)
def test_small_s_is_a_sign_where_numbers_rise(read: str, printed: str) -> None:
    assert mended(read) == printed


@pytest.mark.parametrize(
    ("read", "printed"),
    [
        ("enligt 9 kap. 2 8 plan- och bygglagen", "enligt 9 kap. 2 § plan- och bygglagen"),
        ("enligt 9 kap.\n2 8 plan- och bygglagen", "enligt 9 kap.\n2 § plan- och bygglagen"),
        ("enligt 9\nkap. 2 $ plan- och bygglagen", "enligt 9\nkap. 2 § plan- och bygglagen"),
        ("enligt 9 kap. 2\n8 plan- och bygglagen", "enligt 9 kap. 2\n§ plan- och bygglagen"),
        ("enligt 9 kap 2 a S plan- och bygglagen", "enligt 9 kap 2 a § plan- och bygglagen"),
        ("enligt 9 kap. 2-4 88 plan- och bygglagen", "enligt 9 kap. 2-4 §§ plan- och bygglagen"),
        ("jfr 9 kap. 2 8.", "jfr 9 kap. 2 §."),
        ("enligt 9 kap. 2 8\nplan- och bygglagen", "enligt 9 kap. 2 §\nplan- och bygglagen"),
        ("(9 kap. 2-4 88), som", "(9 kap. 2-4 §§), som"),
        ("i 9 kap. 2 8 12 platser", "i 9 kap. 2 8 12 platser"),
    ],
)
def test_sign_stands_behind_a_chapter_and_a_number(read: str, printed: str) -> None:
    assert mended(read) == printed


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("s 42", id="a page, alone"),
        pytest.param("Se rapporten,\ns 42\noch bilagan", id="a page in a line's beginning"),
        pytest.param("S 42 Val", id="one item by itself"),
        pytest.param("5 st stolar\n6 st bord", id="pieces"),
        pytest.param("8 12 st stolar\n8 13 st bord", id="pieces, rising"),
        pytest.param("8 120 kr\n8 121 kr", id="kronor"),
        pytest.param("5 12 %\n5 13 %", id="shares"),
        pytest.param("8 500 000\n8 501 000", id="thousands"),
        pytest.param("5 100 tkr\n5 101 tkr", id="thousands of kronor"),
        pytest.param("1 20 Granby\n2 21 Ekvalla\n5 22 Norrby\n8 23 Söderby", id="a table of figures"),
        pytest.param("8 41 112 300\n8 42 115 310\n5 43 117 205", id="a table of figures alone"),
        pytest.param("KS 8 000 kr", id="a body's amount"),
        pytest.param("Mandat: S 14, M 15", id="seats"),
        pytest.param("845 Kronor", id="no neighbours to tell by"),
    ],
)
def test_figures_pages_and_amounts_stay(text: str) -> None:
    assert not list(section_sign(text))


SIGNS = st.text("Ss8$5&§ 1427\n.,DnrVal", max_size=80)


@given(SIGNS)
def test_nothing_but_signs_and_blanks_changes(content: str) -> None:
    for change in section_sign(content):
        assert set(content[change.start : change.end]) <= set("Ss8$5&§g")
        assert change.text.strip() in {"§", "§§"}


@given(SIGNS)
def test_settled_text_stays_settled(content: str) -> None:
    once = mended(content)
    assert once.count("\n") == content.count("\n")
    assert "§" in once or once == content
