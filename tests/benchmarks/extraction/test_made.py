"""The files are made anew from their seed alone, and what is said to be true of them stands in them."""

from __future__ import annotations

import re
from dataclasses import replace

import pypdfium2 as pdfium
import pytest

from benchmarks.extraction.make import DECADES, Made, one
from benchmarks.extraction.truth import marks_of
from models.swedish.municipalities import codes
from samples.make.facts import Facts


def squeezed(text: str) -> str:
    """The text without blanks and hyphens, which differ where a line ends."""
    return re.sub(r"[\s\x02\u00ad\ufffe-]+", "", text)


def printed(file: Made) -> str:
    """What the PDF's text layer says."""
    with pdfium.PdfDocument(file.pdf()) as document:
        return squeezed("".join(page.get_textpage().get_text_range() for page in document))


@pytest.mark.parametrize("decade", DECADES)
def test_every_value_is_printed(decade: int) -> None:
    file = one(5, decade, 0)
    # A running head may stand in the midst of a sentence.
    bare = replace(file, documents=tuple(replace(one, head=(), foot=()) for one in file.documents))
    text = printed(bare) + printed(file)
    marks = [mark.printed for document in file.documents for mark in marks_of(document)]
    assert [mark for mark in marks if squeezed(mark) not in text] == []


@pytest.mark.parametrize("decade", [1890, 1960, 2010])
def test_the_same_seed_gives_the_same_bytes(decade: int) -> None:
    assert one(3, decade, 1).pdf() == one(3, decade, 1).pdf()
    assert one(3, decade, 1).pdf() != one(4, decade, 1).pdf()


@pytest.mark.parametrize("decade", DECADES)
def test_facts_hang_together(decade: int) -> None:
    for turn in range(4):
        facts = one(7, decade, turn).facts
        assert facts.document.date in facts.dates
        assert facts.minuted == [item.paragraph for item in facts.items]
        assert {person.name for person in facts.people} >= {sat.name for sat in facts.attendance}
        assert {dnr for item in facts.items for dnr in item.dnr} <= set(facts.dnr)
        assert {decision.paragraph for decision in facts.decisions if decision.paragraph} <= set(
            facts.minuted
        )
        assert Facts.model_validate_json(facts.model_dump_json()) == facts


def test_no_municipality_is_real() -> None:
    names = {one(seed, decade, 0).facts.document.municipality for seed in range(6) for decade in DECADES}
    assert not names & set(codes())
