"""Where the tables of an archive are: in a file of its folder, or in a PostgreSQL database.

`JUSTERAT_DATABASE` says where a new archive's go; the folder's `database.json` keeps that, without the
password, so that an archive is never looked for, and found empty, in another database than its own. The
setting is read here and not by each command, since the processes of an export open the archive too.
"""

from __future__ import annotations

import os
import re
import secrets
import unicodedata
from dataclasses import dataclass
from pathlib import Path

from pydantic import BaseModel, ValidationError
from sqlalchemy import URL, make_url
from sqlalchemy.exc import ArgumentError

from archive.files import put_file, writable
from models.errors import ArchiveError, SettingsError
from models.source import path_text

SETTING = "JUSTERAT_DATABASE"
_DRIVER = "postgresql+psycopg"
_SECRET = frozenset({"password", "passfile", "sslpassword"})
_PORT = 5432


@dataclass(frozen=True, slots=True)
class Place:
    """An archive's folder, and its tables: the address of the database and, on a server, the schema in it."""

    folder: Path
    url: URL
    schema: str | None = None


class _Kept(BaseModel):
    """What `database.json` holds."""

    database: str
    schema_name: str


def begun(folder: Path) -> Place | None:
    """The place of an archive that was begun; ArchiveError where the setting names another database."""
    asked, kept = _asked(), _kept(folder)
    if kept is None:
        if not _file(folder).exists():
            return None
        if asked is not None:
            raise _elsewhere("in its folder (archive.sqlite)")
        return Place(folder, URL.create("sqlite", database=str(_file(folder))))
    url = make_url(kept.database)
    if asked is not None and _server(asked) != _server(url):
        raise _elsewhere(f"in {_without_secrets(url)}")
    return Place(folder, asked or url, kept.schema_name)


def new(folder: Path) -> Place:
    """The place of an archive that is to be begun: a schema that no other archive has, or a file."""
    asked = _asked()
    if asked is None:
        return Place(folder, URL.create("sqlite", database=str(_file(folder))))
    return Place(folder, asked, f"{_readable(folder.absolute().name)}_{secrets.token_hex(4)}")


def keep(place: Place) -> None:
    """Note in the folder where its tables are, once they are there; a file needs no note."""
    if place.schema:
        kept = _Kept(database=_without_secrets(place.url), schema_name=place.schema)
        with writable(place.folder):
            put_file(_note(place.folder), kept.model_dump_json(indent=2) + "\n")


def _file(folder: Path) -> Path:
    return folder / "archive.sqlite"


def _note(folder: Path) -> Path:
    return folder / "database.json"


def _kept(folder: Path) -> _Kept | None:
    try:
        return _Kept.model_validate_json(_note(folder).read_bytes())
    except FileNotFoundError:
        return None
    except (OSError, ValidationError) as error:
        message = (
            f"{path_text(_note(folder))} can't be read: put it back as it was, it says where the archive is."
        )
        raise ArchiveError(message) from error


def _asked() -> URL | None:
    """The setting as an address; it may hold a password, and so is never shown."""
    given = os.environ.get(SETTING)
    if not given:
        return None
    wrong = f"{SETTING} is no address of a PostgreSQL database: give {_DRIVER}://USER@HOST/DATABASE."
    try:
        url = make_url(given)
    except (ArgumentError, ValueError):
        raise SettingsError(wrong) from None
    if url.drivername not in {_DRIVER, "postgresql"} or not url.database:
        raise SettingsError(wrong)
    return url.set(drivername=_DRIVER)


def _server(url: URL) -> tuple[object, ...]:
    """What tells one database from another, whoever asks it."""
    query = url.query
    return url.host or query.get("host") or "", url.port or query.get("port") or _PORT, url.database


def _without_secrets(url: URL) -> str:
    query = {name: value for name, value in url.query.items() if name not in _SECRET}
    return URL.create(
        url.drivername, url.username, None, url.host, url.port, url.database, query
    ).render_as_string()


def _readable(name: str) -> str:
    """A folder's name as that of a schema, so that a person knows it again."""
    plain = unicodedata.normalize("NFD", name.casefold()).encode("ascii", "ignore").decode()
    return re.sub("[^a-z0-9]+", "_", plain).strip("_")[:40] or "arkiv"


def _elsewhere(where: str) -> ArchiveError:
    message = (
        f"This archive keeps its tables {where}, not where {SETTING} says: change {SETTING}, or give another "
        "--archive."
    )
    return ArchiveError(message)
