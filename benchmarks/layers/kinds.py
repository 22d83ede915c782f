"""The kinds of text layers that archives hold, each as a PDF made from true words."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from benchmarks.layers.draw import (
    HEIGHT,
    WIDTH,
    Grey,
    Line,
    Sheet,
    drawn,
    filled,
    glyph_of,
    pdf_of,
    same,
    shown,
)
from ingest.choose import Verdict

_DPI = 200
_MISREAD = (("rn", "m"), ("un", "nn"), ("tt", "lt"), ("ll", "l1"), ("ni", "m"), ("fi", "ñ"))
"""What recognition takes for what, in every third word that has it."""
_WITHOUT_MARKS = str.maketrans("åäöÅÄÖ", "aaoAAO")
_HIDDEN = "Utkast, ej beslutat"


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of layer: its name, its PDF from true words, and the verdict that is right."""

    name: str
    make: Callable[[Sequence[str]], bytes]
    right: Verdict


def good(words: Sequence[str]) -> bytes:
    """A page as office programs write it."""
    return pdf_of([Sheet(filled(words))])


def _scan(words: Sequence[str]) -> Grey:
    """The page as a scanner sees it: paper not quite white, some noise."""
    generator = np.random.default_rng(len(words))
    pixels = np.minimum(drawn(good(words), _DPI), 240) + generator.normal(0, 4, (1, 1))
    return np.clip(pixels + generator.normal(0, 4, pixels.shape), 0, 255).astype(np.uint8)


def _said(written: str, read: str) -> Callable[[str], str]:
    """A layer whose characters were written in one character set and read in another."""
    return lambda character: character.encode(written, "ignore").decode(read, "ignore") or character


def _recognised(change: Callable[[Sequence[str]], Sequence[str]]) -> Callable[[Sequence[str]], bytes]:
    """A scan with a layer that nobody sees, its words changed."""

    def make(words: Sequence[str]) -> bytes:
        lines = [Line(line.x, line.y, " ".join(change(line.text.split()))) for line in filled(words)]
        return pdf_of([Sheet(lines, _scan(words), mode=3)])

    return make


def _misread(words: Sequence[str]) -> list[str]:
    for read, for_what in _MISREAD:
        words = [word.replace(read, for_what) if n % 3 == 0 else word for n, word in enumerate(words)]
    return list(words)


def _half(words: Sequence[str]) -> bytes:
    """Text above, and a scan with the rest of it below."""
    lines = filled(words)
    middle = lines[len(lines) // 2].y - 4
    below = _scan(words)[round((HEIGHT - middle) * _DPI / 72) :]
    above = [line for line in lines if line.y > middle]
    return pdf_of([Sheet(above, np.ascontiguousarray(below), (0, 0, WIDTH, middle))])


def _upwards(words: Sequence[str]) -> bytes:
    """A page of text on its side, as a wide table is put on an upright sheet."""
    lines = "".join(shown(line) for line in filled(words, top=480.0, room=640.0))
    return pdf_of([Sheet(before=f"q 0 1 -1 0 540 0 cm\n{lines}Q\n")])


def _spaced(words: Sequence[str]) -> bytes:
    return pdf_of([Sheet(filled(words, room=260.0), before="BT 4 Tc ET\n")])


def _twice(words: Sequence[str]) -> bytes:
    lines = filled(words)
    return pdf_of([Sheet(lines, after="".join(shown(line) for line in lines))])


def _hidden(words: Sequence[str]) -> bytes:
    lines = filled(words)
    white = "".join(shown(Line(line.x + 8, line.y + 4, _HIDDEN, 5)) for line in lines)
    outside = "".join(shown(Line(line.x + WIDTH, line.y, _HIDDEN)) for line in lines)
    return pdf_of([Sheet(lines, after=f"1 g\n{white}0 g\n{outside}")])


KINDS = (
    Kind("good", good, Verdict.GOOD),
    Kind("letter-spaced", _spaced, Verdict.GOOD),
    Kind("every line twice", _twice, Verdict.GOOD),
    Kind("hidden words", _hidden, Verdict.GOOD),
    Kind("on its side", _upwards, Verdict.GOOD),
    Kind("half of it a scan", _half, Verdict.GOOD),
    Kind("no map, offset 29", lambda words: pdf_of([Sheet(filled(words))], None), Verdict.DAMAGED),
    Kind(
        "offset 31",
        lambda words: pdf_of([Sheet(filled(words))], lambda c: chr(max(glyph_of(c) - 2, 1))),
        Verdict.DAMAGED,
    ),
    Kind(
        "MacRoman as Windows",
        lambda words: pdf_of([Sheet(filled(words))], _said("mac_roman", "cp1252")),
        Verdict.DAMAGED,
    ),
    Kind(
        "UTF-8 as Latin-1",
        lambda words: pdf_of([Sheet(filled(words))], _said("utf-8", "latin-1")),
        Verdict.DAMAGED,
    ),
    Kind(
        "no characters at all",
        lambda words: pdf_of([Sheet(filled(words))], lambda c: chr(0xE000 + glyph_of(c))),
        Verdict.FALSE,
    ),
    Kind("scan, good layer", _recognised(list), Verdict.GOOD),
    Kind("scan, misread", _recognised(_misread), Verdict.FALSE),
    Kind(
        "scan, å ä ö lost",
        _recognised(lambda words: [word.translate(_WITHOUT_MARKS) for word in words]),
        Verdict.FALSE,
    ),
    Kind("scan, words run together", _recognised(lambda words: ["".join(words)]), Verdict.FALSE),
    Kind(
        "scan, a stamp",
        lambda words: pdf_of([Sheet([Line(380, 20, "INKOM 2021-05-25")], _scan(words))]),
        Verdict.FALSE,
    ),
    Kind("scan, no layer", lambda words: pdf_of([Sheet(image=_scan(words))], same), Verdict.FALSE),
)
