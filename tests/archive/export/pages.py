"""Pages and edits for the tests of exports: a small one that is told by hand, and any that can be drawn."""

from __future__ import annotations

from hypothesis import strategies as st

from models.geometry import Box
from models.page import Engine, Origin, Page, Unit, Word
from models.text import PAGE_BREAK, Change, Text
from pipeline.text import as_read, join

TESSERACT = Engine("tesseract", "5.3.0")
LINES = (
    (("", "Sammanträdes-"),),
    (("\n", "protokoll"), (" ", "för"), (" ", "kommun"), (" ", "styrelsen")),
    (("\n\n", "§"), (" ", "l2"), ("   ", "Ärendet"), (" ", "bordläggesoch"), (" ", "aterremitteras.")),
)
"""Gaps and words of three lines, the third a block of its own."""


def small_page(number: int = 1, unit: Unit = Unit.PIXEL, rotation: float = 0.0) -> Page:
    """A page of 1000 by 1400 with the words of `LINES`: ten units a letter, forty a line."""
    words: list[Word] = []
    for row, line in enumerate(LINES):
        x = 100.0
        for gap, text in line:
            x += 10 * gap.count(" ")
            box = Box(x, 100.0 + 40 * row, x + 10 * len(text), 130.0 + 40 * row)
            words.append(Word(text, gap, box, 0.9 if text.isalpha() else 0.04))
            x = box.x1
    dpi = 300 if unit is Unit.PIXEL else None
    return Page(
        number, tuple(words), Origin.OCR, 1000.0, 1400.0, unit, dpi, TESSERACT, rotation, ("deskew +0.40",)
    )


def small_text(*pages: Page) -> Text:
    """The pages' text with a word made whole, a word joined, one split and two mended on each."""
    text = join(pages or (small_page(),))
    changes: list[Change] = []
    for read, mended in (
        ("kommun styrelsen", "kommunstyrelsen"),
        ("l2", "12"),
        ("bordläggesoch", "bordlägges och"),
        ("aterremitteras", "återremitteras"),
    ):
        at = text.content.find(read)
        while at >= 0:
            changes.append(Change(at, at + len(read), mended, "test", 0.9))
            at = text.content.find(read, at + 1)
    return text.apply(changes)


_ANY = st.text(st.characters(exclude_categories=("Cs", "Zs", "Zl", "Zp", "Cc")), min_size=1, max_size=8)
_CONTROL = st.text(
    st.sampled_from("\x00\x01\x08\x1b\x7f\x85\u2028\u00a0\ufffe\uffff<&>\"']å§-\u00ad"), min_size=1
)
_SWEDISH = st.sampled_from(
    ["kommun-", "styrelsen", "§", "och", "Åsa", "å", "-", "årsmöte\u00ad", "1:4", "]]>"]
)
_NUMBER = st.floats(0, 1000, allow_nan=False).map(lambda value: round(value, 2))


@st.composite
def boxes(draw: st.DrawFn) -> Box:
    x0, x1 = sorted((draw(_NUMBER), draw(_NUMBER)))
    y0, y1 = sorted((draw(_NUMBER), draw(_NUMBER)))
    return Box(x0, y0, x1, y1)


@st.composite
def pages(draw: st.DrawFn, number: int = 1) -> Page:
    """A page of any words, in any gaps and boxes, turned any way."""
    gaps = st.sampled_from([" ", "\n", "\n\n", "   ", "\n  ", "\t", ""])
    words = draw(
        st.lists(
            st.builds(
                Word,
                _ANY | _CONTROL | _SWEDISH,
                gaps,
                st.none() | boxes(),
                st.none() | st.floats(0, 1).map(lambda share: round(share, 4)),
            ),
            max_size=12,
        )
    )
    sized = draw(st.booleans())
    return Page(
        number,
        tuple(words),
        draw(st.sampled_from(Origin)),
        1000.0 if sized else None,
        1000.0 if sized else None,
        draw(st.sampled_from(Unit)) if sized else None,
        draw(st.sampled_from([None, 72, 300])),
        draw(st.sampled_from([None, TESSERACT])),
        draw(st.sampled_from([0.0, 1.37, 90.0, 179.2, 270.0, 359.1])),
        tuple(draw(st.lists(_ANY | _CONTROL, max_size=2))),
    )


@st.composite
def texts(draw: st.DrawFn, most: int = 3) -> tuple[tuple[Page, ...], Text]:
    """Some pages, and their text after edits anywhere, within and across words, lines and pages."""
    drawn = tuple(draw(pages(number)) for number in range(1, draw(st.integers(1, most)) + 1))
    text = as_read(drawn) if draw(st.booleans()) else join(drawn)
    length = len(text.content)
    cuts = sorted(set(draw(st.lists(st.integers(0, length), max_size=8))))
    changes = [
        Change(low, high, draw(st.sampled_from(["", " ", "\n", "å", "å ö", "kommun\n"]) | _ANY), "any", 0.9)
        for low, high in zip(cuts[::2], cuts[1::2], strict=False)
        if text.content[low:high].strip()
        and text.content[low] != PAGE_BREAK  # repairs begin at what was read
    ]
    for change in reversed(changes):
        text = text.apply([change])
    return drawn, text
