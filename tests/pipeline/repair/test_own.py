"""The archive's own words: never mended away, and put for what looks like them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.settings import RepairSettings, Settings
from models.text import Change, Text
from pipeline.repair import repair
from pipeline.repair.own import OwnWords

OWN = OwnWords(("Sködvattnet", "Åkerfält", "grönkvist"))


def mended(content: str) -> str:
    return Text(content).apply(OWN.changes(content)).content


@pytest.mark.parametrize(
    ("read", "said"),
    [
        ("vid Skodvattnet och", "vid Sködvattnet och"),
        ("SKODVATTNET", "SKÖDVATTNET"),
        ("vid Sködvatnet", "vid Sködvattnet"),
        ("Sködvaltnet", "Sködvattnet"),
        ("Akerfalt, Nils", "Åkerfält, Nils"),
        ("Gronkvist har", "Grönkvist har"),
        ("vid Sködvattnet", "vid Sködvattnet"),
        ("Skodvatmet", "Skodvatmet"),
        ("protokoll vattnet", "protokoll vattnet"),
    ],
)
def test_what_looks_like_an_own_word_becomes_it(read: str, said: str) -> None:
    assert mended(read) == said


@pytest.mark.parametrize(
    ("content", "change", "stays"),
    [
        ("vid Sködvattnet nu", Change(4, 15, "Skodvattnet", "letters", 0.9), True),
        ("vid Sködvattnet nu", Change(6, 7, "o", "letters", 0.9), True),
        ("vid Sködvattnet nu", Change(16, 18, "då", "letters", 0.9), False),
        ("vid Sködvattnets nu", Change(4, 16, "x", "letters", 0.9), False),
    ],
)
def test_own_words_stay(content: str, change: Change, stays: bool) -> None:
    assert (list(OWN.kept(content, [change])) == []) is stays


def test_repair_uses_them() -> None:
    read = Text("Kommunstyrelsen beslutar att sänka Skodvattnet under våren.")
    assert "Skodvattnet" in repair(read, RepairSettings()).text.content
    found = repair(read, RepairSettings(words=("Sködvattnet",)))
    assert "Sködvattnet" in found.text.content
    assert [edit.reason for edit in found.text.edits] == ["own word"]


def test_words_are_no_choice() -> None:
    assert Settings(repair=RepairSettings(words=("Sködvattnet",))).digest() == Settings().digest()
    assert Settings(repair=RepairSettings(threshold=0.6)).digest() != Settings().digest()


@given(content=st.text(st.sampled_from("Skoödvatne Åkrfl,-\n"), max_size=60))
def test_changes_lie_apart_and_mending_again_changes_nothing(content: str) -> None:
    once = mended(content)
    assert mended(once) == once


@pytest.mark.parametrize("text", ["SKÖDVATTNET" * 50_000, "skodvattnet " * 20_000, "å" * 300_000])
def test_no_text_takes_long(text: str) -> None:
    changes = list(OWN.changes(text))
    assert len(list(OWN.kept(text, changes))) == len(changes)
    assert len(changes) == text.count("skodvattnet ")


def test_a_string_that_is_too_long_is_no_word() -> None:
    assert list(OwnWords(("ö" * 100,)).changes("o" * 100)) == []
