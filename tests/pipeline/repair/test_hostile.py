"""Text that no printer sets: repair takes a time that grows with its length, and no longer."""

from __future__ import annotations

import time

import pytest

from models.settings import RepairSettings
from models.text import Text
from pipeline.repair import repair

MOST_SECONDS = 20
"""On a busy machine; what grows with the square of the length takes many minutes."""


@pytest.mark.slow
@pytest.mark.parametrize(
    "text",
    [
        "aI" * 100_000,
        "a" * 1_000_000,
        "\n" * 100_000,
        "a\u0301\u0308\u0301" * 10_000,
        ("e" + "\u0301" * 40 + " ") * 5_000,
        "ë" * 100_000,
        "| " * 20_000,
        "$1 a\n" * 10_000,
        "(a}" * 20_000,
        "¢ a\n¢ b\n© c\n\n\n\n\n\n\n" * 1_000,
        "il" * 50_000,
        "Nämnden beslutar att frågan om vägar överlämnas. " * 20_000,
    ],
    ids=["capitals", "one word", "empty lines", "marks", "marked words", "strange letters", "bars", "items",
         "braces", "lists", "alike", "one line"],
)  # fmt: skip
def test_no_text_takes_long(text: str) -> None:
    begun = time.process_time()
    done = repair(Text(text), RepairSettings()).text
    assert time.process_time() - begun < MOST_SECONDS
    assert done.undo(0, len(done.content)) == text
