"""Words of the two halves of a spread stay apart, also where more are found later."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from ingest.halves import on_paper, with_more
from ingest.prepare.sheet import Sheet
from models.page import Word
from tests.ingest.ocr.fakes import line

GUTTER, SIZE = 500, (1000, 400)
BLANK = np.full((400, GUTTER), 250, dtype=np.uint8)
LEFT = Sheet(BLANK, 100)
RIGHT = replace(
    Sheet(BLANK, 100).moved(BLANK, "right", np.array([[1.0, 0.0, -GUTTER], [0.0, 1.0, 0.0]])), is_later=True
)


def said(words: Sequence[Word]) -> str:
    return "".join(word.gap + word.text for word in words)


def halves() -> list[tuple[Word, ...]]:
    rows = line("bifall", "till", left=20, top=100), line("beslutar", left=30, top=100)
    first, second = (replace(words[0], gap="") for words in rows)
    return [
        tuple(on_paper(LEFT, (first, replace(rows[0][1], gap=" ")), SIZE)),
        tuple(on_paper(RIGHT, (second,), SIZE)),
    ]


def test_a_line_found_on_one_half_is_read_with_that_half() -> None:
    more = line("granby", left=GUTTER + 30, top=200)
    assert said(with_more((LEFT, RIGHT), halves(), more, SIZE)).replace("\n\n", "|").split() == [
        "bifall", "till|beslutar|granby"
    ]  # fmt: skip


def test_a_line_found_on_the_left_comes_before_the_right() -> None:
    more = line("granby", left=20, top=200)
    found = with_more((LEFT, RIGHT), halves(), more, SIZE)
    assert [word.text for word in found] == ["bifall", "till", "granby", "beslutar"]
    assert found[3].gap == "\n\n"


def test_a_single_page_is_laid_out_with_all() -> None:
    found = with_more((LEFT,), halves()[:1], line("granby", left=20, top=10), SIZE)
    assert [word.text for word in found] == ["granby", "bifall", "till"]
