"""From what the user names on the command line to files that can be read."""

from __future__ import annotations

import errno
import hashlib
import os
import stat
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from ingest.inside import KINDS_READ, kind_inside
from ingest.sniff import HEAD_BYTES, media_type, other_kind
from models.errors import (
    InputDamaged,
    InputEmpty,
    InputError,
    InputForbidden,
    InputLoop,
    InputMissing,
    InputTooLarge,
    InputUnsupported,
)
from models.settings import ReadingSettings
from models.source import Source

_ANYONE_READS = 0o444
_Identity = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Found:
    """A path that was given or lies in a folder or archive that was, with the reason where it can't be used.

    Out of an archive or e-mail, `unpacked` is where its bytes lie, and `depth` in how many it lay.
    """

    path: Path
    error: InputError | None = None
    unpacked: Path | None = None
    depth: int = 0


def find(inputs: Sequence[Path | str]) -> Iterator[Found]:
    """Every file that `inputs` name, each path once, folders walked in sorted order, hidden files left out.

    An input is a file, a folder, or `@list.txt`: a list in UTF-8 of one path a line. Paths stay as given.
    Nothing is raised for a bad input; it is found with its error.
    """
    folders: set[_Identity] = set()
    given: set[Path] = set()
    for named in inputs:
        for found in _listed(str(named)):
            for inside in (found,) if found.error else _walk(found.path, folders, ()):
                if inside.path not in given:
                    given.add(inside.path)
                    yield inside


def open_source(path: Path, settings: ReadingSettings, unpacked: Path | None = None) -> Source:
    """The file with its digest and kind; an `InputError` where it can't be read or is of no kind we read.

    A file out of an archive is shown as `path` and lies at `unpacked`.
    """
    file = unpacked or path
    try:
        status = file.stat()
        _judge(path, status, settings)
        with file.open("rb") as opened:
            head = opened.read(HEAD_BYTES)
            opened.seek(0)
            digest = hashlib.file_digest(opened, "sha256").hexdigest()
    except OSError as error:
        raise cause(path, error) from error
    kind = kind_inside(file, head, shown(path), settings) or media_type(head)
    if kind is None:
        name = other_kind(head) or "of no kind that the program knows"
        raise InputUnsupported(f"{shown(path)} is {name}; give it as {KINDS_READ}.")
    return Source(path, digest, status.st_size, kind, unpacked)


def cause(path: Path, error: OSError) -> InputError:
    """The program's own error for what the system says about a path."""
    if error.errno == errno.ELOOP:
        return InputLoop(
            f"{shown(path)} is a link that leads back to itself; remove it or point it at the file."
        )
    if error.errno in {errno.EACCES, errno.EPERM}:
        return InputForbidden(
            f"{shown(path)} may not be read; give yourself permission (chmod u+r) and retry."
        )
    if error.errno in {errno.ENOENT, errno.ENOTDIR, errno.ENAMETOOLONG}:
        return InputMissing(f"There is no file {shown(path)}; check the path.")
    return InputDamaged(f"{shown(path)} can't be read from its disk ({os.strerror(error.errno or 0)}).")


def shown(path: Path) -> str:
    """A path's last part as it can be shown: no control characters, no bytes that are no text."""
    name = path.name or str(path)
    return "".join(
        c if c.isprintable() else c.encode("unicode_escape", "surrogatepass").decode() for c in name
    )


def _listed(named: str) -> Iterator[Found]:
    if not named.startswith("@"):
        yield Found(Path(named))
        return
    path = Path(named[1:])
    try:
        lines = path.read_text("utf-8-sig").splitlines()
    except OSError as error:
        yield Found(path, cause(path, error))
    except UnicodeDecodeError:
        yield Found(path, InputDamaged(f"The list {shown(path)} isn't in UTF-8; save it as UTF-8 and retry."))
    else:
        yield from (Found(Path(line.strip())) for line in lines if line.strip())


def _walk(path: Path, folders: set[_Identity], above: tuple[_Identity, ...]) -> Iterator[Found]:
    """The files at and under `path`; `folders` have been walked, `above` are those that hold this one."""
    try:
        status = path.stat()
        if not stat.S_ISDIR(status.st_mode):
            yield Found(path)
            return
        identity = (status.st_dev, status.st_ino)
        if identity in above:
            yield Found(
                path, InputLoop(f"{shown(path)} is a link back to a folder that holds it; remove the link.")
            )
            return
        if identity in folders:
            return
        folders.add(identity)
        inside = sorted(child for child in path.iterdir() if not child.name.startswith("."))
    except (OSError, ValueError) as error:
        yield Found(path, _refusal(path, error))
        return
    for child in inside:
        yield from _walk(child, folders, (*above, identity))


def _refusal(path: Path, error: OSError | ValueError) -> InputError:
    """The error for a path that can't be looked at; a ValueError is a name with a zero byte in it."""
    return (
        cause(path, error) if isinstance(error, OSError) else InputMissing(f"There is no file {shown(path)}.")
    )


def _judge(path: Path, status: os.stat_result, settings: ReadingSettings) -> None:
    """Refuse what need not be opened to be refused: a pipe, for one, would never end."""
    if not stat.S_ISREG(status.st_mode):
        raise InputUnsupported(f"{shown(path)} is no regular file; give a document.")
    if not status.st_mode & _ANYONE_READS:
        # The system lets root read it all the same; who took every permission away did not want it read.
        raise InputForbidden(f"{shown(path)} lets nobody read it; give permission (chmod u+r) and retry.")
    if status.st_size == 0:
        raise InputEmpty(f"{shown(path)} holds no bytes; fetch it again from where it came.")
    if status.st_size > settings.max_bytes:
        limit = f"{settings.max_bytes:,}"
        raise InputTooLarge(
            f"{shown(path)} has {status.st_size:,} bytes, over the limit of {limit} (max_bytes)."
        )
