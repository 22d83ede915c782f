"""Tokens by which people and programs on other machines are known.

A token is 256 random bits, so its SHA-256 is kept and no slow hash: slow hashes protect what people choose,
and nobody finds 256 random bits by trying (NIST SP 800-63B-4, section 3.1.2, asks a salt and a slow hash only
of secrets of less than 112 bits). Who reads the database learns no token.
"""

from __future__ import annotations

import hashlib
import hmac
import re
import secrets
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime

from sqlalchemy import Engine, delete, insert, select, update
from sqlalchemy.exc import IntegrityError

from archive.tables import TOKENS
from models.asker import Asker, Role
from models.errors import SettingsError
from models.swedish.personal.find import find_personal_numbers

_FORM = re.compile(r"justerat_([0-9a-f]{8})_[A-Za-z0-9_-]{43}")
"""`justerat_` (so that programs that look for lost secrets know one), its id, and 256 bits in base64url."""
_SECRET_BYTES = 32
_ID_BYTES = 4
_LONGEST_NAME = 60


@dataclass(frozen=True, slots=True)
class Token:
    """What is kept of a token but its digest; days in UTC, `expires` is the last on which it holds."""

    id: str
    name: str
    role: Role
    made: str
    used: str | None
    expires: str | None


def today() -> date:
    """The day in UTC."""
    return datetime.now(UTC).date()


class Tokens:
    """The tokens of an archive; what is changed holds from the next request on."""

    def __init__(self, engine: Engine, clock: Callable[[], date] = today) -> None:
        self._engine = engine
        self._clock = clock

    def add(self, name: str, role: Role, expires: date | None = None) -> str:
        """A new token, which is told here and never again; SettingsError where its name or day can't be."""
        day = self._clock()
        _check(name)
        if expires and expires < day:
            raise SettingsError("The token would have expired already: give a day to come.")
        token_id = secrets.token_hex(_ID_BYTES)
        token = f"justerat_{token_id}_{secrets.token_urlsafe(_SECRET_BYTES)}"
        row = {
            "id": token_id, "name": name, "role": role.value, "digest": _digest(token),
            "made": day.isoformat(), "expires": expires.isoformat() if expires else None,
        }  # fmt: skip
        try:
            with self._engine.begin() as connection:
                connection.execute(insert(TOKENS).values(row))
        except IntegrityError as error:
            message = "A token of that name is there: remove it first, or give another name."
            raise SettingsError(message) from error
        return token

    def remove(self, name: str) -> None:
        """End a token at once; SettingsError where none has that name."""
        with self._engine.begin() as connection:
            removed = connection.execute(delete(TOKENS).where(TOKENS.c.name == name)).rowcount
        if not removed:
            raise SettingsError("No token has that name: `justerat token list` shows those there are.")

    def listed(self) -> tuple[Token, ...]:
        """All tokens, by name; also those that have expired."""
        columns = [column for column in TOKENS.c if column is not TOKENS.c.digest]
        with self._engine.connect() as connection:
            rows = connection.execute(select(*columns).order_by(TOKENS.c.name)).all()
        return tuple(Token(row.id, row.name, Role(row.role), row.made, row.used, row.expires) for row in rows)

    def any_holds(self) -> bool:
        """Whether there is a token by which somebody could be known today."""
        day = self._clock().isoformat()
        return any(token.expires is None or token.expires >= day for token in self.listed())

    def asker(self, token: str) -> Asker | None:
        """Who shows this token, None where it doesn't hold (any more); the day is noted as its last."""
        form = _FORM.fullmatch(token)
        if form is None:
            return None
        day = self._clock().isoformat()
        with self._engine.connect() as connection:
            row = connection.execute(select(TOKENS).where(TOKENS.c.id == form[1])).one_or_none()
        if row is None or not hmac.compare_digest(row.digest, _digest(token)):
            return None
        if row.expires is not None and row.expires < day:
            return None
        if row.used != day:
            with self._engine.begin() as connection:
                connection.execute(update(TOKENS).where(TOKENS.c.id == row.id).values(used=day))
        return Asker(row.name, Role(row.role))


def _digest(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()


def _check(name: str) -> None:
    """A name is shown in lists and kept with corrections; it is also logged, so no personal number may be."""
    if not name.strip() or len(name) > _LONGEST_NAME or not name.isprintable():
        raise SettingsError(f"A token's name has 1 to {_LONGEST_NAME} printable characters.")
    if find_personal_numbers(name):
        raise SettingsError("A token's name can't hold a personal number: it is kept and logged.")
