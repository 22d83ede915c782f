"""From a text to documents, items and blocks."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.outline import BlockKind, LineRole, Part
from models.swedish.headings import heading_of
from pipeline.structure.outline import outline
from tests.support import text_of

HEAD = "GRANBY KOMMUN                SAMMANTRÄDESPROTOKOLL"
COVER = f"""{HEAD}          1 (3)
Kommunstyrelsen
2021-03-09

Plats och tid       Granbysalen, kl. 13.00-15.30
Beslutande          Maj Lindqvist (S), ordförande
                    Tore Ahl (M)
Sekreterare         Pia Ek
Paragrafer          §§ 31-33
"""
CONTENTS = f"""{HEAD}          2 (3)
Kommunstyrelsen
2021-03-09

Innehåll

§ 31
Ny taxa för vatten ......................................... 3
§ 32
Svar på motion om
cykelbanor ................................................. 3
"""
ITEMS = f"""{HEAD}          3 (3)
Kommunstyrelsen
2021-03-09

§ 31                 Dnr KS 2021/12
Ny taxa för vatten

Beslut
Kommunstyrelsen antar taxan.

Sammanfattning av ärendet
Enligt 2 kap.
§ 5 lagen ska en taxa finnas. Jfr nämndens beslut
§ 12 samma dag.

§ 32 Svar på motion om cykelbanor

Beslut
Motionen avslås.
Justerandes sign          Utdragsbestyrkande
"""


def the_part(*pages: str) -> Part:
    (part,) = outline(text_of(*pages))
    return part


def test_items_are_those_of_the_run_and_not_of_contents_laws_or_citations() -> None:
    part = the_part(COVER, CONTENTS, ITEMS)
    assert [(item.paragraph, item.title) for item in part.items] == [
        (31, "Ny taxa för vatten"),
        (32, "Svar på motion om cykelbanor"),
    ]
    assert [item.sign.text for item in part.items] == ["§ 31", "§ 32"]


def test_contents_whose_leaders_recognition_made_letters_of() -> None:
    read = CONTENTS.replace("." * 41, "sseo AoA i=erKaT sRr ARA er")
    part = the_part(COVER, read, ITEMS)
    assert [(item.paragraph, len(item.blocks)) for item in part.items] == [(31, 2), (32, 1)]
    unannounced = the_part(COVER, read.replace("Innehåll", ""), ITEMS)
    assert [(item.paragraph, len(item.blocks)) for item in unannounced.items] == [(31, 2), (32, 1)]


def test_pages_glued_without_a_break_are_told_apart_by_their_running_head() -> None:
    first = COVER.replace("          1 (3)", "").rstrip()
    part = the_part(first + CONTENTS.rstrip() + ITEMS)
    assert [item.paragraph for item in part.items] == [31, 32]
    assert [line.text for line in part.lines if line.role is LineRole.FURNITURE and "KOMMUN" in line.text]


def test_furniture_is_in_no_block() -> None:
    part = the_part(COVER, CONTENTS, ITEMS)
    told = "\n".join(block.text for block in part.blocks())
    assert "3 (3)" not in told
    assert "Utdragsbestyrkande" not in told
    assert told.count("Kommunstyrelsen\n2021-03-09") == 1


def test_blocks_of_an_item() -> None:
    item = the_part(COVER, CONTENTS, ITEMS).items[0]
    assert [(block.kind, len(block.lines)) for block in item.blocks] == [
        (BlockKind.DECISION, 1),
        (BlockKind.SUMMARY, 3),
    ]


def test_the_signatures_after_the_last_item_are_its_documents() -> None:
    part = the_part(ITEMS + "\nUnderskrifter\nPia Ek\n\nANSLAG/BEVIS\nJusteringen har anslagits.\n")
    assert [block.kind for block in part.back] == [BlockKind.SIGNATURES, BlockKind.NOTICE]
    assert part.item_at(part.text.content.index("anslagits")) is None


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Beslut", BlockKind.DECISION),
        ("BESLUT", BlockKind.DECISION),
        ("Besiut", BlockKind.DECISION),
        ("Kommunstyrelsens beslut", BlockKind.DECISION),
        ("Beslut om ny taxa för vatten", None),
        ("Beslutet gäller tills vidare.", None),
        ("beslut", None),
        ("Sammanfattnlng av arendet", BlockKind.SUMMARY),
        ("1.2 Beslutsunderlag", BlockKind.BASIS),
        ("Beslutsunderlag: tjänsteskrivelse", BlockKind.BASIS),
        ("Förslag till beslut i byggnadsnämnden", BlockKind.PROPOSAL),
        ("Kontorets/förvaltningens förslag till nämnden:", BlockKind.PROPOSAL),
        ("Propositionsordning", BlockKind.PROCEDURE),
        ("Omrostning", BlockKind.VOTE),
        ("Beslutet skickas tiII", BlockKind.SENT_TO),
        ("Sekreterare Pia Ek", BlockKind.SIGNATURES),
        ("Sekreterare och utredare deltog", None),
    ],
)
def test_headings(line: str, kind: BlockKind | None) -> None:
    found = heading_of(line, labels=True)
    assert (found.kind if found else None) is kind


@pytest.mark.parametrize(
    ("lines", "numbers"),
    [
        (["§ 12.", "Ansökan", "", "§ 13.", "Val"], [12, 13]),
        (["Ks § 5 Budget", "", "Ks § 6 Val"], [5, 6]),
        (["Sn Au § 40 Bidrag", "", "Sn Au § 41 Val"], [40, 41]),
        (["{§ 1.} Val", "", "{§ 2.} Bidrag"], [1, 2]),
        (["§1 Val", "", "§2 Bidrag", "", "§4 Lån"], [1, 2, 4]),
        (["§. 1. Val", "", "§. 2. Lån"], [1, 2]),
        (["au § 10", "", "Val", "", "ksau § 11", "", "Lån"], [10, 11]),
        (["N:o 1. Val", "", "N:o 2. Lån", "", "N:o 3. Väg"], [1, 2, 3]),
        (["5 kap. 4 § kommunallagen"], []),
        (["enligt beslut den", "§ 4 samma dag"], []),
        (["§ 7 Val", "", "Se vidare", "§ 3, som gällde bidrag", "", "§ 8 Lån"], [7, 8]),
    ],
)
def test_item_signs(lines: list[str], numbers: list[int]) -> None:
    assert [item.paragraph for item in the_part("\n".join(lines)).items] == numbers


@pytest.mark.parametrize(
    ("lines", "title", "told"),
    [
        (["§ 12. Justeringsmän.", "Till justeringsmän utsågs Maj Ek."], "Justeringsmän", 1),
        (["§ 12. Beslöts att infordra anbud."], "", 1),
        (
            ["§ 12. Ansökan av Maj Ek om tjänst-", "ledighet. Nämnden beviljade den."],
            "Ansökan av Maj Ek om tjänstledighet",
            1,
        ),
        (
            [
                "§ 12          Dnr KS 2021/4",
                "Kf § 3 Au § 5",
                "",
                "Ny taxa",
                "för vatten",
                "",
                "Beslut",
                "Ja.",
            ],
            "Ny taxa för vatten",
            0,
        ),
        (
            ["Ks § 12     Au § 7", "", "Val av ombud", "./. Bilaga", "Till ombud valdes Maj Ek."],
            "Val av ombud",
            2,
        ),
        (
            ["§ 12 Ansökan från hembygdsföreningen om att få", "låna Tingsvallen", "", "Text."],
            "Ansökan från hembygdsföreningen om att få låna Tingsvallen",
            1,
        ),
        (["§ 12", "Remiss om ny skola.", "Ärendet bordlades."], "Remiss om ny skola", 1),
        (
            ["Yttrande från kontoret", "        ________", "§ 12        KS/2016:4", "", "Ny taxa"],
            "Ny taxa",
            0,
        ),
    ],
)
def test_headings_of_items(lines: list[str], title: str, told: int) -> None:
    (item,) = the_part("\n".join(lines)).items
    assert item.title == title
    assert sum(len(block.lines) for block in item.blocks if block.kind is BlockKind.LEAD) == told


def test_a_volume_is_parted_at_its_front_pages() -> None:
    other = COVER.replace("2021-03-09", "2021-04-13").replace("§§ 31-33", "§ 40")
    volume = (
        COVER,
        ITEMS.replace("3 (3)", "2 (3)"),
        other,
        "Bilaga 1\nTaxa för vatten\n1 § Denna taxa gäller.",
    )
    parts = outline(text_of(*volume))
    assert [(part.page_from, part.page_to) for part in parts] == [(1, 2), (3, 3), (4, 4)]
    assert [len(part.items) for part in parts] == [2, 0, 0]


def test_pages_that_repeat_title_and_day_are_one_document() -> None:
    head = "GRANBY KOMMUN       Protokoll       {}\nTekniska nämnden    Sammanträdesdatum\n2002-01-24\n\n"
    for counter in ("Sida {}", ""):
        pages = [head.format(counter.format(n)) + f"§ {n}\nÄrende\n\nBeslut\nAntas.\n" for n in (1, 2, 3)]
        (part,) = outline(text_of(*pages))
        assert [item.paragraph for item in part.items] == [1, 2, 3]


def test_running_heads_with_the_number_of_the_sheet_are_furniture() -> None:
    pages = [f"PROTOKOLL               Blad {n}\n\n§ {n}\nÄrende\n\nBeslut\nAntas.\n" for n in (1, 2, 3, 4)]
    blocks = [block.text for block in the_part(*pages).blocks()]
    assert not any("PROTOKOLL" in text for text in blocks[1:])


def test_a_dnr_above_its_sign_is_no_text_of_the_item_before() -> None:
    text = "§ 1\nPlan\n\nBeslut\nPlanen antas.\n\nDnr 2004/17\n§ 2\nTaxa\n\nBeslut\nTaxan antas.\n"
    first, second = the_part(text).items
    assert [block.text for block in first.blocks] == ["Planen antas."]
    assert second.above is not None
    assert second.above.text == "Dnr 2004/17"


def test_signs_after_their_numbers_open_items_where_more_of_them_rise() -> None:
    text = "\n\n".join(
        f"{n} §   Ärende {n}\n\n       Enligt 5 § stadgan beslutade styrelsen." for n in (49, 50, 51)
    )
    assert [item.paragraph for item in the_part(text).items] == [49, 50, 51]


@pytest.mark.parametrize(
    ("signs", "numbers"),
    [
        (("§ 48.", "§ 49.", "Sol", "§ 51."), [48, 49, 50, 51]),
        (("SI", "§ 2.", "§ 3.", "ss", "§ 5."), [1, 2, 3, 4, 5]),
        (("§ 48.", "§ 49.", "S0", "51:"), [48, 49, 50, 51]),
        (("§ 93:", "§ 54.", "§ 55.", "§ 56."), [53, 54, 55, 56]),
        (("§ 48.", "§ 49.", "§ 51.", "Punkt"), [48, 49, 51]),
    ],
)
def test_signs_that_were_misread_are_found_by_the_run(signs: tuple[str, ...], numbers: list[int]) -> None:
    text = "Protokoll, fört vid kommunalstämma den 3 maj 1910.\n\n"
    text += "".join(f"      {sign}\nÄrendet föredrogs och bordlades till nästa gång.\n\n" for sign in signs)
    assert [item.paragraph for item in the_part(text).items] == numbers


def test_a_line_that_only_says_that_a_body_decides_opens_the_decision() -> None:
    text = (
        "§ 1\nPlan\n\nSammanfattning\nPlanen är ny.\n\nKommunstyrelsen beslutar\nPlanen antas.\n\n"
        "Protokollsutdrag\nAkten\n"
    )
    kinds = [block.kind for block in the_part(text).items[0].blocks]
    assert kinds == [BlockKind.SUMMARY, BlockKind.DECISION, BlockKind.SENT_TO]


def test_two_letters_in_one_text_without_pages() -> None:
    letter = "Granby kommun\n\n2014-09-23\n\nTjänsteskrivelse\n\nDnr KS 14/7\n\n" + "Text i ärendet.\n" * 8
    answer = "\n2014-09-24\n\nYttrande\n\nDnr\n14/7\n\nKommunen stöder förslaget.\n"
    assert [part.text.content.split()[0] for part in outline(text_of(letter + answer))] == [
        "Granby",
        "2014-09-24",
    ]


COMMON = ["§ 1", "§ 2 Val", "Beslut", "Text.", "", "\f", HEAD, "2 (3)", "Bilaga", "2014-01-02", "§§ 3-4"]
LINES = st.lists(st.sampled_from(COMMON) | st.text(max_size=20), max_size=30)


@settings(max_examples=60)
@given(LINES)
def test_any_text_has_an_outline_that_loses_nothing(lines: list[str]) -> None:
    text = text_of(*"\n".join(lines).split("\f"))
    parts = outline(text)
    assert "".join(part.text.content for part in parts) == text.content
    for part in parts:
        assert [line.text for line in part.lines] == [
            part.text.content[li.start : li.end] for li in part.lines
        ]
        covered = [line for block in part.blocks() for line in block.lines]
        assert all(line.role is LineRole.BODY for line in covered)
