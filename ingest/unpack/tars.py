"""TAR, as it is or compressed: read once from end to end, with nothing in it followed or believed."""

from __future__ import annotations

import tarfile
from collections.abc import Generator
from pathlib import Path
from typing import IO, ClassVar, Self

from ingest.unpack.room import Part
from ingest.unpack.streams import FAULTS, Unpacked, is_compressed
from models.errors import InputDamaged, InputTooLarge, InputUnsupported
from models.settings import ReadingSettings

_BLOCK = 512
_ABOUT_THE_NEXT = frozenset({b"x", b"g", b"X", b"L", b"K"})
"""Entries that only tell something of the next one; tarfile takes each into memory whole."""
_ENTRIES_A_FILE = 4
"""Folders are entries too, and are not counted with the files; tarfile keeps every entry it has met."""
_LONGEST_REMARK = 1_000_000


def is_tar(file: Path, head: bytes, settings: ReadingSettings) -> bool:
    """Whether the file, which begins with `head`, is a TAR archive, compressed or not."""
    if is_compressed(head):
        try:
            with Unpacked(file, "", settings) as stream:
                head = _first_block(stream)
        except FAULTS:
            return False
    try:
        tarfile.TarInfo.frombuf(head[:_BLOCK], "utf-8", "surrogateescape")
    except tarfile.HeaderError:
        return False
    return True


def parts(file: Path, name: str, settings: ReadingSettings) -> Generator[Part]:
    """Each file in the archive, to be read before the next is asked for.

    `InputDamaged` where it breaks off, after the files before that.
    """
    entry_class = _entries()
    try:
        with (
            Unpacked(file, name, settings) as stream,
            tarfile.open(fileobj=stream, mode="r|", tarinfo=entry_class, errorlevel=2) as archive,
        ):
            for number, entry in enumerate(archive):
                if number > _ENTRIES_A_FILE * settings.max_members:
                    raise InputTooLarge(
                        f"{name} holds more entries than any archive of its kind; pack it anew."
                    )
                part = _part(archive, entry)
                if part is not None:
                    yield part
    except (tarfile.TarError, *FAULTS) as error:
        raise _broken(name) from error
    if not entry_class.ended:
        raise _broken(name)


class _Entry(tarfile.TarInfo):
    """An entry that notes how the archive ended: tarfile takes a broken entry for its end."""

    ended: ClassVar[bool] = False

    @classmethod
    def frombuf(cls, buf: bytes | bytearray, encoding: str, errors: str) -> Self:
        """The entry of a block; refused where it would have a remark of any size read into memory."""
        try:
            entry = super().frombuf(buf, encoding, errors)
        except tarfile.EOFHeaderError:  # type: ignore[attr-defined]  # typeshed lacks it
            cls.ended = True
            raise
        if entry.type in _ABOUT_THE_NEXT and entry.size > _LONGEST_REMARK:
            message = "an entry's name is longer than any name"
            raise tarfile.ReadError(message)
        return entry


def _entries() -> type[_Entry]:
    """A class for one archive, for tarfile makes the entries itself."""
    return type("Entry", (_Entry,), {"ended": False})


def _part(archive: tarfile.TarFile, entry: tarfile.TarInfo) -> Part | None:
    if entry.isdir():
        return None
    if entry.issym() or entry.islnk():
        link = "is a link, which is never followed; pack the file itself."
        return Part(entry.name, refused=(InputUnsupported, link))
    if not entry.isreg():
        return Part(entry.name, refused=(InputUnsupported, "is a device or pipe and no file; leave it out."))
    return Part(entry.name, lambda: _stream(archive, entry))


def _stream(archive: tarfile.TarFile, entry: tarfile.TarInfo) -> IO[bytes]:
    stream = archive.extractfile(entry)
    if stream is None:
        message = "no file"
        raise tarfile.ReadError(message)
    return stream


def _first_block(stream: Unpacked) -> bytes:
    head = b""
    while len(head) < _BLOCK and (data := stream.read(_BLOCK - len(head))):
        head += data
    return head


def _broken(name: str) -> InputDamaged:
    return InputDamaged(
        f"{name} breaks off or breaks the rules of TAR; the files before that are kept. Fetch it anew."
    )
