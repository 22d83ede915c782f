"""Pages from elsewhere, the meter, and a whole run with a fake program."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageDraw

from benchmarks.reading.images import fit_for_pdf, given, images_of
from benchmarks.reading.make.faces import FACES, drawn
from benchmarks.reading.make.volume import SCAN_EVERY, volume
from benchmarks.reading.meter import Bill, Cost, Job, metered
from benchmarks.reading.page import BenchPage
from benchmarks.reading.plot import plot
from benchmarks.reading.programs.known import PROGRAMS
from benchmarks.reading.programs.ours import raw_text
from benchmarks.reading.programs.program import Reading
from benchmarks.reading.report import as_markdown
from benchmarks.reading.result import Digital, Result, Volume
from benchmarks.reading.run import begun, run
from benchmarks.reading.tables import detail_row, grouped, in_order, long_rows, overall_row, percent, sound
from ingest.pdf import count_pages
from models.record import PipelineInfo, Record

_GOLDEN = Path(__file__).parents[2] / "golden"
_TEXT = "Kommunstyrelsen antar taxan"


@dataclass(frozen=True, slots=True)
class Fake:
    """Reads every page alike, whatever stands on it."""

    said: str
    name: str = "fake"
    repairs: str = ""

    def version(self) -> str:
        return "fake 1"

    def read(self, pages: Sequence[BenchPage], jobs: int, work: Path) -> Reading:
        assert jobs == 2
        assert not list(work.iterdir())
        texts = {page.name: self.said for page in pages}
        bill = Bill(wall=2.0, cpu=3.0, peak=50_000_000, costs=[Cost(code=0, wall=2.0, cpu=3.0)])
        return Reading(texts, bill, dict.fromkeys(texts, self.repairs) if self.repairs else {})


def image(path: Path, mode: str = "L", dpi: int | None = None) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    blank = Image.new(mode, (60, 40), 255)
    if dpi:
        blank.save(path, dpi=(dpi, dpi))
    else:
        blank.save(path)
    return path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Pages of every kind of file and name, some without a text."""
    for name in ("brev.png", "fax-03.tif", "skrivna/a.jpg", "skrivna/djupt/b.jp2", "utan.png"):
        image(tmp_path / name)
    pages = [Image.new("L", (60, 40), shade) for shade in (255, 0)]
    pages[0].save(tmp_path / "två.pdf", save_all=True, append_images=pages[1:])
    for name in ("brev.gt.txt", "fax-03.txt", "skrivna/a.txt", "skrivna/djupt/b.txt", "två.txt", "lös.txt"):
        (tmp_path / name).write_text(_TEXT, "utf-8")
    return tmp_path


def test_given_pages_have_a_text_beside_and_a_kind(folder: Path) -> None:
    assert {page.name: page.kind for page in given(folder)} == {
        "brev.png": "given",
        "fax-03.tif": "fax",
        "skrivna/a.jpg": "skrivna",
        "skrivna/djupt/b.jp2": "skrivna",
        "två.pdf": "given",
    }
    assert {page.truth for page in given(folder)} == {_TEXT}


@pytest.mark.parametrize(
    ("name", "kind"),
    [("skew_1.png", "skew"), ("all-at-once-02.png", "all-at-once"), ("17.png", "given"), ("ks 4.png", "ks")],
)
def test_a_kind_is_the_name_without_its_number(name: str, kind: str, tmp_path: Path) -> None:
    image(tmp_path / name)
    (tmp_path / name).with_suffix(".txt").write_text(_TEXT, "utf-8")
    assert [page.kind for page in given(tmp_path)] == [kind]


def test_every_file_becomes_images_that_all_programs_read(folder: Path, tmp_path: Path) -> None:
    made = {
        page.name: images_of(page, tmp_path / "made" / page.kind / page.path.stem) for page in given(folder)
    }
    assert {name: len(images) for name, images in made.items()} == {
        "brev.png": 1, "fax-03.tif": 1, "skrivna/a.jpg": 1, "skrivna/djupt/b.jp2": 1, "två.pdf": 2,
    }  # fmt: skip
    assert made["brev.png"] == [folder / "brev.png"]
    with Image.open(made["skrivna/djupt/b.jp2"][0]) as png:
        assert (png.format, png.mode) == ("PNG", "L")


@pytest.mark.parametrize(
    ("mode", "dpi", "stays"), [("L", 200, True), ("L", None, False), ("RGBA", 200, False)]
)
def test_an_image_without_dpi_or_with_alpha_is_made_fit_for_a_pdf(
    mode: str, dpi: int | None, tmp_path: Path, *, stays: bool
) -> None:
    path = image(tmp_path / "a.png", mode, dpi)
    fit = fit_for_pdf(path, tmp_path / "b.png")
    assert (fit == path) == stays
    with Image.open(fit) as opened:
        assert round(opened.info["dpi"][0]) == (dpi or 300)
        assert opened.mode in {"L", "RGB"}


def test_a_run_over_given_pages(folder: Path) -> None:
    pages = given(folder)
    result = begun(None, 2, pages)
    texts = run(pages, [Fake(_TEXT, repairs=_TEXT), Fake("", name="blind")], result, lambda _: None)
    right, repaired, blind = result.programs
    assert texts["fake"]["brev.png"] == _TEXT
    assert (right.name, repaired.name, blind.name) == ("fake", "fake, repaired", "blind")
    assert overall_row(result, right) == (*["0.000 %"] * 6, "0.60", "0.40", "50", "0")
    assert overall_row(result, blind)[0] == "100.0 %"
    assert blind.unread == [page.name for page in pages]
    assert grouped(result, "kind").row_count == 3
    assert Result.model_validate_json(result.model_dump_json()) == result


def test_kinds_read_apart_tell_their_costs(folder: Path) -> None:
    pages = given(folder)
    result = begun(None, 2, pages)
    texts = run(pages, [Fake(_TEXT)], result, lambda _: None, apart=True)
    (program,) = result.programs
    assert set(texts["fake"]) == {page.name for page in pages}
    assert {kind: cost.cpu for kind, cost in program.kinds.items()} == {"given": 3, "fax": 3, "skrivna": 3}
    assert (program.cpu, program.wall, program.peak) == (9, 6, 50_000_000)
    rows = {group: detail_row(program, group, places) for group, places in in_order(result, "kind")}
    assert rows["fax"] == (*["0.000 %"] * 6, "3.00", "2.00", "50")
    assert rows["skrivna"][-3:] == ("1.50", "1.00", "50")
    assert "| fax | 0.000 %" in as_markdown(result)


def test_clean_and_light_pages_of_200_dpi_are_told_apart() -> None:
    kinds = (("clean", 300), ("skew", 150), ("skew", 200), ("fax", 300))
    pages = [
        BenchPage(name=str(n), kind=kind, dpi=dpi, path=Path(), truth="")
        for n, (kind, dpi) in enumerate(kinds)
    ]
    assert sound(begun(1, 2, pages)) == [0, 2]


def test_the_report_has_every_program_and_kind(folder: Path) -> None:
    pages = given(folder)
    result = begun(None, 2, pages)
    run(pages, [Fake(_TEXT.replace("a", "o")), Fake("", name="blind")], result, lambda _: None)
    result.digital = Digital(pages=200, reading=61.0, run=31.0)
    result.volume = Volume(
        pages=2000, scans=40, jobs=2, unread=0, wall=100, cpu=190, peak=300_000_000, first=5.0, last=5.2
    )
    page = as_markdown(result)
    assert "| fax | 1 | " in page
    assert "| blind | 6.75 | " in page
    assert "| the last hundred against the first | 1.04 |" in page
    assert dict(long_rows(result))["peak memory of the largest process, MB"] == "300"
    drawing = plot(result)
    assert drawing == plot(result)
    assert len(drawing) < 60_000
    assert "blind" in drawing


@pytest.mark.parametrize(
    ("share", "told"), [(0, "0.000 %"), (0.00016, "0.016 %"), (0.0412, "4.120 %"), (0.756, "75.6 %")]
)
def test_small_shares_have_more_figures(share: float, told: str) -> None:
    assert percent(share) == told


def test_the_meter_counts_helpers_that_outlive_their_command(tmp_path: Path) -> None:
    work = "x = bytearray(80_000_000); sum(range(3_000_000))"
    orphan = f"({sys.executable} -c '{work}') & exit 3"
    bill = metered(Job(commands=[["sh", "-c", orphan]], jobs=1, limit=60, log=tmp_path / "log"))
    assert [cost.code for cost in bill.costs] == [3]
    assert bill.cpu > bill.costs[0].cpu
    assert bill.peak > 80_000_000


def test_the_meter_stops_what_takes_too_long_and_keeps_what_is_said(tmp_path: Path) -> None:
    commands = [["sleep", "60"], ["sh", "-c", "echo said; exit 0"], ["false"]]
    bill = metered(Job(commands=commands, jobs=2, limit=0.3, log=tmp_path / "log"))
    assert [cost.code for cost in bill.costs] == [-9, 0, 1]
    assert (tmp_path / "log").read_text("utf-8") == "said\n"


@pytest.mark.parametrize("path", sorted(_GOLDEN.glob("*.json")), ids=lambda path: path.name)
def test_edits_are_undone(path: Path) -> None:
    made = PipelineInfo(version="1", settings="", engines={}, processed_at=datetime.now(UTC))
    record = Record.model_validate({**json.loads(path.read_text("utf-8")), "pipeline": made})
    grown = sum(len(edit.raw) - (edit.end - edit.start) for edit in record.edits)
    raw = raw_text(record)
    assert len(raw) == len(record.text) + grown
    assert all(edit.raw in raw for edit in record.edits)


def test_a_volume_has_its_scans_in_the_middle_of_every_fifty_pages(tmp_path: Path) -> None:
    path = tmp_path / "volume.pdf"
    path.write_bytes(volume(60, 1))
    assert count_pages(path) == 2 * SCAN_EVERY


@pytest.mark.slow
@pytest.mark.parametrize("name", ["ours", "swe", "ocrmypdf"])
def test_the_programs_read(name: str, tmp_path: Path) -> None:
    said = ("Kommunen antar taxan", "Nämnden avslår ansökan")
    pages: list[BenchPage] = []
    for number, text in enumerate(said):
        pixels = Image.fromarray(np.full((300, 1000), 255, dtype=np.uint8))
        ImageDraw.Draw(pixels).text((60, 120), text, font=drawn(FACES[0], 60), fill=0)
        pixels.save(tmp_path / f"{number}.png", dpi=(300, 300))
        pages.append(BenchPage(name=text, kind="clean", path=tmp_path / f"{number}.png", truth=text))
    work = tmp_path / "work"
    work.mkdir()
    reading = PROGRAMS[name].read(pages, 2, work)
    assert {name: " ".join(text.split()) for name, text in reading.texts.items()} == {
        text: text for text in said
    }
    assert reading.bill.cpu > 0
    assert reading.bill.peak > 20_000_000
    assert PROGRAMS[name].version()
