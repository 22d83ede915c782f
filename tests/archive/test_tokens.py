"""Tokens: made once, kept as digests, holding and ending at once."""

from __future__ import annotations

from collections.abc import Generator
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Engine

from archive import database, places
from archive.tokens import Token, Tokens
from models.asker import Asker, Role
from models.errors import SettingsError

pytestmark = pytest.mark.usefixtures("each_database")

DAY = date(2030, 6, 1)


class Clock:
    """A day that tests set."""

    def __init__(self) -> None:
        self.day = DAY

    def __call__(self) -> date:
        return self.day


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def engine(tmp_path: Path) -> Generator[Engine]:
    place = places.new(tmp_path)
    opened = database.connect(place)
    database.upgrade(opened, place)
    yield opened
    opened.dispose()


@pytest.fixture
def tokens(engine: Engine, clock: Clock) -> Tokens:
    return Tokens(engine, clock)


def test_a_token_tells_who_asks_until_it_is_removed(tokens: Tokens) -> None:
    token = tokens.add("Åsa Öberg", Role.REVIEW)
    assert tokens.asker(token) == Asker("Åsa Öberg", Role.REVIEW)
    tokens.remove("Åsa Öberg")
    assert tokens.asker(token) is None
    assert tokens.add("Åsa Öberg", Role.READ) != token


@pytest.mark.usefixtures("sqlite")
def test_what_is_kept_is_no_token(tmp_path: Path, clock: Clock) -> None:
    place = places.new(tmp_path)
    engine = database.connect(place)
    database.upgrade(engine, place)
    tokens = Tokens(engine, clock)
    token = tokens.add("feed", Role.READ)
    assert tokens.asker(token)
    engine.dispose()
    kept = b"".join(path.read_bytes() for path in tmp_path.iterdir())
    assert b"feed" in kept
    assert token.encode() not in kept
    assert token[18:].encode() not in kept


def test_tokens_differ_and_are_long(tokens: Tokens) -> None:
    made = {tokens.add(f"program {number}", Role.READ) for number in range(50)}
    assert len({token[18:] for token in made}) == 50
    assert all(len(token[18:]) == 43 for token in made)


def test_list_tells_when_a_token_was_last_used(tokens: Tokens, clock: Clock) -> None:
    token = tokens.add("b", Role.ADMIN, date(2030, 6, 2))
    tokens.add("a", Role.READ)
    assert [(one.name, one.used) for one in tokens.listed()] == [("a", None), ("b", None)]
    tokens.asker(token)
    clock.day = date(2030, 6, 2)
    tokens.asker(token)
    (_, listed) = tokens.listed()
    assert listed == Token(token[9:17], "b", Role.ADMIN, "2030-06-01", "2030-06-02", "2030-06-02")


def test_a_token_holds_to_the_end_of_its_last_day(tokens: Tokens, clock: Clock) -> None:
    token = tokens.add("guest", Role.READ, DAY)
    assert tokens.asker(token)
    assert tokens.any_holds()
    clock.day = date(2030, 6, 2)
    assert tokens.asker(token) is None
    assert not tokens.any_holds()


@pytest.mark.parametrize(
    ("name", "expires"),
    [
        ("", None),
        (" ", None),
        ("x" * 61, None),
        ("a\nb", None),
        ("a\u202eb", None),
        ("Åsa 19121212-1212", None),
        ("guest", date(2030, 5, 31)),
        ("taken", None),
    ],
)
def test_what_can_not_be_is_refused(tokens: Tokens, name: str, expires: date | None) -> None:
    tokens.add("taken", Role.READ)
    with pytest.raises(SettingsError):
        tokens.add(name, Role.READ, expires)
    assert [one.name for one in tokens.listed()] == ["taken"]


def test_who_is_not_there_can_not_be_removed(tokens: Tokens) -> None:
    with pytest.raises(SettingsError):
        tokens.remove("nobody")


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60, deadline=None)
@given(data=st.data())
def test_no_other_text_is_a_token(tokens: Tokens, data: st.DataObject) -> None:
    known = {one.name: one for one in tokens.listed()}
    token = tokens.add(f"n{len(known)}", Role.READ)
    at = data.draw(st.integers(0, len(token) - 1))
    other = data.draw(st.one_of(st.characters(), st.just("")))
    changed = token[:at] + other + token[at + 1 :]
    assert (tokens.asker(changed) is not None) == (changed == token)
    assert tokens.asker(data.draw(st.text(max_size=80))) is None
