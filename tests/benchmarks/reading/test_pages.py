"""The pages hold the text that they are said to hold, and nothing else."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFont

from benchmarks.reading.make.blocks import TEXTS, text_blocks
from benchmarks.reading.make.draw import draw
from benchmarks.reading.make.faces import FACES, Face, Group, drawn
from benchmarks.reading.make.fields import filled
from benchmarks.reading.make.forms import STYLES, Form, faces_of, set_page
from benchmarks.reading.make.kinds import DAMAGES, Kind
from benchmarks.reading.make.pages import Plan, made, planned
from benchmarks.reading.make.setting import placed, wrap
from benchmarks.reading.make.sheet import A4, BOOK, Sheet, Type

_DPI = 72
_LETTERS = "åäöÅÄÖ§–%»«éü²0123456789&@"


def sheet(form: Form, seed: int = 1, size: tuple[float, float] = A4) -> Sheet:
    faces = faces_of(form)
    return set_page(form, faces[seed % len(faces)], np.random.default_rng(seed), size)


def test_there_are_faces_of_every_group() -> None:
    groups = [face.group for face in FACES]
    assert groups.count(Group.SERIF) >= 3
    assert groups.count(Group.SANS) >= 2
    assert groups.count(Group.TYPEWRITER) >= 2


def shape(letter: str, font: ImageFont.FreeTypeFont) -> bytes:
    image = Image.new("L", (80, 80), 255)
    ImageDraw.Draw(image).text((10, 60), letter, font=font, fill=0, anchor="ls")
    return image.tobytes()


@pytest.mark.parametrize("face", FACES, ids=lambda face: face.name)
@pytest.mark.parametrize("bold", [False, True])
def test_every_face_draws_its_letters(face: Face, *, bold: bool) -> None:
    """Each is drawn unlike the box that stands for a letter which the face lacks."""
    assert face.regular.is_file()
    assert face.bold.is_file()
    font = drawn(face, 40, bold=bold)
    missing = shape("\u4e2d", font)
    shapes = {letter: shape(letter, font) for letter in _LETTERS}
    assert missing not in shapes.values()
    assert len(set(shapes.values())) == len(_LETTERS)


@pytest.mark.parametrize("form", Form)
def test_words_stand_apart_on_the_page_in_reading_order(form: Form) -> None:
    for seed in range(3):
        page = sheet(form, seed)
        for line in page.lines:
            ends = [word.x + _wide(word.text, word.type) for word in line]
            assert all(end < word.x for end, word in zip(ends, line[1:], strict=False))
            assert all(word.x > 0 and end < page.size[0] for end, word in zip(ends, line, strict=True))
            assert all(0 < word.y < page.size[1] for word in line)
            assert len({word.y for word in line}) == 1


@pytest.mark.parametrize("form", Form)
def test_what_is_printed_is_the_true_text_and_no_more(form: Form) -> None:
    page = sheet(form)
    free = draw(page, _DPI, np.random.default_rng(1)) < 200
    for line in page.lines:
        for word in line:
            size = word.type.size
            rows = slice(int(word.y - size), int(word.y + 0.4 * size) + 1)
            columns = slice(int(word.x - 1), int(word.x + _wide(word.text, word.type)) + 2)
            assert free[rows, columns].any(), word.text
    for line in page.lines:
        for word in line:
            rows = slice(int(word.y - word.type.size), int(word.y + 0.4 * word.type.size) + 1)
            free[rows, int(word.x - 2) : int(word.x + _wide(word.text, word.type)) + 3] = False
    for _, _, y in page.rules:
        free[int(y) - 2 : int(y) + 3] = False
    assert not free.any()


@pytest.mark.parametrize("form", [Form.REPORT, Form.ATTENDANCE, Form.TABLE])
def test_some_pages_are_full(form: Form) -> None:
    assert max(len(sheet(form, seed).lines) for seed in range(5)) >= 45


@pytest.mark.parametrize("face", [face for face in FACES if face.group is Group.TYPEWRITER])
def test_typewriter_has_one_sign_for_hyphen_and_dash(face: Face) -> None:
    font = drawn(face, 60)
    assert shape("-", font) == shape("–", font)
    assert all("–" not in set_page(Form.TYPED, face, np.random.default_rng(seed)).text for seed in range(6))


def test_columns_are_read_one_after_the_other() -> None:
    starts = [line[0].x for line in sheet(Form.COLUMNS).lines[1:-1]]
    turn = next(n for n, x in enumerate(starts) if x > A4[0] / 2)
    assert all(x < A4[0] / 2 for x in starts[:turn])
    assert all(x > A4[0] / 2 for x in starts[turn:])


def test_pages_of_a_book_are_smaller() -> None:
    page = sheet(Form.REPORT, size=BOOK)
    assert all(word.x < BOOK[0] and word.y < BOOK[1] for line in page.lines for word in line)


@pytest.mark.parametrize("name", sorted({text for style in STYLES.values() for text in style.texts}))
def test_every_text_has_no_mark_left_in_it(name: str) -> None:
    generator = np.random.default_rng(1)
    for block in text_blocks(name):
        for cell in block.cells:
            assert not set("<>{}|") & set(filled(cell, generator))


def test_every_text_is_used() -> None:
    used = {text for style in STYLES.values() for text in style.texts}
    assert {path.stem for path in TEXTS.glob("*.txt")} <= used


def test_a_word_is_broken_with_a_hyphen_at_its_mark_only() -> None:
    face = FACES[0]
    lines = list(wrap("budget för kommun~styrelsen", 80, Type(face, 11)))
    assert lines == ["budget för", "kommunstyrelsen"]
    assert list(wrap("i kommun~styrelsen", 60, Type(face, 11))) == ["i kommun-", "styrelsen"]


def test_a_justified_line_ends_at_the_margin() -> None:
    type_ = Type(FACES[0], 11)
    *_, last = placed("tre små ord", 50, 100, type_, stretched=200)
    assert last.x + _wide(last.text, type_) == pytest.approx(250)


def test_the_set_has_every_kind_form_face_and_dpi() -> None:
    plans = list(planned(Kind, 8))
    assert {plan.kind for plan in plans} == set(Kind) == {*DAMAGES, Kind.SPREAD}
    assert {plan.form for plan in plans} == set(Form)
    assert {plan.face for plan in plans} == set(FACES)
    assert {plan.dpi for plan in plans} == {150, 200, 300, 400}
    assert 100 <= len(plans) <= 150
    assert len({plan.name for plan in plans}) == len(plans)


def test_a_kind_alone_gives_the_pages_of_the_whole_set() -> None:
    assert list(planned([Kind.FAX], 8)) == [plan for plan in planned(Kind, 8) if plan.kind is Kind.FAX]


@pytest.mark.parametrize("kind", [Kind.CLEAN, Kind.SPREAD, Kind.JPEG, Kind.STAMP])
def test_pages_are_made_once_and_always_alike(kind: Kind, tmp_path: Path) -> None:
    plan = Plan(kind, 0, Form.LETTER, FACES[0], 60)
    (first,) = made(tmp_path / "a", 5, [plan])
    (again,) = made(tmp_path / "b", 5, [plan])
    assert first.path.read_bytes() == again.path.read_bytes()
    assert first.truth == again.truth
    assert first.aside == again.aside
    assert "Granby" in first.truth
    before = first.path.stat().st_mtime_ns
    (kept,) = made(tmp_path / "a", 5, [plan])
    assert kept == first
    assert kept.path.stat().st_mtime_ns == before
    (other,) = made(tmp_path / "a", 6, [plan])
    assert other.truth != first.truth


def test_a_page_knows_its_dpi(tmp_path: Path) -> None:
    (page,) = made(tmp_path, 1, [Plan(Kind.FAX, 0, Form.LETTER, FACES[0], 100)])
    with Image.open(page.path) as image:
        assert image.mode == "1"
        assert tuple(round(float(side)) for side in image.info["dpi"]) == (204, 196)


def _wide(text: str, type_: Type) -> float:
    return drawn(type_.face, 200, bold=type_.bold).getlength(text) * type_.size / 200
