"""What must hold for every text: edits undo exactly, and places say what was read."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.geometry import Box
from models.page import Origin, Page, Word
from models.text import Change, Text
from pipeline.text import as_read
from tests.support import text_of

WORDS = st.lists(st.text("aåbö§8-", min_size=1, max_size=5), min_size=1, max_size=8)


@st.composite
def edited(draw: st.DrawFn) -> Text:
    """A text of up to three pages with two rounds of repairs made to it."""
    pages = [" ".join(words) for words in draw(st.lists(WORDS, min_size=1, max_size=3))]
    text = as_read(
        Page(n, tuple(Word(w) for w in page.split()), Origin.TEXT) for n, page in enumerate(pages, 1)
    )
    for _ in range(2):
        cuts = sorted(draw(st.lists(st.integers(0, len(text.content)), max_size=6, unique=True)))
        ends = zip(cuts[::2], cuts[1::2], strict=False)
        clear: list[Change] = []
        touched: set[int] = set()
        for low, high in ends:
            edits = set(text.edited(low, high))
            if not edits & touched and "\f" not in text.content[low:high]:
                touched |= edits
                clear.append(Change(low, high, draw(st.text("xyz", max_size=3)), "test", 0.9))
        text = text.apply(clear)
    return text


@given(edited())
def test_undoing_every_edit_gives_what_was_read(text: Text) -> None:
    content = text.content
    for n in reversed(range(len(text.edits))):
        start, end = text.span_of(n)
        edit = text.edits[n]
        content = content[:start] + text.raw[edit.start : edit.end] + content[end:]
    assert content == text.raw


@given(edited(), st.data())
def test_a_place_says_what_was_read_there(text: Text, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text.content)))
    end = data.draw(st.integers(start, len(text.content)))
    for place in text.places(start, end, "test"):
        assert place.raw == text.undo(place.start, place.end)
        assert "\f" not in text.content[place.start : place.end]
        assert 0 <= place.confidence <= 1


@given(edited(), st.data())
def test_a_slice_between_edits_reads_the_same(text: Text, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text.content)))
    end = data.draw(st.integers(start, len(text.content)))
    whole = all(start <= low and high <= end for low, high in map(text.span_of, text.edited(start, end)))
    if whole:
        assert text.slice(start, end).content == text.content[start:end]


def test_a_repair_over_a_repair_is_one_edit() -> None:
    text = text_of("kommunstyrelsan beslutar")
    once = text.apply([Change(13, 14, "e", "letter", 0.9)])
    twice = once.apply([Change(0, 15, "Kommunstyrelsen", "capital", 0.5)])
    assert [(e.start, e.end, e.text, e.reason) for e in twice.edits] == [
        (0, 15, "Kommunstyrelsen", "letter+capital")
    ]
    assert twice.edits[0].confidence == pytest.approx(0.45)


def test_a_repair_that_restores_what_was_read_is_no_edit() -> None:
    text = text_of("nämnden").apply([Change(1, 2, "a", "letter", 0.9)])
    assert text.apply([Change(1, 2, "ä", "letter", 0.9)]).edits == ()


def test_overlapping_changes_of_one_edit_are_refused() -> None:
    text = text_of("nämnden").apply([Change(0, 7, "Nämnd", "x", 1)])
    with pytest.raises(ValueError, match="overlap"):
        text.apply([Change(0, 1, "M", "x", 1), Change(2, 3, "n", "x", 1)])


@pytest.mark.parametrize("other", [Change(0, 7, "Rådet", "x", 1), Change(3, 9, "x", "x", 1)])
def test_changes_that_overlap_are_refused(other: Change) -> None:
    with pytest.raises(ValueError, match="overlap"):
        text_of("nämnden beslutar").apply([Change(0, 7, "Nämnd", "x", 1), other])


def test_a_place_has_one_box_for_each_line_it_runs_over() -> None:
    words = (
        Word("Barn-", "", Box(10, 10, 50, 20), 0.9),
        Word("och", " ", Box(55, 10, 80, 20), 0.8),
        Word("nämnden", "\n", Box(10, 30, 60, 40), 0.7),
    )
    text = as_read([Page(3, words, Origin.OCR)])
    (place,) = text.places(0, len(text.content), "test")
    assert list(place.boxes) == [(10, 10, 80, 20), (10, 30, 60, 40)]
    assert (place.page, place.confidence, place.raw) == (3, 0.595, "Barn- och\nnämnden")
