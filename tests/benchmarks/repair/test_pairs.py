from __future__ import annotations

import lzma
import sys
from pathlib import Path

import numpy as np
import pytest

from benchmarks.reading.make.blocks import Shape
from benchmarks.reading.make.faces import Face, width
from benchmarks.repair.pairs.__main__ import main
from benchmarks.repair.pairs.align import aligned, words_right
from benchmarks.repair.pairs.content import fit, page_blocks
from benchmarks.repair.pairs.lines import lines_of, planned
from benchmarks.repair.pairs.setting import ALL_FACES, set_text
from benchmarks.repair.pairs.wear import Degree, worn

_LIKE = ("--face", "Schola", "--dpi", "200")
PARAGRAPHS = [
    "Kommunstyrelsen i Granby beslutar att återremittera ärendet för ytterligare beredning.",
    "Förvaltningen föreslår att nämnden godkänner årsredovisningen för det gångna året.",
    "Åke Björkvall yrkar bifall till förslaget och avslag på motionen om belysning vid ån.",
]


@pytest.mark.parametrize(
    ("printed", "read", "lines"),
    [
        (["Granby kommun", "§ 12 Avgift"], "Granby kommun\n\n8 12 Avgift", ["Granby kommun", "8 12 Avgift"]),
        (["föreslår att", "nämnden antar"], "foreslar att namnden\nantar", ["foreslar att", "namnden antar"]),
        (["det är så", "att år gått"], "det ar\nsa att ar gatt", ["det ar sa", "att ar gatt"]),
        (["kort", ""], "kort", ["kort"]),
        (["ej läst", "läst"], "", []),
    ],
)  # fmt: skip
def test_lines_are_cut_where_the_printed_ones_end(printed: list[str], read: str, lines: list[str]) -> None:
    assert [pair.read for pair in aligned(printed, read)] == lines


def test_a_lost_line_keeps_the_numbers_of_the_others() -> None:
    found = list(
        aligned(["Justerare väljs", "1234567890", "Mötet avslutas"], "Justerare valjs\nMotet avslutas")
    )
    assert [(pair.line, pair.read) for pair in found] == [(1, "Justerare valjs"), (3, "Motet avslutas")]


def test_words_right() -> None:
    assert words_right("det är så", "det ar så") == pytest.approx(2 / 3)
    assert words_right("", "") == 0


def test_what_no_face_can_draw_is_no_paragraph_for_a_page() -> None:
    assert list(fit([PARAGRAPHS[0], "kort", "ж" * 40, f"  {PARAGRAPHS[1]} \n"])) == PARAGRAPHS[:2]


def test_pages_hold_text_headings_and_lists() -> None:
    blocks = page_blocks(PARAGRAPHS, np.random.default_rng(1))
    drawn = [next(blocks) for _ in range(200)]
    assert {block.shape for block in drawn} == {Shape.TEXT, Shape.HEAD, Shape.ENTRY}
    assert any(block.cells[0].isupper() for block in drawn if block.shape is Shape.TEXT)


@pytest.mark.parametrize("face", ALL_FACES, ids=[face.name for face in ALL_FACES])
def test_every_face_sets_swedish(face: Face) -> None:
    sheet = set_text(page_blocks(PARAGRAPHS, np.random.default_rng(2)), face, np.random.default_rng(2))
    assert len(sheet.text.split()) > 100
    assert width("å", face, 10) != width("ååå", face, 10)


@pytest.mark.parametrize("degree", Degree)
def test_wear_keeps_the_size_and_repeats(degree: Degree) -> None:
    pixels = np.full((120, 90), 255, dtype=np.uint8)
    pixels[40:60, 20:70] = 0
    one, again = (worn(pixels, 300, degree, np.random.default_rng(3)) for _ in range(2))
    assert one.shape == pixels.shape
    assert np.array_equal(one, again)
    assert one[45:55, 30:60].mean() < one[90:].mean()


def test_models_share_pages_and_have_the_number_asked_for() -> None:
    plan = planned({"eng": 8, "swe": 2})
    assert [list(models) for models in plan].count(["eng", "swe"]) == 2
    assert len(plan) == 8


def test_text_may_be_packed(tmp_path: Path) -> None:
    (tmp_path / "text.xz").write_bytes(lzma.compress("år\nän\n".encode()))
    (tmp_path / "text.txt").write_text("år\nän\n", "utf-8")
    assert list(lines_of(tmp_path / "text.xz")) == list(lines_of(tmp_path / "text.txt")) == ["år\n", "än\n"]


@pytest.mark.slow
def test_pairs_are_made_of_a_text(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text, out = tmp_path / "text.txt", tmp_path / "pairs.tsv"
    text.write_text("\n".join(f"{line} Ärende {n}." for n in range(40) for line in PARAGRAPHS), "utf-8")
    monkeypatch.setattr(sys, "argv", ["pairs", str(text), "swe=1", "--out", str(out), *_LIKE])
    assert main() == 0
    rows = [line.split("\t") for line in out.read_text("utf-8").splitlines()]
    assert len(rows) > 15
    assert {row[0] for row in rows} == {"swe"}
    assert sum(printed == read for *_, printed, read in rows) > len(rows) / 2
    assert out.with_suffix(".pages.tsv").read_text("utf-8").startswith("swe\t0\tSchola\t200\t")


def test_a_model_that_is_not_there_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "argv", ["pairs", "text.txt", "xyz=1", "--out", str(tmp_path / "pairs.tsv")])
    assert main() == 2
    assert "xyz" in capsys.readouterr().out
