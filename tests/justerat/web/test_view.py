"""What pages are made of: text with its repairs, signs that act, values with their boxes."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from justerat.web.images.size import MOST_PIXELS, full_size, sizes
from justerat.web.view.text import MOST_CHARACTERS, page_text
from justerat.web.view.values import grouped, values_on
from justerat.web.view.visible import visible
from justerat.web.words import WORDS
from models.placed import KINDS
from models.record import Record, RecordEdit, RecordPage
from tests.archive.records import record_of, source_of
from tests.justerat.web.made import scanned


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Åsa\n\t1", "Åsa\n\t1"),
        ("a\x1b[1m\x00\r", "a␛[1m␀␍"),
        ("gnp\u202eexe\u2069", "gnp[U+202E]exe[U+2069]"),
        ("\x85\u2028", "[U+0085][U+2028]"),
        ("x" * (MOST_CHARACTERS + 1), "x" * MOST_CHARACTERS + "…"),
        (None, ""),
        (12, 12),
        (Markup("<b>\x01"), Markup("<b>\x01")),
    ],
)
def test_visible(text: object, expected: object) -> None:
    assert visible(text) == expected


@given(st.text())
def test_nothing_that_is_shown_acts(text: str) -> None:
    kinds = {unicodedata.category(sign) for sign in str(visible(text)) if sign not in "\n\t"}
    assert not kinds & {"Cc", "Zl", "Zp"}


def edited(pages: tuple[str, ...], starts: list[int]) -> Record:
    record = record_of(source_of(), pages=pages)
    edits = tuple(
        RecordEdit(start=at, end=at + 1, raw="<>", reason="r", confidence=1)
        for at in sorted(set(starts))
        if at < len(record.text) and record.text[at] != "\f"
    )
    return record.model_copy(update={"edits": edits})


@given(
    st.lists(st.text("ab\n", max_size=6), min_size=1, max_size=4), st.lists(st.integers(0, 30), max_size=6)
)
def test_pages_put_together_are_the_text(pages: list[str], starts: list[int]) -> None:
    record = edited(tuple(pages), starts)
    texts = [page_text(record, number) for number in range(1, len(pages) + 1)]
    assert "\f".join("".join(piece.text for piece in text.pieces) for text in texts) == record.text
    assert sum(len(text.repairs) for text in texts) == len(record.edits)
    assert all(text.whole for text in texts)
    raw = record.text
    for edit in reversed(record.edits):
        raw = raw[: edit.start] + edit.raw + raw[edit.end :]
    assert "\f".join(text.raw for text in texts) == raw


def test_a_very_long_page_is_cut() -> None:
    text = page_text(record_of(source_of(), pages=("x" * (MOST_CHARACTERS + 1),)), 1)
    assert (len(text.raw), text.whole) == (MOST_CHARACTERS, False)


def test_values() -> None:
    record = scanned(source_of())
    groups = dict(grouped(values_on(record, 1)))
    assert list(groups) == ["item", "decision", "dnr", "person"]
    (person,) = groups["person"]
    assert (person.key, person.label, person.detail) == ("person-1", "Åsa Öberg", "C ordförande")
    assert list(person.boxes) == [(100.0, 300.0, 700.0, 350.0)]
    assert groups["decision"][0].raw == "Bes1ut om ny skola"
    assert not list(values_on(record, 2))
    assert {f"kind_{kind}" for kind in KINDS} <= set(WORDS)


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        (RecordPage(number=1, origin="text"), []),
        (RecordPage(number=1, origin="ocr", width=800, height=1000, unit="px"), [240, 600, 800]),
        (RecordPage(number=1, origin="ocr", width=72, height=144, unit="pt"), [200]),
        (RecordPage(number=1, origin="ocr", width=100, height=99_999, unit="px"), [2]),
        (RecordPage(number=1, origin="ocr", width=9600, height=4800, unit="px"), [240, 600, 1200, 2400]),
    ],
)
def test_sizes(page: RecordPage, expected: list[int]) -> None:
    assert [one.width for one in sizes(page)] == expected
    full = full_size(page)
    assert full is None or max(full.width, full.height) <= MOST_PIXELS
