"""The confusions of one document speak for readings that suppose them, and against others."""

from __future__ import annotations

import pytest

from pipeline.repair.channel import Channel, channel_of

SEEN = channel_of(
    [("nir", "när"), ("fir", "får"), ("kirl", "kärl"), ("hir", "här"), *[("talat", "talat")] * 20]
)


@pytest.mark.parametrize(("read", "text"), [("projektigare", "projektägare"), ("NIR", "NÄR")])
def test_a_confusion_that_was_seen_is_supported(read: str, text: str) -> None:
    assert SEEN.support(read, text) > 0


def test_a_confusion_of_a_common_letter_that_was_never_seen_is_not() -> None:
    assert SEEN.support("kalk", "talk") < 0


@pytest.mark.parametrize(("read", "text"), [("for", "för"), ("samma", "samma"), ("", "")])
def test_nothing_is_known_of_a_document_without_sure_words(read: str, text: str) -> None:
    assert Channel().support(read, text) == 0


def test_support_is_bounded() -> None:
    assert abs(SEEN.support("i" * 10, "ä" * 10)) <= 10
