"""Words come whole, once, and in reading order, whatever way a page draws and turns them."""

from __future__ import annotations

import io
from pathlib import Path

import pikepdf
import pytest
from pikepdf import Array

from benchmarks.layers.draw import HEIGHT, WIDTH, Line, Sheet, drawn, glyph_of, pdf_of, shown, width_of
from ingest.layer.sheet import Sheet as Shown
from ingest.layer.words import displayed, uprighted
from models.geometry import Box
from tests.ingest.layer.sheets import SWEDISH, flowing, layer_of, lines_of

LINES = lines_of(SWEDISH)
UPWARDS = "q 0 1 -1 0 820 20 cm\n{}Q\n".format("".join(map(shown, LINES)).replace(" 70 ", " 20 "))


@pytest.mark.parametrize("quarters", [0, 90, 180, 270])
@pytest.mark.parametrize("crop", [None, (30, 20, 580, 800)])
def test_boxes_lie_where_the_displayed_page_has_ink(
    tmp_path: Path, quarters: int, crop: tuple[int, ...] | None
) -> None:
    entries: dict[str, object] = {"/Rotate": quarters}
    if crop:
        entries["/CropBox"] = Array(crop)
    content = pdf_of([Sheet(LINES, entries=entries)])
    layer = layer_of(tmp_path / "a.pdf", content)
    pixels = drawn(content, 72)
    assert pixels.shape == (round(layer.height), round(layer.width))
    for word in layer.words:
        assert word.box is not None
        x0, y0, x1, y1 = (round(edge) for edge in (word.box.x0, word.box.y0, word.box.x1, word.box.y1))
        assert pixels[y0:y1, x0:x1].min() < 160
    assert flowing(layer.text) == SWEDISH


def test_text_up_the_side_is_read_in_its_own_order(tmp_path: Path) -> None:
    layer = layer_of(tmp_path / "a.pdf", pdf_of([Sheet(before=UPWARDS)]))
    assert flowing(layer.text) == SWEDISH
    first = layer.words[0].box
    assert first is not None
    assert first.height > first.width


def test_head_of_a_page_comes_before_the_table_on_its_side_and_its_foot_after(tmp_path: Path) -> None:
    head, foot = Line(70, 815, "GRANBY KOMMUN"), Line(300, 15, "Sida 3")
    layer = layer_of(tmp_path / "a.pdf", pdf_of([Sheet([foot, head], before=UPWARDS)]))
    assert flowing(layer.text) == f"GRANBY KOMMUN {SWEDISH} Sida 3"


def test_label_beside_a_diagram_and_a_watermark_come_after_the_text(tmp_path: Path) -> None:
    aside = f"q 0 1 -1 0 30 100 cm {shown(Line(0, 0, 'Antal elever'))}Q\n"
    across = f"q 0.7 0.7 -0.7 0.7 200 200 cm 0.8 g {shown(Line(0, 0, 'KOPIA', 60))}Q\n"
    layer = layer_of(tmp_path / "a.pdf", pdf_of([Sheet(LINES, before=across + aside)]))
    assert flowing(layer.text) == f"{SWEDISH} Antal elever KOPIA"


def test_hyphen_at_the_end_of_a_line_stays(tmp_path: Path) -> None:
    lines = [Line(70, 700, "ett beslut om kom-"), Line(70, 688, "munens taxa 2014")]
    layer = layer_of(tmp_path / "a.pdf", pdf_of([Sheet(lines)]))
    assert layer.text == "ett beslut om kom-\nmunens taxa 2014"


def test_words_outside_the_page_are_none_of_it(tmp_path: Path) -> None:
    outside = [Line(WIDTH + 20, 700, "utanför"), Line(70, HEIGHT + 30, "ovanför"), Line(70, -40, "nedanför")]
    layer = layer_of(tmp_path / "a.pdf", pdf_of([Sheet([*LINES, *outside])]))
    assert flowing(layer.text) == SWEDISH


@pytest.mark.parametrize("shift", [0.0, 0.4])
def test_text_drawn_twice_is_read_once(tmp_path: Path, shift: float) -> None:
    again = "".join(shown(Line(line.x + shift, line.y, line.text)) for line in LINES)
    layer = layer_of(tmp_path / "a.pdf", pdf_of([Sheet(LINES, after=again)]))
    assert flowing(layer.text) == SWEDISH


def test_letters_struck_twice_one_by_one_are_taken_with_pdfplumber(tmp_path: Path) -> None:
    struck = "".join(
        f"<{glyph_of(c):04X}> {1000 * width_of(c, 1) - 100:.0f} <{glyph_of(c):04X}> 100 "
        for c in LINES[0].text
    )
    content = pdf_of([Sheet(before=f"BT /F 9 Tf 70 700 Td [{struck}] TJ ET\n")])
    layer = layer_of(tmp_path / "a.pdf", content)
    assert flowing(layer.text) == LINES[0].text
    assert layer.steps == ("words by pdfplumber: characters stand twice",)


def test_letters_drawn_in_disorder_make_words(tmp_path: Path) -> None:
    text = LINES[0].text
    at = [70 + width_of(text[:n], 9) for n in range(len(text))]
    order = [*range(0, len(text), 2), *range(1, len(text), 2)]
    drawing = "".join(shown(Line(round(at[n], 2), 700, text[n])) for n in order)
    layer = layer_of(tmp_path / "a.pdf", pdf_of([Sheet(before=drawing)]))
    assert flowing(layer.text) == text


@pytest.mark.parametrize("spacing", [3, 6])
def test_letter_spaced_page_has_its_words_whole(tmp_path: Path, spacing: int) -> None:
    lines = [Line(20, 780 - 14 * n, part) for n, part in enumerate(_pieces(SWEDISH, 5))]
    layer = layer_of(tmp_path / "a.pdf", pdf_of([Sheet(lines, before=f"BT {spacing} Tc ET\n")]))
    assert flowing(layer.text) == SWEDISH


def _pieces(text: str, words: int) -> list[str]:
    every = text.split()
    return [" ".join(every[at : at + words]) for at in range(0, len(every), words)]


def test_party_letters_in_a_row_are_no_letter_spaced_word(tmp_path: Path) -> None:
    parties = Line(70, 700, "S   M   C   L   V   S   M")
    layer = layer_of(tmp_path / "a.pdf", pdf_of([Sheet([parties])]))
    assert layer.text.split() == parties.text.split()


def test_page_without_a_box_of_its_own_has_its_parents(tmp_path: Path) -> None:
    with pikepdf.open(io.BytesIO(pdf_of([Sheet(LINES)]))) as whole:
        del whole.pages[0].obj["/MediaBox"]
        whole.Root.Pages.MediaBox = Array([0, 0, WIDTH, HEIGHT])
        out = io.BytesIO()
        whole.save(out)
    layer = layer_of(tmp_path / "a.pdf", out.getvalue())
    assert (layer.width, layer.height) == (WIDTH, HEIGHT)


@pytest.mark.parametrize("direction", range(4))
def test_turning_upright_and_back_changes_nothing(direction: int) -> None:
    sheet, box = Shown(0, 0, 595, 842, 0), Box(10, 20, 50, 32)
    assert displayed(uprighted(box, direction, sheet), direction, sheet) == box
