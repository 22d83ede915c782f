from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.swedish.lexicon import lexicon
from models.swedish.marks import plain
from models.swedish.name_parts import is_made, is_name, is_plain, listed_names


@pytest.mark.parametrize("name", ["fjällkvist", "åsvik", "lönnstam", "kvarnsjö", "tallåsen", "rosenlöf"])
def test_parts_make_names(name: str) -> None:
    assert is_made(name)
    assert is_name(name.title())


@pytest.mark.parametrize("name", ["grönby", "hällman", "sjöbo", "änne", "väst"])
def test_no_name_is_made_that_is_sound_without_marks(name: str) -> None:
    bare = name.translate(str.maketrans("åäö", "aao"))
    assert is_made(name) <= (not is_plain(bare) and bare not in lexicon().uses)
    assert "änne" not in listed_names()


def test_listed_names_have_marks() -> None:
    assert all(set("åäö") & {*name} for name in listed_names())


@given(st.text(alphabet="åäösjblndkvist", max_size=12))
def test_a_name_is_made_with_marks_or_sound_without(name: str) -> None:
    assert not is_made(name) or set("åäö") & {*name}
    assert not is_plain(name) or not set("åäö") & {*name}
    assert not (is_made(name) and is_plain(plain(name)))
