"""The confusions of one document speak for readings that suppose them, and against others."""

from __future__ import annotations

import pytest

from pipeline.repair.channel import Channel, channel_of, gains_marks_alone

SEEN = channel_of(
    [("nir", "när"), ("fir", "får"), ("kirl", "kärl"), ("hir", "här"), *[("talat", "talat")] * 20]
)


@pytest.mark.parametrize(("read", "text"), [("kartliggning", "kartläggning"), ("NIR", "NÄR")])
def test_a_confusion_that_was_seen_is_supported(read: str, text: str) -> None:
    assert SEEN.support(read, text) > 0


def test_a_confusion_of_a_common_letter_that_was_never_seen_is_not() -> None:
    assert SEEN.support("kalk", "talk") < 0


@pytest.mark.parametrize(("read", "text"), [("for", "för"), ("samma", "samma"), ("", "")])
def test_nothing_is_known_of_a_document_without_sure_words(read: str, text: str) -> None:
    assert Channel().support(read, text) == 0


def test_support_is_bounded() -> None:
    assert abs(SEEN.support("i" * 10, "ä" * 10)) <= 10


@pytest.mark.parametrize(
    ("read", "text", "alone"),
    [
        ("Odlund", "Ödlund", True),
        ("Bjérk", "Björk", True),
        ("Ek", "Ek", True),
        ("Milovac", "Milovat", False),
        ("Linnd", "Lind", False),
        ("Bjerk", "Björks", False),
    ],
)
def test_whether_marks_alone_are_gained(read: str, text: str, *, alone: bool) -> None:
    assert gains_marks_alone(read, text) is alone
