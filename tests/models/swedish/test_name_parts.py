from __future__ import annotations

import pytest

from models.swedish.lexicon import lexicon
from models.swedish.name_parts import listed_names, made_names, plain_names


@pytest.mark.parametrize("name", ["fjällkvist", "åsvik", "lönnstam", "kvarnsjö", "tallåsen", "rosenlöf"])
def test_parts_make_names(name: str) -> None:
    assert name in made_names()


@pytest.mark.parametrize("name", ["grönby", "hällman", "sjöbo", "änne", "väst"])
def test_no_name_is_made_that_is_sound_without_marks(name: str) -> None:
    bare = name.translate(str.maketrans("åäö", "aao"))
    assert (name in made_names()) <= (bare not in plain_names() and bare not in lexicon().uses)
    assert "änne" not in listed_names()


def test_names_of_parts_and_lists_have_marks() -> None:
    assert all(set("åäö") & {*name} for name in made_names() | listed_names())
    assert not any(set("åäö") & {*name} for name in plain_names())
