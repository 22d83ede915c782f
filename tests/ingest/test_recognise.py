"""From page images to words, with an engine that gives recorded readings."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFont

from ingest.ocr.tesseract import Layout, Reading
from ingest.picture import Picture
from ingest.recognise import Recognised, Recogniser
from models.errors import InputDamaged, PageTimeout
from models.geometry import Box
from models.page import Engine
from models.swedish.lexicon import Lexicon, read_lexicon
from tests.ingest.ocr.fakes import Call, FakeEngine, always, by_width, line, texts
from tests.ingest.prepare import damage
from tests.ingest.prepare.pages import BOLD, PAPER, SERIF, face_file, frozen, page, spread

KNOWN = ("kommunstyrelsen", "beslutar", "bifall", "till", "förslaget", "och", "ärendet", "inkom", "granby")
GOOD = Reading(line("beslutar", "bifall", "till", "förslaget", top=60, left=60))
BAD = Reading(line("qzx", "wvut", "bifall", "xxq", "krz", top=60, left=60))
WORSE = Reading(line("qzx", "wvut", "zzb", "xxq", "krz", top=60, left=60))


@pytest.fixture(autouse=True)
def _all_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    """The few words of the fake engine leave most of the drawn print unread: that is tested apart."""

    def nothing_left(pixels: object, words: object) -> bool:
        del pixels, words
        return False

    def nothing_missed(pixels: object, words: object) -> tuple[Box, ...]:
        del pixels, words
        return ()

    monkeypatch.setattr("ingest.recognise.leaves_print", nothing_left)
    monkeypatch.setattr("ingest.ocr.opinion.missed", nothing_missed)


@pytest.fixture(scope="module")
def words() -> Lexicon:
    return read_lexicon(f"{word}\t900\t0" for word in KNOWN)


def picture(width: int = 400) -> Picture:
    """A clean page that can be told by its width."""
    clean = page(SERIF, 100, inches=(4, 5))
    margin = np.full((clean.shape[0], width - clean.shape[1]), PAPER, dtype=np.uint8)
    return Picture(np.hstack([clean, margin]), 100)


def blank() -> Picture:
    return Picture(np.full((500, 400), PAPER, dtype=np.uint8), 100)


def by_layout(answers: Mapping[Layout, Reading]) -> FakeEngine:
    return FakeEngine(lambda _, __, layout: answers[layout])


def recognise(engine: FakeEngine, words: Lexicon, *pictures: Picture) -> tuple[Recognised, ...]:
    return Recogniser(engine, ("first",), words).read(pictures)


def test_pages_are_read_in_one_call_and_come_in_their_order(words: Lexicon) -> None:
    widths = (440, 400, 420)
    answers = {
        width: Reading(line("bifall", "till", "förslaget", top=n * 10)) for n, width in enumerate(widths)
    }
    engine = FakeEngine(by_width(answers))
    found = recognise(engine, words, *(picture(width) for width in widths))
    assert engine.calls == [Call(3, "first", Layout.PAGE)]
    assert [one.words[0].box.y0 for one in found if one.words[0].box] == [0, 10, 20]
    assert {one.engine for one in found} == {Engine("fake", "1")}


def test_clean_page_is_read_as_it_is(words: Lexicon) -> None:
    (found,) = recognise(FakeEngine(by_width({400: GOOD})), words, picture())
    assert texts(found.words) == texts(GOOD.words)
    assert [word.box for word in found.words] == [word.box for word in GOOD.words]
    assert (found.rotation, found.steps, found.aside, found.fault) == (0.0, (), "", None)


@pytest.mark.parametrize("at", [0, 1, 2])
def test_blank_page_among_others_is_shown_to_nobody(at: int, words: Lexicon) -> None:
    pictures = [picture(400), picture(420)]
    pictures.insert(at, blank())
    engine = FakeEngine(by_width({400: GOOD, 420: GOOD}))
    found = list(recognise(engine, words, *pictures))
    assert found.pop(at) == Recognised((), None, steps=("blank",))
    assert [texts(one.words) for one in found] == [texts(GOOD.words)] * 2
    assert engine.calls == [Call(2, "first", Layout.PAGE)]


def test_nothing_is_asked_of_blank_pages_alone(words: Lexicon) -> None:
    engine = FakeEngine(by_width({}))
    assert [one.steps for one in recognise(engine, words, blank(), blank())] == [("blank",)] * 2
    assert engine.calls == []


@pytest.mark.parametrize("fault", [PageTimeout("late"), InputDamaged("broken")])
def test_fault_of_one_page_is_that_page_s_alone(fault: Exception, words: Lexicon) -> None:
    assert isinstance(fault, PageTimeout | InputDamaged)
    engine = FakeEngine(by_width({400: GOOD, 420: Reading(fault=fault), 440: GOOD}))
    first, second, third = recognise(engine, words, picture(400), picture(420), picture(440))
    assert (second.words, second.fault) == ((), fault)
    assert texts(first.words) == texts(third.words) == texts(GOOD.words)
    assert (first.fault, third.fault) == (None, None)
    assert engine.calls == [Call(3, "first", Layout.PAGE)]


@pytest.mark.parametrize(
    ("answers", "kept", "tried"),
    [
        pytest.param((GOOD, BAD, BAD), GOOD, 1, id="good at once"),
        pytest.param((BAD, GOOD, BAD), GOOD, 2, id="a block"),
        pytest.param((BAD, WORSE, GOOD), GOOD, 3, id="scattered"),
        pytest.param((BAD, WORSE, WORSE), BAD, 3, id="no better way"),
        pytest.param((WORSE, BAD, WORSE), BAD, 3, id="a little better"),
        pytest.param((Reading(), Reading(), BAD), BAD, 3, id="better than nothing"),
        pytest.param((BAD, Reading(fault=PageTimeout("late")), GOOD), GOOD, 3, id="late on the way"),
    ],
)
def test_page_that_reads_badly_is_tried_in_other_layouts(
    answers: tuple[Reading, Reading, Reading], kept: Reading, tried: int, words: Lexicon
) -> None:
    layouts = (Layout.PAGE, Layout.BLOCK, Layout.SCATTERED)
    engine = by_layout(dict(zip(layouts, answers, strict=True)))
    (found,) = recognise(engine, words, picture())
    assert texts(found.words) == texts(kept.words)
    assert [call.layout for call in engine.calls] == list(layouts[:tried])
    assert found.fault is None


def test_only_the_bad_page_is_tried_again(words: Lexicon) -> None:
    def answer(shown: Picture, _: str, layout: Layout) -> Reading:
        return GOOD if shown.width == 400 or layout is Layout.BLOCK else BAD

    engine = FakeEngine(answer)
    found = recognise(engine, words, picture(400), picture(420))
    assert [texts(one.words) for one in found] == [texts(GOOD.words)] * 2
    assert engine.calls == [Call(2, "first", Layout.PAGE), Call(1, "first", Layout.BLOCK)]


@pytest.mark.parametrize("quarters", [1, 2, 3])
def test_page_that_reads_badly_is_tried_in_the_direction_that_the_engine_tells(
    quarters: int, words: Lexicon
) -> None:
    asked: list[Picture] = []

    def answer(shown: Picture, _model: str, _layout: Layout) -> Reading:
        asked.append(shown)
        return GOOD if len(asked) == 2 else WORSE

    (found,) = recognise(FakeEngine(answer, quarters), words, picture())
    assert texts(found.words) == texts(GOOD.words)
    assert found.rotation == 90 * quarters
    assert found.steps == (f"turn {90 * quarters}",)
    assert np.array_equal(asked[1].pixels, damage.quartered(picture().pixels, quarters))
    first = found.words[0].box
    assert first
    places = {1: Box(60, 360, 80, 440), 2: Box(260, 420, 340, 440), 3: Box(320, 60, 340, 140)}
    assert first == places[quarters]


def test_direction_that_reads_no_better_is_not_kept(words: Lexicon) -> None:
    answers = {400: BAD, 500: WORSE}
    engine = FakeEngine(by_width(answers), quarters=1)
    (found,) = recognise(engine, words, picture())
    assert (found.rotation, found.steps) == (0.0, ())
    assert texts(found.words) == texts(BAD.words)


def test_spread_is_read_left_page_first(words: Lexicon) -> None:
    left = Reading(line("bifall", "till", "förslaget", top=100, left=80))
    right = Reading(line("kommunstyrelsen", "beslutar", top=60, left=90))
    seen: list[Picture] = []

    def answer(shown: Picture, *_: object) -> Reading:
        seen.append(shown)
        return left if len(seen) == 1 else right

    engine = FakeEngine(answer)
    (found,) = recognise(engine, words, Picture(spread(SERIF), 100))
    assert engine.calls == [Call(2, "first", Layout.PAGE)]
    text = "".join(word.gap + word.text for word in found.words)
    assert text == "bifall till förslaget\n\nkommunstyrelsen beslutar"
    boxes = [word.box for word in found.words if word.box]
    gutter = seen[0].width
    assert boxes[0] == Box(80, 100, 140, 120)
    assert boxes[3] == Box(gutter + 90, 60, gutter + 240, 80)


def test_words_of_a_crooked_page_stand_where_they_were_printed(words: Lexicon) -> None:
    crooked = Picture(damage.turned(picture().pixels, 3.0), 100)
    (found,) = recognise(FakeEngine(always(GOOD)), words, crooked)
    assert found.rotation == pytest.approx(357, abs=0.3)
    boxes = [word.box for word in found.words if word.box]
    assert boxes[-1].middle - boxes[0].middle == pytest.approx(np.sin(np.deg2rad(3)) * 215, abs=1)


def test_other_models_are_asked_about_what_is_in_doubt(words: Lexicon) -> None:
    unsure = Reading(
        (
            *line("kommunstyrelsen", "beslutar", "bifall", "till", top=60, left=60),
            *line("förs1aget", sure=0.4, top=90, left=60),
        )
    )
    answers = {"first": unsure, "second": Reading(line("förslaget", left=19, top=16))}
    engine = FakeEngine(lambda _, model, __: answers[model])
    (found,) = Recogniser(engine, ("first", "second"), words).read([picture()])
    assert sorted(texts(found.words)) == sorted(
        ("kommunstyrelsen", "beslutar", "bifall", "till", "förslaget")
    )
    assert [call.model for call in engine.calls] == ["first", "second"]


def stamped(degrees: float) -> Picture:
    """A page with a stamp of paler ink in its upper margin."""
    image = Image.new("L", (900, 1200), PAPER)
    font = ImageFont.truetype(face_file(BOLD), 30)
    ImageDraw.Draw(image).text((500, 20), "GRANBY KOMMUN\nINKOM 1974-03-21", fill=170, font=font)
    turned = image.rotate(degrees, center=(660, 60), fillcolor=PAPER, resample=Image.Resampling.BICUBIC)
    return Picture(np.minimum(page(SERIF, 150), frozen(turned)), 150)


@pytest.mark.parametrize(("degrees", "aside"), [(-5.0, "GRANBY INKOM 1974-03-21"), (0.0, "")])
def test_stamp_is_told_aside_where_it_lies_crooked(degrees: float, aside: str, words: Lexicon) -> None:
    page_words = Reading(line("kommunstyrelsen", "beslutar", "bifall", top=300, left=120))
    stamp = Reading(line("GRANBY", "INKOM", "1974-03-21", top=20, left=30))
    engine = by_layout({Layout.PAGE: page_words, Layout.BLOCK: stamp})
    (found,) = recognise(engine, words, stamped(degrees))
    assert found.aside == aside
    expected = texts(page_words.words) if aside else [*texts(stamp.words), *texts(page_words.words)]
    assert texts(found.words) == expected
