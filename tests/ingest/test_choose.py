"""A text layer is trusted for its words, not for being there."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.choose import Reason, Verdict, choose, known_share, worth
from models.swedish.lexicon import Lexicon, lexicon, read_lexicon
from models.swedish.mending import mended
from tests.ingest.layer.sheets import (
    ENGLISH,
    FIGURES,
    FINNISH,
    GERMAN,
    LOST,
    NAMES,
    NORWEGIAN,
    SWEDISH,
)

POLISH = (
    "Rada gminy przyjęła projekt nowego planu zagospodarowania i przekazała sprawę do dalszego rozpatrzenia. "
    "Przewodniczący przedstawił sprawę oraz zapytał, czy komisja może podjąć decyzję zgodnie z wnioskiem."
)
ARABIC = (
    "وافق المجلس البلدي على مشروع الخطة الجديدة للبلدية وأحال القضية إلى اللجنة المختصة لاتخاذ القرار النهائي"
)
LISTED = "Bilaga 1 Karta över området\nBilaga 2 Ritning, plan 1-3\nBilaga 3 Yttrande\n" * 5
MISREAD = SWEDISH.replace("rt", "1t").replace("rn", "m").replace("ry", "1y").replace("un", "nn")
ODD_SIGNS = SWEDISH.replace("ll", "|l").replace("be", "b<:")
INNER_CAPITALS = SWEDISH.replace("ill", "iLl").replace("ut", "uT")
SHIFTED = "".join(chr(ord(letter) - 29) if letter > " " else letter for letter in SWEDISH)
NUMBERS = " ".join(f"(cid:{ord(letter) - 29})" for letter in ENGLISH if letter.isalpha())
MACINTOSH = SWEDISH.encode("mac_roman").decode("cp1252")
BYTES = SWEDISH.encode().decode("cp1252")
BULLETS = "\n".join(f"\uf0b7 {line}" for line in SWEDISH.split(". "))
PRIVATE = "".join(chr(0xE000 + ord(letter)) if letter.isalpha() else letter for letter in SWEDISH)
BROKEN = "".join(chr((ord(letter) * 7) % 26 + ord("a")) if letter.isalpha() else letter for letter in SWEDISH)


@pytest.mark.parametrize(
    ("text", "recognised", "reason"),
    [
        # Born digital: what is well formed is exact, whatever it says.
        (SWEDISH, 0.0, Reason.SWEDISH),
        (SWEDISH.upper(), 0.0, Reason.SWEDISH),
        (BULLETS, 0.0, Reason.SWEDISH),
        (LISTED, 0.0, Reason.PLAIN),
        (ENGLISH, 0.0, Reason.ENGLISH),
        (FINNISH, 0.0, Reason.FOREIGN),
        (NORWEGIAN, 0.0, Reason.FOREIGN),
        (GERMAN, 0.0, Reason.FOREIGN),
        (POLISH, 0.0, Reason.FOREIGN),
        (ARABIC, 0.0, Reason.PLAIN),
        (FIGURES, 0.0, Reason.PLAIN),
        (NAMES, 0.0, Reason.PLAIN),
        ("Sida 3 av 12", 0.0, Reason.SHORT),
        ("", 0.0, Reason.EMPTY),
        ("Undertecknat med e-legitimation 2014-03-18 av Anna Ek", 0.0, Reason.SHORT),
        # Recognised: good only where it is shown to be.
        (SWEDISH, 1.0, Reason.SWEDISH),
        (ENGLISH, 1.0, Reason.ENGLISH),
        (FINNISH, 1.0, Reason.FOREIGN),
        (MISREAD, 1.0, Reason.UNKNOWN),
        (SWEDISH.replace("sl", "s1"), 1.0, Reason.MISREAD),
        (ODD_SIGNS, 1.0, Reason.MISREAD),
        (INNER_CAPITALS, 1.0, Reason.MISREAD),
        (ENGLISH.replace("th", "t1i"), 1.0, Reason.MISREAD),
        (NAMES, 1.0, Reason.UNKNOWN),
        ("INKOM 2014-03-18 Granby kommun", 1.0, Reason.STAMP),
        ("GRANBY 000123", 1.0, Reason.STAMP),
        ("Undertecknat med e-legitimation 2014-03-18 av Anna Ek", 1.0, Reason.STAMP),
        ("", 1.0, Reason.EMPTY),
        # False wherever it stands.
        (LOST, 0.0, Reason.LOST_LETTERS),
        (LOST, 1.0, Reason.LOST_LETTERS),
        (BROKEN, 0.0, Reason.UNKNOWN),
        (PRIVATE, 0.0, Reason.STRANGE),
        (NUMBERS, 0.0, Reason.STRANGE),
        ("\ufffd".join(SWEDISH.split("t")), 0.0, Reason.STRANGE),
        (SWEDISH.replace(" ", ""), 0.0, Reason.SPACING),
        (" ".join(SWEDISH), 0.0, Reason.SPACING),
        # Damaged in a way that repair undoes.
        (SHIFTED, 0.0, Reason.MENDABLE),
        (MACINTOSH, 0.0, Reason.MENDABLE),
        (BYTES, 0.0, Reason.MENDABLE),
        (BYTES, 1.0, Reason.MENDABLE),
    ],
)
def test_verdict(text: str, recognised: float, reason: Reason) -> None:
    assert choose(text, recognised, lexicon()).reason is reason


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("INKOM 2014-03-18", Reason.STAMP),
        ("Sida 3 av 12", Reason.STAMP),
        (SWEDISH, Reason.SWEDISH),
        (NAMES, Reason.PLAIN),
        (FIGURES, Reason.PLAIN),
    ],
)
def test_words_that_are_written_over_an_image_of_the_page(text: str, reason: Reason) -> None:
    assert choose(text, 0.0, lexicon(), image_share=1.0).reason is reason


@pytest.mark.parametrize(
    ("reason", "verdict", "taken"),
    [
        (Reason.SWEDISH, Verdict.GOOD, True),
        (Reason.PLAIN, Verdict.GOOD, True),
        (Reason.MENDABLE, Verdict.DAMAGED, True),
        (Reason.STAMP, Verdict.FALSE, False),
        (Reason.BARE_PRINT, Verdict.FALSE, False),
    ],
)
def test_what_a_reason_means(reason: Reason, verdict: Verdict, *, taken: bool) -> None:
    choice = choose("", 0.0, read_lexicon([]))
    assert choice.verdict is Verdict.FALSE
    choice = type(choice)(reason)
    assert (choice.verdict, choice.taken) == (verdict, taken)


WORDS = tuple(word for word in lexicon().uses if word.isalpha() and lexicon().uses[word].lower > 3_000)
SENTENCES = st.lists(st.sampled_from(WORDS), min_size=30, max_size=60).map(
    lambda words: "\n".join(" ".join(words[at : at + 8]) for at in range(0, len(words), 8))
)
GLYPHS = {"å": "n", "ä": "l", "ö": "|"}


@settings(max_examples=40, deadline=None)
@given(SENTENCES)
def test_good_swedish_in_glyph_numbers_is_mendable_and_comes_out_equal(text: str) -> None:
    damaged = "".join(GLYPHS.get(sign) or (sign if sign in " \n" else chr(ord(sign) - 29)) for sign in text)
    assert mended(damaged) == text
    if choose(text, 0.0, lexicon()).reason is Reason.SWEDISH:
        assert choose(damaged, 0.0, lexicon()).verdict is Verdict.DAMAGED


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=120) | SENTENCES, st.floats(0, 1))
def test_every_text_gets_a_verdict(text: str, recognised: float) -> None:
    assert choose(text, recognised, lexicon()).reason in Reason


@pytest.mark.parametrize(
    ("better", "worse"),
    [
        (SWEDISH, LOST),
        (SWEDISH, MISREAD),
        (SWEDISH, SWEDISH[:200]),
        (SWEDISH, "INKOM 2014-03-18"),
        (SWEDISH, ""),
        (SWEDISH, f"{SWEDISH} <~| ;;{{ 1|l x~z"),
        (ENGLISH, ENGLISH.replace("th", "t1i")),
        (FINNISH, FINNISH[:100]),
        (NAMES, "A1ma 3k S/ <o A|m"),
    ],
)
def test_worth_tells_the_better_of_two_readings(better: str, worse: str) -> None:
    assert worth(better.split(), lexicon()) > worth(worse.split(), lexicon())


def test_names_and_figures_do_not_count_as_unknown() -> None:
    words = Lexicon(read_lexicon(["besluta\t9\t0", "enligt\t9\t0"]).uses)
    assert known_share(["Märta", "Öhrn", "2014/163", "besluta", "enligt"], words) == 1.0
