"""The types of columns, so that both databases hold, compare and order the same values in the same way."""

from __future__ import annotations

import sqlalchemy as sa
from sqlalchemy import Dialect
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.types import TypeDecorator, TypeEngine

_NUL, _REPLACED = "\0", "\ufffd"


def storable(text: str) -> str:
    """The text as a column can hold it: NUL, which PostgreSQL refuses and SQLite ends a text at, as U+FFFD.

    Records themselves are kept packed, with whatever characters they have.
    """
    return text.replace(_NUL, _REPLACED)


class Text(TypeDecorator[str]):
    """Text of any length, ordered by code points on both databases (collation "C" on PostgreSQL).

    What is asked for passes here too, and so finds what was stored.
    """

    impl = sa.Text
    cache_ok = True

    @property
    def python_type(self) -> type[str]:
        """What rows hold."""
        return str

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:  # noqa: ARG002
        """The value as it can be stored."""
        return value if value is None else storable(value)


@compiles(Text, "postgresql")
def _text(_type: Text, _compiler: object, **_: object) -> str:
    """How PostgreSQL makes the column; where a value is told its type, a collation would have no place."""
    return 'TEXT COLLATE "C"'


class Integer(TypeDecorator[int]):
    """A whole number of 64 bits, as SQLite's are."""

    impl = sa.Integer
    cache_ok = True

    @property
    def python_type(self) -> type[int]:
        """What rows hold."""
        return int

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[int]:
        """The type that has 64 bits; SQLite numbers rows by itself only where it is called INTEGER."""
        return sa.BigInteger() if dialect.name == "postgresql" else sa.Integer()
