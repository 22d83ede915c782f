"""Where a list goes on: the keys of its last row, as one word that a link can carry."""

from __future__ import annotations

import json
from base64 import urlsafe_b64decode, urlsafe_b64encode

from pydantic import TypeAdapter, ValidationError

from models.errors import SettingsError

Keys = tuple[str | None, ...]
_KEYS = TypeAdapter(Keys)


def cursor_of(keys: Keys) -> str:
    """The keys as a word."""
    return urlsafe_b64encode(json.dumps(keys).encode()).decode().rstrip("=")


def keys_of(cursor: str, count: int) -> Keys:
    """The keys again; SettingsError where the word is none of these, or not of so many keys."""
    try:
        keys = _KEYS.validate_json(urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)))
    except (ValueError, ValidationError) as error:
        raise wrong_cursor() from error
    if len(keys) != count:
        raise wrong_cursor()
    return keys


def wrong_cursor() -> SettingsError:
    """What is told of a cursor that no list has given."""
    return SettingsError("That is no cursor of this list: take it from the answer before, or begin anew.")
