"""Tables of contents: told from the body, and the items that only they name."""

from __future__ import annotations

import pytest

from models.outline import LineRole, Part
from pipeline.structure.outline import outline
from tests.pipeline.test_document import read
from tests.support import page_of, text_of

COVER = """GRANBY KOMMUN          SAMMANTRÄDESPROTOKOLL
Kommunstyrelsen
2021-03-09

Plats och tid       Granbysalen, kl. 13.00-15.30
Beslutande          Maj Lindqvist (S), ordförande
Paragrafer          §§ 31-33
"""
LEADERS = """Innehåll

§ 31 Dnr KS-2021-00007
Ny taxa för vatten ............................ 3

§ 32 Dnr KS-2021-00019
Svar på motion om
cykelbanor .................................... 4
§ 33 Avsägelser ............................... 5
"""
NUMBERS = """Innehållsförteckning

§ 31   Ny taxa för vatten                         3
§ 32   Svar på motion om cykelbanor               4
§ 33   Avsägelser                                 5
"""
BODY = """§ 31   Dnr KS-2021-00007
Ny taxa för vatten

Beslut
Kommunstyrelsen antar taxan.
"""


def _part(*pages: str) -> Part:
    (part,) = outline(text_of(*pages))
    return part


@pytest.mark.parametrize("contents", [LEADERS, NUMBERS])
def test_items_that_stand_in_the_contents_alone_are_listed_with_their_headings(contents: str) -> None:
    part = _part(COVER, contents, BODY)
    assert [(item.paragraph, item.title) for item in part.items] == [(31, "Ny taxa för vatten")]
    assert [(item.paragraph, item.title) for item in part.listed] == [
        (32, "Svar på motion om cykelbanor"),
        (33, "Avsägelser"),
    ]


def test_the_dots_on_which_an_officer_signs_lead_to_no_page() -> None:
    signed = "Övriga              § 31\n                    Pia Ek, utredare\nSekreterare   ..............\n"
    part = _part(COVER + signed, BODY)
    assert not [line for line in part.lines if line.role is LineRole.CONTENTS]


def test_a_page_of_numbers_without_order_is_no_contents() -> None:
    shuffled = NUMBERS.replace("4\n", "41\n").replace("  3\n", "  90\n")
    part = _part(COVER, shuffled, BODY)
    assert not any(line.role is LineRole.CONTENTS for line in part.lines)


def test_an_item_of_the_contents_has_its_own_dnr_and_place_and_is_told_to_be_missing() -> None:
    pages = (page_of(text, number) for number, text in enumerate((COVER, LEADERS, BODY), 1))
    (record,) = read(*pages).records
    assert [(item.paragraph, item.dnr) for item in record.items] == [
        (31, ("KS 2021/7",)),
        (32, ("KS 2021/19",)),
        (33, ()),
    ]
    for item in record.items:
        assert all(record.text[place.start : place.end] == place.raw for place in item.places)
    (missing,) = (finding for finding in record.findings if finding.code == "only-in-contents")
    assert "§ 32, 33" in missing.message
