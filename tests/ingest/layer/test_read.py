"""What nobody sees isn't read, words over images were recognised, and print without words is found."""

from __future__ import annotations

import io
from pathlib import Path

import numpy as np
import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name

from benchmarks.layers.draw import HEIGHT, WIDTH, Line, Sheet, pdf_of, shown
from models.geometry import Box
from tests.ingest.layer.sheets import SWEDISH, flowing, layer_of, lines_of, scanned

LINES = lines_of(SWEDISH)
BELOW = Line(100, 100, "Detta ska ingen läsa")
LEFT_OUT = ("words that nobody sees left out",)


def with_layer_off(content: bytes) -> bytes:
    """The PDF with a layer (optional content) named MC0 that is switched off."""
    with pikepdf.open(io.BytesIO(content)) as pdf:
        group = pdf.make_indirect(Dictionary(Type=Name.OCG, Name=pikepdf.String("Utkast")))
        pdf.Root.OCProperties = Dictionary(OCGs=Array([group]), D=Dictionary(OFF=Array([group])))
        pdf.pages[0].obj.Resources.Properties = Dictionary(MC0=group)
        out = io.BytesIO()
        pdf.save(out)
    return out.getvalue()


@pytest.mark.parametrize(
    "after",
    [
        f"1 g\n{shown(BELOW)}",
        shown(BELOW, 3),
        f"{shown(BELOW)}0 g 90 90 300 25 re f\n",
        f"q 500 500 20 20 re W n {shown(BELOW)}Q\n",
        "1 g\n" + "".join(shown(Line(line.x + 9, line.y + 3, "osynlig rad", 6)) for line in LINES),
        "".join(shown(Line(line.x + 9, line.y + 3, "osynlig rad", 6), 3) for line in LINES),
    ],
    ids=["white", "not drawn", "under a bar", "clipped", "white over print", "not drawn over print"],
)
def test_hidden_words_are_left_out(tmp_path: Path, after: str) -> None:
    layer = layer_of(tmp_path / "a.pdf", pdf_of([Sheet(LINES, after=after)]))
    assert flowing(layer.text) == SWEDISH
    assert layer.steps == LEFT_OUT


def test_words_on_a_layer_that_is_off_are_left_out(tmp_path: Path) -> None:
    content = pdf_of([Sheet(LINES, after=f"/OC /MC0 BDC {shown(BELOW)}EMC\n")])
    layer = layer_of(tmp_path / "a.pdf", with_layer_off(content))
    assert (flowing(layer.text), layer.steps) == (SWEDISH, LEFT_OUT)


@pytest.mark.parametrize(
    "before",
    ["0.1 g 90 90 300 25 re f 1 g\n", "q 60 80 500 40 re W n 0 g\n"],
    ids=["white on a dark bar", "clipped with room"],
)
def test_words_that_can_be_seen_stay(tmp_path: Path, before: str) -> None:
    layer = layer_of(tmp_path / "a.pdf", pdf_of([Sheet([BELOW], before=before)]))
    assert flowing(layer.text) == BELOW.text


def test_layer_of_a_scan_is_known_as_recognised(tmp_path: Path) -> None:
    layer = layer_of(tmp_path / "a.pdf", pdf_of([Sheet(LINES, scanned(SWEDISH), mode=3)]))
    assert flowing(layer.text) == SWEDISH
    assert (layer.recognised, layer.image_share) == (1.0, 1.0)
    assert layer.bare == ()


@pytest.mark.parametrize(("under", "recognised"), [(True, 1.0), (False, 0.0)])
def test_text_under_an_image_was_recognised_and_text_over_one_written(
    tmp_path: Path, under: bool, recognised: float
) -> None:
    picture = f"q {WIDTH} 0 0 {HEIGHT} 0 0 cm /I Do Q\n"
    writing = "".join(map(shown, LINES))
    both = writing + picture if under else picture + writing
    image = scanned(SWEDISH) if under else np.full((90, 60), 230, np.uint8)
    layer = layer_of(tmp_path / "a.pdf", pdf_of([Sheet(image=image, place=(0, 0, 1, 1), after=both)]))
    assert flowing(layer.text) == SWEDISH
    assert (layer.recognised, layer.image_share) == (recognised, 1.0)


def test_print_that_the_layer_leaves_out_is_found(tmp_path: Path) -> None:
    layer = layer_of(tmp_path / "a.pdf", pdf_of([Sheet(LINES[:2], scanned(SWEDISH), mode=3)]))
    (place,) = layer.bare
    assert place.y0 == pytest.approx(HEIGHT - LINES[2].y - 8, abs=4)
    assert place.y1 == pytest.approx(HEIGHT - LINES[-1].y, abs=6)


def test_image_in_strips_covers_the_page_as_one(tmp_path: Path) -> None:
    strip = np.full((20, 100), 240, np.uint8)
    content = "".join(f"q {WIDTH} 0 0 43 0 {n * 42.1} cm /I Do Q\n" for n in range(1, 20))
    layer = layer_of(tmp_path / "a.pdf", pdf_of([Sheet(image=strip, place=(0, 0, WIDTH, 43), after=content)]))
    assert layer.image_share == pytest.approx(1.0, abs=0.02)


def test_image_within_a_form_is_seen(tmp_path: Path) -> None:
    with pikepdf.open(io.BytesIO(pdf_of([Sheet(image=np.full((9, 9), 200, np.uint8))]))) as pdf:
        image = pdf.pages[0].obj.Resources.XObject.I
        form = pdf.make_stream(b"q 100 0 0 100 0 0 cm /I Do Q")
        form.stream_dict = Dictionary(
            Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, 100, 100]),
            Matrix=Array([2, 0, 0, 2, 0, 0]),
            Resources=Dictionary(XObject=Dictionary(I=image)),
        )  # fmt: skip
        pdf.pages[0].obj.Resources.XObject.F = form
        pdf.pages[0].obj.Contents = pdf.make_stream(b"q 1 0 0 1 100 50 cm /F Do Q")
        out = io.BytesIO()
        pdf.save(out)
    layer = layer_of(tmp_path / "a.pdf", out.getvalue())
    assert layer.image_share == pytest.approx(200 * 200 / (WIDTH * HEIGHT), abs=0.01)


@pytest.mark.parametrize("kind", ["noise", "dots", "slope"])
def test_photograph_holds_no_print(tmp_path: Path, kind: str) -> None:
    down, across = np.mgrid[0:300, 0:400]
    dark = across / 400
    pictures = {
        "noise": np.random.default_rng(1).integers(0, 255, (300, 400)),
        "dots": np.where((down % 9 - 4) ** 2 + (across % 9 - 4) ** 2 < 20 * dark, 0, 255),
        "slope": 255 * dark,
    }
    photograph = pictures[kind].astype(np.uint8)
    layer = layer_of(tmp_path / "a.pdf", pdf_of([Sheet(LINES, photograph, (100, 100, 300, 200))]))
    assert layer.bare == ()
    assert layer.recognised == 0.0


def test_page_that_claims_too_many_characters_has_no_layer(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ingest.layer.glyphs.MOST_CHARACTERS", 50)
    assert layer_of(tmp_path / "a.pdf", pdf_of([Sheet(LINES)])).words == ()


def test_numbers_of_glyphs_come_as_signs_that_can_be_shown(tmp_path: Path) -> None:
    layer = layer_of(tmp_path / "a.pdf", pdf_of([Sheet([Line(70, 700, "(2014) 9 § för")])], None))
    assert layer.text == "␋␕␓␔␗␌ ␜ \x86 I|U"
    assert all(word.box and isinstance(word.box, Box) for word in layer.words)
