from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from xml.etree.ElementTree import Element

import pytest
from hypothesis import given, settings

from archive.export.alto import NAMESPACE, alto
from archive.export.laying import printed_pages
from archive.export.markup import Made
from models.page import Page, Unit
from models.text import Text
from tests.archive.export.pages import small_page, small_text, texts
from tests.archive.export.standards import assert_valid_alto, parsed

GOLDEN = Path(__file__).parents[2] / "golden" / "small-page.alto.xml"
MADE = Made("granby & co <1>.tif", "ab" * 32, "0.1.0", datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC))


def written(page: Page, text: Text | None = None) -> Element:
    (printed,) = printed_pages([page], (text or small_text(page)).edits)
    return valid(alto(printed, MADE))


def valid(content: bytes) -> Element:
    assert_valid_alto(content)
    return parsed(content)


def found(root: Element, tag: str) -> list[Element]:
    return list(root.iter(f"{{{NAMESPACE}}}{tag}"))


def test_golden(*, update_golden: bool) -> None:
    (printed,) = printed_pages([small_page()], small_text().edits)
    if update_golden:
        GOLDEN.write_bytes(alto(printed, MADE))
    assert alto(printed, MADE) == GOLDEN.read_bytes()


@settings(max_examples=40, deadline=None)
@given(texts())
def test_any_page_is_valid(drawn: tuple[tuple[Page, ...], Text]) -> None:
    pages, text = drawn
    for printed in printed_pages(pages, text.edits):
        root = valid(alto(printed, MADE))
        strings = found(root, "String")
        assert len(strings) == len(list(printed.words))
        assert len({string.get("ID") for string in strings}) == len(strings)


def test_a_word_knows_its_place_and_how_sure_it_is() -> None:
    mended = next(one for one in found(written(small_page()), "String") if one.get("CONTENT") == "12")
    place = {name: mended.get(name) for name in ("HPOS", "VPOS", "WIDTH", "HEIGHT", "WC")}
    assert place == {"HPOS": "120", "VPOS": "180", "WIDTH": "20", "HEIGHT": "30", "WC": "0.0400"}
    (alternative,) = mended
    assert (alternative.text, alternative.get("PURPOSE")) == ("l2", "as read")


def test_a_cut_word_is_given_whole_with_both_halves() -> None:
    root = written(small_page())
    halves = [one for one in found(root, "String") if one.get("SUBS_TYPE")]
    assert [(one.get("CONTENT"), one.get("SUBS_TYPE"), one.get("SUBS_CONTENT")) for one in halves] == [
        ("Sammanträdes", "HypPart1", "Sammanträdesprotokoll"),
        ("protokoll", "HypPart2", "Sammanträdesprotokoll"),
    ]
    (hyphen,) = found(root, "HYP")
    assert (hyphen.get("CONTENT"), hyphen.get("HPOS"), hyphen.get("WIDTH")) == ("-", "220", "10")
    assert hyphen in found(root, "TextLine")[0]


@pytest.mark.parametrize(
    ("unit", "name", "width", "place"),
    [(Unit.PIXEL, "pixel", "1000", "100"), (Unit.POINT, "inch1200", "16666.67", "1666.67")],
)
def test_sizes_are_in_a_unit_that_the_standard_has(unit: Unit, name: str, width: str, place: str) -> None:
    root = written(small_page(unit=unit))
    assert [one.text for one in found(root, "MeasurementUnit")] == [name]
    (page,) = found(root, "Page")
    assert page.get("WIDTH") == width
    assert found(root, "String")[0].get("HPOS") == place


def test_the_page_tells_how_it_was_made() -> None:
    root = written(small_page(7, rotation=90.4))
    (page,) = found(root, "Page")
    assert (page.get("PHYSICAL_IMG_NR"), page.get("ROTATION"), page.get("LANG")) == ("7", "90.4", "sv")
    steps = {one.get("ID"): one for one in found(root, "Processing")}
    assert (page.get("PROCESSINGREFS") or "").split() == list(steps) == ["PREPARATION", "READING", "REPAIR"]
    told = [[part.text for part in steps[name].iter() if part.text and part.text.strip()] for name in steps]
    assert told == [
        ["preOperation", "deskew +0.40", "justerat", "0.1.0"],
        ["contentGeneration", "recognition of the page's image", "tesseract", "5.3.0"],
        ["contentModification", "2026-01-02T03:04:05+00:00", "repair of misread words", "justerat", "0.1.0"],
    ]
