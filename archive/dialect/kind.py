"""What a database must be able to do to hold an archive, in one value for each kind of database."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import URL, Connection, Engine, Table

if TYPE_CHECKING:
    from sqlalchemy.dialects import postgresql, sqlite


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of database.

    `engine` opens the database at an address and, on a server, the schema in it; a transaction sees the
    database at one moment. `writing` are the execution options of one that writes: it waits for others that
    write, and sees all that they wrote. `make` makes room for the tables, before their first step. `hold`
    keeps others from running on the same tables, wherever they are: ArchiveBusy where one does. `fault` puts
    into a sentence what the database says against its use; None where the program is at fault. `limit` ends
    what takes longer than so many seconds in the transaction that begins, and `late` tells the error of that.
    `insert` is an insertion that can say what is done where a row is there already.
    """

    engine: Callable[[URL, str | None], Engine]
    writing: Mapping[str, str | bool]
    make: Callable[[Connection, str | None], None]
    hold: Callable[[Engine, str | None], AbstractContextManager[None]]
    fault: Callable[[BaseException, URL], str | None]
    limit: Callable[[Connection, float], None]
    late: Callable[[BaseException], bool]
    insert: Callable[[Table], postgresql.Insert | sqlite.Insert]
