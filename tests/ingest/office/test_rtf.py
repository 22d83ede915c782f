from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings

from ingest.office.rtf import read
from models.errors import InputDamaged, InputTooLarge
from models.settings import ReadingSettings
from tests.ingest.office.texts import TEXTS

SETTINGS = ReadingSettings()
FONTS = r"{\fonttbl{\f0\fnil\fcharset0 Arial;}{\f1\fnil\fcharset77 Geneva;}}"


def pages_of(body: str, folder: Path) -> tuple[str, ...]:
    (folder / "fil.rtf").write_text(r"{\rtf1\ansi\ansicpg1252\deff0" + FONTS + body + "}", "cp1252")
    return read(folder / "fil.rtf", "fil.rtf", SETTINGS).pages


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (r"F\'f6rsta\par andra", ("Första\nandra",)),
        (r"f\u246?r \u8211\'96 slut", ("för – slut",)),
        (r"\u-10179?\u-8704?", ("😀",)),
        (r"{\f1 \'8c}", ("å",)),
        (r"e\_post arki\-vet \{x\}", ("e-post arkivet {x}",)),
        (r"ett\page tv\'e5\par\page", ("ett", "två")),
        (r"kvar{\deleted bort} och{\v dolt} synligt", ("kvar och synligt",)),
        (r'{\field{\*\fldinst{HYPERLINK "http://granby.se"}}{\fldrslt{h\'e4r}}}', ("här",)),
        (r"{\pntext 1.\tab}ett\par{\listtext \'b7\tab}tv\'e5", ("1.   ett\n·   två",)),
        (r"{\info{\author Anna}}{\stylesheet{\s0 Normal;}}ord", ("ord",)),
        (r"{\pict\pngblip 89504e47}ord", ("ord",)),
        (r"a{\*\shpinst{\sp{\sn x}{\sv 1}}{\shptxt \pard ruta\par}}b", ("ab\n\nruta",)),
        (
            r"{\header Granby\par}{\footer sida 1\par}ett{\footnote not}\page tv\'e5",
            ("Granby\n\nett\n\n1) not\n\nsida 1", "två"),
        ),
        (
            r"f\'f6re\par\trowd\intbl Namn\cell Parti\cell\row"
            r"\trowd Anna Ek\cell S\par M\cell\trowd\row efter",
            ("före\n\nNamn      Parti\nAnna Ek   S\n          M\nefter",),
        ),
        (r"ord{\pict\bin5 a}b{c}slut", ("ordslut",)),
    ],
)  # fmt: skip
def test_what_stands_on_pages(body: str, expected: tuple[str, ...], tmp_path: Path) -> None:
    assert pages_of(body, tmp_path) == expected


@settings(max_examples=50, deadline=None)
@given(texts=TEXTS)
def test_every_word_comes_out(texts: list[str], folder: Path) -> None:
    body = r"\par ".join("".join(map(_escaped, text)) for text in texts)
    (page,) = pages_of(body, folder)
    expected = " ".join(texts).replace("\u2011", "-").replace("\xad", "").split()
    assert page.split() == expected


def _escaped(character: str) -> str:
    if character in "\\{}":
        return f"\\{character}"
    if character.isascii():
        return character
    units = character.encode("utf-16-le")
    return "".join(rf"\u{int.from_bytes(units[at : at + 2], 'little')}?" for at in range(0, len(units), 2))


@pytest.mark.parametrize("body", [r"\u99999999?", r"\uc ord"])
def test_what_breaks_the_rules_is_told(body: str, tmp_path: Path) -> None:
    with pytest.raises(InputDamaged, match=r"fil\.rtf breaks the rules of RTF; open and save it anew\."):
        pages_of(body, tmp_path)


@pytest.mark.parametrize("body", ["ord" + "{" * 5000, r"ord\'", "ord" + "}" * 50])
def test_braces_that_match_no_others_are_passed_over(body: str, tmp_path: Path) -> None:
    assert pages_of(body, tmp_path) == ("ord",)


def test_too_much_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.rtf").write_text("{\\rtf1 " + "a" * 200)
    with pytest.raises(InputTooLarge, match="limit of 100"):
        read(tmp_path / "a.rtf", "a.rtf", ReadingSettings(max_inner_bytes=100))
